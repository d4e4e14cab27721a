import { gantt } from "@simbiosi/charts";
import { type ActionPlan, axes, axisWords } from "@simbiosi/domain";
import type { FigureBlock } from "../blocks/block.ts";
import { bodyWords, type Speech } from "../speech/speech.ts";
import { actionNumbers, axisLetter, planned } from "./numbers.ts";

// Bars are numbered so that they can be found in the tables; a title cut short says less than its number.
const longest = 60;

/** The actions of the calendar as bars by axis, with the steering committees as milestones. */
export function ganttFigure(plan: ActionPlan, today: string, speech: Speech): FigureBlock {
  const { lang, say, tell } = speech;
  const numbers = actionNumbers(plan);
  const onIt = planned(plan);
  const short = (words: string): string =>
    words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`;
  const copil = plan.meetings.filter(({ body }) => body === "copil");
  const chart = gantt({
    title: say("Calendrier des actions", "Calendar of actions"),
    groups: [
      ...axes.flatMap((axis, i) => {
        const own = onIt.filter((action) => action.axis === axis);
        return own.length === 0
          ? []
          : [
              {
                label: `${axisLetter(i)}. ${tell(axisWords[axis].name)}`,
                rows: own.map((action) => ({
                  label: `${numbers.get(action.id) ?? ""} ${short(tell(action.title))}`,
                  status: "planned" as const,
                  start: action.starts,
                  end: action.ends,
                })),
              },
            ];
      }),
      ...(copil[0] === undefined
        ? []
        : [
            {
              label: say("Gouvernance", "Governance"),
              rows: [
                {
                  label: tell(bodyWords.copil.short),
                  status: "planned" as const,
                  start: copil[0].day,
                  end: copil.at(-1)?.day ?? copil[0].day,
                  milestones: copil.map(({ day, agenda }) => ({ day, label: tell(agenda) })),
                },
              ],
            },
          ]),
    ],
    today,
    lang,
  });
  return {
    kind: "figure",
    svg: chart.svg,
    alt: chart.alt,
    caption: say(
      "Les actions dans le temps ; losanges : comités de pilotage",
      "Actions over time; diamonds: steering committees",
    ),
  };
}
