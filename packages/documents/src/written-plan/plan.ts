import type { ActionSheet, Standing } from "@simbiosi/domain";

/** What a territory has written of its plan, with the names that its sheets call by id. */
export type WrittenPlan = {
  /** Name of the territory, which signs the document. */
  readonly territory: string;
  /** In the order of the plan. */
  readonly sheets: readonly ActionSheet[];
  /** Names of establishments, and titles of leads, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly leads: ReadonlyMap<string, string>;
  /** YYYY-MM-DD */
  readonly day: string;
};

/** An action under the number that the document calls it by. */
export type Numbered = { readonly number: string; readonly sheet: ActionSheet; readonly standing: Standing };
