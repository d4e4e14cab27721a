/** Fronts of tiny networks, against an oracle that looks for a better plan among every set of used arcs. */
import { checkPortfolio, type Network, NetworkSchema } from "@simbiosi/domain";
import fc from "fast-check";
import loadHighs from "highs";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { frontWith } from "./front.ts";

const solver = highsInThread();
const highs = await loadHighs();
const measures = ["gain", "co2e", "diverted"] as const;

const amount = fc.integer({ min: 1, max: 12 });
const rate = fc.integer({ min: -4, max: 9 });
const charge = fc.integer({ min: -12, max: 0 });
const brought = fc.record({ per_unit: rate, once: charge });

const tiny: fc.Arbitrary<Network> = fc
  .record({
    budget: fc.option(fc.integer({ min: 0, max: 15 }), { nil: null }),
    supplies: fc.tuple(amount, amount),
    demands: fc.tuple(amount, amount),
    hub: fc.record({ gain: charge, co2e: charge, diverted: charge }),
    arcs: fc.uniqueArray(
      fc.record({
        from: fc.constantFrom("s0", "s1"),
        to: fc.constantFrom("d0", "d1", "hub"),
        capacity: amount,
        investment: fc.integer({ min: 0, max: 9 }),
        measures: fc.record({ gain: brought, co2e: brought, diverted: brought }),
      }),
      { maxLength: 4, selector: ({ from, to }) => `${from} ${to}` },
    ),
  })
  .map(({ budget, supplies, demands, hub, arcs }) =>
    NetworkSchema.parse({
      format: "simbiosi-network/1",
      sense: "max",
      budget,
      nodes: [
        ...supplies.map((supply, i) => ({ id: `s${i}`, supply, optional: true })),
        ...demands.map((demand, i) => ({ id: `d${i}`, demand, optional: true })),
        { id: "hub", facility: { measures: hub } },
      ],
      arcs: [...arcs.map((arc, i) => ({ id: `a${i}`, ...arc })), { id: "out", from: "hub", to: "d0", capacity: 20 }],
    }),
  );

/** Σ of what a set of used arcs brings at best: beyond `least` of each measure (weight 1 each), or of one measure alone. */
function bestOf(network: Network, least: readonly number[] | null, of: readonly number[]): number {
  let best = Number.NEGATIVE_INFINITY;
  const { arcs, nodes } = network;
  for (let mask = 0; mask < 2 ** arcs.length; mask++) {
    const used = arcs.filter((_, i) => (mask >> i) & 1);
    if (network.budget != null && used.reduce((sum, { investment }) => sum + investment, 0) > network.budget) continue;
    const running = used.some(({ to }) => to === "hub");
    const hub = nodes.find(({ id }) => id === "hub")?.facility?.measures;
    const once = measures.map(
      (name) =>
        used.reduce((sum, arc) => sum + (arc.measures?.[name]?.once ?? 0), 0) + (running ? (hub?.[name] ?? 0) : 0),
    );
    const term = (factor: number, name: string): string => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`;
    const brings = (name: string): string =>
      ["0 nothing", ...used.map((arc) => term(arc.measures?.[name]?.per_unit ?? 0, `x_${arc.id}`))].join(" ");
    const rows = measures.map((name, k) => ` m${k}: ${brings(name)} - v${k} = ${-(once[k] ?? 0)}`);
    const bounds = measures.map((_, k) => `v${k} >= ${least === null ? -1e6 : (least[k] ?? 0) - 1e-6}`);
    for (const { id, capacity } of used) bounds.push(`0 <= x_${id} <= ${capacity}`);
    for (const { id, supply, demand } of nodes) {
      const ends = used.filter((arc) => arc.from === id || arc.to === id);
      if (ends.length === 0) continue;
      const sum = ends.map((arc) => term(arc.to === id && id === "hub" ? -1 : 1, `x_${arc.id}`)).join(" ");
      rows.push(` n_${id}: ${sum} ${id === "hub" ? "= 0" : `<= ${supply ?? demand}`}`);
    }
    const goal = of.map((weight, k) => term(weight, `v${k}`)).join(" ");
    const written = [
      "Maximize",
      ` obj: ${goal}`,
      "Subject To",
      ...rows,
      "Bounds",
      "0 <= nothing <= 0",
      ...bounds,
      "End",
    ];
    const { Status, ObjectiveValue } = highs.solve(written.join("\n"), { output_flag: false });
    if (Status === "Optimal") best = Math.max(best, ObjectiveValue);
  }
  return best;
}

test("no plan betters a point of the front, and the best of each measure is in it", async () => {
  await fc.assert(
    fc.asyncProperty(tiny, async (network) => {
      const { points } = await frontWith(solver, network, measures, { most: 7, gap: 0, seed: 1 });
      expect(points.length).toBeGreaterThan(0);
      for (const { values, flows, open } of points) {
        expect(checkPortfolio(network, { flows, open }).feasible).toBe(true);
        const room = bestOf(network, values, [1, 1, 1]) - values.reduce((all, value) => all + value, 0);
        expect(room).toBeLessThan(1e-4);
      }
      for (const k of measures.keys()) {
        const most = Math.max(...points.map(({ values }) => values[k] ?? 0));
        const best = bestOf(
          network,
          null,
          measures.map((_, j) => (j === k ? 1 : 0)),
        );
        // What counts for a thousandth may cost the first measure no more than that.
        expect(best - most).toBeLessThan(0.5);
      }
      for (const a of points)
        for (const b of points)
          if (a !== b) expect(a.values.every((value, k) => value >= (b.values[k] ?? 0))).toBe(false);
    }),
    { numRuns: 60 },
  );
});

const byHand = NetworkSchema.parse({
  format: "simbiosi-network/1",
  sense: "max",
  nodes: [
    { id: "s", supply: 10, optional: true },
    { id: "d", demand: 10, optional: true },
    { id: "e", demand: 10, optional: true },
  ],
  arcs: [
    {
      id: "money",
      from: "s",
      to: "d",
      measures: { gain: { per_unit: 5 }, co2e: { per_unit: 1 }, diverted: { per_unit: 1 } },
    },
    {
      id: "climate",
      from: "s",
      to: "e",
      measures: { gain: { per_unit: 1 }, co2e: { per_unit: 3 }, diverted: { per_unit: 1 } },
    },
  ],
});

test("by hand: ten tonnes to share between money and climate; halfway between 10 and 30 tCO2e, five go to each", async () => {
  const { points, stopped } = await frontWith(solver, byHand, measures, { most: 3, gap: 0, seed: 1 });
  // All divert ten tonnes, so the third extreme is one of the first two; 20 tCO2e = 5 × 1 + 5 × 3.
  expect(points.map(({ values }) => values)).toEqual([
    [50, 10, 10],
    [10, 30, 10],
    [30, 20, 10],
  ]);
  expect(points.map(({ gap }) => gap)).toEqual([0, 0, 0]);
  expect(stopped).toBe(false);
});

test("stopped by the user: what was found before", async () => {
  const stop = new AbortController();
  const front = await frontWith(solver, byHand, measures, {
    most: 8,
    gap: 0,
    seed: 1,
    signal: stop.signal,
    onPoint: (found) => found === 2 && stop.abort(),
  });
  expect(front.stopped).toBe(true);
  expect(front.points).toHaveLength(2);
});
