import { same } from "@simbiosi/domain";
import { expect, test } from "vitest";
import type { Block } from "../blocks/block.ts";
import { speech } from "../speech/speech.ts";
import { compromises, robustness } from "./outlook.ts";

const english = speech("en");
const tableOf = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === "table" ? [block] : []))[0];

test("by hand: each compromise says what a further tonne avoided costs against the plan of most gain", () => {
  const point = (gain: number, co2e: number, diverted: number) => ({
    gain_eur_per_year: gain,
    co2e_t_per_year: co2e,
    diverted_t_per_year: diverted,
    gap: 0,
    selected: ["a"],
  });
  const pareto = [point(1000, 10, 50), point(400, 30, 50), point(900, 20, 40)];
  const table = tableOf(compromises({ portfolio: { pareto } }, english));
  // (1000 − 900) ÷ (20 − 10) = 10; (1000 − 400) ÷ (30 − 10) = 30.
  expect(table?.rows).toEqual([
    ["Most gain and most tonnes diverted", "1", "1,000", "10", "50", "–"],
    ["In between", "1", "900", "20", "40", "10"],
    ["Most emissions avoided and most tonnes diverted", "1", "400", "30", "50", "30"],
  ]);
});

test("one plan best on all counts needs no table of compromises; no scenario, no table of leads", () => {
  expect(compromises({ portfolio: { pareto: [] } }, english)).toEqual([]);
  expect(robustness({ portfolio: { selected: [] }, synergies: [] }, english)).toEqual([]);
});

test("a lead is solid, to be confirmed or fragile by the scenarios solved; a pool counts as one", () => {
  const lead = (id: string, rank: number) => ({ id, rank, title: same(id) });
  const count = (id: string, active: number) => ({ arc: id, active, of: 10 });
  const scenarios = {
    count: 12,
    seed: 1,
    resolved: 10,
    unresolved: 2,
    not_run: 0,
    activation: [count("sub-a", 4), count("mut-p:x", 8), count("mut-p:y", 3), count("sub-b", 7)],
    facilities: [{ facility: "mut-p", active: 9, of: 10 }],
    regret_eur: { value: 5, low: 0, high: 9, unit: "EUR/yr", state: "known" as const, explain: "e1" },
  };
  const synergies = [lead("sub-a", 1), lead("sub-b", 2), lead("mut-p", 3), lead("sub-never", 4)];
  const blocks = robustness({ portfolio: { scenarios, selected: ["sub-a", "mut-p"] }, synergies }, english);
  expect(tableOf(blocks)?.rows).toEqual([
    ["3. mut-p", "yes", "9 of 10", "solid"],
    ["2. sub-b", "no", "7 of 10", "to be confirmed"],
    ["1. sub-a", "yes", "4 of 10", "fragile"],
  ]);
  expect(JSON.stringify(tableOf(blocks)?.notes)).toContain("2 of 12 draws without a proven plan");
});
