import { type Figure, minimum, named, product, unknown } from "../figures/figure.ts";
import { leafOf, type Reference } from "../reference-data/reference.ts";
import type { AidRate, AidScheme } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";
import { conditionsOf, rateFor } from "./conditions.ts";
import { deMinimisRoom, noDeMinimis } from "./de-minimis.ts";
import type { AidQuestion, AidReason } from "./question.ts";

export type AidSuggestion = {
  readonly scheme: AidScheme;
  /** `check` when a condition is not known, `excluded` when one fails. */
  readonly outcome: "possible" | "check" | "excluded";
  readonly rate: Figure;
  /** The most that it may give, every cap applied: aid is asked for, it is never owed. */
  readonly amount: Figure;
  readonly reasons: readonly AidReason[];
};

const rateLabel = text("Taux d'aide, au plus", "Aid rate, at most");

/** The caps of a scheme on one expense, in EUR, and the sentences to show where one of them bites. */
function amountOf(
  reference: Reference,
  scheme: AidScheme,
  question: AidQuestion,
  row: AidRate | undefined,
): { rate: Figure; amount: Figure; reasons: readonly AidReason[] } {
  const label = text(`Aide au plus : ${scheme.name.fr}`, `Aid at most: ${scheme.name.en}`);
  if (row === undefined || row.rate === null)
    return {
      rate: unknown(rateLabel, "%"),
      amount: unknown(label, "EUR"),
      reasons:
        row === undefined
          ? []
          : [
              {
                holds: "unknown",
                sentence: text("Taux non publié : le demander au financeur.", "Rate not published: ask the funder."),
              },
            ],
    };
  const rate = leafOf(rateLabel, row.rate);
  const reasons: AidReason[] = [];
  const capped = (figure: Figure, cap: Figure, words: Text): Figure => {
    if (figure.state === "known" && cap.state === "known" && cap.value < figure.value)
      reasons.push({ holds: "yes", sentence: words });
    return minimum(figure.label, "EUR", [figure, cap]);
  };
  let base = question.investment;
  if (row.base_max !== null)
    base = capped(
      named(text("Dépense retenue", "Expense counted"), base),
      leafOf(text("Assiette au plus", "Base at most"), row.base_max),
      text("La dépense dépasse l'assiette retenue.", "The expense passes the base that counts."),
    );
  let amount: Figure = product(label, "EUR", [base, rate]);
  if (scheme.ceiling !== null)
    amount = capped(
      amount,
      leafOf(text("Plafond par projet", "Ceiling per project"), scheme.ceiling),
      text("Le plafond par projet est atteint.", "The ceiling per project is reached."),
    );
  if (row.public_max !== null)
    amount = capped(
      amount,
      product(text("Part publique admise", "Public share admitted"), "EUR", [
        question.investment,
        leafOf(text("Aides publiques cumulées, au plus", "All public aid, at most"), row.public_max),
      ]),
      text("La part d'argent public admise est atteinte.", "The public share admitted is reached."),
    );
  if (scheme.regime === "de-minimis") {
    const { economic, sector, deMinimis } = question.beneficiary;
    const { context, day } = question;
    const room =
      economic === false ? noDeMinimis() : deMinimisRoom(reference, { sector, grants: deMinimis, context, day });
    if (room.state === "unknown")
      reasons.push({
        holds: "unknown",
        sentence: text(
          "Faire déclarer les aides de minimis de l'entreprise unique sur trois ans glissants.",
          "Have the de minimis aid of the single undertaking over three rolling years declared.",
        ),
      });
    else if (room.state === "known") {
      if (room.value <= 0)
        reasons.push({
          holds: "no",
          sentence: text("Le plafond de minimis est épuisé.", "The de minimis ceiling is used up."),
        });
      amount = capped(amount, room, text("Limité par le plafond de minimis.", "Limited by the de minimis ceiling."));
    }
  }
  return { rate, amount, reasons };
}

const order = { possible: 0, check: 1, excluded: 2 } as const;

/**
 * What each scheme of the reference may pay of one expense, why or why not, best first: possible before to be checked
 * before excluded, then the larger amount, then the id. Amounts do not add up: see {@link checkCumulation}.
 * A decision aid, not a legal opinion: the funder decides.
 */
export function aidFor(reference: Reference, question: AidQuestion): readonly AidSuggestion[] {
  return reference.aid
    .map((scheme): AidSuggestion => {
      const { rate, amount, reasons: caps } = amountOf(reference, scheme, question, rateFor(scheme, question));
      const reasons = [...conditionsOf(scheme, question), ...caps];
      const outcome = reasons.some(({ holds }) => holds === "no")
        ? "excluded"
        : reasons.some(({ holds }) => holds === "unknown")
          ? "check"
          : "possible";
      return { scheme, outcome, rate, amount, reasons };
    })
    .sort(
      (a, b) =>
        order[a.outcome] - order[b.outcome] ||
        (b.amount.value ?? -1) - (a.amount.value ?? -1) ||
        (a.scheme.id < b.scheme.id ? -1 : 1),
    );
}
