import { type Axis, axes, axisWords, type Disclosure, type Lang } from "@simbiosi/domain";
import type { Block, Report, Table } from "../blocks/block.ts";
import { monthOf, ownerWords, type Speech, speech } from "../speech/speech.ts";
import { disclosedReport } from "./report.ts";
import { aboutThisVersion, actionTitle, totalWords } from "./words.ts";

/** The roadmap for a funder: the facilitator's own calendar, its companies unnamed. For the public: where it stands. */
export function disclosedRoadmap(disclosure: Disclosure, lang: Lang): Report {
  const s = speech(lang);
  const { name } = disclosure.diagnosis.inventory.territory;
  const { say } = s;
  return disclosedReport(
    disclosure,
    lang,
    say("Feuille de route", "Roadmap"),
    say(
      `Plan d'actions d'écologie industrielle et territoriale, ${name}`,
      `Action plan of industrial and territorial ecology, ${name}`,
    ),
    disclosure.audience === "public"
      ? [
          {
            kind: "paragraph",
            tone: "lead",
            content: say(
              "Le plan d'actions se discute encore avec les entreprises : aucune action n'est publiée à ce jour.",
              "The action plan is still being discussed with companies: no action is published yet.",
            ),
          },
          ...aboutThisVersion(disclosure, s),
        ]
      : [
          ...aboutThisVersion(disclosure, s),
          ...means(disclosure, s),
          ...axes.flatMap((axis): Block[] => {
            const table = actionsOf(disclosure, axis, s);
            return table.rows.length === 0
              ? []
              : [
                  { kind: "heading", level: 1, text: s.tell(axisWords[axis].name) },
                  { kind: "paragraph", content: s.tell(axisWords[axis].about) },
                  table,
                ];
          }),
        ],
  );
}

function means({ totals }: Disclosure, speech: Speech): readonly Block[] {
  const { say, tell } = speech;
  return [
    {
      kind: "table",
      caption: say("Ce que le plan engage et rapporte (potentiel)", "What the plan asks for and brings (potential)"),
      columns: [
        { header: say("Mesure", "Measure"), kind: "text", width: 4 },
        { header: say("Valeur (intervalle)", "Value (interval)"), kind: "number", width: 4 },
      ],
      rows: totals.map((total) => [tell(total.label), totalWords(total, speech)]),
      empty: say("Aucune piste chiffrée au plan.", "No lead with figures in the plan."),
    },
  ];
}

export function actionsOf({ actions }: Disclosure, axis: Axis, speech: Speech): Table {
  const { say, lang } = speech;
  return {
    kind: "table",
    caption: null,
    columns: [
      { header: say("Action", "Action"), kind: "text", width: 4.4 },
      { header: say("Pilote", "Pilot"), kind: "text", width: 1.6 },
      { header: say("Début", "Start"), kind: "text", width: 1.2 },
      { header: say("Fin", "End"), kind: "text", width: 1.2 },
      { header: say("Pistes n°", "Leads no."), kind: "text", width: 1.4 },
    ],
    rows: actions
      .filter((action) => action.axis === axis)
      .map((action) => [
        actionTitle(action, speech),
        ownerWords[action.pilot][lang],
        action.wave === "planned" ? monthOf(action.starts, lang) : say("en réserve", "in reserve"),
        action.wave === "planned" ? monthOf(action.ends, lang) : "–",
        ranksWords(action.leads),
      ]),
    empty: "–",
  };
}

// A page names the first; the dashboard names them all.
const ranksShown = 12;
const ranksWords = (ranks: readonly number[]): string =>
  ranks.length === 0 ? "–" : `${ranks.slice(0, ranksShown).join(", ")}${ranks.length > ranksShown ? "…" : ""}`;
