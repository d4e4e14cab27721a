import { lazy } from "react";
import { useHere } from "../frame/here.ts";

const Week = lazy(() => import("./week.tsx").then(({ Week: component }) => ({ default: component })));
const Brief = lazy(() => import("../insight/brief.tsx").then(({ Brief: component }) => ({ default: component })));
const CompanyHome = lazy(() =>
  import("../company/home.tsx").then(({ CompanyHome: component }) => ({ default: component })),
);

/** The first screen of a territory, as its reader needs it. */
export function Home() {
  const { role } = useHere();
  return role === "company" ? <CompanyHome /> : role === "lead" ? <Brief /> : <Week />;
}
