import { actionPlan, axisWords, type Diagnosis } from "@simbiosi/domain";
import { actionNumbers } from "../roadmap/numbers.ts";
import { ownerWords, priorityWords, type Speech, upcomingWords } from "../speech/speech.ts";
import type { Sheet } from "../xlsx/workbook.ts";
import { toFill, valueCell } from "./cells.ts";

/** What an action or a step may be said to be, in the words that funders' grids use. */
export const states = ({ say, tell }: Speech): readonly string[] => [
  tell(upcomingWords),
  say("en cours", "in progress"),
  say("réalisé", "done"),
  say("en pause", "paused"),
  say("bloqué", "blocked"),
  say("abandonné", "abandoned"),
];

/** One row an action: what, who, when, how urgent, how much time, and where it stands. */
export function actionsSheet(diagnosis: Diagnosis, speech: Speech): Sheet {
  const { say, tell, lang } = speech;
  const plan = actionPlan(diagnosis);
  const numbers = actionNumbers(plan);
  const text = { kind: "text" } as const;
  return {
    name: say("Actions", "Actions"),
    intro: [
      say(
        "Les actions du plan, avec les numéros de la feuille de route.",
        "The actions of the plan, with the numbers of the roadmap.",
      ),
      say(
        "Remplir le statut, l'avancement et le commentaire. Une action en réserve dépasse le temps d'animation disponible.",
        "Fill in status, progress and comment. An action in reserve is beyond the facilitation time available.",
      ),
    ],
    columns: [
      { header: say("N°", "No."), width: 7, format: text },
      { header: say("Axe", "Axis"), width: 28, format: text },
      { header: say("Action", "Action"), width: 50, format: text },
      { header: say("Pilote", "Pilot"), width: 18, format: text },
      { header: say("Pistes", "Leads"), width: 8, format: { kind: "integer" } },
      { header: say("Début", "Start"), width: 12, format: { kind: "date" } },
      { header: say("Fin", "End"), width: 12, format: { kind: "date" } },
      { header: say("Priorité", "Priority"), width: 11, format: text },
      {
        header: say("Jours d'animation", "Days of facilitation"),
        width: 12,
        format: { kind: "number", unit: null, decimals: 1 },
      },
      { header: say("Après", "After"), width: 14, format: text },
      { header: say("Statut", "Status"), width: 14, format: text, choices: states(speech) },
      { header: say("Avancement", "Progress"), width: 12, format: { kind: "percent" } },
      { header: say("Commentaire", "Comment"), width: 34, format: text },
    ],
    rows: plan.actions.map((action) => [
      numbers.get(action.id) ?? "",
      tell(axisWords[action.axis].name),
      tell(action.title),
      ownerWords[action.pilot][lang],
      action.synergies.length,
      action.wave === "planned" ? action.starts : say("en réserve", "in reserve"),
      action.wave === "planned" ? action.ends : say("en réserve", "in reserve"),
      priorityWords[action.priority][lang],
      valueCell(action.days, speech),
      action.after.map((id) => numbers.get(id) ?? "").join(", "),
      { value: tell(upcomingWords), emphasis: "input" as const },
      toFill,
      toFill,
    ]),
    notes: [],
    frozenColumns: 3,
  };
}
