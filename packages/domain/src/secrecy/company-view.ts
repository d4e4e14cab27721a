import type { Visibility } from "../formats/inventory.ts";
import type { KnownFlow } from "../matching/known-flow.ts";

/**
 * What one company may learn of a flow of another when a lead joins them:
 * - `facilitator`: that a lead exists, and nothing of the other side
 * - `territory`: the nature of the flow, the trade and the distance, without the name
 * - `named`: the name too
 */
export type Glimpse = { readonly level: "facilitator" | "territory" | "named"; readonly quantity: boolean };

export const visibilityOf = ({ flow, establishment }: KnownFlow): Visibility =>
  flow.visibility ?? establishment.visibility ?? "facilitator";

const consented = ({ flow }: KnownFlow, to: string, field: "name" | "quantity"): boolean =>
  flow.consents.some((consent) => (consent.to === to || consent.to === "public") && consent.fields.includes(field));

/**
 * How much of `theirs` the company of `mine` may read. Names and quantities need both sides to have opted in for
 * each other: one company's yes is not the other's.
 */
export function glimpseOf(mine: KnownFlow, theirs: KnownFlow): Glimpse {
  const both = (field: "name" | "quantity"): boolean =>
    consented(theirs, mine.establishment.id, field) && consented(mine, theirs.establishment.id, field);
  const level = both("name") ? "named" : visibilityOf(theirs) === "facilitator" ? "facilitator" : "territory";
  return { level, quantity: both("quantity") };
}
