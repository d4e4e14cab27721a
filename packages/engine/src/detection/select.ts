import type { AdmissionOutcome, KnownFlow, Setting, Verdict } from "@simbiosi/domain";
import { admissions } from "./admissions.ts";
import { bestFirst } from "./best-first.ts";
import type { Candidates } from "./candidates.ts";

export type Selection = {
  /** Rows of the candidates that are leads, ascending. */
  readonly chosen: readonly number[];
  readonly refused: readonly number[];
  /** Whether a row is admitted, or what keeps it out. */
  readonly outcome: (row: number) => AdmissionOutcome;
  /** What the law says of a row: one object for all rows of which it says the same. */
  readonly verdict: (row: number) => Verdict;
};

/** A pair is worth a look when its gain may be positive, or it avoids emissions, or we cannot tell yet. */
export const isViable = (c: Candidates, row: number): boolean => {
  const best = c.bestGain[row] ?? Number.NaN;
  return Number.isNaN(best) || best > 0 || (c.co2e[row] ?? 0) > 0;
};

/**
 * The K best rows of every flow, on both sides, by gain, by tCO2e and by tonnes: their union. Exact: each flow's
 * rows are walked from the best down and admitted (season, quality, distance, law) one by one until K are in.
 * Rows whose gain is unknown have a walk of their own, so that no missing figure hides a lead.
 */
export function select(setting: Setting, flows: readonly KnownFlow[], c: Candidates, top: number): Selection {
  const { outcome, verdict } = admissions(setting, flows, c);
  const routeTaken = bestRoute(c, outcome);
  const refused = new Set<number>();
  const tempting: number[] = [];
  const viable = new Uint8Array(c.count);
  for (let row = 0; row < c.count; row++) {
    // A tempting conversion is there to be refused with its reason, whatever its score.
    if (c.routes[c.route[row] ?? -1]?.tempting === true) tempting.push(row);
    else if (isViable(c, row)) viable[row] = 1;
  }
  const chosen = new Set<number>();
  const walk = (rows: Int32Array, better: (a: number, b: number) => boolean): void => {
    const next = bestFirst(rows, better);
    for (let left = top; left > 0; ) {
      const row = next();
      if (row < 0) return;
      const found = outcome(row);
      if (found === "law") refused.add(row);
      if (found !== "admitted" || routeTaken(row) !== row) continue;
      chosen.add(row);
      left -= 1;
    }
  };
  // One walk for each measure: ties go to the order of the file's ids, fixed by the caller, in which rows are enumerated.
  const measures = [c.gain, c.co2e, c.diverted].map((metric) => ({
    metric,
    better: (a: number, b: number): boolean => {
      const [one, other] = [metric[a] ?? 0, metric[b] ?? 0];
      return one > other || (one === other && a < b);
    },
  }));
  const sureness = (row: number): number =>
    Math.min(flows[c.offer[row] ?? -1]?.confidence ?? 0, flows[c.need[row] ?? -1]?.confidence ?? 0);
  const surer = (a: number, b: number): boolean => {
    const order = sureness(b) - sureness(a) || (c.km[a] ?? 0) - (c.km[b] ?? 0) || a - b;
    return order < 0;
  };
  for (const rows of rowsByFlow(flows.length, c, viable)) {
    if (rows.length === 0) continue;
    const lit = rows.filter((row) => !Number.isNaN(c.gain[row] ?? Number.NaN));
    for (const { metric, better } of measures)
      walk(
        lit.filter((row) => !Number.isNaN(metric[row] ?? Number.NaN)),
        better,
      );
    if (lit.length < rows.length)
      walk(
        rows.filter((row) => Number.isNaN(c.gain[row] ?? Number.NaN)),
        surer,
      );
  }
  for (const row of nearestPerOffer(c, tempting, top)) if (outcome(row) === "law") refused.add(row);
  const ascending = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
  return {
    chosen: ascending(chosen),
    refused: onePerPair(c, ascending(refused), new Set(ascending(chosen).map((row) => pairOf(c, row)))),
    outcome,
    verdict,
  };
}

