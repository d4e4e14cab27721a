import {
  type ActionSheet,
  financingOf,
  formatDay,
  formatNumber,
  fundingStateNames,
  interventionNames,
  remarksOf,
  standingNames,
} from "@simbiosi/domain";
import type { Fact, SheetBlock, Table } from "../blocks/block.ts";
import { priorityWords, type Speech } from "../speech/speech.ts";
import { euros } from "./euros.ts";
import type { Numbered, WrittenPlan } from "./plan.ts";

/** One action: what, who, when, by which steps, with what money, and what is still missing. */
export function sheetOf({ number, sheet, standing }: Numbered, plan: WrittenPlan, s: Speech): readonly SheetBlock[] {
  const { lang, say, tell } = s;
  const partners = [...sheet.partners.flatMap((id) => plan.names.get(id) ?? []), ...sheet.otherPartners];
  const leads = sheet.leads.flatMap((id) => plan.leads.get(id) ?? []);
  const fact = (label: string, words: string): readonly Fact[] => (words === "" ? [] : [{ label, content: words }]);
  const remarks = remarksOf(sheet);
  return [
    { kind: "heading", level: 3, text: `${number} ${sheet.title}`, numbered: false },
    ...(sheet.description === "" ? [] : [{ kind: "paragraph" as const, content: sheet.description }]),
    {
      kind: "facts",
      items: [
        ...fact(
          say("Statut et priorité", "Status and priority"),
          `${standingNames[standing][lang]}, ${say("priorité", "priority")} ${priorityWords[sheet.priority][lang]}`,
        ),
        ...fact(say("Calendrier", "Calendar"), when(sheet, s)),
        ...fact(say("Pilotes", "Pilots"), sheet.pilots.join(", ") || say("à nommer", "to be named")),
        ...fact(say("Élus référents", "Elected referents"), sheet.referents.join(", ")),
        ...fact(say("Structure porteuse", "Structure that carries it"), sheet.structure),
        ...fact(say("Gouvernance", "Governance"), sheet.governance),
        ...fact(say("Partenaires", "Partners"), firstOf(partners, s)),
        ...fact(say("Champ d'intervention", "Field of intervention"), tell(interventionNames[sheet.intervention])),
        ...fact(say("Objectifs", "Objectives"), sheet.objectives),
        ...fact(say("Cibles", "Audience"), sheet.audience),
        ...fact(say("Synergies liées", "Linked synergies"), firstOf(leads, s)),
        ...fact(say("Notes", "Notes"), sheet.notes),
      ],
    },
    ...stepsTable(sheet, s),
    ...budgetTable(sheet, s),
    ...fundersTable(sheet, s),
    ...indicatorsTable(sheet, s),
    ...(remarks.length === 0
      ? []
      : [
          {
            kind: "callout" as const,
            tone: "warning" as const,
            title: say("À compléter", "To complete"),
            blocks: [
              {
                kind: "list" as const,
                ordered: false,
                items: remarks.map(({ sentence, next }) => `${tell(sentence)} ${tell(next)}`),
              },
            ],
          },
        ]),
  ];
}

/** A page names the first of a long list; the platform has them all. */
const named = 8;
const firstOf = (all: readonly string[], { say }: Speech): string =>
  all.length <= named
    ? all.join(" ; ")
    : `${all.slice(0, named).join(" ; ")} ; ${say(`et ${all.length - named} autres`, `and ${all.length - named} more`)}`;

function when({ starts, ends }: ActionSheet, { lang, say }: Speech): string {
  const day = (one: string): string => formatDay(one, lang);
  if (starts !== null && ends !== null)
    return say(`du ${day(starts)} au ${day(ends)}`, `${day(starts)} to ${day(ends)}`);
  if (starts !== null) return say(`à partir du ${day(starts)}`, `from ${day(starts)}`);
  return ends === null ? say("dates à fixer", "dates to be set") : say(`jusqu'au ${day(ends)}`, `until ${day(ends)}`);
}

