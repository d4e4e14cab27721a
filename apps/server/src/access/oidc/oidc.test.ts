import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor } from "../../database/as-actor.ts";
import { makeApp } from "../../http/app.ts";
import { newId } from "../../ids/new-id.ts";
import { registry } from "../../registry.ts";
import { type OidcServer, oidcServer, type Someone, visit } from "../../testing/oidc-server.ts";
import { ask, inventory, makePerson, makeTerritory, type TestPlatform, testPlatform } from "../../testing/platform.ts";
import { invite } from "../invitation.ts";
import { hashPassword } from "../password.ts";
import { oidcProvider } from "./provider.ts";
import { countsAsSecondFactor, type OidcSettings, oidcSettings } from "./settings.ts";

const origin = "http://localhost";
const back = `${origin}/connexion`;
const nobody = { cookie: null };
type Answer = Awaited<ReturnType<typeof ask>>;
const cookieOf = ({ cookies: [one] }: Answer) => ({ cookie: one === undefined ? null : `${one.name}=${one.value}` });

let provider: OidcServer;
/** Without a provider, and with one. */
let bare: TestPlatform;
let platform: TestPlatform;
let territory: string;
const settingsFor = (server: OidcServer, more: Partial<OidcSettings> = {}): OidcSettings => ({
  issuer: new URL(server.issuer),
  clientId: server.clientId,
  clientSecret: server.clientSecret,
  name: "Provider of a test",
  scope: "openid email",
  acr: null,
  trustEmail: false,
  secondFactor: [],
  userinfoAlg: null,
  ...more,
});
/** The same platform before another provider, or the same one configured otherwise. */
async function platformWith(settings: OidcSettings): Promise<TestPlatform> {
  const services = { ...platform.services, oidc: oidcProvider(settings, origin) };
  const app = await makeApp(services, registry, { version: "test", web: null, rates: false });
  return { ...platform, services, app, close: () => app.close() };
}

let count = 0;
type Options = { readonly opened?: boolean; readonly member?: boolean; readonly invited?: boolean };
/** An account, open by a password or waiting for its invitation. */
async function person(on: TestPlatform, { opened = true, member = false, invited = false }: Options = {}) {
  count += 1;
  const id = newId(on.source);
  const email = `person${count}@test.localhost`;
  const url = await asActor(on.services.db, { role: "access", territory }, async (tx) => {
    await tx
      .insertInto("account")
      .values({
        id,
        email,
        name: `Person ${count}`,
        lang: "fr",
        password_hash: opened ? await hashPassword("Correct horse battery 7") : null,
        totp_secret: null,
        platform_role: null,
        created_at: on.source.now(),
      })
      .execute();
    if (member)
      await tx
        .insertInto("membership")
        .values({
          territory_id: territory,
          account_id: id,
          role: "facilitator",
          starts_on: "2020-01-01",
          ends_on: null,
        })
        .execute();
    return invited ? invite(tx, on.source, origin, { account: id, territory: null, by: null }) : "";
  });
  return { id, email, invitation: url.split("#")[1] ?? "" };
}
const subject = (): string => `sub-${++count}`;
const verified = (email: string, more: Partial<Someone> = {}): Someone => ({
  sub: subject(),
  email,
  email_verified: true,
  ...more,
});

const begin = async (on = platform) =>
  (await ask(on.app, nobody, "POST", "/sign-in/oidc")).json() as { url: string; ticket: string };
const finish = (ticket: string, query: string, on = platform) =>
  ask(on.app, nobody, "POST", "/sign-in/oidc/finish", { ticket, query });
async function comeIn(someone: Someone, on = platform, server = provider): Promise<Answer> {
  server.next(someone);
  const { url, ticket } = await begin(on);
  return finish(ticket, await visit(url, back), on);
}
const me = async (answer: Answer, on = platform) => (await ask(on.app, cookieOf(answer), "GET", "/me")).json();
const outcomes = async (email: string): Promise<string[]> => {
  const { rows } = await platform.database.owner.query("select outcome from sign_in where email = $1 order by at", [
    email,
  ]);
  return rows.map(({ outcome }) => outcome);
};

