import { type Diagnosis, plannedSynergies } from "@simbiosi/domain";
import type { Speech } from "../speech/speech.ts";
import { address, type Sheet, type Workbook } from "../xlsx/workbook.ts";
import { highCell, lowCell, valueCell } from "./cells.ts";

/** The investment programme: what each planned lead costs, and what is left once an aid rate is filled in. */
export function investmentsSheet(diagnosis: Diagnosis, speech: Speech): Sheet {
  const { say, tell } = speech;
  const eur = { kind: "eur" } as const;
  const planned = plannedSynergies(diagnosis).filter(
    ({ synergy }) => (synergy.investment.value ?? 0) > 0 || synergy.investment.state === "unknown",
  );
  const sheet: Omit<Sheet, "rows" | "total"> = {
    name: say("Investissements", "Investments"),
    intro: [
      say(
        "Montants hors taxes, potentiels. Saisir un taux d'aide : l'aide et le reste à charge se recalculent. Aucune dépense avant l'accusé de réception de la demande d'aide.",
        "Amounts excluding VAT, potential. Type an aid rate: aid and own cost are computed again. No spending before the aid request is acknowledged.",
      ),
    ],
    columns: [
      { header: say("Piste", "Lead"), width: 44, format: { kind: "text" } },
      { header: say("Investissement (€)", "Investment (€)"), width: 16, format: eur },
      { header: say("bas", "low"), width: 12, format: eur },
      { header: say("haut", "high"), width: 12, format: eur },
      {
        header: say("Taux d'aide", "Aid rate"),
        width: 12,
        format: { kind: "percent" },
        help: say("Taux accordé ou demandé, à saisir.", "Rate granted or asked for, to be typed."),
      },
      { header: say("Aide (€)", "Aid (€)"), width: 14, format: eur },
      { header: say("Reste à charge (€)", "Own cost (€)"), width: 16, format: eur },
    ],
    notes: [],
    frozenColumns: 1,
  };
  // Where a cell stands depends on the stamp and the introduction only, so the skeleton of the workbook is enough to ask.
  const skeleton: Workbook = { title: "", author: "", lang: speech.lang, confidentiality: "x", sheets: [] };
  const at = (row: number, column: number): string => address(skeleton, { ...sheet, rows: [] }, row, column);
  const known = planned.reduce((total, { synergy }) => total + (synergy.investment.value ?? 0), 0);
  const last = planned.length - 1;
  const sumOf = (column: number, result: number) =>
    last < 0 ? 0 : { formula: `SUM(${at(0, column)}:${at(last, column)})`, result, emphasis: "strong" as const };
  return {
    ...sheet,
    rows: planned.map(({ synergy }, i) => [
      `${synergy.rank}. ${tell(synergy.title)}`,
      valueCell(synergy.investment, speech),
      lowCell(synergy.investment),
      highCell(synergy.investment),
      { value: null, emphasis: "input" as const },
      { formula: `${at(i, 1)}*${at(i, 4)}`, result: 0 },
      { formula: `${at(i, 1)}-${at(i, 5)}`, result: synergy.investment.value },
    ]),
    total: [say("Ensemble", "Together"), sumOf(1, known), null, null, null, sumOf(5, 0), sumOf(6, known)],
  };
}
