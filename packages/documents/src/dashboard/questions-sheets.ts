import type { Diagnosis } from "@simbiosi/domain";
import type { Speech } from "../speech/speech.ts";
import type { Sheet } from "../xlsx/workbook.ts";
import { toFill } from "./cells.ts";

/** What to ask whom, what the answer is worth, and room for it. */
export function questionsSheet(diagnosis: Diagnosis, { say, tell }: Speech): Sheet {
  return {
    name: say("Questions", "Questions"),
    intro: [say("Par enjeu décroissant : commencer par le haut.", "By decreasing worth: begin at the top.")],
    columns: [
      { header: say("Établissement", "Establishment"), width: 34, format: { kind: "text" } },
      { header: say("Flux", "Flow"), width: 38, format: { kind: "text" } },
      { header: say("Champ", "Field"), width: 24, format: { kind: "text" } },
      { header: say("Pourquoi", "Why"), width: 60, format: { kind: "text" } },
      { header: say("Enjeu (€/an)", "Worth (€/yr)"), width: 14, format: { kind: "eur" } },
      { header: say("Réponse", "Answer"), width: 30, format: { kind: "text" } },
    ],
    rows: diagnosis.questions.map(({ flow, field, why, worth }) => [
      flow.establishment.name,
      flow.flow.label,
      field,
      tell(why),
      worth,
      toFill,
    ]),
    notes: [],
    frozenColumns: 1,
  };
}

/** What the file held and we did not understand. */
export function refusedSheet(diagnosis: Diagnosis, { say, lang }: Speech): Sheet {
  return {
    name: say("Lignes refusées", "Refused rows"),
    intro: [
      say(
        "Rien n'a été perdu : voici ce qui n'a pas été compris, et que faire.",
        "Nothing was lost: here is what was not understood, and what to do.",
      ),
    ],
    columns: [
      { header: say("Feuille", "Sheet"), width: 18, format: { kind: "text" } },
      { header: say("Ligne", "Row"), width: 8, format: { kind: "integer" } },
      { header: say("Colonne", "Column"), width: 24, format: { kind: "text" } },
      { header: say("Valeur", "Value"), width: 24, format: { kind: "text" } },
      { header: say("Code", "Code"), width: 28, format: { kind: "text" } },
      { header: say("Que faire", "What to do"), width: 80, format: { kind: "text" } },
    ],
    rows: diagnosis.refusedRows.map((row) => [row.sheet, row.row, row.column, row.value, row.code, row[lang]]),
    notes: [],
    frozenColumns: 0,
  };
}
