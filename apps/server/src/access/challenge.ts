import type { Tx } from "../database/as-actor.ts";
import { newId, type Source } from "../ids/new-id.ts";
import { hashOf, newToken } from "./token.ts";

type Kind = "oidc" | "passkey" | "new-passkey";

const lifetime = 15 * 60_000;

/**
 * Keeps what a sign-in that leaves for elsewhere must bring back, in the role `access`.
 * @returns the ticket that its page keeps: the answer is taken only from the page that asked
 */
export async function keepChallenge(
  tx: Tx,
  source: Source,
  kind: Kind,
  data: object,
  account: string | null = null,
): Promise<string> {
  const now = source.now();
  await tx.deleteFrom("sign_in_challenge").where("expires_at", "<=", now).execute();
  const { token, hash } = newToken(source);
  await tx
    .insertInto("sign_in_challenge")
    .values({
      id: newId(source),
      ticket_hash: hash,
      kind,
      account_id: account,
      data: JSON.stringify(data),
      expires_at: new Date(now.getTime() + lifetime),
    })
    .execute();
  return token;
}

/** What was kept under a ticket, which serves once; undefined when there is nothing, or no longer. */
export async function takeChallenge(tx: Tx, source: Source, kind: Kind, ticket: string, account: string | null = null) {
  const taken = await tx
    .deleteFrom("sign_in_challenge")
    .where("ticket_hash", "=", hashOf(ticket))
    .where("kind", "=", kind)
    .where("account_id", account === null ? "is" : "=", account)
    .where("expires_at", ">", source.now())
    .returning("data")
    .executeTakeFirst();
  return taken?.data;
}
