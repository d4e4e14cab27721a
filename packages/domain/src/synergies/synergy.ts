import type { Months } from "../calendar/months.ts";
import type { Route } from "../conversions/route.ts";
import type { Figure } from "../figures/figure.ts";
import type { BarrierKind, BarrierOwner, SynergyKind, UnmatchedReason } from "../formats/synergies.ts";
import { shortHash } from "../ids/stable-id.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { Process } from "../reference-data/rows.ts";
import type { Verdict } from "../regulation/verdict.ts";
import { byCodeUnit, type Text } from "../text/text.ts";

export type Step = {
  readonly process: Process;
  readonly resourceIn: string;
  readonly resourceOut: string;
  readonly yield: Figure;
  /** The establishment that could host the process, or null when it is still to be built. */
  readonly facility: string | null;
};

export type PoolMember = {
  readonly establishment: string;
  readonly flow: KnownFlow | null;
  readonly quantity: Figure;
  /** What it saves before the costs of the pool. */
  readonly gross: Figure;
};

export type Party = { readonly establishment: string; readonly gain: Figure; readonly investment: Figure };

export type FoundBarrier = {
  readonly id: string;
  /** What the action that lifts it is called. */
  readonly action: Text;
  readonly kind: BarrierKind;
  readonly sentence: Text;
  readonly lever: Text;
  readonly owner: BarrierOwner;
  readonly delayMonths: number;
  /** No plan holds a lead before which it stands. */
  readonly stops: boolean;
};

/** A lead between two establishments or more, assessed. All its figures are potential: nothing is agreed yet. */
export type Synergy = {
  readonly id: string;
  readonly kind: SynergyKind;
  readonly title: Text;
  readonly offers: readonly KnownFlow[];
  readonly needs: readonly KnownFlow[];
  /** Ids, givers first. */
  readonly establishments: readonly string[];
  /** The way from the offer to the need; null for a pool. */
  readonly route: Route | null;
  readonly steps: readonly Step[];
  readonly quantity: Figure;
  readonly distance: Figure;
  readonly gain: Figure;
  readonly investment: Figure;
  readonly payback: Figure;
  readonly npv: Figure;
  readonly co2e: Figure;
  readonly diverted: Figure;
  /** New matter that need not be bought, against today's supply. */
  readonly virgin: Figure;
  readonly water: Figure;
  readonly energy: Figure;
  /** Work that the processes of the synergy give here, in full-time equivalents; what it takes away elsewhere is not known. */
  readonly jobs: Figure;
  readonly counterfactual: readonly Text[];
  readonly parties: readonly Party[];
  /** Of a pool: its kind, what it is called whoever joins, and its members, with the need each declared, or null where its card alone told. Null otherwise. */
  readonly pool: { readonly kind: string; readonly name: Text; readonly members: readonly PoolMember[] } | null;
  readonly verdict: Verdict;
  readonly barriers: readonly FoundBarrier[];
  readonly ease: Figure;
  /** Least confidence of the classes that the flows were understood as. */
  readonly confidence: number;
  readonly months: Months;
  readonly reasons: readonly Text[];
  readonly doubts: readonly Text[];
};

export type RankedSynergy = Synergy & { readonly rank: number };

/** A pair that the law or good sense forbids: shown, with its article, never as a lead. */
export type RefusedPair = {
  readonly offers: readonly KnownFlow[];
  readonly needs: readonly KnownFlow[];
  readonly steps: readonly Step[];
  readonly verdict: Verdict;
  /** What is to be asked where the words of a flow are not sure. */
  readonly doubts: readonly Text[];
};

export type Unmatched = {
  readonly flow: KnownFlow;
  readonly nearest: KnownFlow | null;
  readonly why: UnmatchedReason;
  readonly sentence: Text;
};

const prefix: Record<SynergyKind, string> = {
  substitution: "sub",
  transformation: "tra",
  mutualisation: "mut",
  sharing: "sha",
};

/** The same kind, flows and steps give the same id, whatever the order of the file. */
export const synergyId = (
  kind: SynergyKind,
  offers: readonly string[],
  needs: readonly string[],
  steps: readonly string[],
): string =>
  `${prefix[kind]}-${shortHash([[kind], [...offers].sort(byCodeUnit), [...needs].sort(byCodeUnit), [...steps].sort(byCodeUnit)])}`;

/** What a lead is ranked by: its yearly gain in EUR (null while unknown) and its ease. */
export type Worth = { readonly gain: number | null; readonly ease: number };

const worthOf = ({ gain, ease }: Synergy): Worth => ({ gain: gain.value, ease: ease.value ?? 0 });

/**
 * Orders the whole list: expected yearly gain (floored at zero, over the largest) × (0.5 + 0.5 × ease); ties by id.
 * Leads whose gain is unknown come after the known ones, by confidence × ease: a sure word does not put a chain of
 * processes before the classic exchange. They are never dropped.
 * Each lead is given its rank in place.
 * @param worth what is known of a lead's worth before its figures are worked out; of the others they are read
 */
export function ranked(
  synergies: readonly Synergy[],
  worth: ReadonlyMap<Synergy, Worth> = new Map(),
): readonly RankedSynergy[] {
  const entries = synergies.map((synergy) => ({ synergy, ...(worth.get(synergy) ?? worthOf(synergy)) }));
  const largest = entries.reduce((most, { gain }) => Math.max(most, gain ?? 0), 0);
  // As many digits as a document shows: two gains that read the same are a tie.
  const score = (gain: number, ease: number): number =>
    largest > 0 ? Number(((Math.max(0, gain) / largest) * (0.5 + 0.5 * ease)).toPrecision(12)) : 0;
  return entries
    .map(({ synergy, gain, ease }) => ({
      synergy,
      known: gain !== null,
      worth: gain === null ? Number((synergy.confidence * ease).toPrecision(12)) : score(gain, ease),
    }))
    .sort((a, b) => Number(b.known) - Number(a.known) || b.worth - a.worth || byCodeUnit(a.synergy.id, b.synergy.id))
    .map(({ synergy }, i) => Object.assign(synergy, { rank: i + 1 }));
}
