/** Capacitated facility location, the classical shape of published instances, against every set of open facilities. */
import { type Network, NetworkSchema } from "@simbiosi/domain";
import fc from "fast-check";
import loadHighs from "highs";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { optimiseWith } from "./optimise.ts";

const solver = highsInThread();
const highs = await loadHighs();

type Instance = {
  readonly plants: readonly { readonly opening: number; readonly capacity: number; readonly x: number }[];
  readonly clients: readonly { readonly demand: number; readonly x: number }[];
  readonly single: boolean;
};

const instance: fc.Arbitrary<Instance> = fc.record({
  plants: fc.array(
    fc.record({
      opening: fc.integer({ min: 0, max: 200 }),
      capacity: fc.integer({ min: 10, max: 60 }),
      x: fc.integer({ min: 0, max: 50 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  clients: fc.array(fc.record({ demand: fc.integer({ min: 1, max: 20 }), x: fc.integer({ min: 0, max: 50 }) }), {
    minLength: 1,
    maxLength: 5,
  }),
  single: fc.boolean(),
});

const cost = (plant: { readonly x: number }, client: { readonly x: number }): number => Math.abs(plant.x - client.x);

/** Each plant is a facility with what it can make as its own supply. */
const asNetwork = ({ plants, clients, single }: Instance): Network =>
  NetworkSchema.parse({
    format: "simbiosi-network/1",
    nodes: [
      ...plants.map(({ opening, capacity }, i) => ({
        id: `p${i}`,
        supply: 1000,
        optional: true,
        facility: { fixed_cost: opening, capacity },
      })),
      ...clients.map(({ demand }, j) => ({ id: `c${j}`, demand })),
    ],
    arcs: plants.flatMap((plant, i) =>
      clients.map((client, j) => ({
        id: `p${i}-c${j}`,
        from: `p${i}`,
        to: `c${j}`,
        unit_cost: cost(plant, client),
        single_source: single,
      })),
    ),
  });

/** The cheapest over every set of open plants; with single sources, over every assignment of clients too. */
function everySet({ plants, clients, single }: Instance): number {
  let best = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** plants.length; set++) {
    const open = plants.filter((_, i) => (set >> i) & 1);
    const opening = open.reduce((sum, plant) => sum + plant.opening, 0);
    best = Math.min(
      best,
      opening +
        (single
          ? assigned(
              open,
              clients,
              0,
              open.map(() => 0),
            )
          : shared(open, clients)),
    );
  }
  return best;
}

function assigned(open: Instance["plants"], clients: Instance["clients"], next: number, loads: number[]): number {
  const client = clients[next];
  if (client === undefined) return 0;
  let best = Number.POSITIVE_INFINITY;
  for (const [i, plant] of open.entries()) {
    const load = (loads[i] ?? 0) + client.demand;
    if (load > plant.capacity) continue;
    const after = assigned(open, clients, next + 1, loads.with(i, load));
    best = Math.min(best, cost(plant, client) * client.demand + after);
  }
  return best;
}

function shared(open: Instance["plants"], clients: Instance["clients"]): number {
  const x = (i: number, j: number): string => `x${i}_${j}`;
  const costs = open.flatMap((plant, i) => clients.map((client, j) => `${cost(plant, client)} ${x(i, j)}`));
  const rows = [
    ...clients.map(({ demand }, j) => `${["0 none", ...open.map((_, i) => x(i, j))].join(" + ")} = ${demand}`),
    ...open.map(({ capacity }, i) => `${clients.map((_, j) => x(i, j)).join(" + ")} <= ${capacity}`),
  ];
  const text = ["Minimize", ` ${["0 none", ...costs].join(" + ")}`, "Subject To", ...rows, "End"].join("\n");
  const result = highs.solve(text, { output_flag: false });
  return result.Status === "Optimal" ? result.ObjectiveValue : Number.POSITIVE_INFINITY;
}

test("facility location: the optimum is that of the best set of plants", async () => {
  await fc.assert(
    fc.asyncProperty(instance, async (drawn) => {
      const naive = everySet(drawn);
      const answer = await optimiseWith(solver, asNetwork(drawn), { gap: 0, seed: 1 });
      expect(answer.status).toBe(naive === Number.POSITIVE_INFINITY ? "infeasible" : "optimal");
      if (answer.objective === null) return;
      expect(answer.objective).toBeCloseTo(naive, 6);
      expect(answer.bound).toBeCloseTo(naive, 6);
      expect(answer.checker).toMatchObject({ feasible: true, violations: [] });
      // Every plant that ships is listed as open, and no other.
      const shipping = new Set(answer.flows.map(({ arc }) => arc.split("-")[0]));
      expect(answer.open).toEqual([...shipping].sort());
    }),
  );
});
