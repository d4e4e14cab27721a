/** Small random networks, against an oracle that tries every set of used arcs and open facilities. */
import { checkPortfolio, type Network, NetworkSchema } from "@simbiosi/domain";
import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { optimiseWith } from "./optimise.ts";
import { withSmallPrograms } from "./small-programs.ts";

// By the solver that large programs need, and with small ones solved apart: what is true of one is true of the other.
const solvers = { "HiGHS alone": highsInThread(), "small programs apart": withSmallPrograms(highsInThread()) };
const highs = await loadHighs();

type Best =
  | { readonly status: "optimal"; readonly objective: number }
  | { readonly status: "infeasible" | "unbounded" };

/** Every subset of arcs and facilities in turn, each a plain linear program written out as text. */
function naiveOptimum(network: Network): Best {
  const { arcs, nodes, sense } = network;
  const facilities = nodes.filter(({ facility }) => facility != null);
  let best: number | undefined;
  for (let arcMask = 0; arcMask < 2 ** arcs.length; arcMask++) {
    for (let openMask = 0; openMask < 2 ** facilities.length; openMask++) {
      const used = arcs.filter((_, i) => (arcMask >> i) & 1);
      const open = facilities.filter((_, i) => (openMask >> i) & 1);
      const spent =
        used.reduce((sum, { investment }) => sum + investment, 0) +
        open.reduce((sum, { facility }) => sum + (facility?.investment ?? 0), 0);
      if (network.budget != null && spent > network.budget) continue;
      if (used.some(({ runs = [] }) => runs.some((id) => !open.some((node) => node.id === id)))) continue;
      if (used.some((a) => a.single_source && used.some((b) => b !== a && b.to === a.to))) continue;
      const fixed =
        used.reduce((sum, { fixed_cost }) => sum + fixed_cost, 0) +
        open.reduce((sum, { facility }) => sum + (facility?.fixed_cost ?? 0), 0);
      const result = highs.solve(linearProgram(network, used, open), { output_flag: false });
      if (result.Status === "Unbounded" || result.Status === "Primal infeasible or unbounded") {
        // Told apart by asking for any plan at all.
        const any = highs.solve(linearProgram({ ...network, arcs: free(arcs) }, free(used), open), {
          output_flag: false,
        });
        if (any.Status === "Optimal") return { status: "unbounded" };
      }
      if (result.Status !== "Optimal") continue;
      const value = result.ObjectiveValue + fixed;
      if (best === undefined || (sense === "min" ? value < best : value > best)) best = value;
    }
  }
  return best === undefined ? { status: "infeasible" } : { status: "optimal", objective: best };
}

// A rewarded use must be a real one, however little.
const real = 1e-5;
const rewards = ({ sense }: Network, fixedCost: number): boolean => (sense === "min" ? fixedCost < 0 : fixedCost > 0);

const free = (arcs: Network["arcs"]): Network["arcs"] => arcs.map((arc) => ({ ...arc, unit_cost: 0 }));