function stepsTable({ steps }: ActionSheet, { lang, say }: Speech): readonly Table[] {
  if (steps.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say("Étapes", "Steps"),
      columns: [
        { header: say("Quoi", "What"), kind: "text", width: 4.6 },
        { header: say("Qui", "Who"), kind: "text", width: 1.8 },
        { header: say("Pour le", "By"), kind: "text", width: 1.8 },
        { header: say("Fait", "Done"), kind: "text", width: 0.8 },
      ],
      rows: steps.map(({ what, owner, due, done }) => [
        what,
        owner,
        due === null ? say("à dater", "no date yet") : formatDay(due, lang),
        done ? say("oui", "yes") : say("non", "no"),
      ]),
      empty: "–",
    },
  ];
}

const unknownWords = { fr: "à chiffrer", en: "to be costed" } as const;

function budgetTable({ budget }: ActionSheet, { lang, say }: Speech): readonly Table[] {
  if (budget.length === 0) return [];
  const amount = (unit: "eur" | "fte", value: number | null, untold: string): string =>
    value === null
      ? untold
      : unit === "eur"
        ? euros(value, lang)
        : `${formatNumber(value / 100, lang)} ${say("ETP", "FTE")}`;
  const { investment, running } = financingOf([{ budget, funders: [] }]);
  return [
    {
      kind: "table",
      caption: say("Budget (hors taxes)", "Budget (excluding VAT)"),
      columns: [
        { header: say("Poste", "Item"), kind: "text", width: 3.4 },
        { header: say("Nature", "Kind"), kind: "text", width: 1.8 },
        { header: say("Année", "Year"), kind: "text", width: 0.9 },
        { header: say("Prévu", "Planned"), kind: "number", width: 1.8 },
        { header: say("Réalisé", "Actual"), kind: "number", width: 1.8 },
      ],
      rows: budget.map(({ what, kind, unit, year, planned, actual }) => [
        what,
        kind === "investment" ? say("investissement", "investment") : say("fonctionnement", "running"),
        String(year),
        amount(unit, planned, unknownWords[lang]),
        amount(unit, actual, "–"),
      ]),
      ...(budget.some(({ unit }) => unit === "eur")
        ? {
            total: [
              say("Total en euros", "Total in euros"),
              "",
              "",
              euros(investment.planned + running.planned, lang),
              euros(investment.actual + running.actual, lang),
            ],
          }
        : {}),
      empty: "–",
    },
  ];
}

function fundersTable({ funders }: ActionSheet, { lang, say, tell }: Speech): readonly Table[] {
  if (funders.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say("Financeurs", "Funders"),
      columns: [
        { header: say("Financeur", "Funder"), kind: "text", width: 4 },
        { header: say("État", "State"), kind: "text", width: 1.8 },
        { header: say("Montant", "Amount"), kind: "number", width: 2 },
      ],
      rows: funders.map(({ name, state, amount }) => [
        name,
        tell(fundingStateNames[state]),
        amount === null ? unknownWords[lang] : euros(amount, lang),
      ]),
      empty: "–",
    },
  ];
}

function indicatorsTable({ indicators }: ActionSheet, { lang, say }: Speech): readonly Table[] {
  if (indicators.length === 0) return [];
  const value = (number: number | null): string =>
    number === null ? say("inconnu", "unknown") : formatNumber(number, lang);
  return [
    {
      kind: "table",
      caption: say("Indicateurs", "Indicators"),
      columns: [
        { header: say("Indicateur", "Indicator"), kind: "text", width: 3.8 },
        { header: say("Unité", "Unit"), kind: "text", width: 1.1 },
        { header: say("Départ", "Baseline"), kind: "number", width: 1.3 },
        { header: say("Cible", "Target"), kind: "number", width: 1.3 },
        { header: say("Mesuré", "Measured"), kind: "number", width: 2.2 },
      ],
      rows: indicators.map(({ label, unit, baseline, target, measures }) => {
        const last = measures.at(-1);
        return [
          label,
          unit,
          value(baseline),
          target === null ? "–" : formatNumber(target, lang),
          last === undefined
            ? say("pas encore", "not yet")
            : `${formatNumber(last.value, lang)} (${formatDay(last.on, lang)})`,
        ];
      }),
      empty: "–",
    },
  ];
}
