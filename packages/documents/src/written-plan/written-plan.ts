import { barOfStanding, gantt } from "@simbiosi/charts";
import {
  type ActionSheet,
  type Financing,
  financingOf,
  formatDay,
  formatNumber,
  fundingStateNames,
  interventionNames,
  type Lang,
  remarksOf,
  type Standing,
  standingNames,
  standingOf,
} from "@simbiosi/domain";
import type { Block, Fact, FigureBlock, Report, SheetBlock, Table } from "../blocks/block.ts";
import { onPage } from "../roadmap/gantt-figure.ts";
import { confidentialStamp, count, notLegalAdvice, priorityWords, type Speech, speech } from "../speech/speech.ts";
import { typeset } from "../speech/typography.ts";

export type WrittenPlan = {
  /** Name of the territory, which signs the document. */
  readonly territory: string;
  /** In the order of the plan. */
  readonly sheets: readonly ActionSheet[];
  /** Names of establishments, and titles of leads, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly leads: ReadonlyMap<string, string>;
  /** YYYY-MM-DD */
  readonly day: string;
};

type Numbered = { readonly number: string; readonly sheet: ActionSheet; readonly standing: Standing };

/**
 * The action plan as a territory keeps it: in brief, calendar, one sheet an action, who pays. Money is told to the cent
 * where it is not whole, and what is hoped for, granted and paid stays apart.
 */
export function writtenPlan(plan: WrittenPlan, lang: Lang): Report {
  const s = speech(lang);
  const { say, tell } = s;
  const axes = axesOf(plan);
  const live = plan.sheets.filter(({ status }) => status !== "abandoned");
  const financing = financingOf(live);
  return typeset({
    title: say("Plan d'actions", "Action plan"),
    subtitle: say(`Fiches action, calendrier et financement`, `Action sheets, calendar and financing`),
    lang,
    date: plan.day,
    author: plan.territory,
    confidentiality: tell(confidentialStamp),
    footer: tell(notLegalAdvice),
    numbered: true,
    blocks: [
      ...inBrief(
        axes.flatMap(({ actions }) => actions),
        financing,
        s,
      ),
      { kind: "heading", level: 1, text: say("Calendrier", "Calendar") },
      ...calendar(axes, plan.day, s),
      { kind: "page-break" },
      { kind: "heading", level: 1, text: say("Fiches action", "Action sheets") },
      ...axes.flatMap(({ name, actions }): readonly Block[] => [
        { kind: "heading", level: 2, text: name },
        ...actions.flatMap((action) => sheetOf(action, plan, s)),
      ]),
      { kind: "page-break" },
      ...money(live, financing, s),
    ],
  });
}

function axesOf({
  sheets,
  day,
}: WrittenPlan): readonly { readonly name: string; readonly actions: readonly Numbered[] }[] {
  const names = [...new Set(sheets.map(({ axis }) => axis))];
  return names.map((axis, i) => ({
    name: axis === "" ? "–" : axis,
    actions: sheets
      .filter((sheet) => sheet.axis === axis)
      .map((sheet, j) => ({ number: `${letter(i)}${j + 1}`, sheet, standing: standingOf(sheet, day) })),
  }));
}
/** A, B … Z, AA: a territory names its axes as it likes, and as many as it likes. */
const letter = (i: number): string =>
  i < 26 ? String.fromCharCode(65 + i) : `${letter(Math.floor(i / 26) - 1)}${letter(i % 26)}`;

/** Cents as euros: whole ones without decimals, others with two. */
function euros(cents: number, lang: Lang): string {
  if (cents % 100 === 0) return `${formatNumber(cents / 100, lang)} €`;
  const words = new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { minimumFractionDigits: 2 });
  return `${words.format(cents / 100).replace("-", "−")} €`;
}

