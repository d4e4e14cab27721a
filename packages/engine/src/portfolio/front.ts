import { type Network, type PortfolioDecision, planMeasure } from "@simbiosi/domain";
import type { PortfolioAnswer } from "./answer.ts";
import { optimiseWith, type PortfolioOptions } from "./optimise.ts";
import type { Solver } from "./solver.ts";

/** A plan that no other betters in every measure. */
export type FrontPoint = PortfolioDecision & {
  /** In the order of the measures. */
  readonly values: readonly number[];
  /** How far its own programme may be from its best, as in the plan's own gap. */
  readonly gap: number;
};

export type Front = {
  /** Best of each measure first, then compromises. */
  readonly points: readonly FrontPoint[];
  /** Whether the user or the clock ended it before its time. */
  readonly stopped: boolean;
};

export type FrontOptions = PortfolioOptions & {
  readonly most: number;
  readonly onPoint?: (found: number) => void;
};

// A measure that is not the one sought counts for a thousandth: of two plans equally good in the first, the better in the others.
const secondary = 1e-3;
// Whatever the units of the file, an objective of the front is of this size at most.
const size = 1e6;
// Points tried for each one wanted: some floors cannot be met together, some give a plan that is known.
const triesEach = 4;

/**
 * The compromises of a network between its measures, all to be as large as possible: first the best plan of each, then
 * the best of the first measure when the others must reach floors halfway, a quarter, three quarters … of their range.
 * Method: augmented ε-constraint (Mavrotas, 2009). Every point is the optimum of a programme within its gap; with
 * gap 0 no plan betters a point in one measure without losing in another. What some other point betters is left out.
 *
 * @param measures names carried by the network's arcs and facilities; the network's own objective takes no part
 */
export async function frontWith(
  solver: Solver,
  network: Network,
  measures: readonly string[],
  { most, onPoint, ...options }: FrontOptions,
): Promise<Front> {
  const scales = measures.map((name) => scaleOf(network, name));
  const points: FrontPoint[] = [];
  let stopped = false;

  const seek = async (main: number, floors: Readonly<Record<string, number>>): Promise<void> => {
    const weights = new Map(
      measures.map((name, k) => [name, (size / (scales[k] ?? 1)) * (k === main ? 1 : secondary)]),
    );
    const answer = await optimiseWith(solver, weighted(network, weights, floors), options);
    stopped ||= answer.stopped_by === "user" || answer.stopped_by === "time";
    const point = pointOf(network, measures, answer);
    if (point === null || points.some((known) => same(known, point, scales))) return;
    points.push(point);
    onPoint?.(points.length);
  };

  for (const k of measures.keys()) if (points.length < most && !stopped) await seek(k, {});
  const ranges = measures.map((_, k) => rangeOf(points, k));
  let tries = triesEach * most;
  for (const asked of compromises(measures.length)) {
    if (points.length >= most || stopped || tries-- <= 0) break;
    const wide = asked.filter(({ measure }) => {
      const { low, high } = ranges[measure] ?? { low: 0, high: 0 };
      return high - low > 1e-6 * (scales[measure] ?? 1);
    });
    if (wide.length < asked.length) continue;
    await seek(
      0,
      Object.fromEntries(
        asked.map(({ measure, share }) => {
          const { low, high } = ranges[measure] ?? { low: 0, high: 0 };
          return [measures[measure] ?? "", low + share * (high - low)];
        }),
      ),
    );
  }
  return { points: points.filter((point) => !points.some((other) => betters(other, point, scales))), stopped };
}

type Ask = { readonly measure: number; readonly share: number };

/** Floors to try, without end: on each measure but the first, then on all of them, at 1/2, 1/4, 3/4, 1/8 … of their range. */
function* compromises(measures: number): Generator<readonly Ask[]> {
  const others = Array.from({ length: measures - 1 }, (_, i) => i + 1);
  for (let parts = 2; others.length > 0; parts *= 2)
    for (let part = 1; part < parts; part += 2) {
      const share = part / parts;
      for (const measure of others) yield [{ measure, share }];
      if (others.length > 1) yield others.map((measure) => ({ measure, share }));
    }
}

function pointOf(network: Network, measures: readonly string[], answer: PortfolioAnswer): FrontPoint | null {
  const { flows, open, gap } = answer;
  if (answer.objective === null || gap === null) return null;
  return { flows, open, gap, values: measures.map((name) => planMeasure(network, { flows, open }, name)) };
}

/** The same exchanges, whose only objective is the weighted sum of the measures. */
function weighted(
  network: Network,
  weights: ReadonlyMap<string, number>,
  floors: Readonly<Record<string, number>>,
): Network {
  const total = (part: (name: string) => number): number =>
    [...weights].reduce((all, [name, weight]) => all + weight * part(name), 0);
  return {
    ...network,
    sense: "max",
    floors: { ...network.floors, ...floors },
    nodes: network.nodes.map((node) => ({
      ...node,
      ...(node.unused_cost == null ? {} : { unused_cost: 0 }),
      ...(node.unmet_cost == null ? {} : { unmet_cost: 0 }),
      ...(node.facility == null
        ? {}
        : { facility: { ...node.facility, fixed_cost: total((name) => node.facility?.measures?.[name] ?? 0) } }),
    })),
    arcs: network.arcs.map((arc) => ({
      ...arc,
      unit_cost: total((name) => arc.measures?.[name]?.per_unit ?? 0),
      fixed_cost: total((name) => arc.measures?.[name]?.once ?? 0),
    })),
  };
}

/** The order of size of a measure: what all arcs would bring at once. */
function scaleOf(network: Network, name: string): number {
  const most = new Map(network.nodes.map(({ id, supply, demand }) => [id, Math.max(supply ?? 0, demand ?? 0)]));
  const whole = network.arcs.reduce((all, { measures, capacity, from, to }) => {
    const brought = measures?.[name];
    if (brought === undefined) return all;
    const amount = capacity ?? Math.max(most.get(from) ?? 0, most.get(to) ?? 0);
    return all + Math.abs(brought.per_unit * amount + brought.once);
  }, 0);
  return whole > 0 && Number.isFinite(whole) ? whole : 1;
}

function rangeOf(points: readonly FrontPoint[], k: number): { readonly low: number; readonly high: number } {
  const values = points.map(({ values }) => values[k] ?? 0);
  return { low: Math.min(...values), high: Math.max(...values) };
}

// Plans closer than this share of a measure's size are the same plan.
const rounding = 1e-9;

const same = (a: FrontPoint, b: FrontPoint, scales: readonly number[]): boolean =>
  scales.every((scale, k) => Math.abs((a.values[k] ?? 0) - (b.values[k] ?? 0)) <= rounding * scale);

const betters = (a: FrontPoint, b: FrontPoint, scales: readonly number[]): boolean =>
  !same(a, b, scales) && scales.every((scale, k) => (a.values[k] ?? 0) >= (b.values[k] ?? 0) - rounding * scale);
