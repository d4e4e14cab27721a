import { parameterValue, type Reference } from "../reference-data/reference.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";
import type { Meeting, PlanAction } from "./action.ts";
import { monthsLater } from "./steps-ahead.ts";

/** The governance calendar up to the horizon: steering committees that decide, technical committees in between. */
export function meetingsOf(
  reference: Reference,
  actions: readonly PlanAction[],
  day: string,
  months: number,
): readonly Meeting[] {
  const first = parameterValue(reference, "governance.first-meeting");
  const every = parameterValue(reference, "governance.copil-every");
  const between = parameterValue(reference, "governance.cotech-every");
  const copil: Meeting[] = [];
  for (let month = first; month <= months; month += every)
    copil.push({
      body: "copil",
      day: monthsLater(day, month),
      agenda: month === first ? opening : month + every > months ? closing : running,
    });
  const taken = new Set(copil.map((meeting) => meeting.day));
  const cotech: Meeting[] = [];
  for (let month = first + between; month <= months; month += between) {
    const on = monthsLater(day, month);
    if (taken.has(on)) continue;
    const atWork = actions.filter(({ wave, starts, ends }) => wave === "planned" && starts <= on && on <= ends).length;
    cotech.push({ body: "cotech", day: on, agenda: following(atWork) });
  }
  return [...copil, ...cotech].sort((a, b) => byCodeUnit(a.day, b.day));
}

const opening = text(
  "Valider le diagnostic et la feuille de route, choisir les premières actions, fixer les cibles.",
  "Approve the diagnosis and the roadmap, choose the first actions, set the targets.",
);
const running = text(
  "Avancement, arbitrages, budget, pistes sorties de la réserve.",
  "Progress, decisions, budget, leads taken out of reserve.",
);
const closing = text(
  "Bilan de l'opération et passage au porteur.",
  "Review of the operation and hand-over to the carrier.",
);

const following = (count: number): Text =>
  count === 0
    ? text("Préparer les prochaines actions.", "Prepare the next actions.")
    : text(
        count > 1
          ? `Suivi de ${count} actions en cours, freins à lever.`
          : "Suivi de l'action en cours, freins à lever.",
        count > 1
          ? `Following ${count} running actions, barriers to lift.`
          : "Following the running action, barriers to lift.",
      );
