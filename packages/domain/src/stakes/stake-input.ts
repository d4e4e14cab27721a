import type { Dependency } from "../dependency/dependency.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Reduction } from "../reduction/reduction.ts";

/** What stakes are shown from. */
export type StakeInput = {
  readonly diagnosis: Diagnosis;
  readonly reductions: readonly Reduction[];
  readonly dependencies: readonly Dependency[];
  /** How many companies have a duty that begins or falls due within two years; null when nobody worked it out. */
  readonly companiesWithDuties: number | null;
};
