import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Authenticator, type Slip } from "../../testing/authenticator.ts";
import {
  ask,
  inventory,
  makePerson,
  makeTerritory,
  type Person,
  type TestPlatform,
  testPlatform,
} from "../../testing/platform.ts";
import { relyingParty } from "./relying-party.ts";

const origin = "http://localhost";
const nobody = { cookie: null };
let platform: TestPlatform;
let territory: string;
beforeAll(async () => {
  platform = await testPlatform();
  territory = await makeTerritory(platform, inventory({ name: "Here", establishments: [], flows: [] }));
});
afterAll(() => platform.close());

type Begun = { ticket: string; options: { challenge: string } };
const prepare = async (who: Person) => (await ask(platform.app, who, "POST", "/me/passkeys/options")).json() as Begun;
const begin = async () => (await ask(platform.app, nobody, "POST", "/sign-in/passkey/options")).json() as Begun;
const add = (who: Person, ticket: string, response: object, name = "Téléphone") =>
  ask(platform.app, who, "POST", "/me/passkeys", { ticket, name, response });
const enter = (ticket: string, response: object) =>
  ask(platform.app, nobody, "POST", "/sign-in/passkey", { ticket, response });
const list = async (who: Person) =>
  (
    (await ask(platform.app, who, "GET", "/me/passkeys")).json() as {
      passkeys: { id: string; name: string; used_at: string | null }[];
    }
  ).passkeys;

/** Somebody with a key on their account. */
async function withKey(role: "facilitator" | "lead" = "lead") {
  const who = await makePerson(platform, role, territory);
  const device = new Authenticator(origin);
  const { ticket, options } = await prepare(who);
  expect((await add(who, ticket, device.create(options))).statusCode).toBe(201);
  return { who, device };
}

describe("a key that was added", () => {
  test("opens a whole session, without a password nor a code", async () => {
    const { who, device } = await withKey("facilitator");
    const { ticket, options } = await begin();
    const answer = await enter(ticket, device.get(options));
    expect(answer.json()).toEqual({ next: "done" });
    const [cookie] = answer.cookies;
    const me = await ask(platform.app, { cookie: `${cookie?.name}=${cookie?.value}` }, "GET", "/me");
    expect(me.json()).toMatchObject({ account: { id: who.account }, territories: [{ name: "Here" }] });
  });

  test("is listed with its last use; the sign-in is listed too, and both are sealed where its owner works", async () => {
    const { who, device } = await withKey("facilitator");
    expect(await list(who)).toMatchObject([{ name: "Téléphone", used_at: null }]);
    const { ticket, options } = await begin();
    await enter(ticket, device.get(options));
    expect((await list(who))[0]?.used_at).toMatch(/^\d{4}-/);
    const { sign_ins } = (await ask(platform.app, who, "GET", "/me/sign-ins")).json() as {
      sign_ins: { outcome: string }[];
    };
    expect(sign_ins.map(({ outcome }) => outcome)).toEqual(["passkey"]);
    const { rows } = await platform.database.owner.query(
      "select action from audit where territory_id = $1 and actor = $2 order by seq",
      [territory, who.account],
    );
    expect(rows.map(({ action }) => action)).toEqual(["passkeys.add", "passkeys.sign-in"]);
  });

  test("is told to its owner by letter, when it comes and when it goes", async () => {
    const { who } = await withKey();
    const [key] = await list(who);
    await ask(platform.app, who, "DELETE", `/me/passkeys/${key?.id}`);
    const { rows } = await platform.database.owner.query(
      "select payload->>'text' as text from graphile_worker._private_jobs where payload->>'to' like $1 order by id",
      [`%${who.account}%`],
    );
    expect(rows.map(({ text }) => /ouvre désormais|n'ouvre plus/.exec(text)?.[0])).toEqual([
      "ouvre désormais",
      "n'ouvre plus",
    ]);
  });

  test("removed, it opens nothing more; nobody removes another's", async () => {
    const { who, device } = await withKey();
    const [key] = await list(who);
    const other = await makePerson(platform, "lead", territory);
    expect((await ask(platform.app, other, "DELETE", `/me/passkeys/${key?.id}`)).statusCode).toBe(404);
    expect((await ask(platform.app, who, "DELETE", `/me/passkeys/${key?.id}`)).statusCode).toBe(200);
    const { ticket, options } = await begin();
    expect((await enter(ticket, device.get(options))).json().code).toBe("WRONG_PASSKEY");
  });
});

