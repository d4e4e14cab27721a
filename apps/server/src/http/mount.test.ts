import { ok } from "@simbiosi/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  ask,
  inventory,
  makePerson,
  makeTerritory,
  type Person,
  type TestPlatform,
  testPlatform,
} from "../testing/platform.ts";
import { makeApp } from "./app.ts";
import { route } from "./route.ts";

let platform: TestPlatform;
let territory: string;
let people: { readonly one: Person; readonly other: Person };
let establishment: string;
beforeAll(async () => {
  platform = await testPlatform();
  territory = await makeTerritory(
    platform,
    inventory({ name: "Here", establishments: [{ id: "s", name: "Sawmill", lon: 9.4, lat: 42.5 }], flows: [] }),
  );
  people = {
    one: await makePerson(platform, "facilitator", territory),
    other: await makePerson(platform, "facilitator", territory),
  };
  const list = await ask(platform.app, people.one, "GET", `/territories/${territory}/establishments`);
  establishment = list.json().establishments[0].id;
});
afterAll(() => platform.close());

const send = (who: Person, key: string, name = "Joinery") =>
  platform.app.inject({
    method: "POST",
    url: `/api/v1/territories/${territory}/establishments`,
    headers: { cookie: who.cookie ?? "", origin: "http://localhost", "idempotency-key": key },
    payload: { name },
  });
const sites = async (): Promise<number> =>
  (await ask(platform.app, people.one, "GET", `/territories/${territory}/establishments`)).json().establishments.length;

describe("a command sent twice under one key is done once", () => {
  test("one after the other: the same answer", async () => {
    const before = await sites();
    const key = "11111111-1111-4111-8111-111111111111";
    const [first, again] = [await send(people.one, key), await send(people.one, key)];
    expect(first.statusCode).toBe(201);
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    expect(await sites()).toBe(before + 1);
  });

  test("at once: still once", async () => {
    const before = await sites();
    const key = "22222222-2222-4222-8222-222222222222";
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(people.one, key)));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(await sites()).toBe(before + 1);
  });

  test("the same key of somebody else is another command", async () => {
    const key = "33333333-3333-4333-8333-333333333333";
    const [mine, theirs] = [await send(people.one, key), await send(people.other, key)];
    expect([mine.statusCode, theirs.statusCode]).toEqual([201, 201]);
    expect(theirs.json().id).not.toBe(mine.json().id);
  });

  test("a refusal is not kept: the command may be mended and sent again", async () => {
    const key = "44444444-4444-4444-8444-444444444444";
    expect((await send(people.one, key, "")).statusCode).toBe(400);
    expect((await send(people.one, key)).statusCode).toBe(201);
  });
});

test("a secret is told once: its command sent again makes another, and no answer is kept to be told again", async () => {
  const key = "55555555-5555-4555-8555-555555555555";
  const give = () =>
    platform.app.inject({
      method: "POST",
      url: `/api/v1/territories/${territory}/company-links`,
      headers: { cookie: people.one.cookie ?? "", origin: "http://localhost", "idempotency-key": key },
      payload: { establishment, email: null },
    });
  const [first, again] = [await give(), await give()];
  expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
  expect(again.json().url).not.toBe(first.json().url);
  const { rows } = await platform.database.owner.query("select 1 from idempotence where key = $1", [key]);
  expect(rows).toEqual([]);
});

describe("a page of another site gets nothing written", () => {
  test.each([
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ origin: "http://localhost", "sec-fetch-site": "cross-site" }, 403],
    [{ origin: "http://localhost.evil.example" }, 403],
    [{ origin: "http://localhost" }, 200],
    [{}, 200],
  ])("%j: %i", async (headers: Record<string, string>, status) => {
    const answer = await platform.app.inject({
      method: "PATCH",
      url: "/api/v1/me",
      headers: { ...headers, cookie: people.one.cookie ?? "" },
      payload: { lang: "fr" },
    });
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(answer.json().code).toBe("FOREIGN_ORIGIN");
  });
});

test("what the schema of an answer does not name never leaves", async () => {
  const leaky = route({
    id: "test.leak",
    method: "GET",
    path: "/leak",
    about: { fr: "", en: "" },
    who: ["public"],
    params: z.object({}),
    answer: z.object({ name: z.string(), inner: z.array(z.object({ kept: z.string() })) }),
    handle: async () => {
      const row = { name: "shown", secret: "hidden", inner: [{ kept: "shown", secret: "hidden" }] };
      return ok(row);
    },
  });
  const app = await makeApp(platform.services, [leaky], { version: "test", web: null, rates: false });
  expect((await app.inject({ url: "/api/v1/leak" })).json()).toEqual({ name: "shown", inner: [{ kept: "shown" }] });
  await app.close();
});

test.each(["a\u0000b", "\u0000"])("a character zero is refused as any field that is not understood", async (words) => {
  const answer = await ask(platform.app, people.one, "PATCH", "/me", { name: words });
  expect([answer.statusCode, answer.json().code]).toEqual([400, "NOT_UNDERSTOOD"]);
});
