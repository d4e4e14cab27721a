import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { derived, type Figure, given, sum } from "../figures/figure.ts";
import { shortHash } from "../ids/stable-id.ts";
import { plannedSynergies } from "../portfolio/portfolio-figures.ts";
import { parameter, parameterValue, type Reference } from "../reference-data/reference.ts";
import { text } from "../text/text.ts";
import type { ActionPlan, PeopleNeeded, PlanAction } from "./action.ts";
import type { Draft } from "./draft.ts";
import { leadActions } from "./lead-actions.ts";
import { meetingsOf } from "./meetings.ts";
import { steeringActions } from "./steering-actions.ts";
import { dated, monthsLater } from "./steps-ahead.ts";

// A diagnosis never changes, and every document of a study asks for its plan.
const plans = new WeakMap<Diagnosis, ActionPlan>();

/**
 * The action plan of a diagnosis: steering, the common levers, then the leads of the portfolio gathered in actions.
 * The calendar is what the territory's facilitator can hold: actions begin one after the other as days allow, and
 * what does not fit within the horizon stays in reserve.
 */
export function actionPlan(diagnosis: Diagnosis): ActionPlan {
  let plan = plans.get(diagnosis);
  if (plan === undefined) {
    plan = makePlan(diagnosis);
    plans.set(diagnosis, plan);
  }
  return plan;
}

const idOf = ({ axis, key }: Draft): string => `act-${shortHash([[axis], [key]])}`;

function makePlan(diagnosis: Diagnosis): ActionPlan {
  const { reference, day } = diagnosis.setting;
  const { fte, declared } = facilitation(diagnosis);
  const drafts = [...steeringActions(diagnosis, fte), ...leadActions(diagnosis, plannedSynergies(diagnosis))];
  const months = parameterValue(reference, "action-plan.horizon");
  const horizon = monthsLater(day, months);
  const actions = scheduled(reference, drafts, fte, day, months);
  return {
    actions,
    meetings: meetingsOf(reference, actions, day, months),
    people: peopleOf(reference, drafts, fte, declared, months),
    horizon,
  };
}

/** Zero full-time equivalents hold no calendar: the least that the reference asks for then stands in, and is said to. */
function facilitation({ inventory: { territory }, setting: { reference } }: Diagnosis): {
  fte: Figure;
  declared: boolean;
} {
  const own = territory.facilitator_fte;
  if (own === null || own === 0) return { fte: parameter(reference, "facilitation.reference-fte"), declared: false };
  return {
    fte: given({
      label: text("Animation déclarée (ETP)", "Facilitation declared (FTE)"),
      value: own,
      unit: "1",
      source: "declared:territory",
      date: null,
    }),
    declared: true,
  };
}

/** Days of facilitation a month that steering leaves to actions; never less than half of all. */
function daysAMonth(reference: Reference, fte: Figure): number {
  const all = (fte.value ?? 0) * parameterValue(reference, "facilitation.days-per-fte");
  return Math.max(all / 2, all - parameterValue(reference, "facilitation.days-steering")) / 12;
}

function scheduled(
  reference: Reference,
  drafts: readonly Draft[],
  fte: Figure,
  day: string,
  months: number,
): readonly PlanAction[] {
  const aMonth = daysAMonth(reference, fte);
  const placed = new Map<string, { readonly offset: number; readonly ends: string }>();
  let spent = 0;
  return drafts.map((draft): PlanAction => {
    const before = draft.after.flatMap((key) => placed.get(key) ?? []);
    const free = aMonth > 0 ? Math.floor(spent / aMonth) : 0;
    // An action may begin while a lever is at work; it ends no earlier than the lever.
    const offset = before.reduce((latest, one) => Math.max(latest, one.offset), free);
    const reserve = offset >= months;
    const starts = monthsLater(day, Math.min(offset, months));
    const levers = before.reduce((latest, one) => (one.ends > latest ? one.ends : latest), starts);
    const own = dated(draft.steps, starts);
    const steps = own.map((step, i) => (i === own.length - 1 && step.due < levers ? { ...step, due: levers } : step));
    const ends = steps.at(-1)?.due ?? starts;
    placed.set(draft.key, { offset, ends });
    spent += draft.days.value ?? 0;
    return {
      id: idOf(draft),
      axis: draft.axis,
      title: draft.title,
      description: draft.description,
      objectives: draft.objectives,
      audience: draft.audience,
      pilot: draft.pilot,
      partners: [
        ...new Set(draft.leads.flatMap(({ synergy }) => synergy.parties.map(({ establishment }) => establishment))),
      ],
      synergies: draft.leads,
      steps,
      starts,
      ends,
      wave: reserve ? "reserve" : "planned",
      priority: draft.priority,
      status: "upcoming",
      days: draft.days,
      budget: draft.budget,
      indicators: draft.indicators,
      after: draft.after.flatMap((key) => drafts.filter((one) => one.key === key).map(idOf)),
    };
  });
}

function peopleOf(
  reference: Reference,
  drafts: readonly Draft[],
  fte: Figure,
  declared: boolean,
  months: number,
): PeopleNeeded {
  const perFte = parameter(reference, "facilitation.days-per-fte");
  const steering = parameter(reference, "facilitation.days-steering");
  const years = months / 12;
  const over = (label: ReturnType<typeof text>, value: Figure, times: number): Figure =>
    derived(label, "day", text(`par an × ${years} ans`, `a year × ${years} years`), [value], scale(value, times));
  const offered = derived(
    text("Jours d'animation disponibles d'ici l'horizon", "Days of facilitation available by the horizon"),
    "day",
    text(`ETP × jours par ETP × ${years} ans`, `FTE × days per FTE × ${years} years`),
    [fte, perFte],
    scale(perFte, (fte.value ?? 0) * years),
  );
  const needed = sum(
    text("Jours d'animation demandés par le plan entier", "Days of facilitation asked for by the whole plan"),
    "day",
    [over(text("Pilotage", "Steering"), steering, years), ...drafts.map(({ days }) => days)],
  );
  const fteForAll = derived(
    text(
      "Animation qui mènerait tout d'ici l'horizon (ETP)",
      "Facilitation that would carry everything by the horizon (FTE)",
    ),
    "1",
    text("jours demandés ÷ (jours par ETP × années)", "days asked for ÷ (days per FTE × years)"),
    [needed, perFte],
    needed.state === "known" && perFte.state === "known"
      ? {
          value: needed.value / (perFte.value * years),
          low: needed.low / (perFte.high * years),
          high: needed.high / (perFte.low * years),
        }
      : null,
  );
  return { fte, declared, offered, needed, fteForAll };
}

const scale = (figure: Figure, times: number): { value: number; low: number; high: number } | null =>
  figure.state === "known" ? { value: figure.value * times, low: figure.low * times, high: figure.high * times } : null;
