import type { Tx } from "../../database/as-actor.ts";
import type { Source } from "../../ids/new-id.ts";
import { hashOf } from "../token.ts";

/** By which people, and programs that look for leaked secrets, know one of ours. */
export const tokenPrefix = "simbiosi_";

/** The token of a header `Authorization: Bearer …`, or undefined where there is no such header. */
export function bearerOf(header: string | undefined): string | undefined {
  const [scheme, words] = (header ?? "").split(" ");
  return scheme?.toLowerCase() === "bearer" ? (words ?? "") : undefined;
}

/** The token of a secret, unless it expired, was revoked, or its maker's account was closed. */
export async function livingToken(tx: Tx, source: Source, secret: string) {
  const now = source.now();
  const found = await tx
    .selectFrom("api_token")
    .innerJoin("account", "account.id", "api_token.account_id")
    .select(["api_token.id", "api_token.territory_id", "api_token.account_id", "api_token.scope", "api_token.used_at"])
    .where("api_token.token_hash", "=", hashOf(secret))
    .where("api_token.revoked_at", "is", null)
    .where("api_token.expires_at", ">", now)
    .where("account.closed_at", "is", null)
    .executeTakeFirst();
  // Written once a minute at most, so that a reading does not write a row each time.
  if (found !== undefined && now.getTime() - (found.used_at?.getTime() ?? 0) > 60_000)
    await tx.updateTable("api_token").set({ used_at: now }).where("id", "=", found.id).execute();
  return found;
}
