import { gantt } from "@simbiosi/charts";
import { type ActionPlan, axes, axisWords } from "@simbiosi/domain";
import type { FigureBlock } from "../blocks/block.ts";
import { bodyWords, type Speech } from "../speech/speech.ts";
import { actionNumbers, axisLetter, planned } from "./numbers.ts";

/** How many actions a drawing holds so that they read, under a heading on a page or alone on a slide, and how wide it is. */
type Room = { readonly most: number; readonly longest: number; readonly width: number };
export const onPage: Room = { most: 26, longest: 44, width: 640 };
export const onSlide: Room = { most: 15, longest: 70, width: 1040 };

/**
 * The actions of the calendar as bars by axis, with the steering committees as milestones under the last: as many
 * drawings as it takes, on one calendar, about equally full.
 * Bars are numbered so that they can be found in the tables; a title cut short says less than its number.
 */
export function ganttFigures(
  plan: ActionPlan,
  today: string,
  speech: Speech,
  { most, longest, width }: Room,
): readonly FigureBlock[] {
  const { lang, say, tell } = speech;
  const numbers = actionNumbers(plan);
  const onIt = axes.flatMap((axis) => planned(plan).filter((action) => action.axis === axis));
  const count = Math.max(1, Math.ceil(onIt.length / most));
  const each = Math.ceil(onIt.length / count);
  const span = onIt.flatMap(({ starts, ends }) => [starts, ends]);
  const short = (words: string): string =>
    words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`;
  return Array.from({ length: count }, (_, part) => {
    const here = onIt.slice(part * each, (part + 1) * each);
    const place = count === 1 ? "" : ` (${part + 1}/${count})`;
    const chart = gantt({
      title: say("Calendrier des actions", "Calendar of actions") + place,
      groups: [
        ...axes.map((axis, i) => ({
          label: `${axisLetter(i)}. ${tell(axisWords[axis].name)}`,
          rows: here
            .filter((action) => action.axis === axis)
            .map((action) => ({
              label: `${numbers.get(action.id) ?? ""} ${short(tell(action.title))}`,
              status: "planned" as const,
              start: action.starts,
              end: action.ends,
            })),
        })),
        ...(part === count - 1 ? governance(plan, speech) : []),
      ],
      today,
      span,
      lang,
      width,
    });
    return {
      kind: "figure",
      svg: chart.svg,
      alt: chart.alt,
      caption:
        say(
          "Les actions dans le temps ; losanges : comités de pilotage",
          "Actions over time; diamonds: steering committees",
        ) + place,
    };
  });
}

/** One row for the steering committees, each a milestone. */
function governance({ meetings }: ActionPlan, { say, tell }: Speech) {
  const copil = meetings.filter(({ body }) => body === "copil");
  const [first] = copil;
  if (first === undefined) return [];
  return [
    {
      label: say("Gouvernance", "Governance"),
      rows: [
        {
          label: tell(bodyWords.copil.short),
          status: "planned" as const,
          start: first.day,
          end: copil.at(-1)?.day ?? first.day,
          milestones: copil.map(({ day, agenda }) => ({ day, label: tell(agenda) })),
        },
      ],
    },
  ];
}
