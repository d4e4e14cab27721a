import type { Kysely } from "kysely";
import { asActor, type Tx } from "../database/as-actor.ts";
import type { Tables } from "../database/tables.ts";
import type { Actor } from "../http/route.ts";
import { dayOf, type Source } from "../ids/new-id.ts";
import { sessionOf } from "./sessions.ts";
import { livingToken } from "./tokens/bearer.ts";

/** What a request says of who sends it. A token is heard alone: the cookie beside it says nothing. */
export type Bearer = {
  readonly cookie: string | undefined;
  readonly token: string | undefined;
  readonly address: string;
  readonly agent: string;
};

/**
 * Who asks, in a territory or in none: the role of a member, the company of a link, an administrator or an officer, or
 * anybody. A territory that one has nothing to do with makes one anybody there, so that it reads as if it did not exist.
 */
export function actorOf(
  db: Kysely<Tables>,
  source: Source,
  { cookie, token, address, agent }: Bearer,
  territory: string | null,
): Promise<Actor> {
  const anybody: Actor = {
    role: "public",
    account: null,
    territory,
    establishment: null,
    session: null,
    link: null,
    token: null,
    address,
    agent,
  };
  if (token !== undefined)
    return asActor(db, { role: "access" }, (tx) => byToken(tx, source, token, territory, anybody));
  if (cookie === undefined) return Promise.resolve(anybody);
  return asActor(db, { role: "access" }, async (tx) => {
    const session = await sessionOf(tx, source, cookie);
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
    const member = territory === null ? undefined : await memberRole(tx, source, session.account, territory);
    if (member !== undefined) return { ...known, role: member };
    // Signed in, and nothing to do with the place: it reads as if it were not there.
    if (territory !== null && session.platformRole === null) return { ...anybody, session: session.id };
    return { ...known, role: session.platformRole ?? "member" };
  });
}

/** A program, in the name of whoever made its token and with no more than that person may do now. */
async function byToken(
  tx: Tx,
  source: Source,
  secret: string,
  territory: string | null,
  anybody: Actor,
): Promise<Actor> {
  const dead: Actor = { ...anybody, token: { id: undefined, scope: "read" } };
  const found = await livingToken(tx, source, secret);
  if (found === undefined) return dead;
  const role = await memberRole(tx, source, found.account_id, found.territory_id);
  // Whoever made it left: it died with that.
  if (role === undefined) return dead;
  const token = { id: found.id, scope: found.scope };
  if (territory !== found.territory_id) return { ...anybody, token };
  return { ...anybody, role, account: found.account_id, token };
}

/** What somebody is in a territory today, or undefined. */
async function memberRole(tx: Tx, source: Source, account: string, territory: string) {
  const today = dayOf(source.now());
  const membership = await tx
    .selectFrom("membership")
    .select("role")
    .where("territory_id", "=", territory)
    .where("account_id", "=", account)
    .where("revoked_at", "is", null)
    .where("starts_on", "<=", today)
    .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", today)]))
    .executeTakeFirst();
  return membership?.role;
}
