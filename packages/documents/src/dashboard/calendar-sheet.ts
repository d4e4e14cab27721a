import { actionPlan, type Diagnosis } from "@simbiosi/domain";
import { actionNumbers } from "../roadmap/numbers.ts";
import { bodyWords, ownerWords, type Speech, upcomingWords } from "../speech/speech.ts";
import type { Cell, Sheet } from "../xlsx/workbook.ts";
import { states } from "./actions-sheet.ts";
import { toFill } from "./cells.ts";

/** Every dated step and meeting, in order of date: what to do this month. */
export function calendarSheet(diagnosis: Diagnosis, speech: Speech): Sheet {
  const { say, tell, lang } = speech;
  const plan = actionPlan(diagnosis);
  const numbers = actionNumbers(plan);
  const text = { kind: "text" } as const;
  type Line = { readonly day: string; readonly cells: readonly Cell[] };
  const line = (day: string, number: string, kind: string, what: string, who: string): Line => ({
    day,
    cells: [day, kind, number, what, who, { value: tell(upcomingWords), emphasis: "input" }, toFill, toFill],
  });
  const lines = [
    ...plan.actions
      .filter(({ wave }) => wave === "planned")
      .flatMap((action) =>
        action.steps.map(({ due, what, owner }) =>
          line(due, numbers.get(action.id) ?? "", say("étape", "step"), tell(what), ownerWords[owner][lang]),
        ),
      ),
    ...plan.meetings.map(({ day, body, agenda }) =>
      line(day, "", tell(bodyWords[body].short), tell(agenda), ownerWords.facilitator[lang]),
    ),
  ];
  return {
    name: say("Calendrier", "Calendar"),
    intro: [
      say(
        "Étapes et réunions par date : ce qu'il y a à faire ce mois-ci.",
        "Steps and meetings by date: what there is to do this month.",
      ),
    ],
    columns: [
      { header: say("Avant le", "By"), width: 12, format: { kind: "date" } },
      { header: say("Nature", "Kind"), width: 20, format: text },
      { header: say("Action", "Action"), width: 9, format: text },
      { header: say("Quoi", "What"), width: 64, format: text },
      { header: say("Qui", "Who"), width: 18, format: text },
      { header: say("Statut", "Status"), width: 14, format: text, choices: states(speech) },
      { header: say("Fait le", "Done on"), width: 12, format: { kind: "date" } },
      { header: say("Commentaire", "Comment"), width: 34, format: text },
    ],
    rows: [...lines].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ cells }) => cells),
    notes: [],
    frozenColumns: 1,
  };
}
