import type { Setting } from "../assessment/setting.ts";
import type { Dependency } from "../dependency/dependency.ts";
import type { RefusedRow } from "../formats/check.ts";
import type { Inventory } from "../formats/inventory.ts";
import type { PortfolioJson } from "../formats/portfolio.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { PoolShortfall } from "../pools/shortfall.ts";
import type { Question } from "../questions/questions.ts";
import type { Reduction } from "../reduction/reduction.ts";
import type { RankedSynergy, RefusedPair, Unmatched } from "../synergies/synergy.ts";

/** All that a study knows of a territory on one day: the one value that every document is built from. */
export type Diagnosis = {
  readonly inventory: Inventory;
  readonly setting: Setting;
  readonly flows: readonly KnownFlow[];
  readonly synergies: readonly RankedSynergy[];
  readonly refused: readonly RefusedPair[];
  readonly unmatched: readonly Unmatched[];
  /** Groups that are no pool yet, each with the form that is viable at its size. */
  readonly shortfalls: readonly PoolShortfall[];
  readonly questions: readonly Question[];
  readonly refusedRows: readonly RefusedRow[];
  readonly portfolio: PortfolioJson;
  /** What each establishment could do alone: kept apart from synergies, never added to them. */
  readonly reductions: readonly Reduction[];
  readonly dependencies: readonly Dependency[];
};
