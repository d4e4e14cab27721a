import { actionPlan, type Diagnosis, fundingOf } from "@simbiosi/domain";
import { actionNumbers } from "../roadmap/numbers.ts";
import type { Speech } from "../speech/speech.ts";
import { address, type Cell, type Sheet } from "../xlsx/workbook.ts";
import { valueCell } from "./cells.ts";
import { budgetOf, type Frame, sumCell, withMoney } from "./investments-sheet.ts";

const investing = (diagnosis: Diagnosis) =>
  withMoney(diagnosis).filter((action) => budgetOf(action, "investment") !== undefined);

/**
 * The financing plan: for each investment, the scheme that might pay most, its rate and its ceiling, to be corrected by
 * hand; aid = base × rate, capped, and what is left to pay.
 */
export function financingSheet(diagnosis: Diagnosis, speech: Speech, frame: Frame): Sheet {
  const { say, tell } = speech;
  const eur = { kind: "eur" } as const;
  const numbers = actionNumbers(actionPlan(diagnosis));
  const actions = investing(diagnosis);
  const intro = [
    say("Plan de financement prévisionnel, hors taxes.", "Provisional financing plan, excluding VAT."),
    say(
      "Un taux proposé est un maximum à demander, jamais un droit. Corriger base, taux, plafond et autres aides : tout se recalcule. Aucune dépense avant l'accusé de réception de la demande.",
      "A proposed rate is the most that may be asked for, never a right. Correct base, rate, ceiling and other aid: all is computed again. No spending before the request is acknowledged.",
    ),
  ];
  const at = (row: number, column: number): string => address(frame, { intro }, row, column);
  const lines = actions.map((action, i) => {
    const investment = budgetOf(action, "investment");
    const best = fundingOf(diagnosis, action).find(({ rate }) => rate.state === "known");
    const base = investment?.value ?? null;
    const rate = best?.rate.value ?? 0;
    const ceiling = best?.scheme.ceiling?.value ?? null;
    const aid = base === null ? 0 : Math.min((base * rate) / 100, ceiling ?? Number.POSITIVE_INFINITY);
    const cells: Cell[] = [
      numbers.get(action.id) ?? "",
      tell(action.title),
      { value: base ?? say("à chiffrer", "to be costed"), emphasis: "input" },
      best === undefined ? say("à rechercher", "to be found") : tell(best.scheme.name),
      { value: rate / 100, emphasis: "input" },
      { value: ceiling, emphasis: "input" },
      {
        formula: `IF(ISNUMBER(${at(i, 2)}),MIN(${at(i, 2)}*${at(i, 4)},IF(ISNUMBER(${at(i, 5)}),${at(i, 5)},${at(i, 2)})),0)`,
        result: aid,
      },
      { value: null, emphasis: "input" },
      {
        formula: `IF(ISNUMBER(${at(i, 2)}),${at(i, 2)}-${at(i, 6)}-N(${at(i, 7)}),0)`,
        result: base === null ? 0 : base - aid,
      },
      {
        formula: `IF(ISNUMBER(${at(i, 2)}),IF(${at(i, 2)}>0,(${at(i, 6)}+N(${at(i, 7)}))/${at(i, 2)},""),"")`,
        result: base !== null && base > 0 ? aid / base : "",
      },
    ];
    return { cells, base: base ?? 0, aid };
  });
  const total = (value: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((all, line) => all + value(line), 0);
  const sum = (column: number, result: number): Cell => sumCell(frame, { intro }, lines.length, column, result);
  return {
    name: say("Financement", "Financing"),
    intro,
    columns: [
      { header: say("N°", "No."), width: 7, format: { kind: "text" } },
      { header: say("Action", "Action"), width: 42, format: { kind: "text" } },
      { header: say("Base éligible (€)", "Eligible base (€)"), width: 16, format: eur },
      {
        header: say("Aide la plus forte à vérifier", "Largest aid, to be checked"),
        width: 40,
        format: { kind: "text" },
      },
      { header: say("Taux", "Rate"), width: 10, format: { kind: "percent" } },
      { header: say("Plafond (€)", "Ceiling (€)"), width: 14, format: eur },
      { header: say("Aide (€)", "Aid (€)"), width: 14, format: eur },
      { header: say("Autres aides (€)", "Other aid (€)"), width: 14, format: eur },
      { header: say("Reste à charge (€)", "Own cost (€)"), width: 16, format: eur },
      { header: say("Part publique", "Public share"), width: 12, format: { kind: "percent" } },
    ],
    rows: lines.map(({ cells }) => cells),
    total: [
      null,
      say("Ensemble", "Together"),
      sum(
        2,
        total(({ base }) => base),
      ),
      null,
      null,
      null,
      sum(
        6,
        total(({ aid }) => aid),
      ),
      sum(7, 0),
      sum(
        8,
        total(({ base, aid }) => base - aid),
      ),
      null,
    ],
    notes: [
      say(
        "Les aides d'une même dépense se cumulent sous le plafond le plus strict : vérifier la part publique avec chaque financeur.",
        "Aid on one expense adds up under the strictest ceiling: check the public share with each funder.",
      ),
    ],
    frozenColumns: 2,
  };
}

const outcomes = {
  possible: { fr: "possible", en: "possible" },
  check: { fr: "à vérifier", en: "to be checked" },
  excluded: { fr: "exclue", en: "excluded" },
} as const;

/** Every scheme that might help each investment, with what to check before asking. */
export function aidSheet(diagnosis: Diagnosis, speech: Speech): Sheet {
  const { say, tell } = speech;
  const numbers = actionNumbers(actionPlan(diagnosis));
  const text = { kind: "text" } as const;
  return {
    name: say("Aides", "Aid"),
    intro: [
      say(
        "Aides à vérifier pour chaque investissement : une aide se demande, elle n'est jamais due. Aide à la décision, pas un avis juridique.",
        "Aid to be checked for each investment: aid is asked for, it is never owed. Decision support, not legal advice.",
      ),
    ],
    columns: [
      { header: say("N°", "No."), width: 7, format: text },
      { header: say("Dispositif", "Scheme"), width: 44, format: text },
      { header: say("Financeur", "Funder"), width: 20, format: text },
      { header: say("Verdict", "Verdict"), width: 12, format: text },
      { header: say("Taux au plus", "Rate at most"), width: 12, format: { kind: "number", unit: "%", decimals: 0 } },
      { header: say("Aide au plus (€)", "Aid at most (€)"), width: 16, format: { kind: "eur" } },
      { header: say("Ce qui est à vérifier", "What is to be checked"), width: 80, format: text },
    ],
    rows: investing(diagnosis).flatMap((action) =>
      fundingOf(diagnosis, action).map(({ scheme, outcome, rate, amount, reasons }) => [
        numbers.get(action.id) ?? "",
        tell(scheme.name),
        scheme.funder,
        tell(outcomes[outcome]),
        valueCell(rate, speech),
        valueCell(amount, speech),
        reasons
          .filter(({ holds }) => holds === "unknown")
          .map(({ sentence }) => tell(sentence))
          .join(" "),
      ]),
    ),
    notes: [],
    frozenColumns: 2,
  };
}
