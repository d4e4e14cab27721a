import { actionPlan, type Diagnosis, formatDay } from "@simbiosi/domain";
import { monthOf, type Speech } from "../speech/speech.ts";
import { actionNumbers, planned } from "./numbers.ts";

/** What elected officials are asked to decide so that the plan begins, one sentence each. */
export function decisions(diagnosis: Diagnosis, { lang, say, tell }: Speech): readonly string[] {
  const plan = actionPlan(diagnosis);
  const numbers = actionNumbers(plan);
  const first = planned(plan)
    .filter(({ axis }) => axis === "exchange" || axis === "share")
    .slice(0, 3);
  const next = plan.meetings.filter(({ body }) => body === "copil")[1];
  return [
    say("Valider le diagnostic et la feuille de route", "Approve the diagnosis and the roadmap"),
    ...(first.length === 0
      ? []
      : [
          say("Lancer les premières actions : ", "Start the first actions: ") +
            first
              .map(
                (action) => `${numbers.get(action.id) ?? ""} ${tell(action.title)} (${monthOf(action.starts, lang)})`,
              )
              .join(" ; "),
        ]),
    say(
      "Nommer l'élu référent et confirmer le temps d'animation",
      "Name the elected sponsor and confirm the facilitation time",
    ),
    say("Fixer les cibles des indicateurs", "Set the targets of the indicators"),
    ...(next === undefined
      ? []
      : [
          say(
            `Prochain comité proposé : ${formatDay(next.day, "fr")}`,
            `Next committee proposed: ${formatDay(next.day, "en")}`,
          ),
        ]),
  ];
}
