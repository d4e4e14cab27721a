import { axisWords, type Disclosure, type Figure, type Lang, unitWords } from "@simbiosi/domain";
import { kindWords, outcomeWords, ownerWords, type Speech, speech } from "../speech/speech.ts";
import type { Cell, Sheet, Workbook } from "../xlsx/workbook.ts";
import { actionTitle, captionOf, rowName, versionStamp } from "./words.ts";

const text = { kind: "text" } as const;
const number = { kind: "number", unit: null, decimals: 1 } as const;

/** The dashboard for a funder or the public. A cell that is withheld says so: it is neither empty nor zero. */
export function disclosedDashboard(disclosure: Disclosure, lang: Lang): Workbook {
  const s = speech(lang);
  return {
    title: s.say("Tableau de bord", "Dashboard"),
    author: disclosure.diagnosis.inventory.territory.name,
    lang,
    confidentiality: s.tell(versionStamp[disclosure.audience]),
    sheets: [
      indicators(disclosure, s),
      ...disclosure.tables.map((table) => aggregate(table, s)),
      ...(disclosure.audience === "funder" ? [actions(disclosure, s), leads(disclosure, s)] : []),
    ],
  };
}

const masked = ({ say }: Speech): string => say("masqué", "withheld");
const cellOf = (figure: Figure, speech: Speech): Cell => (figure.state === "known" ? figure.value : masked(speech));

function indicators({ counts, totals, audience }: Disclosure, speech: Speech): Sheet {
  const { say, tell, lang } = speech;
  return {
    name: say("Indicateurs", "Indicators"),
    intro: [
      audience === "funder"
        ? say("Potentiel : rien n'est encore convenu ni réalisé.", "Potential: nothing is agreed or realised yet.")
        : say("Aucun résultat n'est publié à ce jour.", "No result is published yet."),
    ],
    columns: [
      { header: say("Indicateur", "Indicator"), width: 46, format: text },
      { header: say("Unité", "Unit"), width: 12, format: text },
      { header: say("Valeur", "Value"), width: 16, format: number },
      { header: say("bas", "low"), width: 14, format: number },
      { header: say("haut", "high"), width: 14, format: number },
    ],
    rows: [
      [say("Établissements rencontrés", "Establishments met"), "", counts.establishments, null, null],
      [say("Flux recensés", "Flows recorded"), "", counts.flows, null, null],
      ...(audience === "funder"
        ? [
            [say("Pistes trouvées", "Leads found"), "", counts.leads, null, null],
            [say("Pistes au plan", "Leads in the plan"), "", counts.planned, null, null],
          ]
        : []),
      ...totals.map(({ label, unit, told }): Cell[] => [
        tell(label),
        unitWords(unit, lang),
        told?.value ?? masked(speech),
        told?.low ?? null,
        told?.high ?? null,
      ]),
    ],
    notes: [],
    frozenColumns: 1,
  };
}

function aggregate(table: Disclosure["tables"][number], speech: Speech): Sheet {
  const { say, tell } = speech;
  return {
    name: tell(table.title).slice(0, 31),
    intro: [captionOf(table, speech)],
    columns: [
      { header: say("Nature", "Kind"), width: 34, format: text },
      ...table.columns.map((name) => ({ header: tell(name), width: 18, format: number })),
    ],
    rows: table.cells.map((line, r) => [
      rowName(table, r, speech),
      ...line.map((cell) => (cell === null ? masked(speech) : Number(cell.toPrecision(3)))),
    ]),
    notes: [],
    frozenColumns: 1,
  };
}

function actions({ actions: all }: Disclosure, speech: Speech): Sheet {
  const { say, tell, lang } = speech;
  return {
    name: say("Actions", "Actions"),
    intro: [say("Le calendrier de la feuille de route.", "The calendar of the roadmap.")],
    columns: [
      { header: say("Axe", "Axis"), width: 30, format: text },
      { header: say("Action", "Action"), width: 60, format: text },
      { header: say("Pilote", "Pilot"), width: 18, format: text },
      { header: say("Début", "Start"), width: 12, format: { kind: "date" } },
      { header: say("Fin", "End"), width: 12, format: { kind: "date" } },
      { header: say("Pistes n°", "Leads no."), width: 24, format: text },
    ],
    rows: all.map((action) => [
      tell(axisWords[action.axis].name),
      actionTitle(action, speech),
      ownerWords[action.pilot][lang],
      action.wave === "planned" ? action.starts : say("en réserve", "in reserve"),
      action.wave === "planned" ? action.ends : say("en réserve", "in reserve"),
      action.leads.join(", "),
    ]),
    notes: [],
    frozenColumns: 2,
  };
}

function leads({ leads: all }: Disclosure, speech: Speech): Sheet {
  const { say, tell, lang } = speech;
  return {
    name: say("Synergies", "Synergies"),
    intro: [
      say(
        "Potentiel. « Masqué » : une partie au moins n'a pas accepté que ce chiffre soit donné.",
        'Potential. "Withheld": at least one party has not agreed to this figure being given.',
      ),
    ],
    columns: [
      { header: say("N°", "No."), width: 7, format: { kind: "integer" } },
      { header: say("Piste", "Lead"), width: 60, format: text },
      { header: say("Type", "Type"), width: 18, format: text },
      { header: say("Au plan", "In plan"), width: 9, format: text },
      { header: say("Quantité", "Quantity"), width: 14, format: number },
      { header: say("Unité", "Unit"), width: 10, format: text },
      { header: say("Ordre de grandeur", "Order of magnitude"), width: 26, format: text },
      { header: say("Gain (€/an)", "Gain (€/yr)"), width: 14, format: { kind: "eur" } },
      { header: say("Émissions évitées (tCO₂e/an)", "Emissions avoided (tCO₂e/yr)"), width: 16, format: number },
      { header: say("Détourné (t/an)", "Diverted (t/yr)"), width: 14, format: number },
      { header: say("Droit", "Law"), width: 16, format: text },
      { header: say("Facilité", "Ease"), width: 10, format: { kind: "percent" } },
      { header: say("Identifiant", "Id"), width: 20, format: text },
    ],
    rows: all.map(({ synergy, planned, magnitudes }) => [
      synergy.rank,
      tell(synergy.title),
      tell(kindWords[synergy.kind]),
      planned ? say("oui", "yes") : say("non", "no"),
      cellOf(synergy.quantity, speech),
      synergy.quantity.state === "known" ? unitWords(synergy.quantity.unit, lang) : "",
      magnitudes.map(tell).join(" ; "),
      cellOf(synergy.gain, speech),
      cellOf(synergy.co2e, speech),
      cellOf(synergy.diverted, speech),
      outcomeWords[synergy.verdict.outcome][lang],
      synergy.ease.value,
      synergy.id,
    ]),
    notes: [],
    frozenColumns: 2,
  };
}
