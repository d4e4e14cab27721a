import {
  contextOf,
  conversionRoutes,
  EstablishmentSchema,
  FlowSchema,
  factsOf,
  identityRoute,
  kindOf,
  knownFlow,
  overlapOf,
  verdictOf,
} from "@simbiosi/domain";
import { loadReference } from "@simbiosi/reference";
import { expect, test } from "vitest";

const reference = loadReference();
const context = contextOf(reference, "corse");
const day = "2026-11-23";

/** A flow of a class between two invented sites, 100 units a year unless said. */
function flow(direction: "in" | "out", resource: string, more: object = {}) {
  const establishment = EstablishmentSchema.parse({ id: direction, name: direction, zone: "park" });
  const row = reference.resourceById.get(resource) ?? expect.fail(`no class ${resource}`);
  const said = FlowSchema.parse({
    id: direction,
    establishment: direction,
    direction,
    label: resource,
    quantity: 100,
    unit: row.unit === "h" ? "hour" : row.unit,
    period: "year",
    ...more,
  });
  return knownFlow(reference, context, establishment, said, { resource: row, confidence: 1, question: null }, day);
}

/** What a lawyer of the field would expect, pair by pair. */
test.each([
  { offer: "food.kitchen-waste", need: "farming.livestock-feed", outcome: "forbidden", rule: "A4" },
  { offer: "oils.used-cooking-oil", need: "farming.pig-poultry-feed", outcome: "forbidden", rule: "A4" },
  { offer: "food.spent-grain", need: "farming.livestock-feed", outcome: "procedure", rule: "A7" },
  { offer: "animal.cat1", need: "farming.compost-feedstock", outcome: "forbidden", rule: "A1" },
  { offer: "animal.processed-protein", need: "farming.ruminant-feed", outcome: "forbidden", rule: "A5-RUMINANT" },
  { offer: "food.coffee-grounds", need: "farming.mushroom-substrate", outcome: "check", rule: "S1" },
  { offer: "sludges.sewage-sludge", need: "farming.organic-fertiliser", outcome: "procedure", rule: "F2-44095" },
  { offer: "minerals.biomass-fly-ash", need: "farming.liming-material", outcome: "forbidden", rule: "X27-FLY-ASH" },
  { offer: "minerals.wood-bottom-ash", need: "farming.liming-material", outcome: "procedure", rule: "W4" },
  { offer: "wood.hazardous-wood", need: "farming.mulch", outcome: "forbidden", rule: "X09-WOOD-SOIL" },
  { offer: "oils.used-engine-oil", need: "fuels.heating-oil", outcome: "forbidden", rule: "O1" },
  { offer: "construction.asbestos-cement", need: "soils.fill", outcome: "forbidden", rule: "X34-ASBESTOS" },
  { offer: "solvents.non-halogenated", need: "fuels.heating-oil", outcome: "forbidden", rule: "HAZ-BURN" },
  { offer: "water.tower-blowdown", need: "water.irrigation", outcome: "forbidden", rule: "X53-BLOWDOWN" },
  { offer: "water.cooling", need: "water.washing", outcome: "ok", rule: "H0" },
])("$offer for $need: $outcome ($rule)", ({ offer, need, outcome, rule }) => {
  const [out, into] = [flow("out", offer), flow("in", need)];
  const direct = conversionRoutes(reference).find((one) => one.from.id === offer && one.to.id === need);
  const route = direct ?? identityRoute(out.resource ?? expect.fail("no class"));
  const { quantity } = overlapOf(out, into, route);
  const facts = factsOf(reference, context, {
    kind: kindOf(out, route),
    offers: [out],
    needs: [into],
    route,
    quantity,
    distance: null,
  });
  const verdict = verdictOf(reference, facts, day);
  expect(verdict.findings.map((finding) => finding.rule.id)).toContain(rule);
  expect(verdict.outcome).toBe(outcome);
});
