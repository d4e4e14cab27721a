import {
  admit,
  assessExchange,
  byCodeUnit,
  type Establishment,
  easeValue,
  facilitySites,
  type KnownFlow,
  type PoolQuestion,
  type PoolShortfall,
  type RankedSynergy,
  type RefusedPair,
  ranked,
  readingsLaw,
  type Setting,
  type Synergy,
  seasonShare,
  stepsOf,
  type Unmatched,
  type Verdict,
  type Worth,
  waysBetween,
} from "@simbiosi/domain";
import { type Candidates, candidates, pairAt } from "./candidates.ts";
import { detectPools } from "./pools.ts";
import { surestRows } from "./readings.ts";
import { select } from "./select.ts";
import { unmatchedFlows } from "./unmatched.ts";

export type Detection = {
  readonly synergies: readonly RankedSynergy[];
  readonly refused: readonly RefusedPair[];
  readonly unmatched: readonly Unmatched[];
  /** Pools that are still too small, with their nearest viable form. */
  readonly shortfalls: readonly PoolShortfall[];
  /** What to ask so that a pool can be found or widened. */
  readonly poolQuestions: readonly PoolQuestion[];
  /** Class-compatible pairs that were scored. */
  readonly pairs: number;
};

/** Scoring of all pairs, choice of the best of each flow, groups of needs, ranking and what found no partner. */
export type DetectPhase = "candidates" | "select" | "pools" | "rank";

export type DetectOptions = {
  /** Best leads kept per flow, per measure (gain, tCO2e, tonnes), on both sides. */
  readonly top: number;
  /** Every establishment, with or without a flow: some pools are found from its card. By default those of the flows. */
  readonly sites?: readonly Establishment[];
  /** Told each phase as it begins. */
  readonly onPhase?: (phase: DetectPhase) => void;
};

/**
 * Finds and assesses the leads of a territory: exchanges, transformations, shared capacities and pools.
 * The result does not depend on the order of the file: flows are taken in the order of their ids.
 */
export function detect(
  setting: Setting,
  unordered: readonly KnownFlow[],
  { top, sites, onPhase }: DetectOptions,
): Detection {
  const read = [...unordered].sort((a, b) => byCodeUnit(a.flow.id, b.flow.id));
  // The other readings of doubtful words come last: they complete what is sure and never stand in its way.
  const flows = [...read, ...read.flatMap(({ readings }) => readings)];
  onPhase?.("candidates");
  const standing = sites ?? establishmentsOf(flows);
  // An establishment of a flow that was left out of the list is still one to which there is a way.
  const ways = waysBetween(setting.reference, setting.context, [
    ...standing,
    ...establishmentsOf(flows),
    ...facilitySites(setting.facilities),
  ]);
  const c = candidates(setting, flows, ways);
  onPhase?.("select");
  const selection = select(setting, flows, c, top);
  onPhase?.("pools");
  const { pools, tooSmall, shortfalls, questions } = detectPools(setting, ways, read, standing);
  onPhase?.("rank");
  const law = readingsLaw(setting, read);
  const barred = new Map<string, RefusedPair>();
  const chosen = surestRows(flows, c, selection).filter((row) => {
    const { offer, need, route } = pairAt(flows, c, row);
    const refusal = law.refusal(offer, need, route);
    if (refusal !== null) barred.set(pairKey({ offer, need }), refusal);
    return refusal === null;
  });
  const verdicts = new Map(
    chosen.map((row) => {
      const { offer, need, route } = pairAt(flows, c, row);
      return [row, law.cautioned(offer, need, route, selection.verdict(row))] as const;
    }),
  );
  const verdictAt = (row: number): Verdict => verdicts.get(row) ?? selection.verdict(row);
  const exchanges = chosen.map((row) => {
    const { offer, need, route } = pairAt(flows, c, row);
    return assessExchange(setting, offer, need, route, admit(setting, offer, need, route, verdictAt(row)));
  });
  // A pair is a lead or refused, once: what one reading leads to, or was already refused, no other reading refuses again.
  const told = new Set([...chosen.map((row) => pairKey(pairAt(flows, c, row))), ...barred.keys()]);
  const refused = selection.refused.flatMap((row): readonly RefusedPair[] => {
    const pair = pairAt(flows, c, row);
    const { offer, need, route } = pair;
    if (!law.isFirst(need) || !(law.isFirst(offer) || isUnderItsCode(offer))) return [];
    if ((offer.guess || need.guess) && told.has(pairKey(pair))) return [];
    told.add(pairKey(pair));
    const doubts = law.questions(offer, need);
    return [{ offers: [offer], needs: [need], steps: stepsOf(route), verdict: selection.verdict(row), doubts }];
  });
  const worth = new Map<Synergy, Worth>();
  for (const [i, row] of chosen.entries()) {
    const exchange = exchanges[i];
    if (exchange !== undefined) worth.set(exchange, worthOf(setting, flows, c, row, verdictAt(row)));
  }
  return {
    synergies: ranked([...exchanges, ...pools], worth),
    refused: [...refused, ...barred.values()],
    unmatched: unmatchedFlows(
      setting.reference,
      flows,
      c,
      { ...selection, chosen },
      new Set(pools.flatMap((pool) => pool.needs)),
      tooSmall,
    ),
    shortfalls,
    poolQuestions: questions,
    pairs: c.count,
  };
}

const pairKey = ({ offer, need }: { offer: KnownFlow; need: KnownFlow }): string =>
  JSON.stringify([offer.flow.id, need.flow.id]);

/** A reading that the waste code itself allows: what the law says of it holds for the flow, unless another reading leads. */
function isUnderItsCode({ flow, resource }: KnownFlow): boolean {
  const digits = (written: string): string => written.replace(/\D/g, "");
  const code = digits(flow.waste_code ?? flow.label);
  return code.length === 6 && resource?.low.some((one) => digits(one) === code) === true;
}

const establishmentsOf = (flows: readonly KnownFlow[]): readonly Establishment[] => [
  ...new Map(flows.map(({ establishment }) => [establishment.id, establishment])).values(),
];

/** What a lead is ranked by, from the numbers of its row: the tree of its figures comes to the same. */
function worthOf(setting: Setting, flows: readonly KnownFlow[], c: Candidates, row: number, verdict: Verdict): Worth {
  const { reference, day } = setting;
  const { offer, need, route } = pairAt(flows, c, row);
  const known = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  return {
    gain: known(c.gain[row]),
    ease: easeValue(reference, {
      parties: 2 + (c.thirds[row] ?? 0),
      processes: route.processes.length,
      outcome: verdict.outcome,
      distance: { value: known(c.km[row]), unit: "km" },
      overlapShare: seasonShare(offer, need, route, known(c.quantity[row])),
      flows: [offer, need],
      day,
    }),
  };
}
