import type { Figure } from "../figures/figure.ts";
import type { BarrierOwner } from "../formats/synergies.ts";
import type { PlannedSynergy } from "../portfolio/portfolio-figures.ts";
import type { Text } from "../text/text.ts";
import type { Axis, BudgetLine, Indicator, Priority } from "./action.ts";
import type { PlannedStep } from "./steps-ahead.ts";

/** An action before the calendar: what, why, how long each step takes, how many days it asks for. */
export type Draft = {
  /** What the action is about, unique in the plan: its id is made of it. */
  readonly key: string;
  readonly axis: Axis;
  readonly title: Text;
  readonly description: Text;
  readonly objectives: readonly Text[];
  readonly audience: Text;
  readonly pilot: BarrierOwner;
  readonly leads: readonly PlannedSynergy[];
  readonly steps: readonly PlannedStep[];
  readonly priority: Priority;
  readonly days: Figure;
  readonly budget: readonly BudgetLine[];
  readonly indicators: readonly Indicator[];
  /** Keys of the actions that come first. */
  readonly after: readonly string[];
};
