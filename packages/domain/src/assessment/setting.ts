import type { Place } from "../geography/travel.ts";
import type { Reference } from "../reference-data/reference.ts";
import type { Text } from "../text/text.ts";
import type { Facilities } from "./facilities.ts";
import type { Term } from "./terms.ts";

/** Where and when an exchange is assessed, and what already stands there. */
export type Setting = {
  readonly reference: Reference;
  readonly context: Place;
  readonly day: string;
  readonly facilities: Facilities;
};

/** What one side contributes to an assessment: its terms, today's alternative, and what must be said beside them. */
export type Contribution = {
  readonly terms: readonly Term[];
  readonly counterfactual: readonly Text[];
  readonly doubts: readonly Text[];
};
