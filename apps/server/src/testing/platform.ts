import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Inventory, InventorySchema } from "@simbiosi/domain";
import { loadReference } from "@simbiosi/study";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { hashPassword } from "../access/password.ts";
import { openSession } from "../access/sessions.ts";
import { newToken } from "../access/token.ts";
import { tokenPrefix } from "../access/tokens/bearer.ts";
import { reach } from "../backup/reach.ts";
import { asActor } from "../database/as-actor.ts";
import { connect, type Database } from "../database/connect.ts";
import { hub } from "../events/hub.ts";
import { makeApp, systemBytes } from "../http/app.ts";
import { kept, RowTexts } from "../http/checked-text.ts";
import { cookieName } from "../http/mount.ts";
import type { Role } from "../http/route.ts";
import { newId, type Source } from "../ids/new-id.ts";
import { applyInventory } from "../imports/apply-inventory.ts";
import { liveEngine } from "../leads/live-engine.ts";
import { rematch } from "../leads/rematch.ts";
import { post } from "../mail/post.ts";
import { registry } from "../registry.ts";
import type { Services } from "../services.ts";

/** A platform of its own for a test: real database, real routes, no network. */
export type TestPlatform = {
  readonly services: Services;
  readonly database: Database;
  readonly app: FastifyInstance;
  /** The same routes with the application's checks of roles off: the database alone holds. */
  readonly unchecked: FastifyInstance;
  readonly source: Source;
  readonly data: string;
  readonly close: () => Promise<void>;
};

/**
 * Starts one, on an embedded database of its own or on the server of an address; its clock is the machine's unless
 * another is given.
 */
