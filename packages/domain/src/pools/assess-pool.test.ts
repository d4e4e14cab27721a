import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flowOf, tinyReference, tinySetting } from "../testing/tiny-reference.ts";
import { assessPool } from "./assess-pool.ts";

const [kind] = tinyReference.pools;
const need = tinyReference.resourceById.get("service.cleaning");
if (kind === undefined || need === undefined) throw new Error("Bug: tiny reference");
const member = (id: string, hours: number, price?: number) =>
  flowOf(`${id}.cleaning`, "service.cleaning", {
    direction: "in",
    unit: "hour",
    quantity: hours,
    current: price === undefined ? null : { unit_cost_eur: price },
  });
const pool = (...members: ReturnType<typeof member>[]) =>
  assessPool(tinySetting, {
    kind,
    need,
    members: members.map((flow) => ({ site: flow.establishment, flow })),
    possible: [],
    later: [],
    host: null,
  });

/** By hand: (100 × 30 + 50 × 40) × 20 % = 1,000 saved, 300 to run it: 700, shared 600 : 400. */
test("a pool worked by hand", () => {
  const synergy = pool(member("a", 100), member("b", 50, 40));
  expect(synergy.quantity.value).toBe(150);
  expect(synergy.gain.value).toBeCloseTo(700, 9);
  expect(synergy.parties.map(({ establishment, gain }) => [establishment, gain.value])).toEqual([
    ["a", 420],
    ["b", 280],
  ]);
  expect(synergy.id).toMatch(/^mut-/);
  expect(synergy.doubts.map(({ en }) => en).join()).toContain("(a) not declared");
});

describe("the sharing of the gain", () => {
  const sizes = fc.array(fc.integer({ min: 20, max: 500 }), { minLength: 2, maxLength: 6 });
  test("adds up to the whole", () => {
    fc.assert(
      fc.property(sizes, (hours) => {
        const synergy = pool(...hours.map((h, i) => member(`m${i}`, h)));
        expect(synergy.parties.reduce((total, { gain }) => total + (gain.value ?? 0), 0)).toBeCloseTo(
          synergy.gain.value ?? 0,
          6,
        );
      }),
    );
  });
  test("leaves no subgroup that would do better alone (the core)", () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 62 }), (hours, chosen) => {
        const members = hours.map((h, i) => member(`m${i}`, h));
        const shares = pool(...members).parties.map(({ gain }) => gain.value ?? 0);
        const group = members.map((_, i) => i).filter((i) => (chosen >> i) & 1);
        const alone = group.reduce((total, i) => total + (hours[i] ?? 0) * 30 * 0.2, 0) - 300;
        const together = group.reduce((total, i) => total + (shares[i] ?? 0), 0);
        if (group.length > 0) expect(together).toBeGreaterThanOrEqual(alone - 1e-6);
      }),
    );
  });
});
