import { z } from "zod";
import { invite, openAccounts, sendInvitation } from "../access/invitation.ts";
import { inRole, type Tx } from "../database/as-actor.ts";
import type { Actor } from "../http/route.ts";
import { dayOf, newId } from "../ids/new-id.ts";
import type { Services } from "../services.ts";

export const Email = z.string().trim().toLowerCase().pipe(z.email().max(200));

export type Member = {
  readonly email: string;
  readonly name: string;
  readonly role: "facilitator" | "adviser" | "lead";
  readonly ends_on: string | null;
};

/**
 * Makes somebody a member of a territory, with an account when there is none yet, and sends the letter that says so; who
 * has no password yet chooses it by the invitation in that letter. Gives the account, and goes on in the actor's role.
 */
export async function inviteMember(
  tx: Tx,
  { source, origin, oidc }: Pick<Services, "source" | "origin" | "oidc">,
  actor: Pick<Actor, "role" | "account">,
  territory: string,
  { email, name, role, ends_on }: Member,
): Promise<string> {
  await inRole(tx, "access");
  const known = await tx.selectFrom("account").select("id").where("email", "=", email).executeTakeFirst();
  const id = known?.id ?? newId(source);
  if (known === undefined)
    await tx
      .insertInto("account")
      .values({
        id,
        email,
        name,
        lang: "fr",
        password_hash: null,
        totp_secret: null,
        platform_role: null,
        created_at: source.now(),
      })
      .execute();
  const member = { role, starts_on: dayOf(source.now()), ends_on, revoked_at: null };
  await tx
    .insertInto("membership")
    .values({ territory_id: territory, account_id: id, ...member })
    .onConflict((on) => on.columns(["territory_id", "account_id"]).doUpdateSet(member))
    .execute();
  const url = (await openAccounts(tx, oidc, [id])).has(id)
    ? null
    : await invite(tx, source, origin, { account: id, territory, by: actor.account ?? null });
  await inRole(tx, actor.role);
  const place = await tx.selectFrom("territory").select("name").where("id", "=", territory).executeTakeFirstOrThrow();
  await sendInvitation(tx, { to: email, name, place: place.name, origin, url });
  return id;
}
