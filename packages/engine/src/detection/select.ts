import {
  type Admission,
  admit,
  classFacts,
  type KnownFlow,
  kindOf,
  type Route,
  type Rule,
  rulesInForce,
  rulesThatMayApply,
  type Setting,
} from "@simbiosi/domain";
import type { Candidates } from "./candidates.ts";

export type Selection = {
  /** Rows of the candidates that are leads, ascending. */
  readonly chosen: readonly number[];
  readonly refused: readonly number[];
  /** Whether a row is admitted, or what keeps it out. */
  readonly outcome: (row: number) => Admission["outcome"];
  /** The same with its verdict, overlap and distance; worked out anew at every call, for the few rows that are shown. */
  readonly admission: (row: number) => Admission;
  /** The flows and the route behind a row. */
  readonly pair: (row: number) => { readonly offer: KnownFlow; readonly need: KnownFlow; readonly route: Route };
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
  const at = (row: number): { offer: KnownFlow; need: KnownFlow; route: Route } => {
    const offer = flows[c.offer[row] ?? -1];
    const need = flows[c.need[row] ?? -1];
    const route = c.routes[c.route[row] ?? -1];
    if (offer === undefined || need === undefined || route === undefined)
      throw new Error("Bug: candidate row out of range");
    return { offer, need, route };
  };
  const inForce = rulesInForce(setting.reference, setting.day);
  const narrowed = new Map<string, readonly Rule[]>();
  const admission = (row: number): Admission => {
    const { offer, need, route } = at(row);
    const kind = kindOf(offer, route);
    const key = `${kind} ${offer.resource?.id} ${need.resource?.id} ${route.id}`;
    let rules = narrowed.get(key);
    if (rules === undefined) {
      const facts = classFacts(setting.reference, setting.context, kind, offer.resource, need.resource, route);
      rules = rulesThatMayApply(inForce, facts);
      narrowed.set(key, rules);
    }
    return admit(setting, offer, need, route, rules);
  };
  const outcomes = new Array<Admission["outcome"] | undefined>(c.count);
  const outcome = (row: number): Admission["outcome"] => {
    outcomes[row] ??= admission(row).outcome;
    return outcomes[row];
  };

  const routeTaken = bestRoute(c, outcome);
  const rowsOf = new Map<number, number[]>();
  const refused = new Set<number>();
  const tempting: number[] = [];
  for (let row = 0; row < c.count; row++) {
    // A tempting conversion is there to be refused with its reason, whatever its score.
    if (c.routes[c.route[row] ?? -1]?.tempting === true) {
      tempting.push(row);
      continue;
    }
    for (const flow of [c.offer[row], c.need[row]]) {
      if (flow === undefined) continue;
      const list = rowsOf.get(flow);
      if (list === undefined) rowsOf.set(flow, [row]);
      else list.push(row);
    }
  }

  const chosen = new Set<number>();
  const walk = (rows: readonly number[]): void => {
    let left = top;
    for (const row of rows) {
      if (left === 0) return;
      const found = outcome(row);
      if (found === "law") refused.add(row);
      if (found !== "admitted" || routeTaken(row) !== row) continue;
      chosen.add(row);
      left -= 1;
    }
  };
  for (const flow of [...rowsOf.keys()].sort((a, b) => a - b)) {
    const rows = (rowsOf.get(flow) ?? []).filter((row) => isViable(c, row));
    for (const metric of [c.gain, c.co2e, c.diverted]) {
      const known = rows.filter(
        (row) => !Number.isNaN(metric[row] ?? Number.NaN) && !Number.isNaN(c.gain[row] ?? Number.NaN),
      );
      // Ties go to the order of the file's ids, fixed by the caller: rows are enumerated in that order.
      walk([...known].sort((a, b) => (metric[b] ?? 0) - (metric[a] ?? 0) || a - b));
    }
    const dark = rows.filter((row) => Number.isNaN(c.gain[row] ?? Number.NaN));
    const sureness = (row: number): number =>
      Math.min(flows[c.offer[row] ?? -1]?.confidence ?? 0, flows[c.need[row] ?? -1]?.confidence ?? 0);
    walk([...dark].sort((a, b) => sureness(b) - sureness(a) || (c.km[a] ?? 0) - (c.km[b] ?? 0) || a - b));
  }
  for (const row of nearestPerOffer(c, tempting, top)) if (outcome(row) === "law") refused.add(row);
  const ascending = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
  return {
    chosen: ascending(chosen),
    refused: onePerPair(c, ascending(refused), new Set(ascending(chosen).map((row) => pairOf(c, row)))),
    outcome,
    admission,
    pair: at,
  };
}

const pairOf = (c: Candidates, row: number): string => `${c.offer[row]}>${c.need[row]}`;

/** A pair is refused once, whatever the routes by which it is; a pair with a lawful route is a lead, not a refusal. */
function onePerPair(c: Candidates, rows: readonly number[], leads: ReadonlySet<string>): readonly number[] {
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
  const rowsOfPair = new Map<string, number[]>();
  for (let row = 0; row < c.count; row++) {
    if (c.routes[c.route[row] ?? -1]?.tempting === true) continue;
    const list = rowsOfPair.get(pairOf(c, row));
    if (list === undefined) rowsOfPair.set(pairOf(c, row), [row]);
    else list.push(row);
  }
  const worth = (row: number): number => {
    const gain = c.gain[row] ?? Number.NaN;
    return Number.isNaN(gain) ? Number.NEGATIVE_INFINITY : gain;
  };
  const taken = new Map<string, number | undefined>();
  return (row) => {
    const pair = pairOf(c, row);
    if (!taken.has(pair)) {
      const rows = rowsOfPair.get(pair) ?? [];
      const best = rows.length === 1 ? rows : [...rows].sort((a, b) => worth(b) - worth(a) || a - b);
      taken.set(
        pair,
        best.find((one) => outcome(one) === "admitted"),
      );
    }
    return taken.get(pair);
  };
}
