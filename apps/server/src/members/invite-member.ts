import { z } from "zod";
import { hashPassword } from "../access/password.ts";
import { inRole, type Standing, type Tx } from "../database/as-actor.ts";
import { dayOf, newId } from "../ids/new-id.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Services } from "../services.ts";

export const Email = z.string().trim().toLowerCase().pipe(z.email().max(200));

export type Invitation = {
  readonly email: string;
  readonly name: string;
  readonly role: "facilitator" | "adviser" | "lead";
  readonly ends_on: string | null;
};

/**
 * Makes somebody a member of a territory, with an account when there is none yet, and sends the letter that says so with
 * a first password. Gives the account.
 *
 * @param role the role to go on in afterwards
 */
export async function inviteMember(
  tx: Tx,
  { source, origin }: Pick<Services, "source" | "origin">,
  role: Standing["role"],
  territory: string,
  { email, name, role: as, ends_on }: Invitation,
): Promise<string> {
  await inRole(tx, "access");
  const known = await tx.selectFrom("account").select(["id", "lang"]).where("email", "=", email).executeTakeFirst();
  const id = known?.id ?? newId(source);
  const first = source.bytes(12).toString("base64url");
  if (known === undefined)
    await tx
      .insertInto("account")
      .values({
        id,
        email,
        name,
        lang: "fr",
        password_hash: await hashPassword(first),
        totp_secret: null,
        platform_role: null,
        created_at: source.now(),
      })
      .execute();
  const member = { role: as, starts_on: dayOf(source.now()), ends_on, revoked_at: null };
  await tx
    .insertInto("membership")
    .values({ territory_id: territory, account_id: id, ...member })
    .onConflict((on) => on.columns(["territory_id", "account_id"]).doUpdateSet(member))
    .execute();
  await inRole(tx, role);
  const place = await tx.selectFrom("territory").select("name").where("id", "=", territory).executeTakeFirstOrThrow();
  const secret = known === undefined ? `\nMot de passe provisoire / first password : ${first}\n` : "";
  await enqueue(tx, "send-letter", {
    to: email,
    subject: `Simbiosi : ${place.name}`,
    text: `Bonjour ${name},\n\nVous êtes invité à travailler sur « ${place.name} » : ${origin}\nYou are invited to work on "${place.name}": ${origin}\n${secret}`,
  });
  return id;
}
