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
  const rowsOf: (number[] | undefined)[] = flows.map(() => undefined);
  for (let row = 0; row < c.count; row++) {
    // A tempting conversion is there to be refused with its reason, whatever its score.
    if (c.routes[c.route[row] ?? -1]?.tempting === true) {
      tempting.push(row);
      continue;
    }
    if (!isViable(c, row)) continue;
    for (const flow of [c.offer[row] ?? -1, c.need[row] ?? -1]) {
      const list = rowsOf[flow];
      if (list === undefined) rowsOf[flow] = [row];
      else list.push(row);
    }
  }

  const chosen = new Set<number>();
  const walk = (rows: readonly number[], better: (a: number, b: number) => boolean): void => {
    let left = top;
    for (const row of bestFirst(rows, better)) {
      if (left === 0) return;
      const found = outcome(row);
      if (found === "law") refused.add(row);
      if (found !== "admitted" || routeTaken(row) !== row) continue;
      chosen.add(row);
      left -= 1;
    }
  };
  const isDark = (row: number): boolean => Number.isNaN(c.gain[row] ?? Number.NaN);
  const sureness = (row: number): number =>
    Math.min(flows[c.offer[row] ?? -1]?.confidence ?? 0, flows[c.need[row] ?? -1]?.confidence ?? 0);
  for (const rows of rowsOf) {
    if (rows === undefined) continue;
    const lit = rows.filter((row) => !isDark(row));
    for (const metric of [c.gain, c.co2e, c.diverted]) {
      const of = (row: number): number => metric[row] ?? 0;
      // Ties go to the order of the file's ids, fixed by the caller: rows are enumerated in that order.
      walk(
        metric === c.gain ? lit : lit.filter((row) => !Number.isNaN(metric[row] ?? Number.NaN)),
        (a, b) => of(a) > of(b) || (of(a) === of(b) && a < b),
      );
    }
    walk(rows.filter(isDark), (a, b) => {
      const order = sureness(b) - sureness(a) || (c.km[a] ?? 0) - (c.km[b] ?? 0) || a - b;
      return order < 0;
    });
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
