import { type AidSuggestion, aidFor } from "../aid/aid.ts";
import { given, unknown } from "../figures/figure.ts";
import type { Reference } from "../reference-data/reference.ts";
import { text } from "../text/text.ts";
import type { ActionSheet, Intervention } from "./action-sheet.ts";
import { financingOf } from "./financing.ts";

/** What the schemes of aid call the fields of intervention of the call. */
const themesOf: Readonly<Record<Intervention, readonly string[]>> = {
  behaviour: ["awareness", "circular-economy", "industrial-ecology"],
  environment: ["circular-economy", "industrial-ecology", "recycling", "reuse", "waste"],
  renewables: ["energy", "heat", "industrial-ecology"],
  other: ["industrial-ecology"],
};

/**
 * What each scheme may pay of the investment of an action, why or why not. An investment that is told in part only is not
 * known; who benefits is settled with the parties, and asked for until then.
 * @param day YYYY-MM-DD
 */
export function aidForSheet(
  reference: Reference,
  sheet: ActionSheet,
  { context, day }: { readonly context: string; readonly day: string },
): readonly AidSuggestion[] {
  const { planned, unknown: untold } = financingOf([sheet]).investment;
  const label = text("Investissement prévu", "Planned investment");
  return aidFor(reference, {
    investment:
      planned > 0 && untold === 0
        ? given({ label, value: planned / 100, unit: "EUR", source: "declared:territory", date: null })
        : unknown(label, "EUR"),
    kind: "investment",
    themes: themesOf[sheet.intervention],
    beneficiary: { size: null, economic: null, sector: "general", publicStaff: false, deMinimis: null },
    context,
    day,
    started: sheet.status === "ongoing" || sheet.status === "done" ? true : null,
  });
}
