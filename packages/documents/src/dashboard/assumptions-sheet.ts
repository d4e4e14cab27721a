import { type Diagnosis, leavesOf, sourceTitle, unitWords } from "@simbiosi/domain";
import type { Speech } from "../speech/speech.ts";
import type { Sheet } from "../xlsx/workbook.ts";

/** Every number of the reference on which a lead rests, with its source and year. */
export function assumptionsSheet(diagnosis: Diagnosis, speech: Speech): Sheet {
  const { say, tell, lang } = speech;
  const number = { kind: "number", unit: null, decimals: 3 } as const;
  const seen = new Map<string, ReturnType<typeof leavesOf>[number]>();
  for (const synergy of diagnosis.synergies)
    for (const figure of [synergy.gain, synergy.co2e, synergy.investment, synergy.ease])
      for (const leaf of leavesOf(figure))
        if (
          leaf.state === "known" &&
          leaf.source !== null &&
          leaf.source !== "definition" &&
          !leaf.source.startsWith("declared:")
        )
          seen.set(`${leaf.label.fr}|${leaf.value}|${leaf.unit}|${leaf.source}`, leaf);
  return {
    name: say("Hypothèses", "Assumptions"),
    intro: [
      say(
        "Les données de référence derrière les chiffres. Pour en changer une, modifier la référence et relancer le diagnostic : le classeur ne recalcule pas les synergies.",
        "The reference data behind the figures. To change one, edit the reference and run the diagnosis again: the workbook does not recompute synergies.",
      ),
    ],
    columns: [
      { header: say("Donnée", "Datum"), width: 48, format: { kind: "text" } },
      { header: say("Valeur", "Value"), width: 12, format: number },
      { header: say("bas", "low"), width: 12, format: number },
      { header: say("haut", "high"), width: 12, format: number },
      { header: say("Unité", "Unit"), width: 14, format: { kind: "text" } },
      { header: say("Année", "Year"), width: 8, format: { kind: "text" } },
      { header: say("Source", "Source"), width: 60, format: { kind: "text" } },
    ],
    rows: [...seen.values()].map((leaf) => [
      tell(leaf.label),
      leaf.value,
      leaf.low,
      leaf.high,
      unitWords(leaf.unit, lang),
      leaf.date,
      leaf.source === "team-estimate"
        ? say("ESTIMATION DE L'ÉQUIPE", "TEAM ESTIMATE")
        : sourceTitle(leaf.source ?? "", diagnosis.setting.reference, lang),
    ]),
    notes: [],
    frozenColumns: 1,
  };
}
