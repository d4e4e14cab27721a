import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { establishmentsQuery } from "../api/queries.ts";
import { Start } from "../establishments/start.tsx";
import { Note } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { insightQuery } from "./queries.ts";
import { insightWords } from "./words.ts";

export type Insight = NonNullable<
  Awaited<ReturnType<NonNullable<ReturnType<typeof insightQuery>["queryFn"]>>>["insight"]
>;

/** What was worked out of the territory, or that it is being worked out. */
export function WithInsight({
  territory,
  children,
}: {
  readonly territory: string;
  readonly children: (insight: Insight) => ReactNode;
}) {
  const say = useCatalogue(insightWords);
  const { data } = useSuspenseQuery(insightQuery(territory));
  const companies = useSuspenseQuery(establishmentsQuery(territory)).data.establishments;
  if (companies.length === 0) return <Start territory={territory} />;
  if (data.insight === null) return <Note tone="doing">{say.working}</Note>;
  return (
    <>
      {!data.fresh && <Note tone="doing">{say.stale}</Note>}
      {children(data.insight)}
    </>
  );
}
