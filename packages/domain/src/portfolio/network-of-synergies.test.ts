import { expect, test } from "vitest";
import { assessExchange } from "../assessment/assess-exchange.ts";
import { conversionRoutes, dosesOf } from "../conversions/route.ts";
import { centralReading } from "../figures/reading.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { indexReference } from "../reference-data/reference.ts";
import { flowOf, tinyReference, tinySetting } from "../testing/tiny-reference.ts";
import { networkOf } from "./network-of-synergies.ts";
import { planLeads } from "./plan-leads.ts";
import { planInvestment } from "./plan-processes.ts";

const share = (value: number) => ({ value, low: value, high: value, unit: "1", source: "test", year: 2026 });

/** A board bears a tenth of pellets; of what is pressed, half may come from husk. */
const reference = indexReference({
  ...tinyReference,
  conversions: tinyReference.conversions.map((one) => {
    if (one.id === "pellet-to-board") return { ...one, max_share: share(0.1) };
    return one.id === "husk-pressed" ? { ...one, max_share: share(0.5) } : one;
  }),
});
const routeIn = (rows: typeof reference, id: string) =>
  conversionRoutes(rows).find((route) => route.id === id) ?? expect.fail(`no route ${id}`);

/** The network of leads that each bring an offer to a need by a route. */
function planned(rows: typeof reference, leads: readonly (readonly [KnownFlow, KnownFlow, string])[]) {
  const setting = { ...tinySetting, reference: rows };
  const synergies = leads.map(([offer, need, id]) => assessExchange(setting, offer, need, routeIn(rows, id)));
  const network = networkOf(planLeads(setting, synergies), { objective: "gain", budget: null, measured: true });
  return {
    node: (id: string) => network.nodes.find((node) => node.id === id),
    arc: (from: string) => network.arcs.find((arc) => arc.from === from),
  };
}

const husk = (site: string, quantity: number) => flowOf(`${site}.husk`, "goods.husk", { quantity, status: "waste" });
const pellets = flowOf("boiler.pellets", "goods.pellet", { direction: "in", quantity: 80 });
const board = flowOf("joiner.board", "goods.board", { direction: "in", quantity: 1000 });

/**
 * By hand, per tonne of husk: removal 100 + pellets 0.5 × 200 − lorry 0.5 − press 10 − its size 20 ÷ 10 = 187.5.
 * Once: coordination 50 for each lead; the press itself 1,000 over ten years at 0 %, 100 a year.
 */
test("a press that two husks would feed at one boiler is bought once", () => {
  const { node, arc } = planned(tinyReference, [
    [husk("mill", 100), pellets, "husk-pressed"],
    [husk("barn", 40), pellets, "husk-pressed"],
  ]);
  expect(node("press@boiler")?.facility).toEqual({ fixed_cost: -100, investment: 1000, measures: { gain: -100 } });
  expect(arc("mill.husk")).toMatchObject({ fixed_cost: -50, investment: 100 * 20, runs: ["press@boiler"] });
  expect(arc("barn.husk")).toMatchObject({ fixed_cost: -50, investment: 40 * 20, runs: ["press@boiler"] });
  expect(arc("barn.husk")?.unit_cost).toBeCloseTo(187.5, 9);
  expect(arc("barn.husk")?.measures?.gain?.once).toBe(-50);
});

/** 100 × 20 and 40 × 20 for the size of the press, and the press of 1,000 itself: once for both, whatever each would say alone. */
test.each([
  { husks: [100], invested: 3000 },
  { husks: [100, 40], invested: 3800 },
])("husks of $husks tonnes invest $invested EUR", ({ husks, invested }) => {
  const route = routeIn(tinyReference, "husk-pressed");
  const synergies = husks.map((tonnes) => assessExchange(tinySetting, husk(`site-${tonnes}`, tonnes), pellets, route));
  expect(planInvestment(planLeads(tinySetting, synergies), centralReading)).toBe(invested);
});

test("a press that one lead alone would buy stays with it", () => {
  const { node, arc } = planned(tinyReference, [[husk("mill", 100), pellets, "husk-pressed"]]);
  expect(node("press@boiler")).toBeUndefined();
  expect(arc("mill.husk")).toMatchObject({ fixed_cost: -150, investment: 3000 });
  expect(arc("mill.husk")?.runs).toBeUndefined();
});

test("a dose is that of the need, shared by all routes that end by its conversion", () => {
  const chain = "husk-pressed+pellet-to-board";
  expect(dosesOf(routeIn(reference, "pellet-to-board")).map(({ id }) => id)).toEqual(["pellet-to-board"]);
  expect(dosesOf(routeIn(reference, chain)).map(({ id, share }) => [id, share.value])).toEqual([
    ["pellet-to-board", 0.1],
    [chain, 0.05],
  ]);
  const { node, arc } = planned(reference, [
    [husk("mill", 900), board, chain],
    [husk("barn", 900), board, chain],
  ]);
  expect(node("joiner.board")?.doses).toEqual({ "pellet-to-board": 100, [chain]: 50 });
  expect(arc("mill.husk")?.doses).toEqual(["pellet-to-board", chain]);
  expect(arc("barn.husk")?.doses).toEqual(["pellet-to-board", chain]);
});
