import type { Axis } from "../action-plans/action.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { BarrierKind, BarrierOwner } from "../formats/synergies.ts";
import type { RankedSynergy } from "../synergies/synergy.ts";
import type { Text } from "../text/text.ts";

/** Who reads besides the facilitator and the companies. */
export const outsideAudiences = ["funder", "public"] as const;
export type OutsideAudience = (typeof outsideAudiences)[number];

/**
 * A diagnosis for who is not the facilitator. What must not be seen is not in it: a document built from this value cannot
 * tell it, even by mistake. It stands on its own; nothing of it points back to the whole diagnosis.
 */
export type Disclosure = {
  readonly audience: OutsideAudience;
  /** Names, words, numbers and explanations replaced or gone; what writers of files take. */
  readonly diagnosis: Diagnosis;
  /** Of the whole territory, as counted before anything was hidden. */
  readonly counts: DisclosedCounts;
  /** Totals of the plan that obey secrecy; null where they cannot be told. Empty for the public: nothing is realised. */
  readonly totals: readonly DisclosedTotal[];
  readonly tables: readonly DisclosedTable[];
  readonly actors: readonly DisclosedActor[];
  readonly leads: readonly DisclosedLead[];
  readonly actions: readonly DisclosedAction[];
};

export type DisclosedCounts = {
  readonly establishments: number;
  readonly flows: number;
  readonly quantities: number;
  readonly leads: number;
  readonly planned: number;
  readonly forbidden: number;
  readonly unmatched: number;
  readonly questions: number;
  /** Flows whose name, and whose quantity, the reader may know. */
  readonly namesTold: number;
  readonly quantitiesTold: number;
  /** Companies and share behind every number told. */
  readonly rule: { readonly units: number; readonly share: number };
};

/** A company under its name, or those of a trade together. */
export type DisclosedActor = {
  readonly name: Text;
  readonly companies: number;
  readonly offers: number;
  readonly needs: number;
};

export type DisclosedTotal = {
  readonly label: Text;
  readonly unit: string;
  readonly told: { readonly value: number; readonly low: number; readonly high: number } | null;
};

/** A table with its totals in the last row and column; null is hidden. */
export type DisclosedTable = {
  readonly title: Text;
  readonly unit: string;
  readonly rows: readonly Text[];
  readonly columns: readonly Text[];
  readonly cells: readonly (readonly (number | null)[])[];
};

export type DisclosedLead = {
  /** Of the redacted diagnosis. */
  readonly synergy: RankedSynergy;
  readonly planned: boolean;
  readonly givers: readonly Text[];
  readonly takers: readonly Text[];
  /** What it is about, or only its family. */
  readonly nature: Text;
  readonly natureTold: boolean;
  /** Orders of magnitude of its flows, where they may be known. */
  readonly magnitudes: readonly Text[];
};

export type DisclosedAction = {
  readonly axis: Axis;
  readonly title: Text;
  /** What kind of barrier it lifts, for an action of the axis "unlock". */
  readonly barrier: BarrierKind | null;
  readonly pilot: BarrierOwner;
  readonly starts: string;
  readonly ends: string;
  readonly wave: "planned" | "reserve";
  /** Ranks of its leads, as this reader sees them. */
  readonly leads: readonly number[];
};
