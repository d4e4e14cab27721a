import { units } from "@simbiosi/domain";
import { randomTerritory } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { expect, test } from "vitest";
import { understand } from "../understand/understand.ts";
import { detectSynergies } from "./detect.ts";
import { synergiesJson } from "./synergies-json.ts";

const reference = loadReference();
const everyClass = reference.resources.flatMap(({ name, unit }) =>
  units.flatMap((one) =>
    one === unit || one === "t" || one === "piece" || one === "m3" ? [[name.fr, one] as const] : [],
  ),
);

/** Any class may be given or needed, in its own unit or in another that people use: something is answered, never a crash. */
test.each([1, 2, 3, 4])("whatever companies give and need is assessed or explained (territory %i)", (seed) => {
  const inventory = randomTerritory(seed, 80, 6, { outs: everyClass, ins: everyClass });
  const understood = understand(reference, inventory, "2026-11-23");
  const document = synergiesJson(understood, detectSynergies(understood, 5), "en");
  const spoken = new Set([
    ...document.synergies.flatMap(({ offers, needs }) => [...offers, ...needs]),
    ...document.unmatched.map(({ flow }) => flow),
  ]);
  expect([...spoken].sort()).toEqual(inventory.flows.map(({ id }) => id).sort());
});

/** The same with only what conversions speak of, so that thousands of routes are really walked. */
test("every conversion, at any quantity, is assessed", () => {
  const named = (id: string) => {
    const row = reference.resourceById.get(id);
    const unit = units.find((one) => one === row?.unit);
    return row === undefined || unit === undefined ? [] : [[row.name.fr, unit] as const];
  };
  const words = {
    outs: reference.conversions.flatMap(({ from }) => named(from)),
    ins: reference.conversions.flatMap(({ to }) => named(to)),
  };
  const understood = understand(reference, randomTerritory(7, 150, 6, words), "2026-11-23");
  expect(detectSynergies(understood, 3).synergies.length).toBeGreaterThan(100);
});
