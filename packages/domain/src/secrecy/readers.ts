import type { Consent, Visibility } from "../formats/inventory.ts";
import { maySee, type SecretField } from "./may-see.ts";

/** Kinds of readers of a company's data, from the nearest to the farthest. */
export const readers = ["facilitator", "agreed-company", "lead-company", "funder", "public"] as const;
/**
 * - `facilitator`: of its territory
 * - `agreed-company`: a company that it agreed with, by name, both ways
 * - `lead-company`: any company that a lead joins to it, without its name
 */
export type Reader = (typeof readers)[number];

const itself = "the company";
const other = "another company";

/**
 * Who reads a field of a flow as things stand, said beside the field where it is typed. It asks {@link maySee} as each
 * kind of reader would, so that the sentence and the decision are one.
 * @param day consents count from their date on
 */
export function readersOf(
  field: SecretField,
  flow: { readonly visibility: Visibility; readonly consents: readonly Consent[] },
  day: string,
): readonly Reader[] {
  const subject = {
    establishment: itself,
    visibility: flow.visibility,
    consents: flow.consents,
    stage: "realised",
  } as const;
  const all = { fields: ["name", "quantity", "gain"] as const, date: day };
  const asCompany = (id: string, theirs: readonly Consent[]): boolean =>
    maySee({ kind: "company", id, lead: { consents: theirs } }, field, subject, day);
  const named = flow.consents.filter(({ to }) => to !== "funder" && to !== "public").map(({ to }) => to);
  const sees: Record<Reader, boolean> = {
    facilitator: true,
    "agreed-company": named.some((id) => asCompany(id, [{ ...all, fields: [...all.fields], to: itself }])),
    "lead-company": asCompany(other, []),
    funder: maySee({ kind: "funder" }, field, subject, day),
    public: maySee({ kind: "public" }, field, subject, day),
  };
  return readers.filter((reader) => sees[reader]);
}
