/** Flows that share a calendar, against an oracle in which every unit is named by when it is made and when it is used. */
import { checkPortfolio, type Network, NetworkSchema } from "@simbiosi/domain";
import fc from "fast-check";
import loadHighs from "highs";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { optimiseWith } from "./optimise.ts";

const solver = highsInThread();
const highs = await loadHighs();

const flat = Array.from({ length: 12 }, () => 1 / 12);
const winter = Array.from({ length: 12 }, (_, month) => (month < 3 || month > 8 ? 1 / 6 : 0));

const heat = (calendars: boolean): Network =>
  NetworkSchema.parse({
    format: "simbiosi-network/1",
    sense: "max",
    nodes: [
      { id: "kiln", supply: 120, optional: true, ...(calendars ? { calendar: flat } : {}) },
      { id: "school", demand: 60, optional: true, ...(calendars ? { calendar: winter } : {}) },
      { id: "pool", demand: 60, optional: true, ...(calendars ? { calendar: winter } : {}) },
    ],
    arcs: ["school", "pool"].map((to, i) => ({
      id: to,
      from: "kiln",
      to,
      unit_cost: 5 - 2 * i,
      fixed_cost: -20,
      capacity: 60,
      by_period: calendars,
    })),
  });

test("by hand: 120 MWh all year round, two neighbours who want 60 in winter: only the 60 of winter are there to share", async () => {
  const hopeful = await optimiseWith(solver, heat(false), { gap: 0, seed: 1 });
  expect(hopeful.objective).toBeCloseTo(60 * 5 + 60 * 3 - 40);
  const true12 = await optimiseWith(solver, heat(true), { gap: 0, seed: 1 });
  // Ten a month for six months, all to the school that pays best.
  expect(true12).toMatchObject({ status: "optimal", objective: 60 * 5 - 20, selected: ["school"] });
  expect(true12.flows[0]?.periods).toEqual([10, 10, 10, 0, 0, 0, 0, 0, 0, 10, 10, 10]);
});

test("the checker refuses a plan that uses a month twice, and one that does not say its months", () => {
  const months = winter.map((share) => share * 60);
  const both = ["school", "pool"].map((arc) => ({ arc, amount: 60, periods: months }));
  expect(checkPortfolio(heat(true), { flows: both, open: [] }).violations).toEqual([
    { constraint: "calendar[kiln]", limit: 10, actual: 20 },
  ]);
  const silent = [{ arc: "school", amount: 60 }];
  expect(checkPortfolio(heat(true), { flows: silent, open: [] }).violations).toEqual([
    { constraint: "periods[school]", limit: 60, actual: 0 },
  ]);
});

const periods = 4;
const weights = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: periods, maxLength: periods })
  .filter((all) => all.some((weight) => weight > 0))
  .map((all) => all.map((weight) => weight / all.reduce((a, b) => a + b, 0)));
const quantity = fc.integer({ min: 1, max: 12 });

const shared: fc.Arbitrary<Network> = fc
  .record({
    supplies: fc.tuple(fc.tuple(quantity, weights), fc.tuple(quantity, weights)),
    demands: fc.tuple(fc.tuple(quantity, weights), fc.tuple(quantity, weights)),
    keeps: fc.constantFrom(0, 0, 1, 2, 3),
    arcs: fc.array(
      fc.record({
        unit: fc.integer({ min: -1, max: 9 }),
        fixed: fc.integer({ min: -20, max: 0 }),
        gives: fc.constantFrom(1, 0.5),
      }),
      { minLength: 4, maxLength: 4 },
    ),
  })
  .map(({ supplies, demands, keeps, arcs }) =>
    NetworkSchema.parse({
      format: "simbiosi-network/1",
      sense: "max",
      nodes: [
        ...supplies.map(([supply, calendar], i) => ({ id: `s${i}`, supply, calendar, keeps, optional: true })),
        ...demands.map(([demand, calendar], i) => ({ id: `d${i}`, demand, calendar, optional: true })),
      ],
      arcs: arcs.map(({ unit, fixed, gives }, i) => ({
        id: `a${i}`,
        from: `s${i >> 1}`,
        to: `d${i & 1}`,
        unit_cost: unit,
        fixed_cost: fixed,
        yield: gives,
        by_period: true,
      })),
    }),
  );