beforeAll(async () => {
  provider = await oidcServer(back);
  bare = await testPlatform();
  platform = bare;
  platform = await platformWith(settingsFor(provider));
  territory = await makeTerritory(platform, inventory({ name: "Here", establishments: [], flows: [] }));
});
afterAll(async () => {
  await platform.close();
  await bare.close();
  await provider.close();
});

test("off by default: nothing is offered, and the door is not there", async () => {
  expect((await ask(bare.app, nobody, "GET", "/sign-in/ways")).json()).toMatchObject({ oidc: null });
  expect((await ask(bare.app, nobody, "POST", "/sign-in/oidc")).statusCode).toBe(404);
});

describe("who comes in", () => {
  test("an open account by its verified address; our second factor is still asked for", async () => {
    const { email } = await person(platform, { member: true });
    const answer = await comeIn(verified(email.toUpperCase()));
    expect(answer.json()).toEqual({ next: "enrol" });
    expect((await me(answer)).account).toBeNull();
    const { rows } = await platform.database.owner.query(
      "select action from audit where territory_id = $1 order by seq",
      [territory],
    );
    expect(rows.map(({ action }) => action)).toEqual(["access.oidc-link", "access.oidc"]);
    expect(await outcomes(email)).toEqual(["oidc"]);
    const { rows: letters } = await platform.database.owner.query(
      "select 1 from graphile_worker._private_jobs where payload->>'to' = $1",
      [email],
    );
    expect(letters).toHaveLength(1);
  });

  test("afterwards by the identity that was linked, whatever the address says by then", async () => {
    const { email } = await person(platform);
    const first = verified(email);
    expect((await comeIn(first)).statusCode).toBe(200);
    expect((await comeIn({ ...first, email: "new-name@test.localhost", email_verified: false })).statusCode).toBe(200);
    expect(await outcomes(email)).toEqual(["oidc", "oidc"]);
  });

  test("somebody invited: the invitation has served, and its link opens nothing more", async () => {
    const { email, invitation } = await person(platform, { opened: false, invited: true });
    expect((await comeIn(verified(email))).json()).toEqual({ next: "enrol" });
    const read = await ask(platform.app, nobody, "POST", "/invitations/read", { token: invitation });
    expect(read.json().code).toBe("INVITATION_DEAD");
  });

  test("a member whom the invitation brought in so has an open account: none is sent again", async () => {
    const facilitator = await makePerson(platform, "facilitator", territory);
    const members = `/territories/${territory}/members`;
    const email = `guest${++count}@test.localhost`;
    const made = await ask(platform.app, facilitator, "POST", members, { email, name: "Guest", role: "lead" });
    const { account } = made.json() as { account: string };
    const listed = async () =>
      (
        (await ask(platform.app, facilitator, "GET", members)).json() as { members: { account: string }[] }
      ).members.find((one) => one.account === account);
    expect(await listed()).toMatchObject({ open: false, invited_until: expect.stringMatching(/^\d{4}-/) });
    await comeIn(verified(email));
    expect(await listed()).toMatchObject({ open: true, invited_until: null });
    const again = await ask(platform.app, facilitator, "POST", `${members}/${account}/invitation`);
    expect(again.json().code).toBe("ACCOUNT_OPEN");
  });
});

