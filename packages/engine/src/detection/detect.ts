import {
  assessExchange,
  byCodeUnit,
  type KnownFlow,
  type RankedSynergy,
  type RefusedPair,
  ranked,
  type Setting,
  stepsOf,
  type Unmatched,
} from "@simbiosi/domain";
import { candidates } from "./candidates.ts";
import { detectPools } from "./pools.ts";
import { select } from "./select.ts";
import { unmatchedFlows } from "./unmatched.ts";

export type Detection = {
  readonly synergies: readonly RankedSynergy[];
  readonly refused: readonly RefusedPair[];
  readonly unmatched: readonly Unmatched[];
  /** Class-compatible pairs that were scored. */
  readonly pairs: number;
};

export type DetectOptions = {
  /** Best leads kept per flow, per measure (gain, tCO2e, tonnes), on both sides. */
  readonly top: number;
  /** Told how far the assessment has got. */
  readonly onProgress?: (done: number, of: number) => void;
};

/**
 * Finds and assesses the leads of a territory: exchanges, transformations, shared capacities and pools.
 * The result does not depend on the order of the file: flows are taken in the order of their ids.
 */
export function detect(
  setting: Setting,
  unordered: readonly KnownFlow[],
  { top, onProgress }: DetectOptions,
): Detection {
  const flows = [...unordered].sort((a, b) => byCodeUnit(a.flow.id, b.flow.id));
  const c = candidates(setting, flows);
  const selection = select(setting, flows, c, top);
  const { pools, tooSmall } = detectPools(setting, flows);
  const exchanges = selection.chosen.map((row, i) => {
    const { offer, need, route } = selection.pair(row);
    onProgress?.(i + 1, selection.chosen.length);
    return assessExchange(setting, offer, need, route, selection.admission(row));
  });
  const refused = selection.refused.map((row): RefusedPair => {
    const { offer, need, route } = selection.pair(row);
    return { offers: [offer], needs: [need], steps: stepsOf(route), verdict: selection.admission(row).verdict };
  });
  return {
    synergies: ranked([...exchanges, ...pools]),
    refused,
    unmatched: unmatchedFlows(
      setting.reference,
      flows,
      c,
      selection,
      new Set(pools.flatMap((pool) => pool.needs)),
      tooSmall,
    ),
    pairs: c.count,
  };
}
