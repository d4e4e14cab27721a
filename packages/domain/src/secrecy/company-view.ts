import type { Visibility } from "../formats/inventory.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { maySee, type Subject, type Viewer } from "./may-see.ts";

/**
 * What one company may learn of a flow of another when a lead joins them:
 * - `facilitator`: that a lead exists, and nothing of the other side
 * - `territory`: the nature of the flow, the trade and the distance, without the name
 * - `named`: the name too
 */
export type Glimpse = { readonly level: "facilitator" | "territory" | "named"; readonly quantity: boolean };

export const visibilityOf = ({ flow, establishment }: KnownFlow): Visibility =>
  flow.visibility ?? establishment.visibility ?? "facilitator";

/** A flow as a subject of secrecy; an inventory holds intents only, hence the stage. */
export const subjectOf = (known: KnownFlow, stage: Subject["stage"] = "potential"): Subject => ({
  establishment: known.establishment.id,
  visibility: visibilityOf(known),
  consents: known.flow.consents,
  stage,
});

/**
 * How much of `theirs` the company of `mine` may read. Names and quantities need both sides to have opted in for
 * each other: one company's yes is not the other's.
 */
export function glimpseOf(mine: KnownFlow, theirs: KnownFlow, day: string): Glimpse {
  const viewer: Viewer = { kind: "company", id: mine.establishment.id, lead: { consents: mine.flow.consents } };
  const sees = (field: "name" | "nature" | "quantity"): boolean => maySee(viewer, field, subjectOf(theirs), day);
  return { level: sees("name") ? "named" : sees("nature") ? "territory" : "facilitator", quantity: sees("quantity") };
}
