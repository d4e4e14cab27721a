import { actionPlan, type Diagnosis, type Inventory, monthsLater, plannedSynergies } from "@simbiosi/domain";
import { casaperta, randomTerritory } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnose.ts";

const day = "2026-11-23";
const run = async (inventory: Inventory): Promise<Diagnosis> =>
  (
    await diagnose(loadReference(), inventory, [], {
      day,
      top: 10,
      objective: "gain",
      budget: null,
      gap: 0.01,
      seed: 1,
    })
  ).diagnosis;
const withFte = (facilitator_fte: number | null): Inventory => {
  const inventory = randomTerritory(3, 30);
  return { ...inventory, territory: { ...inventory.territory, facilitator_fte } };
};

describe.each([
  ["Casaperta", casaperta],
  ["a territory drawn by chance", withFte(0.5)],
])("the action plan of %s", async (_name, inventory) => {
  const diagnosis = await run(inventory);
  const plan = actionPlan(diagnosis);

  test("every lead of the plan has one action that sets it going, no more", () => {
    const carried = plan.actions
      .filter(({ axis }) => axis === "exchange" || axis === "share")
      .flatMap(({ synergies }) => synergies.map(({ synergy }) => synergy.id));
    expect([...carried].sort()).toEqual(
      plannedSynergies(diagnosis)
        .map(({ synergy }) => synergy.id)
        .sort(),
    );
  });

  test("a barrier of several actions is lifted once, before the actions that wait for it", () => {
    const levers = plan.actions.filter(({ axis }) => axis === "unlock");
    expect(levers.length).toBeGreaterThan(0);
    expect(new Set(levers.map(({ title }) => title.fr)).size).toBe(levers.length);
    for (const lever of levers) {
      const waiting = plan.actions.filter(({ after }) => after.includes(lever.id));
      expect(waiting.length, lever.title.fr).toBeGreaterThan(1);
      for (const action of waiting) {
        expect(action.starts >= lever.starts, action.title.fr).toBe(true);
        expect(action.ends >= lever.ends, action.title.fr).toBe(true);
        expect(action.steps.map(({ what }) => what.fr)).not.toContain(lever.steps.at(-1)?.what.fr);
      }
    }
  });

  test("ids are unique and steps go forward in time", () => {
    expect(new Set(plan.actions.map(({ id }) => id)).size).toBe(plan.actions.length);
    for (const { steps, starts, title } of plan.actions)
      for (const [i, { due }] of steps.entries()) expect(due >= (steps[i - 1]?.due ?? starts), title.fr).toBe(true);
  });
});

test("half the people, later or in reserve: nothing is promised that nobody has time for", async () => {
  const [much, little] = await Promise.all(
    [run(withFte(1)), run(withFte(0.1))].map(async (one) => actionPlan(await one)),
  );
  if (much === undefined || little === undefined) throw new Error("two plans were asked for");
  const later = new Map(little.actions.map((action) => [action.id, action]));
  for (const action of much.actions) expect((later.get(action.id)?.starts ?? "") >= action.starts).toBe(true);
  const kept = (plan: typeof much) => plan.actions.filter(({ wave }) => wave === "planned").length;
  expect(kept(little)).toBeLessThan(kept(much));
  for (const { wave, starts } of little.actions) if (wave === "planned") expect(starts < little.horizon).toBe(true);
});

test("a territory that did not say who facilitates gets the least accepted, and is told", async () => {
  const { people, horizon } = actionPlan(await run(withFte(null)));
  expect(people).toMatchObject({ declared: false, fte: { value: 0.25, source: "tet-referentiel" } });
  expect(horizon).toBe(monthsLater(day, 36));
});
