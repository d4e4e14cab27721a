import { type ActionPlan, axes, axisWords, figureValue, type PlanAction } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { monthOf, ownerWords, priorityWords, type Speech } from "../speech/speech.ts";
import { actionNumbers, axisLetter, inReserve, planned } from "./numbers.ts";

/** Whether a title leads to the sheet of its action, where the document holds the sheets. */
type Titles = "linked" | "plain";

/** The actions on the calendar, axis after axis. */
export function calendar(plan: ActionPlan, speech: Speech, titles: Titles): readonly Block[] {
  const { lang, say, tell } = speech;
  const numbers = actionNumbers(plan);
  const onIt = planned(plan);
  return [
    {
      kind: "table",
      caption: say("Calendrier des actions", "Calendar of actions"),
      dense: true,
      columns: [
        { header: "", kind: "text", width: 0.6 },
        { header: say("Action", "Action"), kind: "text", width: 4.6 },
        { header: say("Pilote", "Pilot"), kind: "text", width: 1.9 },
        { header: say("Début", "Start"), kind: "text", width: 1.3 },
        { header: say("Fin", "End"), kind: "text", width: 1.3 },
        { header: say("Priorité", "Priority"), kind: "text", width: 1.1 },
      ],
      rows: axes.flatMap((axis, i) => {
        const own = onIt.filter((action) => action.axis === axis);
        return own.length === 0
          ? []
          : [
              [
                { kind: "strong" as const, text: axisLetter(i) },
                { kind: "strong" as const, text: tell(axisWords[axis].name) },
                "",
                "",
                "",
                "",
              ].map((cell) => (typeof cell === "string" ? cell : [cell])),
              ...own.map((action) => row(action, numbers, speech, titles)),
            ];
      }),
      empty: say("Aucune action.", "No action."),
      notes: [
        say(
          "Les actions démarrent l'une après l'autre, au rythme du temps d'animation ; les dates se déplacent avec lui.",
          "Actions begin one after the other, as facilitation time allows; dates move with it.",
        ),
      ],
    },
    ...reserveTable(plan, numbers, { lang, say, tell }),
  ];
}

const row = (action: PlanAction, numbers: ReadonlyMap<string, string>, { lang, tell }: Speech, titles: Titles) => [
  numbers.get(action.id) ?? "",
  titles === "linked" ? [{ kind: "link" as const, text: tell(action.title), to: action.id }] : tell(action.title),
  ownerWords[action.pilot][lang],
  monthOf(action.starts, lang),
  monthOf(action.ends, lang),
  priorityWords[action.priority][lang],
];

function reserveTable(
  plan: ActionPlan,
  numbers: ReadonlyMap<string, string>,
  { lang, say, tell }: Speech,
): readonly Block[] {
  const reserve = inReserve(plan);
  if (reserve.length === 0) return [];
  return [
    {
      kind: "table",
      dense: true,
      caption: say(
        "En réserve : utiles, mais au-delà du temps d'animation disponible",
        "In reserve: useful, but beyond the facilitation time available",
      ),
      columns: [
        { header: "", kind: "text", width: 0.6 },
        { header: say("Action", "Action"), kind: "text", width: 5 },
        { header: say("Pistes", "Leads"), kind: "number", width: 1 },
        { header: say("Temps d'animation", "Facilitation time"), kind: "number", width: 1.6 },
        { header: say("Priorité", "Priority"), kind: "text", width: 1.2 },
      ],
      rows: reserve.map((action) => [
        numbers.get(action.id) ?? "",
        tell(action.title),
        String(action.synergies.length),
        figureValue(action.days, lang),
        priorityWords[action.priority][lang],
      ]),
      empty: "–",
    },
  ];
}