function inBrief(actions: readonly Numbered[], financing: Financing, s: Speech): readonly Block[] {
  const { lang, say } = s;
  const late = actions.filter(({ standing }) => standing === "late").length;
  const done = actions.filter(({ standing }) => standing === "done").length;
  const { investment, running, funding } = financing;
  const tile = (cents: number, label: string, stage: "potential" | "agreed" | "realised" | null) => ({
    value: formatNumber(Math.round(cents / 100), lang),
    unit: "€",
    label,
    interval: null,
    stage,
  });
  return [
    { kind: "heading", level: 1, text: say("L'essentiel", "In brief") },
    {
      kind: "paragraph",
      tone: "lead",
      content: say(
        `${count(actions.length, lang, "action", "actions")}, dont ${count(done, lang, "réalisée", "réalisées")} et ${late} en retard.`,
        `${count(actions.length, lang, "action", "actions")}, ${done} of them done and ${late} late.`,
      ),
    },
    {
      kind: "key-figures",
      items: [
        tile(
          investment.planned + running.planned,
          say("coût prévu, hors taxes", "planned cost, excluding VAT"),
          "potential",
        ),
        tile(
          funding["to-ask"] + funding.asked,
          say("financements espérés (à demander et demandés)", "funding hoped for (to ask for and asked for)"),
          "potential",
        ),
        tile(funding.agreed, say("financements accordés", "funding granted"), "agreed"),
        tile(funding.paid, say("financements versés", "funding paid"), "realised"),
      ],
    },
    {
      kind: "table",
      caption: say("Les actions", "The actions"),
      columns: [
        { header: "", kind: "text", width: 0.7 },
        { header: say("Action", "Action"), kind: "text", width: 4.2 },
        { header: say("Statut", "Status"), kind: "text", width: 1.6 },
        { header: say("Pilotes", "Pilots"), kind: "text", width: 2 },
        { header: say("Fin", "End"), kind: "text", width: 2.4 },
        { header: say("Coût prévu", "Planned cost"), kind: "number", width: 1.8 },
      ],
      rows: actions.map(({ number, sheet, standing }) => {
        const own = financingOf([sheet]);
        return [
          number,
          sheet.title,
          standingNames[standing][lang],
          sheet.pilots.join(", ") || say("à nommer", "to be named"),
          sheet.ends === null ? say("à fixer", "to be set") : formatDay(sheet.ends, lang),
          sheet.budget.length === 0 ? "–" : euros(own.investment.planned + own.running.planned, lang),
        ];
      }),
      empty: say("Aucune action.", "No action."),
    },
  ];
}

