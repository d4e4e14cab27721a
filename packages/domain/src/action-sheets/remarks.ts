import { type Text, text } from "../text/text.ts";
import type { ActionSheet } from "./action-sheet.ts";
import { financingOf } from "./financing.ts";

/** What a reader of the plan would stumble over. The sheet is kept as it is: a plan grows complete little by little. */
export type SheetRemark = { readonly code: string; readonly sentence: Text; readonly next: Text };

const remark = (code: string, sentence: Text, next: Text): SheetRemark => ({ code, sentence, next });

/** Of one sheet, in the order in which they matter. */
export function remarksOf(sheet: ActionSheet): readonly SheetRemark[] {
  const { status, pilots, description, starts, ends, steps, funders, indicators } = sheet;
  const found: SheetRemark[] = [];
  const { ownIfHoped, investment, running, unknownFunding } = financingOf([sheet]);
  if (ownIfHoped < 0)
    found.push(
      remark(
        "AID_OVER_COST",
        text("Les financements dépassent le coût prévu.", "The funding passes the planned cost."),
        text(
          "Complétez les dépenses, ou réduisez un financement : une aide ne peut pas dépasser la dépense.",
          "Complete the expenses, or reduce a funding: aid cannot pass the expense.",
        ),
      ),
    );
  const begun = status === "ongoing" || status === "done";
  if (begun && funders.some(({ state }) => state === "to-ask"))
    found.push(
      remark(
        "STARTED_BEFORE_ASKING",
        text(
          "L'action a commencé et une aide reste à demander.",
          "The action has begun and an aid is still to be asked for.",
        ),
        text(
          "Demandez au financeur : la plupart des aides exigent que la demande précède le début des travaux.",
          "Ask the funder: most aid requires the request to come before the works begin.",
        ),
      ),
    );
  if (starts !== null && ends !== null && ends < starts)
    found.push(
      remark(
        "DATES_OUT_OF_ORDER",
        text("La fin précède le début.", "The end comes before the start."),
        text("Corrigez l'une des deux dates.", "Correct one of the two dates."),
      ),
    );
  const outside = steps.some(
    ({ due }) => due !== null && ((starts !== null && due < starts) || (ends !== null && due > ends)),
  );
  if (outside)
    found.push(
      remark(
        "STEP_OUT_OF_DATES",
        text("Une étape tombe hors des dates de l'action.", "A step falls outside the dates of the action."),
        text("Déplacez l'étape, ou les dates.", "Move the step, or the dates."),
      ),
    );
  if (indicators.some(({ baseline, target }) => baseline === null && target !== null))
    found.push(
      remark(
        "INDICATOR_WITHOUT_BASELINE",
        text(
          "Un indicateur a une cible et pas de départ : son progrès ne peut pas être dit.",
          "An indicator has a target and no baseline: its progress cannot be told.",
        ),
        text("Notez la valeur d'aujourd'hui, avec sa date.", "Note today's value, with its date."),
      ),
    );
  if (investment.unknown + running.unknown > 0 || unknownFunding > 0)
    found.push(
      remark(
        "AMOUNT_UNKNOWN",
        text("Un montant n'est pas connu : les totaux sont partiels.", "An amount is not known: totals are partial."),
        text("Demandez un devis, ou notez une estimation.", "Ask for a quote, or note an estimate."),
      ),
    );
  if (pilots.length === 0 && status !== "abandoned")
    found.push(
      remark(
        "NO_PILOT",
        text("Personne ne pilote cette action.", "Nobody leads this action."),
        text(
          "Nommez un pilote : une action sans personne ne commence pas.",
          "Name a pilot: an action with nobody does not begin.",
        ),
      ),
    );
  if (description.trim() === "")
    found.push(
      remark(
        "NO_DESCRIPTION",
        text("La description manque.", "The description is missing."),
        text("Dites en deux phrases ce qui sera fait.", "Say in two sentences what will be done."),
      ),
    );
  return found;
}
