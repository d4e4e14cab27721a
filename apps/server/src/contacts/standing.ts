/** What was sent or signed, and when: the charter of commitment and the confidentiality agreement alike. */
export type Paper = {
  readonly state: "not-sent" | "sent" | "signed";
  readonly sent_on: string | null;
  readonly signed_on: string | null;
};
export const encounterKinds = [
  "call",
  "visit",
  "mail",
  "workshop",
  "charter-sent",
  "charter-signed",
  "confidentiality-sent",
  "confidentiality-signed",
] as const;
export type EncounterKind = (typeof encounterKinds)[number];
/** Where a company stands with the facilitator. */
export type CompanyStanding = {
  readonly last_contact: string | null;
  readonly charter: Paper;
  readonly confidentiality: Paper;
};

/** Read from the log alone: a paper signed without a trace of its sending is signed all the same. */
export function standingOf(log: readonly { readonly kind: string; readonly on_day: string }[]): CompanyStanding {
  const latest = (kind: EncounterKind): string | null =>
    log.reduce<string | null>(
      (best, one) => (one.kind === kind && (best === null || one.on_day > best) ? one.on_day : best),
      null,
    );
  const paper = (sent: EncounterKind, signed: EncounterKind): Paper => {
    const [sent_on, signed_on] = [latest(sent), latest(signed)];
    return { state: signed_on !== null ? "signed" : sent_on !== null ? "sent" : "not-sent", sent_on, signed_on };
  };
  return {
    last_contact: log.reduce<string | null>(
      (best, { on_day }) => (best === null || on_day > best ? on_day : best),
      null,
    ),
    charter: paper("charter-sent", "charter-signed"),
    confidentiality: paper("confidentiality-sent", "confidentiality-signed"),
  };
}
