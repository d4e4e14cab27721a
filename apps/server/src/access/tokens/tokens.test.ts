import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApi } from "../../http/openapi.ts";
import { registry } from "../../registry.ts";
import {
  ask,
  inventory,
  makePerson,
  makeTerritory,
  type Person,
  type TestPlatform,
  testPlatform,
} from "../../testing/platform.ts";
import { tokenScope } from "./scope.ts";

let clock = new Date("2026-11-30T08:00:00Z");
const day = 86_400_000;
let platform: TestPlatform;
let here: string;
let elsewhere: string;
let facilitator: Person;
beforeAll(async () => {
  platform = await testPlatform(() => clock);
  const site = { id: "saw", name: "Sawmill", naf: "16.10A", lon: 9.4, lat: 42.5 };
  here = await makeTerritory(platform, inventory({ name: "Here", establishments: [site], flows: [] }));
  elsewhere = await makeTerritory(platform, inventory({ name: "Elsewhere", establishments: [], flows: [] }));
  facilitator = await makePerson(platform, "facilitator", here);
});
afterAll(() => platform.close());

type Listed = { id: string; name: string; mine: boolean; used_at: string | null; state: string; scope: string };
const path = () => `/territories/${here}/tokens`;
const make = async (scope: "read" | "write", by = facilitator, days = 30) => {
  const answer = await ask(platform.app, by, "POST", path(), { name: "Tableur", scope, days });
  expect(answer.statusCode).toBe(201);
  return answer.json() as { id: string; token: string; expires_at: string };
};
const list = async (who = facilitator): Promise<Listed[]> =>
  ((await ask(platform.app, who, "GET", path())).json() as { tokens: Listed[] }).tokens;
const listed = async (id: string, who = facilitator) => (await list(who)).find((one) => one.id === id);
const as = (token: string) => ({ cookie: null, token });
const companies = (token: string, territory = here) =>
  ask(platform.app, as(token), "GET", `/territories/${territory}/establishments`);
const rename = (token: string, app = platform.app) =>
  ask(app, as(token), "PATCH", `/territories/${here}`, { version: 1, fields: { name: "Taken" } });
const codeOf = (answer: Awaited<ReturnType<typeof ask>>) => [answer.statusCode, answer.json().code];

describe("what a token opens", () => {
  test("a read token reads, and changes nothing", async () => {
    const { token } = await make("read");
    expect((await companies(token)).json().establishments).toMatchObject([{ name: "Sawmill" }]);
    expect(codeOf(await rename(token))).toEqual([403, "TOKEN_TOO_NARROW"]);
  });

  test("where the application forgot to ask, the database still writes nothing for a read token", async () => {
    const { token } = await make("read");
    expect(codeOf(await rename(token, platform.unchecked))).toEqual([403, "TOKEN_TOO_NARROW"]);
    const { rows } = await platform.database.owner.query("select name from territory where id = $1", [here]);
    expect(rows).toEqual([{ name: "Here" }]);
  });

  test("a write token does what its maker may, and history says that a program did", async () => {
    const { id, token } = await make("write");
    const answer = await ask(platform.app, as(token), "PATCH", `/territories/${here}`, {
      version: 1,
      fields: { siren: "200040764" },
    });
    expect(answer.json()).toEqual({ version: 2 });
    const { rows } = await platform.database.owner.query(
      `select c.source, a.object from change c, audit a where c.territory_id = $1 and c.object = 'territory'
         and a.territory_id = $1 and a.action = 'territories.update'`,
      [here],
    );
    expect(rows).toEqual([{ source: "api", object: `by-token:${id}` }]);
  });

  test("another territory reads as if it did not exist, though its maker works there", async () => {
    const { token } = await make("write");
    await platform.database.owner.query(
      "insert into membership (territory_id, account_id, role, starts_on) values ($1, $2, 'facilitator', '2020-01-01')",
      [elsewhere, facilitator.account],
    );
    expect((await ask(platform.app, facilitator, "GET", `/territories/${elsewhere}/establishments`)).statusCode).toBe(
      200,
    );
    expect(codeOf(await companies(token, elsewhere))).toEqual([404, "NOT_FOUND"]);
  });

  test.each([
    ["GET", "/me"],
    ["PATCH", "/me"],
    ["GET", "/me/sign-ins"],
    ["GET", "/territories/:here/members"],
    ["POST", "/territories/:here/members"],
    ["GET", "/territories/:here/tokens"],
    ["POST", "/territories/:here/tokens"],
    ["POST", "/territories/:here/company-links"],
    ["POST", "/territories/:here/invitations"],
    ["POST", "/territories/:here/archive"],
    ["POST", "/sign-in"],
  ] as const)("none opens %s %s", async (method, asked) => {
    const { token } = await make("write");
    const answer = await ask(platform.app, as(token), method, asked.replace(":here", here), {});
    expect(codeOf(answer)).toEqual([403, "TOKEN_TOO_NARROW"]);
  });

  test("a cookie beside it says nothing: the token is heard alone", async () => {
    const { token } = await make("read");
    const both = { cookie: facilitator.cookie, token };
    expect((await ask(platform.app, both, "GET", `/territories/${here}/members`)).statusCode).toBe(403);
    expect(codeOf(await ask(platform.app, { ...both, token: "nonsense" }, "GET", "/me"))).toEqual([401, "TOKEN_DEAD"]);
  });

  test("it needs no origin: no browser adds a token by itself", async () => {
    const { token } = await make("write");
    const answer = await platform.app.inject({
      method: "POST",
      url: `/api/v1/territories/${here}/flows/bulk`,
      headers: { authorization: `Bearer ${token}`, origin: "https://elsewhere.example" },
      payload: {},
    });
    expect(codeOf(answer)).toEqual([400, "NOT_UNDERSTOOD"]);
  });
});

