import type { ListedLead } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { groupByIdea } from "./shown.ts";

const figure = (value: number | null): ListedLead["gain_eur_per_year"] => ({ value });
const lead = (id: string, rank: number, more: Partial<ListedLead> = {}): ListedLead => ({
  id,
  rank,
  kind: "substitution",
  title: `Piste ${id}`,
  offers: [`offer-${id}`],
  needs: [`need-${id}`],
  establishments: [`site-${id}`],
  verdict: "ok",
  ease: 0.5,
  gain_eur_per_year: figure(1_000),
  co2e_t_per_year: figure(1),
  distance_km: figure(10),
  reasons: [],
  doubts: [],
  decision: null,
  ...more,
});
test("leads of one offer are one idea, under the first in the order; pools of other needs are others", () => {
  const ideas = groupByIdea([
    lead("a", 1, { offers: ["rubble"] }),
    lead("b", 2),
    lead("c", 3, { offers: ["rubble"], kind: "transformation" }),
    lead("d", 4, { offers: [], kind: "mutualisation", needs: ["x", "y"] }),
    lead("e", 5, { offers: [], kind: "mutualisation", needs: ["x", "z"] }),
  ]);
  expect(ideas.map((idea) => idea.map(({ id }) => id).join("")).join(" ")).toBe("ac b d e");
});
