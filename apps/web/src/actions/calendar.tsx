import { barOfStanding, gantt } from "@simbiosi/charts";
import { standingNames } from "@simbiosi/domain";
import { ChartFigure } from "../ui/chart.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import type { Action } from "./queries.ts";
import { useDates } from "./shown.tsx";
import { actionWords } from "./words.ts";

/** The calendar of the shown actions, by axis; one without dates says so. */
export function ActionCalendar({ actions }: { readonly actions: readonly Action[] }) {
  const { lang, of } = useWords();
  const say = useCatalogue(actionWords);
  const dates = useDates();
  const axes = [...new Set(actions.map(({ axis }) => axis))];
  const chart = gantt({
    title: say.calendarTitle,
    groups: axes.map((axis) => ({
      label: axis === "" ? say.noAxis : axis,
      rows: actions
        .filter((action) => action.axis === axis)
        .map((action) => ({
          label: action.title,
          status: barOfStanding[action.standing],
          start: action.starts,
          end: action.ends,
          milestones: action.steps.flatMap(({ what, due }) => (due === null ? [] : [{ day: due, label: what }])),
        })),
    })),
    today: new Date().toISOString().slice(0, 10),
    lang,
    width: 900,
  });
  const late = actions.filter(({ standing }) => standing === "late").length;
  return (
    <ChartFigure
      chart={chart}
      sentence={say.calendarSays(actions.length, late)}
      table={{
        name: "plan",
        caption: say.calendarTitle,
        header: [say.ownTitle, say.axis, say.standing, say.pilots, say.dates],
        rows: actions.map((action) => [
          action.title,
          action.axis,
          of(standingNames[action.standing]),
          action.pilots.join(", "),
          dates(action),
        ]),
      }}
    />
  );
}
