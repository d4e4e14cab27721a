import type { ListedLead } from "@simbiosi/domain";

/** What leads compete for: the same offers, or for a pool that has none the same needs. */
export const ideaOf = ({ kind, offers, needs, id }: Pick<ListedLead, "kind" | "offers" | "needs" | "id">): string => {
  const given = offers.length > 0 ? offers : kind === "mutualisation" || kind === "sharing" ? needs : [];
  return given.length === 0 ? id : [...given].sort().join("+");
};

/** Leads in their order, those of one idea under the first of them. */
export function groupByIdea<L extends ListedLead>(leads: readonly L[]): readonly (readonly [L, ...L[]])[] {
  const ideas = new Map<string, [L, ...L[]]>();
  for (const lead of leads) {
    const idea = ideas.get(ideaOf(lead));
    if (idea === undefined) ideas.set(ideaOf(lead), [lead]);
    else idea.push(lead);
  }
  return [...ideas.values()];
}

/** As many names as a line holds. */
const namedAtMost = 3;

/** Who a lead is between, as a line says it: several leads bear one title, the parties tell them apart. */
export function partiesOf(
  { establishments }: Pick<ListedLead, "establishments">,
  names: ReadonlyMap<string, string>,
): string {
  const known = establishments.flatMap((id) => names.get(id) ?? []);
  const rest = known.length - namedAtMost;
  return `${known.slice(0, namedAtMost).join(", ")}${rest > 0 ? ` + ${rest}` : ""}`;
}
