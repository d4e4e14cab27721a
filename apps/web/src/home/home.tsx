import { lazy } from "react";
import { useHere } from "../frame/here.ts";
import { Week } from "./week.tsx";

const Brief = lazy(async () => ({ default: (await import("../insight/brief.tsx")).Brief }));

/** What a role sees first: the week of who works on the data, the totals of who answers for the territory. */
export const Home = () => (useHere().role === "lead" ? <Brief /> : <Week />);
