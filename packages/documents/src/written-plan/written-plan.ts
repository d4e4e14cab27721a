import { barOfStanding, gantt } from "@simbiosi/charts";
import {
  type Financing,
  financingOf,
  formatDay,
  formatNumber,
  type Lang,
  standingNames,
  standingOf,
} from "@simbiosi/domain";
import type { Block, FigureBlock, Report } from "../blocks/block.ts";
import { onPage } from "../roadmap/gantt-figure.ts";
import { confidentialStamp, count, notLegalAdvice, type Speech, speech } from "../speech/speech.ts";
import { typeset } from "../speech/typography.ts";
import { euros } from "./euros.ts";
import { money } from "./money.ts";
import type { Numbered, WrittenPlan } from "./plan.ts";
import { sheetOf } from "./sheet.ts";

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
