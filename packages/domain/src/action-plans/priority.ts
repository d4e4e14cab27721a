import { parameterValue, type Reference } from "../reference-data/reference.ts";
import type { Priority } from "./action.ts";

/**
 * Sure and easy first: what pays even at the low end of its interval, and asks for little.
 * @param lowGain the low end of the yearly gain, null when it is not known
 */
export function priorityOf(
  reference: Reference,
  { ease, lowGain }: { readonly ease: number | null; readonly lowGain: number | null },
): Priority {
  const easy = (ease ?? 0) >= parameterValue(reference, "action-plan.priority-ease");
  const sure = lowGain !== null && lowGain > 0;
  return easy && sure ? "high" : easy || sure ? "medium" : "low";
}