describe("who does not", () => {
  const accounts = async (): Promise<number> =>
    (await platform.database.owner.query("select count(*)::int as n from account")).rows[0].n;

  test.each<[string, string, () => Promise<Someone>]>([
    ["of no account", "OIDC_NO_ACCOUNT", async () => verified("stranger@test.localhost")],
    [
      "whose address is not verified",
      "OIDC_EMAIL_UNVERIFIED",
      async () => ({ ...verified((await person(platform)).email), email_verified: false }),
    ],
    [
      "of whose address nothing is said",
      "OIDC_EMAIL_UNVERIFIED",
      async () => ({ sub: subject(), email: (await person(platform)).email }),
    ],
    [
      "never invited to the account that bears the address",
      "OIDC_NO_ACCOUNT",
      async () => verified((await person(platform, { opened: false })).email),
    ],
    [
      "whose invitation has expired",
      "OIDC_NO_ACCOUNT",
      async () => {
        const { id, email } = await person(platform, { opened: false, invited: true });
        await platform.database.owner.query("update invitation set expires_at = now() where account_id = $1", [id]);
        return verified(email);
      },
    ],
    [
      "whose invitation was withdrawn",
      "OIDC_NO_ACCOUNT",
      async () => {
        const { id, email } = await person(platform, { opened: false, invited: true });
        await platform.database.owner.query("update invitation set revoked_at = now() where account_id = $1", [id]);
        return verified(email);
      },
    ],
    [
      "whose account is closed",
      "OIDC_NO_ACCOUNT",
      async () => {
        const { id, email } = await person(platform);
        await platform.database.owner.query("update account set closed_at = now() where id = $1", [id]);
        return verified(email);
      },
    ],
    [
      "whose account was closed after it was linked",
      "OIDC_NO_ACCOUNT",
      async () => {
        const { id, email } = await person(platform);
        const one = verified(email);
        await comeIn(one);
        await platform.database.owner.query("update account set closed_at = now() where id = $1", [id]);
        return one;
      },
    ],
    [
      "given the address of somebody linked before",
      "OIDC_OTHER_PERSON",
      async () => {
        const { email } = await person(platform);
        await comeIn(verified(email));
        return verified(email);
      },
    ],
    [
      "who gives up at the provider's",
      "OIDC_REFUSED",
      async () => ({ ...verified("x@test.localhost"), declines: true }),
    ],
  ])("%s: %s, and no account is made", async (_, code, make) => {
    const someone = await make();
    const before = await accounts();
    const answer = await comeIn(someone);
    expect(answer.json().code).toBe(code);
    expect(answer.cookies).toEqual([]);
    expect(await accounts()).toBe(before);
  });
});

describe("what came back is checked", () => {
  /** A visit that would have brought somebody in. */
  async function visited() {
    const { email } = await person(platform);
    provider.next(verified(email));
    const { url, ticket } = await begin();
    return { ticket, query: await visit(url, back) };
  }
  const changed = (key: "state" | "nonce" | "verifier") =>
    platform.database.owner.query(
      `update sign_in_challenge set data = data || jsonb_build_object($1::text, $2::text)`,
      [key, "x".repeat(43)],
    );

  test("as it is, it opens", async () => {
    const { ticket, query } = await visited();
    expect((await finish(ticket, query)).statusCode).toBe(200);
  });
  test("twice, it does not", async () => {
    const { ticket, query } = await visited();
    await finish(ticket, query);
    expect((await finish(ticket, query)).json().code).toBe("SIGN_IN_STALE");
  });
  test("with the ticket of another browser, it does not", async () => {
    const [mine, theirs] = [await visited(), await visited()];
    expect((await finish(theirs.ticket, mine.query)).json().code).toBe("OIDC_REFUSED");
  });
  test("with a ticket of nobody, it does not", async () => {
    const { query } = await visited();
    expect((await finish("x".repeat(43), query)).json().code).toBe("SIGN_IN_STALE");
  });
  test("after a quarter of an hour, it does not", async () => {
    const { ticket, query } = await visited();
    await platform.database.owner.query("update sign_in_challenge set expires_at = now()");
    expect((await finish(ticket, query)).json().code).toBe("SIGN_IN_STALE");
  });
  test.each(["state", "nonce", "verifier"] as const)("with another %s than it left with, it does not", async (key) => {
    const { ticket, query } = await visited();
    await changed(key);
    expect((await finish(ticket, query)).json().code).toBe("OIDC_REFUSED");
  });
  test("from another issuer, it does not", async () => {
    const { ticket, query } = await visited();
    const answer = await finish(ticket, query.replace(/iss=[^&]+/, "iss=https%3A%2F%2Fevil.example"));
    expect(answer.json().code).toBe("OIDC_REFUSED");
  });
});