describe("a sign-in is refused", () => {
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  test.each<[string, Slip]>([
    ["on another site", { origin: "https://evil.example" }],
    ["for another platform", { rpId: "evil.example" }],
    ["when nobody identified themselves on the device", { unverified: true }],
    ["for another challenge", { challenge: "x".repeat(43) }],
    ["signed by another key", { key: stranger }],
    ["when the counter goes back, as a copied key's does", { counter: 1 }],
  ])("%s", async (_, slip) => {
    const { device } = await withKey();
    const first = await begin();
    expect((await enter(first.ticket, device.get(first.options))).statusCode).toBe(200);
    const { ticket, options } = await begin();
    const answer = await enter(ticket, device.get(options, slip));
    expect([answer.statusCode, answer.json().code]).toEqual([401, "WRONG_PASSKEY"]);
    expect(answer.cookies).toEqual([]);
  });

  test("sent twice", async () => {
    const { device } = await withKey();
    const { ticket, options } = await begin();
    const signed = device.get(options);
    expect((await enter(ticket, signed)).statusCode).toBe(200);
    expect((await enter(ticket, signed)).json().code).toBe("WRONG_PASSKEY");
  });

  test("by a key that nobody registered", async () => {
    const { ticket, options } = await begin();
    expect((await enter(ticket, new Authenticator(origin).get(options))).json().code).toBe("WRONG_PASSKEY");
  });

  test("to a closed account", async () => {
    const { who, device } = await withKey();
    await platform.database.owner.query("update account set closed_at = now() where id = $1", [who.account]);
    const { ticket, options } = await begin();
    expect((await enter(ticket, device.get(options))).json().code).toBe("WRONG_PASSKEY");
  });
});

describe("a key is not added", () => {
  test.each<[string, Slip]>([
    ["on another site", { origin: "https://evil.example" }],
    ["for another platform", { rpId: "evil.example" }],
    ["when nobody identified themselves on the device", { unverified: true }],
    ["for another challenge", { challenge: "x".repeat(43) }],
  ])("%s", async (_, slip) => {
    const who = await makePerson(platform, "lead", territory);
    const { ticket, options } = await prepare(who);
    const answer = await add(who, ticket, new Authenticator(origin).create(options, slip));
    expect([answer.statusCode, answer.json().code]).toEqual([422, "PASSKEY_REFUSED"]);
    expect(await list(who)).toEqual([]);
  });

  test("with the ticket of somebody else, nor twice with one's own", async () => {
    const [one, other] = [await makePerson(platform, "lead", territory), await makePerson(platform, "lead", territory)];
    const { ticket, options } = await prepare(one);
    const made = new Authenticator(origin).create(options);
    expect((await add(other, ticket, made)).json().code).toBe("PASSKEY_REFUSED");
    expect((await add(one, ticket, made)).statusCode).toBe(201);
    expect((await add(one, ticket, made)).json().code).toBe("PASSKEY_REFUSED");
  });

  test("when it is known already", async () => {
    const { device } = await withKey();
    const who = await makePerson(platform, "lead", territory);
    const { ticket, options } = await prepare(who);
    expect((await add(who, ticket, device.create(options))).json().code).toBe("PASSKEY_KNOWN");
  });
});

test.each([
  ["https://eit.example", "eit.example"],
  ["https://eit.example:8443", "eit.example"],
  ["http://localhost:8080", "localhost"],
  ["http://127.0.0.1:8080", null],
  ["https://[::1]", null],
  ["http://eit.example", null],
])("keys for %s are made for %s", (address, party) => {
  expect(relyingParty(address)).toBe(party);
});
