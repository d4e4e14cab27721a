import type { Consent, Visibility } from "../formats/inventory.ts";

/** Who reads. A company reads as itself: its own flows, or another's, which a lead may join to one of its own. */
export type Viewer =
  | { readonly kind: "facilitator" }
  | {
      readonly kind: "company";
      readonly id: string;
      /** What its own flow of the lead agreed to; null when no lead joins the two. */
      readonly lead: { readonly consents: readonly Consent[] } | null;
    }
  | { readonly kind: "funder" }
  | { readonly kind: "public" };

/** What there is to know of a flow. `magnitude` is its power of ten; the quantity is the number itself. */
export const secretFields = [
  "name",
  "nature",
  "magnitude",
  "quantity",
  "price",
  "supplier",
  "contract",
  "gain",
] as const;
export type SecretField = (typeof secretFields)[number];

/** Whose it is, and what was said of it. Intent, commitment, event: only what happened is a result to be published. */
export type Subject = {
  readonly establishment: string;
  readonly visibility: Visibility;
  readonly consents: readonly Consent[];
  readonly stage: "potential" | "agreed" | "realised";
};

const agreed = (consents: readonly Consent[], to: readonly string[], field: SecretField, day: string): boolean =>
  consents.some(
    (consent) =>
      to.includes(consent.to) && consent.date <= day && consent.fields.some((consented) => consented === field),
  );

/**
 * Who may see what: the one place where it is decided, for screens, documents and files alike.
 * - the facilitator and the company itself see everything
 * - another company: nature and order of magnitude when the flow is open to the territory and a lead joins the two;
 *   name, quantity and gain once both have agreed to that field for each other
 * - the funder: name, quantity and gain where a consent to it (or to everybody) is recorded
 * - the public: name, quantity and gain of what was realised, where a consent to everybody is recorded
 * - nature and order of magnitude of a flow declared public: anyone
 * - price, supplier and contract: nobody else, since no consent can name them
 * @param day a consent counts from its date on
 */
export function maySee(viewer: Viewer, field: SecretField, subject: Subject, day: string): boolean {
  if (viewer.kind === "facilitator") return true;
  if (viewer.kind === "company" && viewer.id === subject.establishment) return true;
  if (field === "price" || field === "supplier" || field === "contract") return false;
  if (field === "nature" || field === "magnitude") {
    if (subject.visibility === "public") return true;
    // Who may read the number may read what it counts; who deals under both names knows what the talk is about.
    if (maySee(viewer, "quantity", subject, day)) return true;
    if (viewer.kind !== "company" || viewer.lead === null) return false;
    return subject.visibility === "territory" || (field === "nature" && maySee(viewer, "name", subject, day));
  }
  switch (viewer.kind) {
    case "company":
      return (
        viewer.lead !== null &&
        agreed(subject.consents, [viewer.id, "public"], field, day) &&
        agreed(viewer.lead.consents, [subject.establishment, "public"], field, day)
      );
    case "funder":
      return agreed(subject.consents, ["funder", "public"], field, day);
    case "public":
      return subject.stage === "realised" && agreed(subject.consents, ["public"], field, day);
  }
}
