import {
  type ActionPlan,
  actionPlan,
  axes,
  axisWords,
  type Diagnosis,
  figureInterval,
  figureValue,
  formatNumber,
  type Lang,
  type PoolShortfall,
  planTotal,
  unitWords,
  viableForm,
} from "@simbiosi/domain";
import type { Block, FlowBlock, Report } from "../blocks/block.ts";
import { lackWords } from "../diagnostic-actions/below-threshold.ts";
import { confidentialStamp, count, monthOf, notLegalAdvice, type Speech, speech } from "../speech/speech.ts";
import { typeset } from "../speech/typography.ts";
import { actionSheet } from "./action-sheet.ts";
import { calendar } from "./calendar.ts";
import { ganttFigures, onPage } from "./gantt-figure.ts";
import { actionNumbers, axisLetter, inReserve, planned } from "./numbers.ts";
import { budgetTotal, carriers, governance, resources } from "./resources.ts";

/** The roadmap (second deliverable of the call): axes, action sheets, calendar, governance, resources, lasting carrier. */
export function roadmap(diagnosis: Diagnosis, lang: Lang): Report {
  const s = speech(lang);
  const { name } = diagnosis.inventory.territory;
  const plan = actionPlan(diagnosis);
  return typeset({
    title: s.say("Feuille de route", "Roadmap"),
    subtitle: s.say(
      `Plan d'actions d'écologie industrielle et territoriale, ${name}`,
      `Action plan of industrial and territorial ecology, ${name}`,
    ),
    lang,
    date: diagnosis.setting.day,
    author: name,
    confidentiality: s.tell(confidentialStamp),
    footer: s.tell(notLegalAdvice),
    numbered: true,
    blocks: [
      ...inBrief(diagnosis, plan, s),
      { kind: "page-break" },
      { kind: "contents", title: s.say("Sommaire", "Contents"), depth: 2 },
      { kind: "page-break" },
      { kind: "heading", level: 1, text: s.say("Calendrier", "Calendar") },
      ...ganttFigures(plan, diagnosis.setting.day, s, onPage),
      ...calendar(plan, s, "linked"),
      ...withinReach(diagnosis, s),
      { kind: "page-break" },
      { kind: "heading", level: 1, text: s.say("Fiches action", "Action sheets") },
      ...sheets(diagnosis, plan, s),
      { kind: "page-break" },
      ...governance(plan, s),
      ...resources(plan, s),
      { kind: "page-break" },
      ...carriers(diagnosis, s),
    ],
  });
}

function inBrief(diagnosis: Diagnosis, plan: ActionPlan, { lang, say, tell }: Speech): readonly Block[] {
  const numbers = actionNumbers(plan);
  const onCalendar = planned(plan);
  const reserve = inReserve(plan);
  const gain = planTotal(diagnosis, "gain").total;
  const investment = budgetTotal(plan, "investment").total;
  const { people } = plan;
  const fte = formatNumber(people.fte.value ?? 0, lang);
  return [
    { kind: "heading", level: 1, text: say("L'essentiel", "In brief") },
    {
      kind: "paragraph",
      tone: "lead",
      content: say(
        `${count(onCalendar.length, lang, "action lancée", "actions lancées")} d'ici ${monthOf(plan.horizon, "fr")}, au rythme de ${fte} ETP d'animation${reserve.length > 0 ? ` ; ${count(reserve.length, lang, "autre reste", "autres restent")} en réserve` : ""}.`,
        `${count(onCalendar.length, lang, "action", "actions")} begun by ${monthOf(plan.horizon, "en")}, at the pace of ${fte} FTE of facilitation${reserve.length > 0 ? `; ${count(reserve.length, lang, "other stays", "others stay")} in reserve` : ""}.`,
      ),
    },
    {
      kind: "key-figures",
      items: [
        {
          value: String(onCalendar.length),
          unit: null,
          label: say("actions au calendrier", "actions on the calendar"),
          interval: null,
          stage: null,
        },
        ...[
          { figure: gain, label: say("gain annuel net du plan", "net yearly gain of the plan") },
          { figure: investment, label: say("investissement, hors taxes", "investment, excluding VAT") },
        ].map(({ figure, label }) => ({
          value:
            figure.state === "known"
              ? formatNumber(Number(figure.value.toPrecision(3)), lang)
              : say("inconnu", "unknown"),
          unit: figure.state === "known" ? unitWords(figure.unit, lang) : null,
          label,
          interval: figureInterval(figure, lang),
          stage: "potential" as const,
        })),
        {
          value: figureValue(people.fteForAll, lang),
          unit: say("ETP", "FTE"),
          label: say(`pour tout mener d'ici là (${fte} aujourd'hui)`, `to carry everything by then (${fte} today)`),
          interval: figureInterval(people.fteForAll, lang),
          stage: null,
        },
      ],
    },
    {
      kind: "table",
      caption: say("Les axes", "The axes"),
      columns: [
        { header: "", kind: "text", width: 0.5 },
        { header: say("Axe", "Axis"), kind: "text", width: 2.8 },
        { header: say("Ce qu'il vise", "What it aims at"), kind: "text", width: 4.6 },
        { header: say("Actions", "Actions"), kind: "number", width: 1 },
        { header: say("Réserve", "Reserve"), kind: "number", width: 1 },
      ],
      rows: axes.map((axis, i) => [
        axisLetter(i),
        tell(axisWords[axis].name),
        tell(axisWords[axis].about),
        String(onCalendar.filter((action) => action.axis === axis).length),
        String(reserve.filter((action) => action.axis === axis).length),
      ]),
      empty: "–",
    },
    { kind: "heading", level: 2, text: say("Par où commencer", "Where to begin"), numbered: false },
    {
      kind: "list",
      ordered: true,
      items: [...onCalendar]
        .sort((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : 0))
        .slice(0, 6)
        .map((action) => [
          { kind: "strong" as const, text: `${numbers.get(action.id) ?? ""} ${tell(action.title)}` },
          say(` (dès ${monthOf(action.starts, "fr")})`, ` (from ${monthOf(action.starts, "en")})`),
        ]),
    },
    {
      kind: "paragraph",
      tone: "note",
      content: say(
        "Tout est potentiel : les cibles, les budgets et les dates se fixent en comité de pilotage, avec les entreprises.",
        "Everything is potential: targets, budgets and dates are set by the steering committee, with the companies.",
      ),
    },
  ];
}

