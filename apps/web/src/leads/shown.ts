import type { Stage } from "@simbiosi/domain";

/** A figure that is known, or is not. */
type Figure = { readonly value: number | null };

/** What filters and orders read of a lead. */
export type Listed = {
  readonly id: string;
  readonly rank: number;
  readonly kind: string;
  readonly title: string;
  readonly offers: readonly string[];
  readonly needs: readonly string[];
  readonly establishments: readonly string[];
  readonly verdict: string;
  readonly ease: number;
  readonly gain_eur_per_year: Figure;
  readonly co2e_t_per_year: Figure;
  readonly distance_km: Figure;
  readonly reasons: readonly string[];
  readonly doubts: readonly string[];
  readonly decision: { readonly stage: Stage } | null;
};

export const sorts = ["rank", "gain", "co2", "ease", "distance"] as const;
export type Sort = (typeof sorts)[number];

/** The address of a list, as words. */
export type Filters = Readonly<Record<string, string | undefined>>;

export const fold = (words: string): string => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
export const stageOf = ({ decision }: Pick<Listed, "decision">): Stage => decision?.stage ?? "detected";

/**
 * The leads that answer the filters of the address, in the order asked. A gain that is not known passes no threshold,
 * and comes last whatever the order: unknown is not zero.
 * @param names of establishments, to search by
 * @param families of a flow
 */
export function shownLeads<L extends Listed>(
  leads: readonly L[],
  filters: Filters,
  names: ReadonlyMap<string, string>,
  families: (flow: string) => string | undefined,
): readonly L[] {
  const { kind, verdict, stage, company, family } = filters;
  const words = fold(filters.q ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const least = Number((filters.gain ?? "").replace(",", "."));
  const wanted = (lead: L): boolean => {
    const is = (filter: string | undefined, value: string): boolean =>
      filter === undefined || filter === "" || filter === value;
    if (!is(kind, lead.kind) || !is(verdict, lead.verdict) || !is(stage, stageOf(lead))) return false;
    if (filters.todo === "1" && stageOf(lead) !== "detected") return false;
    if (company !== undefined && company !== "" && !lead.establishments.includes(company)) return false;
    if (family !== undefined && family !== "" && ![...lead.offers, ...lead.needs].some((id) => families(id) === family))
      return false;
    if (least > 0 && (lead.gain_eur_per_year.value ?? Number.NEGATIVE_INFINITY) < least) return false;
    if (words.length === 0) return true;
    const said = fold([lead.title, ...lead.establishments.map((id) => names.get(id) ?? "")].join(" "));
    return words.every((word) => said.includes(word));
  };
  return leads.filter(wanted).sort(order(filters.sort));
}

const highFirst = (a: number | null, b: number | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : b - a;

/** Ties keep the rank. */
const order =
  (sort: string | undefined) =>
  (a: Listed, b: Listed): number => {
    const first =
      sort === "gain"
        ? highFirst(a.gain_eur_per_year.value, b.gain_eur_per_year.value)
        : sort === "co2"
          ? highFirst(a.co2e_t_per_year.value, b.co2e_t_per_year.value)
          : sort === "ease"
            ? b.ease - a.ease
            : sort === "distance"
              ? highFirst(negative(a.distance_km.value), negative(b.distance_km.value))
              : 0;
    return first !== 0 ? first : a.rank - b.rank;
  };
const negative = (value: number | null): number | null => (value === null ? null : -value);

/** What leads compete for: the same offers, or for a pool that has none the same needs. */
export const ideaOf = ({ kind, offers, needs, id }: Pick<Listed, "kind" | "offers" | "needs" | "id">): string => {
  const given = offers.length > 0 ? offers : kind === "mutualisation" || kind === "sharing" ? needs : [];
  return given.length === 0 ? id : [...given].sort().join("+");
};

/** Leads in their order, those of one idea under the first of them. */
export function groupByIdea<L extends Listed>(leads: readonly L[]): readonly (readonly [L, ...L[]])[] {
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
  { establishments }: Pick<Listed, "establishments">,
  names: ReadonlyMap<string, string>,
): string {
  const known = establishments.flatMap((id) => names.get(id) ?? []);
  const rest = known.length - namedAtMost;
  return `${known.slice(0, namedAtMost).join(", ")}${rest > 0 ? ` + ${rest}` : ""}`;
}
