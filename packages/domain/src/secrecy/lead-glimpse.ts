import type { Figure } from "../figures/figure.ts";
import type { Outcome, SynergyKind } from "../formats/synergies.ts";
import type { Reference } from "../reference-data/reference.ts";
import { sectorOf } from "../sectors/sector.ts";
import type { RankedSynergy } from "../synergies/synergy.ts";
import type { Lang } from "../text/text.ts";
import { type Glimpse, glimpseOf } from "./company-view.ts";

/** What one company may read of one lead: its own side whole, the other as far as both agreed. */
export type LeadGlimpse = {
  readonly lead: string;
  readonly kind: SynergyKind;
  readonly mine: readonly { readonly flow: string; readonly label: string; readonly direction: "in" | "out" }[];
  readonly others: {
    readonly count: number;
    readonly level: Glimpse["level"];
    readonly name: string | null;
    readonly label: string | null;
    readonly sector: string | null;
    readonly km: number | null;
  };
  /** The company's own yearly gain: to the euro once both agreed to the quantity, its order of magnitude before. */
  readonly gain: { readonly low: number; readonly high: number; readonly value: number | null } | null;
  readonly verdict: Outcome;
};

/**
 * A gain told without telling what it was worked out from: to the euro it would give away the quantity of the other side.
 * @returns the decade that holds it, EUR a year; null while it is unknown; 0 to 0 where there is none
 */
export function decadeOf(gain: Figure): { readonly low: number; readonly high: number } | null {
  if (gain.state !== "known") return null;
  if (gain.value <= 0) return { low: 0, high: 0 };
  if (gain.value < 100) return { low: 0, high: 100 };
  const low = 10 ** Math.floor(Math.log10(gain.value));
  return { low, high: low * 10 };
}

/**
 * The lead as the company `id` may read it; undefined when the company has no flow in it.
 * @param day consents count from their date on
 */
export function leadGlimpse(
  reference: Reference,
  synergy: RankedSynergy,
  id: string,
  day: string,
  lang: Lang,
): LeadGlimpse | undefined {
  const flows = [...synergy.offers, ...synergy.needs];
  const mine = flows.filter(({ establishment }) => establishment.id === id);
  const [own] = mine;
  if (own === undefined) return undefined;
  const others = flows.filter(({ establishment }) => establishment.id !== id);
  const seen = others.map((other) => ({ other, glimpse: glimpseOf(own, other, day) }));
  const [first] = seen;
  // Members of a pool are told by their number: one of them said to be "named" would name the others by difference.
  const alone = others.length === 1 && synergy.kind !== "mutualisation" ? first : undefined;
  const level = alone?.glimpse.level ?? "facilitator";
  const exact = seen.every(({ glimpse }) => glimpse.quantity);
  const gain = synergy.parties.find(({ establishment }) => establishment === id)?.gain;
  const told = gain === undefined ? null : decadeOf(gain);
  const nature = level !== "facilitator";
  return {
    lead: synergy.id,
    kind: synergy.kind,
    mine: mine.map(({ flow }) => ({ flow: flow.id, label: flow.label, direction: flow.direction })),
    others: {
      count: new Set(others.map(({ establishment }) => establishment.id)).size,
      level,
      name: level === "named" ? (alone?.other.establishment.name ?? null) : null,
      label: nature ? (alone?.other.flow.label ?? null) : null,
      sector: nature ? (sectorOf(reference, alone?.other.establishment.naf ?? null)?.name[lang] ?? null) : null,
      km: nature && synergy.distance.state === "known" ? Math.max(1, Math.round(synergy.distance.value)) : null,
    },
    gain:
      exact && gain?.state === "known"
        ? { low: gain.low, high: gain.high, value: gain.value }
        : told === null
          ? null
          : { ...told, value: null },
    verdict: synergy.verdict.outcome,
  };
}
