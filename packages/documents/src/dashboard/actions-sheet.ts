import { type Diagnosis, plannedSynergies, stepsAhead } from "@simbiosi/domain";
import { ownerWords, type Speech } from "../speech/speech.ts";
import type { Sheet } from "../xlsx/workbook.ts";
import { toFill } from "./cells.ts";

/** One row a step: what, who, by when, and where it stands. */
export function actionsSheet(diagnosis: Diagnosis, { say, tell, lang }: Speech): Sheet {
  const states = [
    say("à venir", "to come"),
    say("en cours", "in progress"),
    say("fait", "done"),
    say("bloqué", "blocked"),
    say("abandonné", "abandoned"),
  ];
  return {
    name: say("Actions", "Actions"),
    intro: [
      say(
        "Les pas de chaque piste du plan, dans l'ordre. Remplir l'état et la date ; rien n'est calculé d'après les dates prévues.",
        "The steps of each planned lead, in order. Fill in state and date; nothing is computed from planned dates.",
      ),
    ],
    columns: [
      { header: say("Piste", "Lead"), width: 38, format: { kind: "text" } },
      { header: say("Pas", "Step"), width: 6, format: { kind: "integer" } },
      { header: say("Quoi", "What"), width: 60, format: { kind: "text" } },
      { header: say("Qui", "Who"), width: 18, format: { kind: "text" } },
      { header: say("Avant le", "By"), width: 12, format: { kind: "date" } },
      { header: say("État", "State"), width: 14, format: { kind: "text" }, choices: states },
      { header: say("Fait le", "Done on"), width: 12, format: { kind: "date" } },
      { header: say("Commentaire", "Comment"), width: 30, format: { kind: "text" } },
    ],
    rows: plannedSynergies(diagnosis).flatMap(({ synergy }) =>
      stepsAhead(synergy, diagnosis.setting.day).map((step, i) => [
        `${synergy.rank}. ${tell(synergy.title)}`,
        i + 1,
        tell(step.what),
        ownerWords[step.owner][lang],
        step.due,
        { value: states[0] ?? null, emphasis: "input" as const },
        toFill,
        toFill,
      ]),
    ),
    notes: [],
    frozenColumns: 1,
  };
}