export async function testPlatform(
  clock: () => Date = () => new Date(),
  databaseUrl: string | null = null,
): Promise<TestPlatform> {
  const data = mkdtempSync(join(tmpdir(), "simbiosi-test-"));
  chmodSync(data, 0o711); // the account of the database must be able to enter
  const reached = await reach(data, databaseUrl, true);
  if (!reached.ok) throw new Error(reached.problem.message.en);
  const { connection, leave } = reached.value;
  const database = await connect(connection, data);
  const source: Source = { now: clock, bytes: systemBytes };
  const engine = liveEngine(database.application);
  const listening = await hub(connection);
  const services: Services = {
    db: database.db,
    source,
    reference: loadReference(),
    engine,
    texts: new RowTexts(kept),
    hub: listening,
    post: post({ smtp: null, from: "test@localhost", folder: join(data, "mail") }, source),
    origin: "http://localhost",
    oidc: null,
  };
  const options = { version: "test", web: null, rates: false };
  const app = await makeApp(services, registry, options);
  const unchecked = await makeApp(services, registry, { ...options, checks: false });
  return {
    services,
    database,
    app,
    unchecked,
    source,
    data,
    close: async () => {
      await app.close();
      await unchecked.close();
      await listening.close();
      await engine.close();
      await database.close();
      await leave();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export const inventory = (parts: {
  readonly name: string;
  readonly establishments: readonly object[];
  readonly flows: readonly object[];
}): Inventory =>
  InventorySchema.parse({
    format: "simbiosi-inventory/1",
    territory: { name: parts.name, type: "ZA", context: "corse" },
    establishments: parts.establishments,
    flows: parts.flows,
  });

/** A sawmill whose dust would make a farm's litter: one lead of two companies, and little else. */
export const sawmillAndFarm = inventory({
  name: "Golfe",
  establishments: [
    { id: "saw", name: "Scierie", naf: "16.10A", staff: 12, lon: 9.4, lat: 42.5 },
    { id: "farm", name: "Ferme", naf: "01.50Z", staff: 3, lon: 9.41, lat: 42.51 },
  ],
  flows: [
    { id: "dust", establishment: "saw", direction: "out", label: "sciure", quantity: 40, unit: "t", period: "year" },
    {
      id: "litter",
      establishment: "farm",
      direction: "in",
      label: "litière animale",
      quantity: 60,
      unit: "t",
      period: "year",
    },
  ],
});

/** Makes a territory with this inventory, and finds its leads. */
export async function makeTerritory({ services, source }: TestPlatform, from: Inventory): Promise<string> {
  const id = newId(source);
  const { name, type, ...data } = from.territory;
  await asActor(services.db, { role: "admin" }, (tx) =>
    tx
      .insertInto("territory")
      .values({ id, name, type, data: JSON.stringify(data), created_at: source.now() })
      .execute(),
  );
  await asActor(services.db, { role: "engine", territory: id }, (tx) =>
    applyInventory(tx, source, { account: null, link: null }, id, from, "test"),
  );
  await rematch(services, id);
  return id;
}

/** A signed-in person: the cookie of its session. */
export type Person = {
  readonly role: Role;
  readonly cookie: string | null;
  readonly account: string | null;
  /** Of a program: the token it bears in place of a cookie. */
  readonly token?: string;
};

/** An account with a role in a territory, or on the platform, and its open session. */
export async function makePerson(
  { services, source }: TestPlatform,
  role: "facilitator" | "adviser" | "lead" | "officer" | "admin" | "member",
  territory: string | null,
  name = `${role} of a test`,
): Promise<Person> {
  const id = newId(source);
  const token = await asActor(services.db, { role: "access", territory }, async (tx) => {
    await tx
      .insertInto("account")
      .values({
        id,
        email: `${role}.${id}@test.localhost`,
        name,
        lang: "fr",
        password_hash: await hashPassword("Correct horse battery 7"),
        totp_secret: null,
        platform_role: role === "officer" || role === "admin" ? role : null,
        created_at: source.now(),
      })
      .execute();
    if (territory !== null && (role === "facilitator" || role === "adviser" || role === "lead"))
      await tx
        .insertInto("membership")
        .values({ territory_id: territory, account_id: id, role, starts_on: "2020-01-01", ends_on: null })
        .execute();
    return openSession(tx, source, { account: id }, "test");
  });
  return { role, cookie: `${cookieName}=${token}`, account: id };
}

/** A company that came in by its link. */
export async function makeCompany(
  { services, source }: TestPlatform,
  territory: string,
  establishment: string,
  by: string,
): Promise<Person & { readonly link: string }> {
  const link = newId(source);
  const { hash } = newToken(source);
  const until = new Date(source.now().getTime() + 86_400_000);
  await asActor(services.db, { role: "facilitator", territory }, (tx) =>
    tx
      .insertInto("company_link")
      .values({
        id: link,
        territory_id: territory,
        establishment_id: establishment,
        token_hash: hash,
        email: null,
        created_at: source.now(),
        created_by: by,
        expires_at: until,
      })
      .execute(),
  );
  const token = await asActor(services.db, { role: "access" }, (tx) =>
    openSession(tx, source, { link, until }, "test"),
  );
  return { role: "company", cookie: `${cookieName}=${token}`, account: null, link };
}

/** A program that bears a token of somebody. */
export async function makeToken(
  { services, source }: TestPlatform,
  maker: Person,
  territory: string,
  scope: "read" | "write",
  revoked = false,
): Promise<Person & { readonly id: string; readonly token: string }> {
  const { token, hash } = newToken(source, tokenPrefix);
  const id = newId(source);
  const now = source.now();
  await asActor(services.db, { role: "facilitator", territory, account: maker.account }, (tx) =>
    tx
      .insertInto("api_token")
      .values({
        id,
        territory_id: territory,
        account_id: maker.account ?? "",
        name: "A program",
        scope,
        token_hash: hash,
        created_at: now,
        expires_at: new Date(now.getTime() + 86_400_000),
        revoked_at: revoked ? now : null,
      })
      .execute(),
  );
  return { role: maker.role, cookie: null, account: maker.account, id, token };
}

/** Asks the API as a person. */
export const ask = (
  app: FastifyInstance,
  person: Pick<Person, "cookie" | "token">,
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  body?: object,
): Promise<LightMyRequestResponse> =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      ...(person.cookie === null ? {} : { cookie: person.cookie }),
      ...(person.token === undefined ? {} : { authorization: `Bearer ${person.token}` }),
      origin: "http://localhost",
    },
    ...(body === undefined ? {} : { payload: body }),
  });