/** The rows that are marked, by flow, ascending: one table with a stretch for each flow. */
function* rowsByFlow(count: number, c: Candidates, marked: Uint8Array): Generator<Int32Array> {
  const ends = new Int32Array(count + 1);
  for (let row = 0; row < c.count; row++) {
    if (marked[row] === 0) continue;
    for (const side of [c.offer, c.need]) {
      const next = (side[row] ?? -1) + 1;
      ends[next] = (ends[next] ?? 0) + 1;
    }
  }
  for (let flow = 0; flow < count; flow++) ends[flow + 1] = (ends[flow + 1] ?? 0) + (ends[flow] ?? 0);
  const starts = ends.slice();
  const rows = new Int32Array(ends[count] ?? 0);
  for (let row = 0; row < c.count; row++) {
    if (marked[row] === 0) continue;
    for (const side of [c.offer, c.need]) {
      const flow = side[row] ?? -1;
      const at = starts[flow] ?? 0;
      rows[at] = row;
      starts[flow] = at + 1;
    }
  }
  for (let flow = 0; flow < count; flow++) yield rows.subarray(ends[flow], ends[flow + 1]);
}

const pairOf = (c: Candidates, row: number): number => (c.offer[row] ?? 0) * 2 ** 24 + (c.need[row] ?? 0);

/** A pair is refused once, whatever the routes by which it is; a pair with a lawful route is a lead, not a refusal. */
function onePerPair(c: Candidates, rows: readonly number[], leads: ReadonlySet<number>): readonly number[] {
  const seen = new Set(leads);
  return rows.filter((row) => {
    const known = seen.has(pairOf(c, row));
    seen.add(pairOf(c, row));
    return !known;
  });
}

/** A tempting idea is shown with its nearest partners, not with every one of a large territory. */
function nearestPerOffer(c: Candidates, rows: readonly number[], top: number): readonly number[] {
  const byOffer = new Map<number, number[]>();
  for (const row of rows) {
    const offer = c.offer[row] ?? -1;
    const list = byOffer.get(offer);
    if (list === undefined) byOffer.set(offer, [row]);
    else list.push(row);
  }
  return [...byOffer.values()].flatMap((list) =>
    list.sort((a, b) => (c.km[a] ?? 0) - (c.km[b] ?? 0) || a - b).slice(0, top),
  );
}

/**
 * One lead per offer and need: where several routes join them, the admitted one with the best gain; an unknown gain
 * yields to a known one, ties go to the row enumerated first.
 */
function bestRoute(c: Candidates, outcome: Selection["outcome"]): (row: number) => number | undefined {
  // Rows of one pair as a chain: the first of it, and the next after each. Rows of an offer stand together.
  const first = new Int32Array(c.count);
  const next = new Int32Array(c.count).fill(-1);
  const last = new Map<number, number>();
  let offer = -1;
  for (let row = 0; row < c.count; row++) {
    if (c.routes[c.route[row] ?? -1]?.tempting === true) continue;
    if (c.offer[row] !== offer) {
      last.clear();
      offer = c.offer[row] ?? -1;
    }
    const need = c.need[row] ?? -1;
    const before = last.get(need);
    first[row] = before === undefined ? row : (first[before] ?? row);
    if (before !== undefined) next[before] = row;
    last.set(need, row);
  }
  const worth = (row: number): number => {
    const gain = c.gain[row] ?? Number.NaN;
    return Number.isNaN(gain) ? Number.NEGATIVE_INFINITY : gain;
  };
  const taken = new Map<number, number | undefined>();
  return (row) => {
    const head = first[row] ?? row;
    if (next[head] === -1) return outcome(head) === "admitted" ? head : undefined;
    if (!taken.has(head)) {
      const rows: number[] = [];
      for (let one = head; one !== -1; one = next[one] ?? -1) rows.push(one);
      rows.sort((a, b) => worth(b) - worth(a) || a - b);
      taken.set(
        head,
        rows.find((one) => outcome(one) === "admitted"),
      );
    }
    return taken.get(head);
  };
}
