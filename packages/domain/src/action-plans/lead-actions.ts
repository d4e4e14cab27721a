import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { type Figure, given, product, sum } from "../figures/figure.ts";
import { type PlannedSynergy, plannedFigure } from "../portfolio/portfolio-figures.ts";
import { parameter } from "../reference-data/reference.ts";
import type { FoundBarrier } from "../synergies/synergy.ts";
import { type Text, text } from "../text/text.ts";
import type { BudgetLine, Indicator, Priority } from "./action.ts";
import type { Draft } from "./draft.ts";
import { groupLeads, type LeadGroup } from "./group-leads.ts";
import { equipment, measures, runningSynergies } from "./lead-words.ts";
import { priorityOf } from "./priority.ts";
import { runningCost } from "./running-cost.ts";
import { countOf } from "./steering-actions.ts";
import { type PlannedStep, stepsOfLead } from "./steps-ahead.ts";

/**
 * The actions of the leads that the plan keeps: a barrier that holds back two groups of leads or more becomes one
 * action of its own, whatever their number; what holds back one group only stays a step of its action.
 * @returns every action of leads behind the levers that it waits for, by priority, then by rank
 */
export function leadActions(diagnosis: Diagnosis, planned: readonly PlannedSynergy[]): readonly Draft[] {
  const groups = groupLeads(planned);
  const shared = sharedBarriers(groups);
  const drafts = new Map<string, Draft>();
  const byPriority = groups
    .map((group) => {
      const { ease, gain } = group.first.synergy;
      return { group, priority: priorityOf(diagnosis.setting.reference, { ease: ease.value, lowGain: gain.low }) };
    })
    .sort((a, b) => order(a.priority) - order(b.priority) || a.group.first.synergy.rank - b.group.first.synergy.rank);
  for (const { group, priority } of byPriority) {
    const levers = [...shared.values()].filter(({ groups: held }) => held.includes(group));
    for (const lever of levers)
      if (!drafts.has(lever.barrier.id)) drafts.set(lever.barrier.id, leverAction(diagnosis, lever, priority));
    drafts.set(
      group.key,
      groupAction(
        diagnosis,
        group,
        priority,
        new Set(shared.keys()),
        levers.map(({ barrier }) => barrier.id),
      ),
    );
  }
  return [...drafts.values()];
}

const order = (priority: Priority): number => ({ high: 0, medium: 1, low: 2 })[priority];

type SharedBarrier = { readonly barrier: FoundBarrier; readonly groups: LeadGroup[] };

function sharedBarriers(groups: readonly LeadGroup[]): ReadonlyMap<string, SharedBarrier> {
  const found = new Map<string, SharedBarrier>();
  for (const group of groups)
    for (const { synergy } of group.leads)
      for (const barrier of synergy.barriers) {
        // A quantity that lacks is a question, and questions have their own action.
        if (barrier.id === "quantity-unknown") continue;
        const known = found.get(barrier.id);
        if (known === undefined) found.set(barrier.id, { barrier, groups: [group] });
        else if (!known.groups.includes(group)) known.groups.push(group);
      }
  return new Map([...found].filter(([, { groups: held }]) => held.length > 1));
}

function leverAction(
  { setting: { reference } }: Diagnosis,
  { barrier, groups }: SharedBarrier,
  priority: Priority,
): Draft {
  const leads = groups
    .flatMap((group) => group.leads.filter(({ synergy }) => synergy.barriers.some(({ id }) => id === barrier.id)))
    .sort((a, b) => a.synergy.rank - b.synergy.rank);
  return {
    key: barrier.id,
    axis: "unlock",
    title: barrier.action,
    description: barrier.sentence,
    objectives: [
      text(
        `Débloquer ${leads.length} pistes du plan, réunies en ${groups.length} actions.`,
        `Unblock ${leads.length} leads of the plan, gathered in ${groups.length} actions.`,
      ),
    ],
    audience: text("Entreprises des pistes liées", "Companies of the linked leads"),
    // An administration answers; it does not run the territory's project.
    pilot: barrier.owner === "administration" || barrier.owner === "funder" ? "facilitator" : barrier.owner,
    leads,
    steps: [
      {
        what: text("Faire le point avec les entreprises concernées.", "Take stock with the companies concerned."),
        owner: "facilitator",
        months: 1,
      },
      { what: barrier.lever, owner: barrier.owner, months: barrier.delayMonths },
    ],
    priority,
    days: product(text("Jours d'animation", "Days of facilitation"), "day", [
      countOf(text("Chantier", "Work item"), 1),
      parameter(reference, "facilitation.days-lever"),
    ]),
    budget: [],
    indicators: [
      {
        label: text("Pistes débloquées", "Leads unblocked"),
        baseline: zero("1"),
        target: countOf(text("Cible", "Target"), leads.length),
      },
    ],
    after: [],
  };
}

const zero = (unit: string): Figure =>
  given({
    label: text("Départ : rien n'est encore réalisé", "Baseline: nothing is realised yet"),
    value: 0,
    unit,
    source: "definition",
    date: null,
  });

