import type { Stage } from "../synergies/stages.ts";
import { fold } from "../text/text.ts";

/** A figure that is known, or is not. */
type Figure = { readonly value: number | null };

/** What filters and orders read of a lead. */
export type ListedLead = {
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

/** Orders of a list of leads. */
export const leadSorts = ["rank", "gain", "co2", "ease", "distance"] as const;
export type LeadSort = (typeof leadSorts)[number];

/** The filters of a list of leads, as words of an address. */
export type LeadFilter = Readonly<Record<string, string | undefined>>;

/** A lead that nobody decided on is only detected. */
export const stageOf = ({ decision }: Pick<ListedLead, "decision">): Stage => decision?.stage ?? "detected";

/**
 * The leads that answer the filters of the address, in the order asked. A gain that is not known passes no threshold,
 * and comes last whatever the order: unknown is not zero.
 * @param names of establishments, to search by
 * @param families of a flow
 */
export function shownLeads<L extends ListedLead>(
  leads: readonly L[],
  filters: LeadFilter,
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
  (a: ListedLead, b: ListedLead): number => {
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
