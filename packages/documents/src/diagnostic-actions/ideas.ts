import type { RankedSynergy } from "@simbiosi/domain";

/** What gathers leads. */
type Ranked = Pick<RankedSynergy, "id" | "rank"> & {
  readonly offers: readonly { readonly flow: { readonly id: string } }[];
};

/** One idea: what is given (or pooled), its best lead, and the other takers that the same thing could find. */
export type Idea<S extends Ranked = RankedSynergy> = {
  readonly lead: S;
  /** Leads from the same offers, by rank: only one of them can be had with the same tonne. */
  readonly others: readonly S[];
};

/**
 * Leads gathered by what they give: rubble that four could take is one idea with four takers. A pool has no offer and
 * is an idea by itself. In order of the best rank of each, whatever the order given.
 */
export function ideasOf<S extends Ranked>(synergies: readonly S[]): readonly Idea<S>[] {
  const groups = new Map<string, S[]>();
  for (const synergy of [...synergies].sort((a, b) => a.rank - b.rank)) {
    const key =
      synergy.offers.length === 0
        ? synergy.id
        : synergy.offers
            .map(({ flow }) => flow.id)
            .sort()
            .join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [synergy]);
    else group.push(synergy);
  }
  return [...groups.values()].flatMap(([lead, ...others]) => (lead === undefined ? [] : [{ lead, others }]));
}

/** The best lead of each idea: what a list of "first leads" shows. */
export const bestOfEach = (synergies: readonly RankedSynergy[]): readonly RankedSynergy[] =>
  ideasOf(synergies).map(({ lead }) => lead);
