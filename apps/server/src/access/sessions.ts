import type { Tx } from "../database/as-actor.ts";
import { newId, type Source } from "../ids/new-id.ts";
import { hashOf, newToken } from "./token.ts";

/** Whom a cookie stands for. */
export type Session = {
  readonly id: string;
  readonly account: string | null;
  readonly link: string | null;
  readonly halfOpen: boolean;
  readonly platformRole: "admin" | "officer" | null;
};

const day = 86_400_000;
/** A session ends a month after it began, or a week after it was last used. */
const longest = 30 * day;
const idle = 7 * day;
/** How long the second factor is waited for. */
const halfway = day / 96;

/** Opens a session and gives the token for its cookie. */
export async function openSession(
  tx: Tx,
  source: Source,
  whose: { readonly account: string } | { readonly link: string; readonly until: Date },
  agent: string,
  halfOpen = false,
): Promise<string> {
  const { token, hash } = newToken(source);
  const now = source.now();
  const ends = new Date(now.getTime() + (halfOpen ? halfway : longest));
  await tx
    .insertInto("session")
    .values({
      id: newId(source),
      token_hash: hash,
      account_id: "account" in whose ? whose.account : null,
      link_id: "link" in whose ? whose.link : null,
      half_open: halfOpen,
      created_at: now,
      seen_at: now,
      expires_at: "until" in whose && whose.until < ends ? whose.until : ends,
      agent: agent.slice(0, 200),
    })
    .execute();
  return token;
}

/** The session of a token, unless it ended, was revoked, or its account or link was closed. */
export async function sessionOf(tx: Tx, source: Source, token: string): Promise<Session | undefined> {
  const now = source.now();
  const row = await tx
    .selectFrom("session")
    .leftJoin("account", "account.id", "session.account_id")
    .leftJoin("company_link", "company_link.id", "session.link_id")
    .select([
      "session.id",
      "session.account_id",
      "session.link_id",
      "session.half_open",
      "session.seen_at",
      "account.platform_role",
      "account.closed_at",
      "company_link.revoked_at as link_revoked_at",
    ])
    .where("session.token_hash", "=", hashOf(token))
    .where("session.revoked_at", "is", null)
    .where("session.expires_at", ">", now)
    .where("session.seen_at", ">", new Date(now.getTime() - idle))
    .executeTakeFirst();
  if (row === undefined || row.closed_at !== null || row.link_revoked_at !== null) return undefined;
  // Written once in a while, so that reading a page does not write a row each time.
  if (now.getTime() - row.seen_at.getTime() > 600_000)
    await tx.updateTable("session").set({ seen_at: now }).where("id", "=", row.id).execute();
  return {
    id: row.id,
    account: row.account_id,
    link: row.link_id,
    halfOpen: row.half_open,
    platformRole: row.platform_role,
  };
}

/** Ends every session of an account but one: after a change of password nobody else stays in. */
export async function revokeOthers(tx: Tx, source: Source, account: string, but: string | null): Promise<void> {
  let others = tx
    .updateTable("session")
    .set({ revoked_at: source.now() })
    .where("account_id", "=", account)
    .where("revoked_at", "is", null);
  if (but !== null) others = others.where("id", "<>", but);
  await others.execute();
}

export async function revokeSession(tx: Tx, source: Source, id: string): Promise<void> {
  await tx.updateTable("session").set({ revoked_at: source.now() }).where("id", "=", id).execute();
}
