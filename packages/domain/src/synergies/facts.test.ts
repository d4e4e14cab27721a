import { describe, expect, test } from "vitest";
import { identityRoute } from "../conversions/route.ts";
import { given } from "../figures/figure.ts";
import { EstablishmentSchema, FlowSchema } from "../formats/inventory.ts";
import { knownFlow } from "../matching/known-flow.ts";
import { indexReference } from "../reference-data/reference.ts";
import { ResourceClassSchema } from "../reference-data/rows.ts";
import { noTables } from "../testing/no-tables.ts";
import { text } from "../text/text.ts";
import { computedFacts, factsOf } from "./facts.ts";

const row = ResourceClassSchema.parse({
  id: "wood.offcuts",
  parent: null,
  family: "matter",
  unit: "t",
  name: { fr: "chutes de bois", en: "wood offcuts" },
  synonyms: {},
  low: ["03 01 05"],
  tags: ["wood-a"],
  source: "s",
});
const number = { value: 1, low: 1, high: 1, unit: "1", source: "s", year: 2026 };
const reference = indexReference({
  ...noTables,
  resources: [row],
  parameters: [
    { id: "calendar.working-days", label: row.name, number: { ...number, value: 250 }, review_before: "2027-01-01" },
    { id: "uncertainty.declared", label: row.name, number, review_before: "2027-01-01" },
  ],
  facts: [
    { id: "offer.dry", kind: "yes-no", question: text("Sec ?", "Dry?"), headers: [] },
    {
      id: "parties.same_platform",
      kind: "yes-no",
      question: text("Même plate-forme ?", "Same platform?"),
      headers: [],
    },
  ],
});
const context = { id: "here", name: row.name, road_ratio: number, facts: { island: true } };
const day = "2026-11-24";

function flow(direction: "in" | "out", site: object, more: object = {}) {
  return knownFlow(
    reference,
    context,
    EstablishmentSchema.parse({ id: direction, name: direction, ...site }),
    FlowSchema.parse({
      id: direction,
      establishment: direction,
      direction,
      label: "bois",
      quantity: 500,
      unit: "t",
      period: "year",
      ...more,
    }),
    { resource: row, confidence: 1, question: null },
    day,
  );
}
const km = given({ label: row.name, value: 12, unit: "km", source: "s", date: null });
const t = given({ label: row.name, value: 500, unit: "t/yr", source: "s", date: null });
const facts = (giver: object, taker: object, offer: object = {}, need: object = {}) =>
  factsOf(reference, context, {
    kind: "substitution",
    offers: [flow("out", giver, offer)],
    needs: [flow("in", taker, need)],
    route: identityRoute(row),
    quantity: t,
    distance: km,
  });

const whole = { insee: "2B033", zone: "park", naf: "16.10A", staff: 12, lon: 9.45, lat: 42.7 };

test("with everything declared, every fact said to be worked out is, and none besides", () => {
  const priced = { waste_code: "03 01 05", current: { unit_cost_eur: 40 } };
  const need = { status: "need", current: { unit_cost_eur: 20 } };
  const found = facts(whole, { ...whole, naf: "01.46Z" }, priced, need);
  const names = [...found.keys()].filter((name) => !name.startsWith("context."));
  // One park may be a listed platform or an ordinary one: the only thing that must still be asked.
  expect(names.toSorted()).toEqual([...computedFacts].toSorted());
});

describe("what the two sites have in common", () => {
  const elsewhere = { insee: null, siret: null };
  test.each([
    { fact: "parties.same-country", giver: whole, taker: whole, value: true },
    { fact: "parties.same-country", giver: whole, taker: { ...whole, ...elsewhere }, value: undefined },
    {
      fact: "parties.same-country",
      giver: whole,
      taker: { ...whole, ...elsewhere, extra: { Pays: "IT" } },
      value: false,
    },
    { fact: "parties.same-zone", giver: whole, taker: { zone: "park" }, value: true },
    { fact: "parties.same-zone", giver: whole, taker: { zone: "other" }, value: false },
    { fact: "parties.same-zone", giver: whole, taker: {}, value: undefined },
    { fact: "parties.same_platform", giver: whole, taker: { zone: "other" }, value: false },
    { fact: "parties.same_platform", giver: whole, taker: whole, value: undefined },
    { fact: "parties.fire-service", giver: whole, taker: { naf: "84.25Z" }, value: true },
    { fact: "parties.fire-service", giver: whole, taker: whole, value: false },
    { fact: "parties.fire-service", giver: whole, taker: {}, value: undefined },
    { fact: "staff.largest", giver: whole, taker: { staff: "21" }, value: { low: 50, high: 99 } },
    { fact: "staff.largest", giver: whole, taker: {}, value: { low: 12, high: Number.POSITIVE_INFINITY } },
    { fact: "distance.straight-km", giver: whole, taker: { lon: 9.45 }, value: undefined },
    { fact: "need.sector", giver: whole, taker: { naf: "1083Z" }, value: ["10", "10.8", "10.83", "10.83Z"] },
  ])("$fact of $taker is $value", ({ fact, giver, taker, value }) => {
    expect(facts(giver, taker).get(fact)).toEqual(value);
  });
});

describe("what a company pays or is paid today", () => {
  test.each([
    { cost: 40, sign: 1 },
    { cost: -5, sign: -1 },
    { cost: 0, sign: 0 },
    { cost: null, sign: undefined },
  ])("$cost EUR/t", ({ cost, sign }) => {
    expect(facts(whole, whole, { current: { unit_cost_eur: cost } }).get("offer.price-sign")).toBe(sign);
  });
});

test("either side answers what concerns all the parties, in the quality column", () => {
  expect(facts(whole, whole, { quality: { same_platform: "oui", dry: "non" } }).get("parties.same_platform")).toBe(
    true,
  );
  expect(facts(whole, whole, {}, { quality: { same_platform: "non" } }).get("parties.same_platform")).toBe(false);
  expect(facts(whole, whole, { quality: { dry: "non" } }).get("offer.dry")).toBe(false);
});
