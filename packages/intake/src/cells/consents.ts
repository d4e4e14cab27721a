import type { Consent } from "@simbiosi/domain";
import { consentFieldWords } from "../vocabulary/words.ts";
import { clean } from "./cell.ts";
import { parseDay } from "./date.ts";
import { quotedIf, splitOutside, unquoted } from "./pairs.ts";

const special = /[;:,()\n]/;

/**
 * `funder: name, quantity (2026-10-01); public: nom (01/10/2026)` → consents. A consent without a date, a field or a
 * party makes the whole cell unreadable: half a consent must grant nothing. Parties are words still: who they are is
 * settled when all establishments are known.
 */
export function parseConsents(words: string): Consent[] | undefined {
  const consents: Consent[] = [];
  for (const piece of splitOutside(words, ";")) {
    if (piece.trim() === "") continue;
    const consent = parseConsent(piece);
    if (consent === undefined) return undefined;
    consents.push(consent);
  }
  return consents;
}

function parseConsent(piece: string): Consent | undefined {
  const [party, rest, ...more] = splitOutside(piece, ":");
  const found = /^([^()]*)\(([^()]*)\)\s*$/.exec(rest ?? "");
  const to = partyOf(party ?? "");
  const date = parseDay(found?.[2] ?? "");
  if (more.length > 0 || to === undefined || date === undefined) return undefined;
  const fields = parseConsentFields((found?.[1] ?? "").split(","));
  return fields === undefined ? undefined : { to, fields, date };
}

/** Known fields, each once, in the order given; undefined when one is unknown or none is left. */
export function parseConsentFields(words: readonly string[]): Consent["fields"] | undefined {
  const fields: Consent["fields"] = [];
  for (const word of words) {
    if (word.trim() === "") continue;
    const field = consentFieldWords.parse(word);
    if (field === undefined) return undefined;
    if (!fields.includes(field)) fields.push(field);
  }
  return fields.length > 0 ? fields : undefined;
}

function partyOf(words: string): string | undefined {
  const party = unquoted(words);
  return party === undefined || clean(party.text) === "" ? undefined : clean(party.text);
}

/** The inverse of {@link parseConsents}. */
export const writeConsents = (consents: readonly Consent[]): string =>
  consents.map(({ to, fields, date }) => `${quotedIf(to, special)}: ${fields.join(", ")} (${date})`).join("; ");
