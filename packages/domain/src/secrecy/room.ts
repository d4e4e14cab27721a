/** What somebody said aloud in a workshop. */
export type SaidAloud = { readonly flow: string; readonly label: string; readonly company: string };

/** A match as a room may see it. */
export type RoomGlimpse = {
  readonly gives: readonly SaidAloud[];
  readonly takes: readonly SaidAloud[];
  /** Flows of companies that did not speak: that they exist, nothing more. */
  readonly unsaid: number;
};

/**
 * What a big screen may show of a lead: what was said aloud in the room, by whom, and how many others it takes. No name,
 * no label and no figure of a company that did not speak: its flows were told to the facilitator alone.
 */
export function roomGlimpse(
  { offers, needs }: { readonly offers: readonly string[]; readonly needs: readonly string[] },
  said: readonly SaidAloud[],
): RoomGlimpse {
  const spoken = new Map(said.map((one) => [one.flow, one]));
  const heard = (flows: readonly string[]): readonly SaidAloud[] => flows.flatMap((flow) => spoken.get(flow) ?? []);
  const all = [...offers, ...needs];
  return { gives: heard(offers), takes: heard(needs), unsaid: all.filter((flow) => !spoken.has(flow)).length };
}
