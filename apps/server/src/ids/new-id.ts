/** Where chance and the clock come from: the one place of the server that touches them, so that tests may hold them. */
export type Source = {
  /** The moment, now. */
  readonly now: () => Date;
  /** `size` bytes that nobody can foresee. */
  readonly bytes: (size: number) => Buffer;
};

/** An identifier of version 7: the moment first, so that rows made together lie together, then chance. */
export function newId({ now, bytes }: Source): string {
  const id = bytes(16);
  const moment = now().getTime();
  id.writeUIntBE(moment, 0, 6);
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x70;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  const hex = id.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The day of a moment in the territory's time: what "today" means to a French facilitator. */
export const dayOf = (moment: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" }).format(moment);
