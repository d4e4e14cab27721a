import type { Figure } from "../figures/figure.ts";
import type { BarrierOwner } from "../formats/synergies.ts";
import type { PlannedSynergy } from "../portfolio/portfolio-figures.ts";
import { type Text, text } from "../text/text.ts";
import type { StepAhead } from "./steps-ahead.ts";

/** The axes of a roadmap, in the order in which they are told. */
export const axes = ["steer", "unlock", "exchange", "share"] as const;
export type Axis = (typeof axes)[number];

export const axisWords: Readonly<Record<Axis, { readonly name: Text; readonly about: Text }>> = {
  steer: {
    name: text("Animer et piloter la démarche", "Facilitate and steer the programme"),
    about: text(
      "Une instance qui décide, des données qui se complètent, un porteur pour la suite.",
      "A body that decides, data that grow complete, someone to carry it on.",
    ),
  },
  unlock: {
    name: text("Lever les freins communs", "Lift the common barriers"),
    about: text(
      "Ce qui retient plusieurs pistes à la fois se règle une fois pour toutes.",
      "What holds back several leads at once is settled once for all.",
    ),
  },
  exchange: {
    name: text("Échanger et transformer les flux", "Exchange and transform flows"),
    about: text(
      "Le déchet ou l'excédent de l'un devient la ressource de l'autre, directement ou après un procédé.",
      "The waste or surplus of one becomes the resource of another, directly or after a process.",
    ),
  },
  share: {
    name: text("Mutualiser et partager", "Pool and share"),
    about: text(
      "Des besoins achetés ensemble, des équipements et des espaces mieux employés.",
      "Needs bought together, equipment and spaces put to better use.",
    ),
  },
};

export const priorities = ["high", "medium", "low"] as const;
export type Priority = (typeof priorities)[number];

/** A line of the programme: what, of which kind, how much, excluding VAT. */
export type BudgetLine = {
  readonly kind: "investment" | "running";
  readonly what: Text;
  /** EUR for an investment, EUR/yr for running. Unknown when no one can tell yet. */
  readonly amount: Figure;
};

/** What tells whether an action succeeds: where one starts from, and what the plan makes possible. */
export type Indicator = { readonly label: Text; readonly baseline: Figure; readonly target: Figure };

/** One sheet of the roadmap. */
export type PlanAction = {
  /** Stable: made of what the action is about, not of its place in the plan. */
  readonly id: string;
  readonly axis: Axis;
  readonly title: Text;
  readonly description: Text;
  readonly objectives: readonly Text[];
  /** Whom it is for. */
  readonly audience: Text;
  readonly pilot: BarrierOwner;
  /** Ids of the parties of the linked leads. */
  readonly partners: readonly string[];
  readonly synergies: readonly PlannedSynergy[];
  /** Of an action in reserve, dated as if it began at the horizon: only their order and length mean something. */
  readonly steps: readonly StepAhead[];
  readonly starts: string;
  readonly ends: string;
  /** `reserve`: worth doing, beyond what the facilitator's time allows within the horizon. */
  readonly wave: "planned" | "reserve";
  readonly priority: Priority;
  readonly status: "upcoming";
  /** Days of facilitation. */
  readonly days: Figure;
  readonly budget: readonly BudgetLine[];
  readonly indicators: readonly Indicator[];
  /** Ids of the actions that come first. */
  readonly after: readonly string[];
};

/** A meeting of the governance calendar. */
export type Meeting = { readonly body: "copil" | "cotech"; readonly day: string; readonly agenda: Text };

/** Whether the people are there: days of facilitation offered within the horizon, asked for, and the FTE for everything. */
export type PeopleNeeded = {
  readonly fte: Figure;
  /** False when the territory did not say: the least that the reference asks for stands in. */
  readonly declared: boolean;
  readonly offered: Figure;
  readonly needed: Figure;
  /** FTE that would carry every action within the horizon. */
  readonly fteForAll: Figure;
};

export type ActionPlan = {
  readonly actions: readonly PlanAction[];
  readonly meetings: readonly Meeting[];
  readonly people: PeopleNeeded;
  /** Last day of the roadmap. */
  readonly horizon: string;
};
