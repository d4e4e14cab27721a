import type { Kysely } from "kysely";
import { asActor } from "../database/as-actor.ts";
import type { Tables } from "../database/tables.ts";
import type { Actor } from "../http/route.ts";
import { dayOf, type Source } from "../ids/new-id.ts";
import { sessionOf } from "./sessions.ts";

/** What a request says of who sends it. */
export type Bearer = { readonly token: string | undefined; readonly address: string; readonly agent: string };

/**
 * Who asks, in a territory or in none: the role of a member, the company of a link, an administrator or an officer, or
 * anybody. A territory that one has nothing to do with makes one anybody there, so that it reads as if it did not exist.
 */
export function actorOf(
  db: Kysely<Tables>,
  source: Source,
  { token, address, agent }: Bearer,
  territory: string | null,
): Promise<Actor> {
  const anybody: Actor = {
    role: "public",
    account: null,
    territory,
    establishment: null,
    session: null,
    link: null,
    address,
    agent,
  };
  if (token === undefined) return Promise.resolve(anybody);
  return asActor(db, { role: "access" }, async (tx) => {
    const session = await sessionOf(tx, source, token);
    if (session === undefined) return anybody;
    const known = { ...anybody, account: session.account, session: session.id, link: session.link };
    // The second factor is still to come: nothing is open but that.
    if (session.halfOpen) return { ...anybody, session: session.id };
    if (session.link !== null) {
      const link = await tx
        .selectFrom("company_link")
        .select(["territory_id", "establishment_id"])
        .where("id", "=", session.link)
        .executeTakeFirst();
      if (link === undefined) return anybody;
      if (territory !== null && link.territory_id !== territory) return { ...anybody, session: session.id };
      return { ...known, role: "company", territory: link.territory_id, establishment: link.establishment_id };
    }
    if (session.account === null) return anybody;
    if (territory !== null) {
      const today = dayOf(source.now());
      const membership = await tx
        .selectFrom("membership")
        .select("role")
        .where("territory_id", "=", territory)
        .where("account_id", "=", session.account)
        .where("revoked_at", "is", null)
        .where("starts_on", "<=", today)
        .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", today)]))
        .executeTakeFirst();
      if (membership !== undefined) return { ...known, role: membership.role };
    }
    // Signed in, and nothing to do with the place: it reads as if it were not there.
    if (territory !== null && session.platformRole === null) return { ...anybody, session: session.id };
    return { ...known, role: session.platformRole ?? "member" };
  });
}