function calendar(
  axes: readonly { readonly name: string; readonly actions: readonly Numbered[] }[],
  today: string,
  { lang, say }: Speech,
): readonly FigureBlock[] {
  const all = axes.flatMap(({ actions }) => actions);
  const { most, longest, width } = onPage;
  const parts = Math.max(1, Math.ceil(all.length / most));
  const each = Math.ceil(all.length / parts);
  const span = all.flatMap(({ sheet }) => [sheet.starts, sheet.ends]).filter((day) => day !== null);
  const short = (words: string): string =>
    words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`;
  return Array.from({ length: parts }, (_, part) => {
    const here = new Set(all.slice(part * each, (part + 1) * each));
    const place = parts === 1 ? "" : ` (${part + 1}/${parts})`;
    const chart = gantt({
      title: say("Calendrier des actions", "Calendar of actions") + place,
      groups: axes
        .map(({ name, actions }) => ({
          label: name,
          rows: actions
            .filter((action) => here.has(action))
            .map(({ number, sheet, standing }) => ({
              label: `${number} ${short(sheet.title)}`,
              status: barOfStanding[standing],
              start: sheet.starts,
              end: sheet.ends,
            })),
        }))
        .filter(({ rows }) => rows.length > 0),
      today,
      span,
      lang,
      width,
    });
    return {
      kind: "figure",
      svg: chart.svg,
      alt: chart.alt,
      caption: say("Les actions dans le temps", "Actions over time") + place,
    };
  });
}

function sheetOf({ number, sheet, standing }: Numbered, plan: WrittenPlan, s: Speech): readonly SheetBlock[] {
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

function money(live: readonly ActionSheet[], financing: Financing, s: Speech): readonly Block[] {
  const { lang, say } = s;
  const { byYear, byFunder, funding, investment, running, ownIfHoped, ownIfSure, unknownFunding } = financing;
  const cost = investment.planned + running.planned;
  const states = ["to-ask", "asked", "agreed", "paid"] as const;
  const cell = (cents: number): string => (cents === 0 ? "–" : euros(cents, lang));
  const untold = investment.unknown + running.unknown + unknownFunding;
  return [
    { kind: "heading", level: 1, text: say("Plan de financement", "Financing plan") },
    {
      kind: "paragraph",
      content: say(
        `Les actions qui ne sont pas abandonnées coûtent ${euros(cost, lang)} hors taxes. Si rien d'autre ne vient que ce qui est accordé ou versé, il reste ${euros(ownIfSure, lang)} aux porteurs ; ${euros(ownIfHoped, lang)} si tout ce qui est espéré est accordé.`,
        `The actions that are not abandoned cost ${euros(cost, lang)} excluding VAT. If nothing comes but what is granted or paid, ${euros(ownIfSure, lang)} is left to the carriers; ${euros(ownIfHoped, lang)} if all that is hoped for is granted.`,
      ),
    },
    ...(untold > 0
      ? [
          {
            kind: "callout" as const,
            tone: "warning" as const,
            title: say("Totaux partiels", "Partial totals"),
            blocks: [
              {
                kind: "paragraph" as const,
                content: say(
                  `${count(untold, lang, "montant n'est pas connu", "montants ne sont pas connus")} : ils ne comptent pour rien ci-dessous.`,
                  `${count(untold, lang, "amount is not known", "amounts are not known")}: they count for nothing below.`,
                ),
              },
            ],
          },
        ]
      : []),
    {
      kind: "table",
      caption: say("Qui finance, hors taxes", "Who pays, excluding VAT"),
      columns: [
        { header: say("Financeur", "Funder"), kind: "text", width: 2.8 },
        ...states.map((state) => ({ header: fundingStateNames[state][lang], kind: "number" as const, width: 1.5 })),
        { header: say("Ensemble", "Together"), kind: "number", width: 1.6 },
      ],
      rows: [
        ...byFunder.map(({ name, amounts }) => [
          name,
          ...states.map((state) => cell(amounts[state])),
          euros(
            states.reduce((sum, state) => sum + amounts[state], 0),
            lang,
          ),
        ]),
        [
          say("Porteurs, si tout est accordé", "Carriers, if all is granted"),
          ...states.map(() => "–"),
          euros(ownIfHoped, lang),
        ],
      ],
      total: [say("Coût prévu", "Planned cost"), ...states.map((state) => cell(funding[state])), euros(cost, lang)],
      empty: say("Aucun financeur.", "No funder."),
    },
    {
      kind: "table",
      caption: say("Dépenses par année, hors taxes", "Expenses by year, excluding VAT"),
      columns: [
        { header: say("Année", "Year"), kind: "text", width: 1 },
        { header: say("Investissement prévu", "Planned investment"), kind: "number", width: 2 },
        { header: say("Fonctionnement prévu", "Planned running cost"), kind: "number", width: 2 },
        { header: say("Réalisé", "Actual"), kind: "number", width: 2 },
      ],
      rows: byYear.map((year) => [
        String(year.year),
        cell(year.investment.planned),
        cell(year.running.planned),
        cell(year.investment.actual + year.running.actual),
      ]),
      total: [
        say("Ensemble", "Together"),
        euros(investment.planned, lang),
        euros(running.planned, lang),
        euros(investment.actual + running.actual, lang),
      ],
      empty: say("Aucune dépense prévue.", "No planned expense."),
    },
    ...programmeByField(live, s),
  ];
}

/** What the call asks to be told: the money by field of intervention. */
function programmeByField(live: readonly ActionSheet[], { lang, say, tell }: Speech): readonly Table[] {
  const fields = [...new Set(live.map(({ intervention }) => intervention))].sort();
  return [
    {
      kind: "table",
      caption: say("Par champ d'intervention de l'appel", "By field of intervention of the call"),
      columns: [
        { header: say("Champ", "Field"), kind: "text", width: 4 },
        { header: say("Actions", "Actions"), kind: "number", width: 1 },
        { header: say("Investissement prévu", "Planned investment"), kind: "number", width: 2 },
        { header: say("Fonctionnement prévu", "Planned running cost"), kind: "number", width: 2 },
      ],
      rows: fields.map((field) => {
        const own = live.filter(({ intervention }) => intervention === field);
        const { investment, running } = financingOf(own);
        return [
          tell(interventionNames[field]),
          String(own.length),
          euros(investment.planned, lang),
          euros(running.planned, lang),
        ];
      }),
      empty: "–",
    },
  ];
}
