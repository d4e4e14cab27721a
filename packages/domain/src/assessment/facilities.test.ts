import { describe, expect, test } from "vitest";
import { conversionRoutes } from "../conversions/route.ts";
import { indexReference } from "../reference-data/reference.ts";
import { flowOf, tinyReference, tinySetting } from "../testing/tiny-reference.ts";
import { admit } from "./admission.ts";
import { facilitiesOf } from "./facilities.ts";

// The press of the tiny reference takes 40 t of husk a year at least, runs on a store that may be lent, and asks for fuel.
const lot = { value: 80, low: 40, high: 400, unit: "t/yr", source: "test", year: 2026 };
const reference = indexReference({
  ...tinyReference,
  processes: tinyReference.processes.map((process) => ({
    ...process,
    minimum: lot,
    equipment: "space.store",
    feedstock: "goods.fuel",
  })),
});
const pressed =
  conversionRoutes(reference).find(({ id }) => id === "husk-pressed+pellet-to-board") ?? expect.fail("no route");
const board = flowOf("joiner.board", "goods.board", { direction: "in", quantity: 500 });
const outcomeOf = (quantity: number | null, others: readonly ReturnType<typeof flowOf>[]) => {
  const husk = flowOf("mill.husk", "goods.husk", { quantity, status: "waste" });
  const facilities = facilitiesOf(reference, [husk, board, ...others]);
  return admit({ ...tinySetting, reference, facilities }, husk, board, pressed).outcome;
};

describe("nobody builds a press for a handful of husk", () => {
  const lent = flowOf("neighbour.press", "space.store", {
    direction: "out",
    status: "capacity",
    quantity: 1,
    unit: "m2",
  });
  test.each([
    { quantity: 39, others: [], outcome: "too-small", because: "under the least lot" },
    { quantity: 40, others: [], outcome: "admitted", because: "at the least lot" },
    { quantity: null, others: [], outcome: "admitted", because: "what is not known is not small" },
    { quantity: 2, others: [lent], outcome: "admitted", because: "a neighbour lends its press" },
  ])("$quantity t: $outcome, $because", ({ quantity, others, outcome }) => {
    expect(outcomeOf(quantity, others)).toBe(outcome);
  });
});

describe("nobody builds a second press beside one that asks for husk", () => {
  const asking = (id: string) => flowOf(`${id}.fuel`, "goods.fuel", { direction: "in", quantity: 900 });
  test.each([
    { host: "presser", outcome: "built-already", because: "a third party runs one" },
    { host: "mill", outcome: "admitted", because: "the giver runs it" },
    { host: "joiner", outcome: "admitted", because: "the taker runs it" },
  ])("at $host: $outcome, $because", ({ host, outcome }) => {
    expect(outcomeOf(100, [asking(host)])).toBe(outcome);
  });
});
