import { expect, test } from "vitest";
import { type LeadFilter, type ListedLead, shownLeads } from "./leads.ts";

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
const leads = [
  lead("a", 1, { gain_eur_per_year: figure(null), distance_km: figure(null), title: "Béton concassé" }),
  lead("b", 2, { gain_eur_per_year: figure(500), ease: 0.9, decision: { stage: "abandoned" } }),
  lead("c", 3, {
    gain_eur_per_year: figure(9_000),
    kind: "mutualisation",
    verdict: "procedure",
    distance_km: figure(2),
  }),
  lead("d", 4, { ease: 0.9, decision: { stage: "detected" }, co2e_t_per_year: figure(7) }),
];
const names = new Map([["site-c", "Boulangerie de l'Étang"]]);
const families = (flow: string): string | undefined => (flow === "offer-b" ? "energy" : "matter");

test.each<{ readonly says: string; readonly filters: LeadFilter; readonly shown: string }>([
  { says: "no filter: all, by rank", filters: {}, shown: "a b c d" },
  { says: "a kind", filters: { kind: "mutualisation" }, shown: "c" },
  { says: "a verdict", filters: { verdict: "procedure" }, shown: "c" },
  { says: "a stage", filters: { stage: "abandoned" }, shown: "b" },
  { says: "to decide: detected, decided or not", filters: { todo: "1" }, shown: "a c d" },
  { says: "a company", filters: { company: "site-b" }, shown: "b" },
  { says: "a family", filters: { family: "energy" }, shown: "b" },
  { says: "words of the title without accents", filters: { q: "BETON" }, shown: "a" },
  { says: "words of a company's name, in any order", filters: { q: "etang boulangerie" }, shown: "c" },
  { says: "a least gain leaves out what is not known", filters: { gain: "1000" }, shown: "c d" },
  { says: "a least gain that is no number filters nothing", filters: { gain: "beaucoup" }, shown: "a b c d" },
  { says: "by gain, not known last", filters: { sort: "gain" }, shown: "c d b a" },
  { says: "by ease, ties by rank", filters: { sort: "ease" }, shown: "b d a c" },
  { says: "by CO2e", filters: { sort: "co2" }, shown: "d a b c" },
  { says: "by distance, nearest first, not known last", filters: { sort: "distance" }, shown: "c b d a" },
])("$says", ({ filters, shown }) => {
  expect(
    shownLeads(leads, filters, names, families)
      .map(({ id }) => id)
      .join(" "),
  ).toBe(shown);
});