function linearProgram(network: Network, used: Network["arcs"], open: Network["nodes"]): string {
  const term = (factor: number, name: string): string => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`;
  const cost: string[] = ["0 nothing"];
  const rows: string[] = [];
  const bounds: string[] = ["0 <= nothing <= 0"];
  for (const arc of used) {
    cost.push(term(arc.unit_cost, `x_${arc.id}`));
    const demand = network.nodes.find(({ id }) => id === arc.to)?.demand ?? 0;
    const least = arc.single_source ? demand / arc.yield : 0;
    bounds.push(`x_${arc.id} >= ${Math.max(least, arc.min_lot, rewards(network, arc.fixed_cost) ? real : 0)}`);
    if (arc.single_source) rows.push(`x_${arc.id} = ${demand / arc.yield}`);
    if (arc.capacity != null) rows.push(`x_${arc.id} <= ${arc.capacity}`);
  }
  for (const node of network.nodes) {
    for (const [name, most] of Object.entries(node.doses ?? {})) {
      const dosed = used.filter((arc) => arc.to === node.id && arc.doses?.includes(name));
      if (dosed.length > 0) rows.push(`${dosed.map((arc) => term(arc.yield, `x_${arc.id}`)).join(" ")} <= ${most}`);
    }
    const users = used.filter(({ runs }) => runs?.includes(node.id));
    if (network.arcs.some(({ runs }) => runs?.includes(node.id))) {
      const carried = `0 nothing ${users.map((arc) => term(1, `x_${arc.id}`)).join(" ")}`;
      if (node.facility?.capacity != null) rows.push(`${carried} <= ${node.facility.capacity}`);
      if (open.includes(node) && rewards(network, node.facility?.fixed_cost ?? 0)) rows.push(`${carried} >= ${real}`);
      continue;
    }
    const into = used.filter(({ to }) => to === node.id).map((arc) => term(arc.yield, `x_${arc.id}`));
    const from = used.filter((arc) => arc.from === node.id).map((arc) => term(-1, `x_${arc.id}`));
    const [w, v] = [`w_${node.id}`, `v_${node.id}`];
    const mayLeave = node.optional || node.unused_cost != null;
    const mayMiss = node.optional || node.unmet_cost != null;
    bounds.push(
      `0 <= ${w} <= ${mayLeave ? (node.supply ?? 0) : 0}`,
      `0 <= ${v} <= ${mayMiss ? (node.demand ?? 0) : 0}`,
    );
    cost.push(term(node.unused_cost ?? 0, w), term(node.unmet_cost ?? 0, v));
    rows.push(`${[...into, ...from].join(" ")} - ${w} + ${v} = ${(node.demand ?? 0) - (node.supply ?? 0)}`);
    if (node.facility == null) continue;
    const most = open.includes(node) ? node.facility.capacity : 0;
    const throughput = `${into.join(" ")} - ${w}`;
    if (most != null) rows.push(`${throughput} <= ${most - (node.supply ?? 0)}`);
    if (open.includes(node) && rewards(network, node.facility.fixed_cost)) {
      rows.push(`${throughput} >= ${real - (node.supply ?? 0)}`);
    }
  }
  const named = rows.map((row, i) => ` r${i}: ${row}`);
  const sense = network.sense === "min" ? "Minimize" : "Maximize";
  return [sense, ` obj: ${cost.join(" + ")}`, "Subject To", ...named, "Bounds", ...bounds, "End"].join("\n");
}

const amount = fc.integer({ min: 0, max: 12 });
const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3, nil: null });
const often = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 1, nil: null });

const nodeOf = (id: string) =>
  fc.record({
    id: fc.constant(id),
    supply: often(amount),
    unused_cost: often(fc.integer({ min: -2, max: 20 })),
    demand: often(amount),
    unmet_cost: often(fc.integer({ min: -2, max: 40 })),
    optional: fc.constantFrom(false, false, true),
    doses: fc.constantFrom({}, {}, { mix: 3 }, { mix: 6, part: 2 }),
    facility: rarely(
      fc.record({ fixed_cost: fc.integer({ min: 0, max: 30 }), capacity: often(amount), investment: amount }),
    ),
  });

const loses = [1, 1, 0.5, 0.8];
const gains = [...loses, 1.25];

const network = (capacity: fc.Arbitrary<number | null>, kept = loses): fc.Arbitrary<Network> =>
  fc
    .integer({ min: 2, max: 4 })
    .chain((count) => {
      const ids = Array.from({ length: count }, (_, i) => `n${i}`);
      const arc = fc.record({
        ends: fc.tuple(fc.nat(count - 1), fc.nat(count - 2)),
        unit_cost: fc.integer({ min: -3, max: 9 }),
        fixed_cost: fc.integer({ min: 0, max: 20 }),
        capacity,
        min_lot: fc.constantFrom(0, 0, 0, 2, 5),
        keeps: fc.constantFrom(...kept),
        investment: fc.constantFrom(0, 3, 7),
        single_source: fc.constantFrom(false, false, false, true),
        dosed: fc.boolean(),
        runs: fc.constantFrom(false, false, true),
      });
      return fc.record({
        sense: fc.constantFrom("min" as const, "max" as const),
        // Tonnes here, cubic metres there: yields above one that make no matter.
        density: fc.tuple(...ids.map(() => fc.constantFrom(1, 1, 1.25))),
        budget: often(fc.integer({ min: 0, max: 20 })),
        nodes: fc.tuple(...ids.map(nodeOf)),
        shared: fc.record({
          fixed_cost: fc.integer({ min: 0, max: 30 }),
          capacity: rarely(amount),
          investment: fc.constantFrom(0, 4, 9),
        }),
        arcs: fc.array(arc, { maxLength: 5 }),
      });
    })
    .map(({ arcs, density, shared, ...rest }) =>
      NetworkSchema.parse({
        format: "simbiosi-network/1",
        ...rest,
        // One machine that several arcs may need, whatever their ends.
        nodes: [...rest.nodes, ...(arcs.some(({ runs }) => runs) ? [{ id: "shared", facility: shared }] : [])],
        arcs: arcs.map(({ ends: [from, step], keeps, dosed, runs, ...arc }, i) => {
          const to = (from + 1 + step) % rest.nodes.length;
          const target = rest.nodes[to];
          return {
            ...arc,
            yield: (keeps * (density[to] ?? 1)) / (density[from] ?? 1),
            id: `a${i}`,
            from: `n${from}`,
            to: `n${to}`,
            single_source: arc.single_source && target?.demand != null,
            doses: dosed ? Object.keys(target?.doses ?? {}) : [],
            runs: runs ? ["shared"] : [],
          };
        }),
      }),
    );

/** Gains and costs of the drawn arcs and facilities, as charges in the network's own sense or shifted to either sign. */
function withFixedCosts(drawn: Network, fixed: (sense: Network["sense"], cost: number) => number): Network {
  return {
    ...drawn,
    arcs: drawn.arcs.map((arc) => ({ ...arc, fixed_cost: fixed(drawn.sense, arc.fixed_cost) })),
    nodes: drawn.nodes.map((node) =>
      node.facility == null
        ? node
        : { ...node, facility: { ...node.facility, fixed_cost: fixed(drawn.sense, node.facility.fixed_cost) } },
    ),
  };
}
const charges = (sense: Network["sense"], cost: number): number => (sense === "min" ? cost : -cost);

describe.each(Object.entries(solvers))("%s", (_, solver) => {
  test.each([
    { name: "fixed costs that are charges", fixed: charges, capacity: often(amount), within: 1e-6 },
    {
      name: "fixed costs of either sign, where every arc is limited",
      fixed: (_: Network["sense"], cost: number) => cost - 10,
      capacity: amount,
      within: 5e-3, // a reward is fetched with as little as counts for a use: here and there not the same little
    },
  ])("the optimum is the one found by trying everything: $name", async ({ fixed, capacity, within }) => {
    await fc.assert(
      fc.asyncProperty(network(capacity), async (drawn) => {
        const tried = withFixedCosts(drawn, fixed);
        const naive = naiveOptimum(tried);
        const answer = await optimiseWith(solver, tried, { gap: 0, seed: 1 });
        expect(answer.status).toBe(naive.status);
        if (naive.status !== "optimal") return;
        const size = Math.max(1, Math.abs(naive.objective));
        expect(Math.abs((answer.objective ?? Number.NaN) - naive.objective) / size).toBeLessThan(within);
        expect(answer.checker.feasible).toBe(true);
        expect(Math.abs((answer.checker.objective ?? Number.NaN) - (answer.objective ?? 0)) / size).toBeLessThan(1e-9);
        expect(checkPortfolio(tried, answer)).toEqual(answer.checker);
      }),
    );
  });

  test("where a loop makes matter, no more is claimed than is true", async () => {
    await fc.assert(
      fc.asyncProperty(network(often(amount), gains), async (drawn) => {
        const tried = withFixedCosts(drawn, charges);
        const naive = naiveOptimum(tried);
        const { status, objective, bound, checker } = await optimiseWith(solver, tried, { gap: 0, seed: 1 });
        if (status !== "feasible") {
          expect(status).toBe(naive.status);
          return;
        }
        expect(checker.feasible).toBe(true);
        if (naive.status !== "optimal") return;
        const sign = tried.sense === "min" ? 1 : -1;
        const slack = 1e-6 * Math.max(1, Math.abs(naive.objective));
        expect(sign * ((objective ?? Number.NaN) - naive.objective)).toBeGreaterThan(-slack);
        if (bound !== null) expect(sign * (naive.objective - bound)).toBeGreaterThan(-slack);
      }),
    );
  });

  const costly = network(often(amount)).map((drawn) => withFixedCosts(drawn, charges));

  test("no answer tampered with is accepted and better", async () => {
    await fc.assert(
      fc.asyncProperty(
        costly,
        fc.nat(),
        fc.constantFrom(0, 0.9, 1.1),
        fc.boolean(),
        async (tried, pick, times, shut) => {
          const answer = await optimiseWith(solver, tried, { gap: 0, seed: 1 });
          if (answer.objective === null || answer.flows.length === 0) return;
          const chosen = pick % answer.flows.length;
          const flows = answer.flows.map((flow, i) => (i === chosen ? { ...flow, amount: flow.amount * times } : flow));
          const verdict = checkPortfolio(tried, { flows, open: shut ? [] : answer.open });
          if (!verdict.feasible) return;
          const gained = (tried.sense === "min" ? 1 : -1) * (answer.objective - (verdict.objective ?? Number.NaN));
          expect(gained).toBeLessThan(1e-6 * Math.max(1, Math.abs(answer.objective)));
        },
      ),
    );
  });

  test("the same network gives the same answer, in whatever order it is written", async () => {
    const written = costly.chain((tried) =>
      fc.record({
        tried: fc.constant(tried),
        nodes: fc.shuffledSubarray(tried.nodes, { minLength: tried.nodes.length }),
        arcs: fc.shuffledSubarray(tried.arcs, { minLength: tried.arcs.length }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(written, async ({ tried, nodes, arcs }) => {
        const answer = await optimiseWith(solver, tried, { gap: 0, seed: 3 });
        const again = await optimiseWith(solver, { ...tried, nodes, arcs }, { gap: 0, seed: 3 });
        const flows = (some: typeof answer) => JSON.stringify({ ...some, checker: null });
        expect(flows(again)).toBe(flows(answer));
        expect(again.checker.feasible).toBe(answer.checker.feasible);
      }),
    );
  });

  test("in kilograms and in kilotonnes, in cents and in millions, the optimum is the same", async () => {
    const units = fc.constantFrom(1e-3, 1e3, 1e6);
    await fc.assert(
      fc.asyncProperty(costly, units, units, async (tried, quantity, money) => {
        const answer = await optimiseWith(solver, tried, { gap: 0, seed: 1 });
        const rescaled = await optimiseWith(solver, inUnits(tried, quantity, money), { gap: 0, seed: 1 });
        expect(rescaled.status).toBe(answer.status);
        if (answer.objective === null) return;
        const size = Math.max(1, Math.abs(answer.objective));
        expect(Math.abs((rescaled.objective ?? Number.NaN) / money - answer.objective)).toBeLessThan(1e-6 * size);
      }),
    );
  });

  function inUnits(tried: Network, quantity: number, money: number): Network {
    const q = (value: number | null | undefined) => (value == null ? null : value * quantity);
    const each = (value: number | null | undefined) => (value == null ? null : (value * money) / quantity);
    return {
      ...tried,
      nodes: tried.nodes.map((node) => ({
        ...node,
        supply: q(node.supply),
        demand: q(node.demand),
        unused_cost: each(node.unused_cost),
        unmet_cost: each(node.unmet_cost),
        doses: Object.fromEntries(Object.entries(node.doses ?? {}).map(([name, most]) => [name, most * quantity])),
        facility:
          node.facility == null
            ? null
            : { ...node.facility, fixed_cost: node.facility.fixed_cost * money, capacity: q(node.facility.capacity) },
      })),
      arcs: tried.arcs.map((arc) => ({
        ...arc,
        unit_cost: (arc.unit_cost * money) / quantity,
        fixed_cost: arc.fixed_cost * money,
        capacity: q(arc.capacity),
        min_lot: arc.min_lot * quantity,
      })),
    };
  }
});
