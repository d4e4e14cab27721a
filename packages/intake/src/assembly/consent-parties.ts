import type { Consent } from "@simbiosi/domain";
import { writeConsents } from "../cells/consents.ts";
import { refuse } from "../refusals/refusal.ts";
import { consentPartyWords } from "../vocabulary/words.ts";
import { type Directory, find } from "./directory.ts";
import { type Draft, keepAside, report } from "./draft.ts";

/**
 * Turns the words of each consent's party into `funder`, `public` or an establishment's id. A consent to somebody
 * unknown grants nothing: it is reported and kept aside.
 */
export function settleConsents(flow: Draft, directory: Directory): void {
  const consents = flow.values.get("consents");
  if (!Array.isArray(consents)) return;
  const settled: Consent[] = [];
  for (const consent of consents as readonly Consent[]) {
    const to = partyOf(consent.to, directory);
    if (to !== undefined) settled.push({ ...consent, to });
    else {
      report(flow, flow.columns("consents"), consent.to, refuse("CONSENT_PARTY_UNKNOWN").problem);
      keepAside(flow, flow.columns("consents") ?? "consents", writeConsents([consent]));
    }
  }
  flow.values.set("consents", settled);
}

function partyOf(words: string, directory: Directory): string | undefined {
  if (directory.ids.has(words)) return words;
  const party = consentPartyWords.parse(words);
  if (party !== undefined) return party;
  const found = find(directory, words);
  return found.ok ? found.value.id : undefined;
}