function groupAction(
  diagnosis: Diagnosis,
  group: LeadGroup,
  priority: Priority,
  elsewhere: ReadonlySet<string>,
  after: readonly string[],
): Draft {
  const { leads, first } = group;
  const { synergy } = first;
  return {
    key: group.key,
    axis: group.axis,
    title: group.title,
    description: {
      fr: synergy.reasons.map(({ fr }) => fr).join(" "),
      en: synergy.reasons.map(({ en }) => en).join(" "),
    },
    objectives: objectivesOf(group),
    audience: text("Entreprises des pistes liées", "Companies of the linked leads"),
    pilot: "facilitator",
    leads,
    steps: stepsOfGroup(group, elsewhere),
    priority,
    days: daysOf(diagnosis, leads.length),
    budget: budgetOf(diagnosis, leads),
    indicators: indicatorsOf(diagnosis, leads),
    after,
  };
}

function objectivesOf({ axis, leads, first }: LeadGroup): readonly Text[] {
  const n = leads.length;
  const start =
    axis === "exchange"
      ? text(
          n > 1
            ? `Mettre en route ${n} échanges entre entreprises.`
            : "Mettre en route l'échange entre les deux entreprises.",
          n > 1 ? `Start ${n} exchanges between companies.` : "Start the exchange between the two companies.",
        )
      : first.synergy.kind === "sharing"
        ? text("Faire servir à d'autres une capacité qui dort.", "Let others use a capacity that lies idle.")
        : text(
            "Acheter ou organiser ensemble, à de meilleures conditions.",
            "Buy or organise together, on better terms.",
          );
  const names = (standing: boolean, lang: "fr" | "en"): string =>
    first.synergy.steps
      .filter(({ facility }) => (facility !== null) === standing)
      .map(({ process }) => process.name[lang])
      .join(", ");
  const found = [start];
  if (names(true, "fr") !== "")
    found.push(
      text(
        `Faire confirmer par qui l'a déjà la disponibilité de : ${names(true, "fr")}.`,
        `Have whoever has it confirm that it is free: ${names(true, "en")}.`,
      ),
    );
  if (names(false, "fr") !== "")
    found.push(text(`Trouver où faire : ${names(false, "fr")}.`, `Find where to do: ${names(false, "en")}.`));
  return found;
}

/** The steps of the first lead, those that only others need before the last one, each sentence once. */
function stepsOfGroup({ leads }: LeadGroup, elsewhere: ReadonlySet<string>): readonly PlannedStep[] {
  const once = new Map<string, PlannedStep>();
  let last: PlannedStep | undefined;
  for (const { synergy } of leads) {
    const steps = stepsOfLead(synergy, elsewhere);
    last ??= steps.at(-1);
    for (const step of steps.slice(0, -1)) if (!once.has(step.what.fr)) once.set(step.what.fr, step);
  }
  return last === undefined ? [...once.values()] : [...once.values(), last];
}

function daysOf({ setting: { reference } }: Diagnosis, leads: number): Figure {
  const label = text("Jours d'animation", "Days of facilitation");
  const firstDays = parameter(reference, "facilitation.days-lead");
  if (leads === 1) return sum(label, "day", [firstDays]);
  const others = product(text("Pistes suivantes", "Further leads"), "day", [
    countOf(text("Pistes suivantes", "Further leads"), leads - 1),
    parameter(reference, "facilitation.days-next-lead"),
  ]);
  return sum(label, "day", [firstDays, others]);
}

function budgetOf(diagnosis: Diagnosis, leads: readonly PlannedSynergy[]): readonly BudgetLine[] {
  const investment = sum(
    text("Investissement", "Investment"),
    "EUR",
    leads.map(({ synergy }) => synergy.investment),
  );
  const running = sum(
    text("Fonctionnement annuel", "Yearly running cost"),
    "EUR/yr",
    leads.map((lead) => runningCost(plannedFigure(diagnosis, lead, "gain"))),
  );
  return [
    ...(investment.state === "known" && investment.value === 0
      ? []
      : [
          {
            kind: "investment" as const,
            what: equipment,
            amount: investment,
          },
        ]),
    ...(running.state === "known" && running.value === 0
      ? []
      : [
          {
            kind: "running" as const,
            what: text("Transport, procédé, coordination", "Transport, process, coordination"),
            amount: running,
          },
        ]),
  ];
}

function indicatorsOf(diagnosis: Diagnosis, leads: readonly PlannedSynergy[]): readonly Indicator[] {
  return [
    {
      label: runningSynergies,
      baseline: zero("1"),
      target: countOf(text("Cible", "Target"), leads.length),
    },
    ...measures.flatMap(({ metric, unit, label }): Indicator[] => {
      const known = leads
        .map((lead) => plannedFigure(diagnosis, lead, metric))
        .filter(({ state }) => state === "known");
      // A measure that no lead speaks of is not an indicator of this action.
      return known.length === 0 ? [] : [{ label, baseline: zero(unit), target: sum(label, unit, known) }];
    }),
  ];
}
