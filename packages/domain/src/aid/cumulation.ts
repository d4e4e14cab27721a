import { derived, type Figure, product, quotient, sum } from "../figures/figure.ts";
import { leafOf } from "../reference-data/reference.ts";
import type { AidRate, AidScheme } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";

/** One line of a financing plan that is public money. */
export type PlannedAid = {
  /** Null: public money outside the table, a commune's grant. */
  readonly scheme: AidScheme | null;
  readonly rate: AidRate | null;
  readonly amount: Figure;
};

export type Cumulation = {
  /** All public money on the expense, in EUR: de minimis counts too. */
  readonly total: Figure;
  /** The same as a share of the expense, in %. */
  readonly share: Figure;
  /** What must be taken off, in EUR; not known when no scheme of the plan states a limit. */
  readonly excess: Figure;
  readonly outcome: "ok" | "too-much" | "check";
  readonly sentence: Text;
};

/**
 * Does a financing plan take more public money than the strictest of its schemes allows?
 * All aid on one expense is added and held against the lowest stated limit (block exemption art. 8, de minimis art. 5);
 * beyond the expense itself it is too much whatever the schemes say.
 */
export function checkCumulation(investment: Figure, plan: readonly PlannedAid[]): Cumulation {
  const total = sum(
    text("Aides publiques cumulées", "All public aid"),
    "EUR",
    plan.map(({ amount }) => amount),
  );
  const share = quotient(text("Part publique", "Public share"), "%", total, investment);
  const limits = plan.flatMap(({ rate }) => (rate?.public_max == null ? [] : [rate.public_max]));
  const strictest = limits.reduce<AidRate["public_max"]>(
    (least, limit) => (least === null || limit.value < least.value ? limit : least),
    null,
  );
  const allowed =
    strictest === null
      ? investment
      : product(text("Aides publiques admises", "Public aid admitted"), "EUR", [
          investment,
          leafOf(text("Aides publiques cumulées, au plus", "All public aid, at most"), strictest),
        ]);
  const excess = derived(
    text("Aides en trop", "Aid in excess"),
    "EUR",
    text("aides cumulées − aides admises, au moins 0", "all aid − aid admitted, at least 0"),
    [total, allowed],
    total.state === "known" && allowed.state === "known"
      ? {
          value: Math.max(0, total.value - allowed.value),
          low: Math.max(0, total.low - allowed.high),
          high: Math.max(0, total.high - allowed.low),
        }
      : null,
  );
  if (excess.state === "known" && excess.value > 0)
    return {
      total,
      share,
      excess,
      outcome: "too-much",
      sentence: text(
        "Les aides dépassent ce qui est admis : réduire l'une d'elles de l'excédent.",
        "Aid passes what is admitted: take the excess off one of them.",
      ),
    };
  const told = excess.state === "known" && (plan.length === 0 || strictest !== null);
  return {
    total,
    share,
    excess,
    outcome: told ? "ok" : "check",
    sentence: told
      ? text("Le cumul reste dans la limite.", "The total stays within the limit.")
      : text(
          "Aucun des dispositifs ne dit sa limite de cumul, ou un montant manque : le demander à chaque financeur.",
          "No scheme states its limit of cumulation, or an amount is missing: ask each funder.",
        ),
  };
}
