import type { Setting } from "../assessment/setting.ts";
import type { Establishment } from "../formats/inventory.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { Fact, ObligationRow } from "../reference-data/rows.ts";
import { evaluate, type Facts, factsAsked } from "../regulation/predicate.ts";
import { byCodeUnit, type Text } from "../text/text.ts";
import { type Due, nextDue } from "./due.ts";
import { factsOfSite } from "./site-facts.ts";
import { reasonsOf } from "./why.ts";

/** A duty of one establishment on one day. */
export type Obligation = {
  readonly row: ObligationRow;
  /** `may-apply`: what was declared does not settle it; `asks` says what would. */
  readonly applies: "applies" | "may-apply";
  /** In force since; null when the text's date is not known, or when it is still to come. */
  readonly since: string | null;
  readonly due: Due | null;
  /** Milestones of the text that have passed: they should be done. */
  readonly passed: readonly Due[];
  /** 12 when it comes back every year; null when it does not come back. */
  readonly everyMonths: number | null;
  /** What the company declared that makes it apply. */
  readonly why: readonly Text[];
  readonly asks: readonly Fact[];
};

export type ObligationsCalendar = {
  /** What applies and what may apply: by next date, what has no date last, then what is sure, then by id. */
  readonly obligations: readonly Obligation[];
  /** Duties for or against which nothing at all was declared: counted, with the few questions that would tell. */
  readonly unsettled: { readonly count: number; readonly asks: readonly Fact[] };
};

/**
 * The calendar of what the law asks of an establishment. What was declared decides; what was not declared becomes
 * a question. Decision support, not legal advice: each row carries its basis, its day of checking, its confidence.
 * @param flows those of this establishment, or of all
 */
export function obligationsOf(
  { reference, context, day }: Setting,
  site: Establishment,
  flows: readonly KnownFlow[],
): ObligationsCalendar {
  const own = flows.filter(({ establishment }) => establishment.id === site.id);
  const facts = factsOfSite(reference, context, site, own, day);
  const found = reference.obligations
    .filter(({ valid_to }) => valid_to === null || day <= valid_to)
    .flatMap((row): readonly Obligation[] => {
      const truth = evaluate(row.applies, facts);
      if (truth === "no") return [];
      return [
        {
          row,
          applies: truth === "yes" ? "applies" : "may-apply",
          since: row.valid_from !== null && row.valid_from <= day ? row.valid_from : null,
          due: nextDue(row, day),
          passed: row.milestones.filter(({ on }) => on < day),
          everyMonths: row.each_year_on === null ? row.every_months : 12,
          why: reasonsOf(reference, row.applies, facts, own),
          asks: truth === "yes" ? [] : questionsIn(reference.facts, row, facts),
        },
      ];
    })
    .sort(
      (a, b) =>
        byCodeUnit(a.due?.on ?? "9999", b.due?.on ?? "9999") ||
        byCodeUnit(a.applies, b.applies) ||
        byCodeUnit(a.row.id, b.row.id),
    );
  // Without an activity, half the law might apply: a list of maybes would hide the one question worth asking.
  const blind = ({ applies, why, asks }: Obligation): boolean =>
    applies === "may-apply" && why.length === 0 && asks.some(({ id }) => id === "site.sector");
  const unsettled = found.filter(blind);
  return {
    obligations: found.filter((one) => !blind(one)),
    unsettled: {
      count: unsettled.length,
      asks: reference.facts.filter(
        ({ id }) =>
          (id === "site.sector" || id === "site.staff") &&
          unsettled.some(({ asks }) => asks.some((fact) => fact.id === id)),
      ),
    },
  };
}

/** The questions whose answer is missing, or is known too loosely to settle this row. */
const questionsIn = (questions: readonly Fact[], { applies }: ObligationRow, facts: Facts): readonly Fact[] =>
  factsAsked(applies).flatMap((name) => {
    const value = facts.get(name);
    const settled = value !== undefined && !(typeof value === "object" && "low" in value && value.low < value.high);
    return settled ? [] : (questions.find(({ id }) => id === name) ?? []);
  });
