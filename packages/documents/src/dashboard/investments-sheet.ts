import { actionPlan, type Diagnosis, type PlanAction } from "@simbiosi/domain";
import { actionNumbers } from "../roadmap/numbers.ts";
import type { Speech } from "../speech/speech.ts";
import { address, type Cell, type Sheet, type Workbook } from "../xlsx/workbook.ts";
import { highCell, lowCell, valueCell } from "./cells.ts";

/** Of the workbook, what tells where a cell will stand. */
export type Frame = Pick<Workbook, "confidentiality">;

/** The actions that spend money or bring a gain, with their lines of budget. */
export const withMoney = (diagnosis: Diagnosis): readonly PlanAction[] =>
  actionPlan(diagnosis).actions.filter(({ budget }) => budget.length > 0);

export const budgetOf = (action: PlanAction, kind: "investment" | "running") =>
  action.budget.find((line) => line.kind === kind)?.amount;

/** The sum of a column, alive: what a person changes above changes it. */
export function sumCell(frame: Frame, sheet: Pick<Sheet, "intro">, rows: number, column: number, result: number): Cell {
  if (rows === 0) return 0;
  const at = (row: number): string => address(frame, sheet, row, column);
  return { formula: `SUM(${at(0)}:${at(rows - 1)})`, result, emphasis: "strong" };
}

/** The investment programme: what each action costs to set up and to run, what it brings, and when it has paid for itself. */
export function investmentsSheet(diagnosis: Diagnosis, speech: Speech, frame: Frame): Sheet {
  const { say, tell } = speech;
  const eur = { kind: "eur" } as const;
  const actions = withMoney(diagnosis);
  const numbers = actionNumbers(actionPlan(diagnosis));
  const intro = [
    say(
      "Programme d'investissements prévisionnel, hors taxes (potentiel).",
      "Provisional investment programme, excluding VAT (potential).",
    ),
    say(
      "Les cellules colorées se corrigent au fil des devis : totaux et retours se recalculent.",
      "Coloured cells are corrected as quotes come in: totals and paybacks are computed again.",
    ),
  ];
  const gainOf = (action: PlanAction) => action.indicators.find(({ target }) => target.unit === "EUR/yr")?.target;
  const total = (value: (action: PlanAction) => number | null | undefined): number =>
    actions.reduce((all, action) => all + (value(action) ?? 0), 0);
  const sheet = { intro };
  const at = (row: number, column: number): string => address(frame, sheet, row, column);
  return {
    name: say("Investissements", "Investments"),
    intro,
    columns: [
      { header: say("N°", "No."), width: 7, format: { kind: "text" } },
      { header: say("Action", "Action"), width: 46, format: { kind: "text" } },
      { header: say("Investissement (€)", "Investment (€)"), width: 16, format: eur },
      { header: say("bas", "low"), width: 12, format: eur },
      { header: say("haut", "high"), width: 12, format: eur },
      { header: say("Fonctionnement (€/an)", "Running (€/yr)"), width: 16, format: eur },
      {
        header: say("Gain net (€/an)", "Net gain (€/yr)"),
        width: 16,
        format: eur,
        help: say(
          "Toutes parties, charge de capital et fonctionnement déjà comptés.",
          "All parties, capital charge and running cost already counted.",
        ),
      },
      {
        header: say("Retour (ans)", "Payback (yr)"),
        width: 12,
        format: { kind: "number", unit: null, decimals: 1 },
        help: say(
          "Investissement ÷ gain net : prudent, puisque le gain compte déjà la charge de capital.",
          "Investment ÷ net gain: cautious, since the gain already counts the capital charge.",
        ),
      },
      { header: say("Année de dépense", "Year of spending"), width: 12, format: { kind: "text" } },
    ],
    rows: actions.map((action, i): Cell[] => {
      const [investment, running, gain] = [budgetOf(action, "investment"), budgetOf(action, "running"), gainOf(action)];
      const [cost, yearly] = [investment?.value ?? null, gain?.value ?? null];
      return [
        numbers.get(action.id) ?? "",
        tell(action.title),
        { value: investment === undefined ? 0 : plain(valueCell(investment, speech)), emphasis: "input" },
        investment === undefined ? null : lowCell(investment),
        investment === undefined ? null : highCell(investment),
        { value: running === undefined ? 0 : plain(valueCell(running, speech)), emphasis: "input" },
        gain === undefined ? null : valueCell(gain, speech),
        {
          formula: `IF(AND(ISNUMBER(${at(i, 2)}),ISNUMBER(${at(i, 6)})),IF(AND(${at(i, 2)}>0,${at(i, 6)}>0),${at(i, 2)}/${at(i, 6)},""),"")`,
          result: cost !== null && cost > 0 && yearly !== null && yearly > 0 ? cost / yearly : "",
        },
        action.wave === "planned" ? action.ends.slice(0, 4) : say("en réserve", "in reserve"),
      ];
    }),
    total: [
      null,
      say("Ensemble", "Together"),
      sumCell(
        frame,
        sheet,
        actions.length,
        2,
        total((action) => budgetOf(action, "investment")?.value),
      ),
      null,
      null,
      sumCell(
        frame,
        sheet,
        actions.length,
        5,
        total((action) => budgetOf(action, "running")?.value),
      ),
      sumCell(
        frame,
        sheet,
        actions.length,
        6,
        total((action) => gainOf(action)?.value),
      ),
      null,
      null,
    ],
    notes: [
      say(
        "« inconnu » n'est pas zéro : la ligne reste à chiffrer et n'entre pas dans le total.",
        '"unknown" is not zero: the line is still to be costed and is not in the total.',
      ),
    ],
    frozenColumns: 2,
  };
}

const plain = (cell: Cell): string | number | null =>
  typeof cell === "object" && cell !== null ? ("value" in cell ? cell.value : cell.result) : cell;