describe("when it dies", () => {
  test("revoked, at once; and only by its maker or by whoever answers for the territory", async () => {
    const [adviser, other] = [await makePerson(platform, "adviser", here), await makePerson(platform, "adviser", here)];
    const { id, token } = await make("read", adviser);
    const revoke = (who: Person) => ask(platform.app, who, "DELETE", `${path()}/${id}`);
    expect(await listed(id, other)).toBeUndefined();
    expect((await revoke(other)).statusCode).toBe(404);
    expect((await companies(token)).statusCode).toBe(200);
    expect((await revoke(facilitator)).statusCode).toBe(200);
    expect(codeOf(await companies(token))).toEqual([401, "TOKEN_DEAD"]);
    expect((await listed(id, adviser))?.state).toBe("revoked");
  });

  test("at its term", async () => {
    const { id, token } = await make("read", facilitator, 1);
    clock = new Date(clock.getTime() + day - 1);
    expect((await companies(token)).statusCode).toBe(200);
    clock = new Date(clock.getTime() + 1);
    expect(codeOf(await companies(token))).toEqual([401, "TOKEN_DEAD"]);
    expect((await listed(id))?.state).toBe("expired");
  });

  test.each([
    ["is revoked", "update membership set revoked_at = now() where account_id = $1"],
    ["has a mandate that ended", "update membership set ends_on = '2020-12-31' where account_id = $1"],
  ])("when its maker %s", async (_, words) => {
    const maker = await makePerson(platform, "adviser", here);
    const { id, token } = await make("read", maker);
    await platform.database.owner.query(words, [maker.account]);
    expect(codeOf(await companies(token))).toEqual([401, "TOKEN_DEAD"]);
    expect((await listed(id))?.state).toBe("orphan");
  });

  test("when the account of its maker is closed", async () => {
    const maker = await makePerson(platform, "adviser", here);
    const { token } = await make("read", maker);
    await platform.database.owner.query("update account set closed_at = now() where id = $1", [maker.account]);
    expect(codeOf(await companies(token))).toEqual([401, "TOKEN_DEAD"]);
  });

  test("a maker who may less may less by it too", async () => {
    const maker = await makePerson(platform, "facilitator", here);
    const { token } = await make("read", maker);
    await platform.database.owner.query("update membership set role = 'lead' where account_id = $1", [maker.account]);
    expect(codeOf(await ask(platform.app, as(token), "GET", `/territories/${here}/flows`))).toEqual([
      403,
      "ROLE_NOT_ALLOWED",
    ]);
  });
});

describe("what is known of it", () => {
  test("its secret is told once and kept nowhere", async () => {
    const key = "55555555-5555-4555-8555-555555555555";
    const answer = await platform.app.inject({
      method: "POST",
      url: `/api/v1${path()}`,
      headers: { cookie: facilitator.cookie ?? "", "idempotency-key": key },
      payload: { name: "Once", scope: "read", days: 1 },
    });
    const { token } = answer.json() as { token: string };
    expect(token).toMatch(/^simbiosi_[\w-]{43}$/);
    const { rows } = await platform.database.owner.query(
      `select (select count(*)::int from api_token t where to_jsonb(t)::text like $1)
            + (select count(*)::int from audit_content a where a::text like $1)
            + (select count(*)::int from change c where c::text like $1)
            + (select count(*)::int from idempotence i where i::text like $1) as n`,
      [`%${token}%`],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("when it last served; and what it did bears its mark in the trail", async () => {
    const { id, token } = await make("write");
    expect((await listed(id))?.used_at).toBeNull();
    await ask(platform.app, as(token), "POST", `/territories/${here}/leads/none/decision`, {});
    await ask(platform.app, as(token), "GET", `/territories/${here}/contacts`);
    expect((await listed(id))?.used_at).toBe(clock.toISOString());
    const { rows } = await platform.database.owner.query(
      "select action, actor from audit where territory_id = $1 and object = $2",
      [here, `by-token:${id}`],
    );
    expect(rows).toEqual([{ action: "contacts.list", actor: facilitator.account }]);
  });

  test("the description of the API says which token each call wants", () => {
    const { paths } = openApi(registry, "test") as {
      paths: Record<string, Record<string, { security: readonly object[] }>>;
    };
    const security = (where: string, method: string) => paths[`/api/v1${where}`]?.[method]?.security;
    expect(security("/territories/{territory}/flows", "get")).toEqual([{ session: [] }, { token: ["read"] }]);
    expect(security("/territories/{territory}/flows", "post")).toEqual([{ session: [] }, { token: ["write"] }]);
    expect(security("/territories/{territory}/members", "get")).toEqual([{ session: [] }]);
    expect(security("/sign-in", "post")).toEqual([]);
  });

  test("a concept that nobody opened to tokens is closed", () => {
    const made = { id: "new-things.list", method: "GET", path: "/territories/:territory/x", who: ["facilitator"] };
    expect(tokenScope(made as never)).toBeNull();
  });
});
