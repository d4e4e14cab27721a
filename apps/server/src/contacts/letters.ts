import { createHash } from "node:crypto";

export type Addressee = {
  readonly establishment: string;
  readonly company: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly opted_out: boolean;
  }[];
};
export type Draft = { readonly subject: string; readonly text: string };
/** Why a company of the choice is not written to. */
export type Silence = "no-contact" | "no-address" | "opted-out";

export const linkPlaceholder = "{lien}";
const optOut =
  '\n\n--\nPour ne plus recevoir ces messages, répondez « stop » : votre adresse ne servira plus.\nTo receive no more of these messages, reply "stop": your address will not be used again.\n';

/** Whom to write to at a company: the first person who has an address and did not ask to be left alone. */
export function personToWriteTo({ people }: Addressee): Addressee["people"][number] | Silence {
  if (people.length === 0) return "no-contact";
  const reachable = people.filter(({ email }) => email !== null);
  if (reachable.length === 0) return "no-address";
  return reachable.find(({ opted_out }) => !opted_out) ?? "opted-out";
}

/** The letter to one company. A word in braces that is no placeholder stays as it was typed. */
export function letterTo(draft: Draft, company: string, contact: string, link: string): Draft {
  const values: Readonly<Record<string, string>> = { entreprise: company, contact, lien: link };
  const fill = (words: string): string =>
    words.replace(/\{(entreprise|contact|lien)\}/g, (_, name: string) => values[name] ?? "");
  // A subject is one line, whatever the name of a company holds.
  return { subject: fill(draft.subject).replace(/\s+/g, " ").trim(), text: `${fill(draft.text)}${optOut}` };
}

/** What a preview showed: the same words to the same addresses, or it is another mailing and is previewed again. */
export const mailingDigest = (
  draft: Draft,
  to: readonly { readonly establishment: string; readonly email: string }[],
): string =>
  createHash("sha256")
    .update(JSON.stringify([draft.subject, draft.text, to.map(({ establishment, email }) => [establishment, email])]))
    .digest("hex");