/** Pools that lack something: what to begin with meanwhile, and when to look again. No action yet, hence no date and no budget. */
function withinReach({ shortfalls }: Diagnosis, speech: Speech): readonly Block[] {
  const { say, tell } = speech;
  if (shortfalls.length === 0) return [];
  return [
    {
      kind: "table",
      dense: true,
      caption: say(
        "À surveiller : les mutualisations qui n'atteignent pas encore leur seuil",
        "To be watched: pools that do not reach their threshold yet",
      ),
      columns: [
        { header: say("Mutualisation", "Pool"), kind: "text", width: 2.2 },
        { header: say("Ce qui manque", "What is missing"), kind: "text", width: 2.6 },
        { header: say("À proposer d'ici là", "To propose meanwhile"), kind: "text", width: 3.4 },
        { header: say("Revoir quand", "Look again when"), kind: "text", width: 2.8 },
      ],
      rows: shortfalls.map((one) => [
        tell(one.title),
        lackWords(one, speech),
        tell(viableForm(one.nearest)),
        againWords(one, speech),
      ]),
      empty: "–",
    },
  ];
}

function againWords({ lack }: PoolShortfall, { say }: Speech): string {
  switch (lack) {
    case "quantity":
      return say("les quantités sont connues", "the quantities are known");
    case "members":
    case "size":
      return say("d'autres entreprises déclarent ce besoin", "other companies declare this need");
    case "gain":
      return say("un prix, une aide ou un équipement change", "a price, an aid or equipment changes");
    case "nearness":
      return say("une entreprise voisine s'y joint ou un contrat prend fin", "a neighbour joins or a contract ends");
  }
}

/** Every action on the calendar has its page; those in reserve wait in their table. */
function sheets(diagnosis: Diagnosis, plan: ActionPlan, s: Speech): readonly Block[] {
  const numbers = actionNumbers(plan);
  const onCalendar = planned(plan);
  return axes.flatMap((axis, i): Block[] => {
    const own = onCalendar.filter((action) => action.axis === axis);
    if (own.length === 0) return [];
    // What sets leads going takes a page each; steering and levers are shorter.
    const aPage = axis === "exchange" || axis === "share";
    const opening: readonly FlowBlock[] = [
      {
        kind: "heading",
        level: 2,
        text: `${s.say("Axe", "Axis")} ${axisLetter(i)}${s.say(" : ", ": ")}${s.tell(axisWords[axis].name)}`,
        numbered: false,
      },
      { kind: "paragraph", content: s.tell(axisWords[axis].about) },
    ];
    const bodies = own.map((action) => actionSheet(diagnosis, action, numbers.get(action.id) ?? "", numbers, s));
    return aPage
      ? bodies.map((blocks, k) => ({ kind: "one-page", blocks: k === 0 ? [...opening, ...blocks] : blocks }))
      : [...(i === 0 ? [] : [{ kind: "page-break" as const }]), ...opening, ...bodies.flat()];
  });
}
