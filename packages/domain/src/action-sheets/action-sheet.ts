import type { Priority } from "../action-plans/action.ts";
import { type Text, text } from "../text/text.ts";

/** Where people say an action stands. "Late" is not said, it is seen: {@link standingOf}. */
export const actionStatuses = ["to-discuss", "upcoming", "ongoing", "on-hold", "blocked", "done", "abandoned"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** What a plan shows: what people say, or that its day has passed. */
export const standings = [...actionStatuses, "late"] as const;
export type Standing = (typeof standings)[number];

export const standingNames: Readonly<Record<Standing, Text>> = {
  "to-discuss": text("À discuter", "To discuss"),
  upcoming: text("À venir", "Upcoming"),
  ongoing: text("En cours", "Under way"),
  late: text("En retard", "Late"),
  "on-hold": text("En pause", "On hold"),
  blocked: text("Bloquée", "Blocked"),
  done: text("Réalisée", "Done"),
  abandoned: text("Abandonnée", "Abandoned"),
};

/** The fields of intervention that the call names: an action is told to the funder under one of them. */
export const interventions = ["behaviour", "environment", "renewables", "other"] as const;
export type Intervention = (typeof interventions)[number];

export const interventionNames: Readonly<Record<Intervention, Text>> = {
  behaviour: text("Changement de comportements", "Behaviour change"),
  environment: text(
    "Projet environnemental (réduction, recyclage, valorisation)",
    "Environmental project (reduction, recycling, recovery)",
  ),
  renewables: text("Énergies renouvelables", "Renewable energy"),
  other: text("Autre", "Other"),
};

/**
 * A line of the programme. Money is in cents, excluding VAT; time in hundredths of a full-time equivalent. Unknown is
 * null, never zero.
 */
export type SheetBudgetLine = {
  readonly what: string;
  readonly kind: "investment" | "running";
  readonly unit: "eur" | "fte";
  readonly year: number;
  readonly planned: number | null;
  readonly actual: number | null;
};

/** Money from others goes from an intent to a commitment to an event; the three are never added up. */
export const fundingStates = ["to-ask", "asked", "agreed", "paid", "refused"] as const;
export type FundingState = (typeof fundingStates)[number];

export const fundingStateNames: Readonly<Record<FundingState, Text>> = {
  "to-ask": text("À demander", "To ask for"),
  asked: text("Demandé", "Asked for"),
  agreed: text("Accordé", "Agreed"),
  paid: text("Versé", "Paid"),
  refused: text("Refusé", "Refused"),
};

export type SheetFunder = {
  readonly name: string;
  /** Id of an aid scheme of the reference, when it is one. */
  readonly scheme: string | null;
  /** Cents; null as long as nobody can tell. */
  readonly amount: number | null;
  readonly state: FundingState;
};

export type SheetStep = {
  readonly what: string;
  readonly owner: string;
  /** YYYY-MM-DD */
  readonly due: string | null;
  readonly done: boolean;
};

export type SheetIndicator = {
  readonly label: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  /** What was measured, by day. */
  readonly measures: readonly { readonly on: string; readonly value: number }[];
};

/** An action sheet (fiche action) as a territory writes it. */
export type ActionSheet = {
  readonly axis: string;
  readonly title: string;
  readonly description: string;
  readonly objectives: string;
  /** Whom it is for (cibles). */
  readonly audience: string;
  readonly pilots: readonly string[];
  /** Elected referents. */
  readonly referents: readonly string[];
  /** Establishments that take part, by id. */
  readonly partners: readonly string[];
  readonly otherPartners: readonly string[];
  /** The structure that carries it, and the body that follows it. */
  readonly structure: string;
  readonly governance: string;
  /** Leads it brings about, by id. */
  readonly leads: readonly string[];
  readonly intervention: Intervention;
  readonly status: ActionStatus;
  readonly priority: Priority;
  /** YYYY-MM-DD */
  readonly starts: string | null;
  readonly ends: string | null;
  readonly steps: readonly SheetStep[];
  readonly budget: readonly SheetBudgetLine[];
  readonly funders: readonly SheetFunder[];
  readonly indicators: readonly SheetIndicator[];
  readonly notes: string;
};

const open: ReadonlySet<ActionStatus> = new Set(["to-discuss", "upcoming", "ongoing"]);

/**
 * Where an action stands on a day: late when its end, its start or one of its steps is past and nobody says that it is
 * done, begun, held or given up.
 */
export function standingOf(
  { status, starts, ends, steps }: Pick<ActionSheet, "status" | "starts" | "ends" | "steps">,
  day: string,
): Standing {
  if (!open.has(status)) return status;
  const past = (due: string | null): boolean => due !== null && due < day;
  const late =
    past(ends) || (status !== "ongoing" && past(starts)) || steps.some(({ done, due }) => !done && past(due));
  return late ? "late" : status;
}
