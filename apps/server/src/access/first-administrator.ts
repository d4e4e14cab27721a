import type { Kysely } from "kysely";
import { asActor } from "../database/as-actor.ts";
import type { Tables } from "../database/tables.ts";
import { newId, type Source } from "../ids/new-id.ts";
import { invite } from "./invitation.ts";

const email = "admin@localhost";

/**
 * An empty platform has nobody to invite anybody: its first administrator is invited by whoever started it.
 * @returns the address that opens the account, or null once somebody's account is open
 */
export const firstAdministrator = (db: Kysely<Tables>, source: Source, origin: string): Promise<string | null> =>
  asActor(db, { role: "access" }, async (tx) => {
    const open = await tx
      .selectFrom("account")
      .select("id")
      .where("password_hash", "is not", null)
      .limit(1)
      .executeTakeFirst();
    if (open !== undefined) return null;
    const known = await tx.selectFrom("account").select("id").where("email", "=", email).executeTakeFirst();
    const account = known?.id ?? newId(source);
    if (known === undefined)
      await tx
        .insertInto("account")
        .values({
          id: account,
          email,
          name: "Administration",
          lang: "fr",
          password_hash: null,
          totp_secret: null,
          platform_role: "admin",
          created_at: source.now(),
        })
        .execute();
    return invite(tx, source, origin, { account, territory: null, by: null });
  });
