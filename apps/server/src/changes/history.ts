import type { Tx } from "../database/as-actor.ts";
import type { Actor } from "../http/route.ts";
import { newId, type Source } from "../ids/new-id.ts";

/** Whose hand it was: a person's, a company's by its link, or a program's by a person's token. */
type Author = Pick<Actor, "account" | "link"> & Partial<Pick<Actor, "token">>;

export type Change = {
  readonly territory: string;
  readonly object:
    | "establishment"
    | "flow"
    | "synergy"
    | "contact"
    | "encounter"
    | "territory"
    | "member"
    | "comment"
    | "attachment"
    | "workshop"
    | "scenario"
    | "boundary"
    | "action"
    | "token";
  readonly id: string;
  readonly action: "created" | "changed" | "removed" | "restored";
  readonly before?: unknown;
  readonly after?: unknown;
  /** Of what belongs to one company, so that it can read its own history. */
  readonly establishment?: string | null;
  /** Where it comes from: the screen, an import, the API. */
  readonly from?: string;
};

/** Writes one line of an object's history: who, what, when, from which source, and what it was before. */
export const remember = (tx: Tx, source: Source, actor: Author, change: Change): Promise<void> =>
  rememberAll(tx, source, actor, [change]);

/** Lines of a history that are written in one statement. */
const atOnce = 500;

/** Writes many lines of history, as an import needs. */
export async function rememberAll(tx: Tx, source: Source, actor: Author, changes: readonly Change[]): Promise<void> {
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  const rows = changes.map((change) => ({
    territory_id: change.territory,
    id: newId(source),
    at: source.now(),
    account_id: actor.account ?? null,
    link_id: actor.link,
    source: change.from ?? (actor.token?.id === undefined ? "screen" : "api"),
    object: change.object,
    object_id: change.id,
    action: change.action,
    before: json(change.before),
    after: json(change.after),
    establishment_id: change.establishment ?? null,
  }));
  for (let i = 0; i < rows.length; i += atOnce)
    await tx
      .insertInto("change")
      .values(rows.slice(i, i + atOnce))
      .execute();
}