/** Every set of used arcs; x_a_m_p is what is made in period m and used in period p. */
function naiveBest({ nodes, arcs }: Network): number {
  let best = 0;
  for (let mask = 1; mask < 2 ** arcs.length; mask++) {
    const used = arcs.filter((_, i) => (mask >> i) & 1);
    const cost: string[] = ["0 nothing"];
    const sums = new Map<string, string[]>();
    for (const arc of used) {
      const keeps = nodes.find(({ id }) => id === arc.from)?.keeps ?? 0;
      for (let made = 0; made < periods; made++)
        for (let later = 0; later <= Math.min(keeps, periods - 1); later++) {
          const p = (made + later) % periods;
          const x = `x_${arc.id}_${made}_${p}`;
          cost.push(`${arc.unit_cost < 0 ? "-" : "+"} ${Math.abs(arc.unit_cost)} ${x}`);
          for (const [key, factor] of [
            [`${arc.from} ${made}`, 1],
            [`${arc.to} ${p}`, arc.yield],
          ] as const)
            sums.set(key, [...(sums.get(key) ?? []), `+ ${factor} ${x}`]);
        }
    }
    const rows = [...sums].map(([key, terms], i) => {
      const [id, period] = key.split(" ");
      const node = nodes.find((one) => one.id === id);
      return ` r${i}: ${terms.join(" ")} <= ${(node?.supply ?? node?.demand ?? 0) * (node?.calendar?.[Number(period)] ?? 0)}`;
    });
    const text = ["Maximize", ` obj: ${cost.join(" ")}`, "Subject To", ...rows, "Bounds", "0 <= nothing <= 0", "End"];
    const { Status, ObjectiveValue } = highs.solve(text.join("\n"), { output_flag: false });
    const fixed = used.reduce((sum, { fixed_cost }) => sum + fixed_cost, 0);
    if (Status === "Optimal") best = Math.max(best, ObjectiveValue + fixed);
  }
  return best;
}

test("the optimum is the one found by trying everything, unit by unit", async () => {
  await fc.assert(
    fc.asyncProperty(shared, async (network) => {
      const answer = await optimiseWith(solver, network, { gap: 0, seed: 1 });
      expect(answer.status).toBe("optimal");
      expect(Math.abs((answer.objective ?? Number.NaN) - naiveBest(network))).toBeLessThan(1e-6);
      expect(answer.checker).toMatchObject({ feasible: true, violations: [] });
    }),
    { numRuns: 60 },
  );
});

test("where too many leads share months, the plan obeys them and its bound is the year's", async () => {
  const many = NetworkSchema.parse({
    format: "simbiosi-network/1",
    sense: "max",
    nodes: [
      { id: "kiln", supply: 120, optional: true, calendar: flat },
      ...Array.from({ length: 1001 }, (_, i) => ({ id: `n${i}`, demand: 6, optional: true, calendar: winter })),
    ],
    arcs: Array.from({ length: 1001 }, (_, i) => ({
      id: `a${i}`,
      from: "kiln",
      to: `n${i}`,
      unit_cost: 5,
      fixed_cost: -1,
      by_period: true,
    })),
  });
  const answer = await optimiseWith(solver, many, { gap: 0.05, seed: 1 });
  expect(answer.checker).toMatchObject({ feasible: true, violations: [] });
  // The year would fill twenty needs with 120; winter has sixty for them.
  expect(answer.bound).toBeGreaterThanOrEqual(120 * 5 - 20);
  expect(answer.flows.reduce((all, { amount }) => all + amount, 0)).toBeCloseTo(60);
  expect(answer.status).toBe("feasible");
});