describe("the second factor of the provider", () => {
  test.each<[readonly string[], Partial<Someone>, "done" | "enrol"]>([
    [[], { amr: ["pwd", "mfa"] }, "enrol"],
    [["amr=mfa"], { amr: ["pwd", "mfa"] }, "done"],
    [["amr=mfa"], { amr: ["pwd"] }, "enrol"],
    [["amr=mfa"], {}, "enrol"],
    [["acr=eidas2"], { acr: "eidas2" }, "done"],
    [["acr=eidas2"], { acr: "eidas1" }, "enrol"],
    [["acr=eidas2"], { amr: ["eidas2"] }, "enrol"],
  ])("counts where %j is configured and it says %j: %s", async (secondFactor, said, next) => {
    const acr = secondFactor.some((one) => one.startsWith("acr")) ? (said.acr ?? "eidas1") : null;
    const on = await platformWith(settingsFor(provider, { secondFactor, acr }));
    const { email } = await person(on);
    const answer = await comeIn(verified(email, said), on);
    expect(answer.json()).toEqual({ next });
    expect((await me(answer, on)).account === null).toBe(next !== "done");
    await on.close();
  });

  test.each([
    [["amr=mfa"], ["pwd"], "mfa", false],
    [["acr=mfa"], ["mfa"], null, false],
    [["amr=mfa", "acr=eidas3"], [], "eidas3", true],
    [[], [], null, false],
  ] as const)("of %j, amr %j and acr %s: %s", (accepted, amr, acr, counts) => {
    expect(countsAsSecondFactor(accepted, { amr, acr })).toBe(counts);
  });
});

describe("a provider that signs what it tells, as ProConnect does", () => {
  test("is believed by its own key; its silence on the address is enough where configured", async () => {
    const server = await oidcServer(back, { signedUserinfo: true });
    const settings = settingsFor(server, { userinfoAlg: "RS256", trustEmail: true });
    const on = await platformWith(settings);
    const [first, second] = [await person(on), await person(on)];
    expect((await comeIn({ sub: subject(), email: first.email }, on, server)).statusCode).toBe(200);
    server.forge();
    expect((await comeIn({ sub: subject(), email: second.email }, on, server)).json().code).toBe("OIDC_REFUSED");
    await on.close();
    await server.close();
  });

  test("is not believed when it answers without a signature", async () => {
    const on = await platformWith(settingsFor(provider, { userinfoAlg: "RS256" }));
    const { email } = await person(on);
    expect((await comeIn(verified(email), on)).statusCode).toBe(401);
    await on.close();
  });
});

test("a provider that does not answer is told as such, and the password still opens", async () => {
  const server = await oidcServer(back);
  const on = await platformWith(settingsFor(server));
  const { email } = await person(on);
  server.next(verified(email));
  const { url, ticket } = await begin(on);
  const query = await visit(url, back);
  await server.close();
  expect((await finish(ticket, query, on)).json().code).toBe("OIDC_AWAY");
  const never = await platformWith(settingsFor(server));
  expect((await ask(never.app, nobody, "POST", "/sign-in/oidc")).json().code).toBe("OIDC_AWAY");
  const signIn = await ask(on.app, nobody, "POST", "/sign-in", { email, password: "Correct horse battery 7" });
  expect(signIn.statusCode).toBe(200);
  await on.close();
  await never.close();
});

describe("settings", () => {
  const whole = {
    SIMBIOSI_OIDC_ISSUER: "https://id.example",
    SIMBIOSI_OIDC_CLIENT_ID: "a",
    SIMBIOSI_OIDC_CLIENT_SECRET: "b",
  };
  test("nothing is named: none", () => {
    expect(oidcSettings({})).toEqual({ ok: true, value: null });
  });
  test("the least that is needed", () => {
    expect(oidcSettings(whole)).toMatchObject({
      ok: true,
      value: { name: "id.example", scope: "openid email", acr: null, trustEmail: false, secondFactor: [] },
    });
  });
  test.each([
    ["SIMBIOSI_OIDC_ISSUER", "id.example"],
    ["SIMBIOSI_OIDC_ISSUER", "http://id.example"],
    ["SIMBIOSI_OIDC_CLIENT_ID", ""],
    ["SIMBIOSI_OIDC_CLIENT_SECRET", " "],
    ["SIMBIOSI_OIDC_SECOND_FACTOR", "mfa"],
    ["SIMBIOSI_OIDC_SCOPE", "email"],
  ])("%s=%s is refused, by its name", (name, value) => {
    const read = oidcSettings({ ...whole, [name]: value });
    expect(read.ok ? "" : read.problem.message.fr).toContain(name);
  });
});
