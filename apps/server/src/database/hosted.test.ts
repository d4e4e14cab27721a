import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  ask,
  inventory,
  makeCompany,
  makePerson,
  makeTerritory,
  type Person,
  type TestPlatform,
  testPlatform,
} from "../testing/platform.ts";
import { type PostgresServer, postgresServer } from "../testing/postgres-server.ts";
import { asActor } from "./as-actor.ts";
import { connect } from "./connect.ts";
import { migrations } from "./migrations/index.ts";

vi.setConfig({ hookTimeout: 300_000, testTimeout: 120_000 });

/** The same platform on a PostgreSQL server by its address, where its owner is no superuser. */
let server: PostgresServer;
let url: string;
let platform: TestPlatform;
let places: { readonly here: string; readonly elsewhere: string };
let people: { readonly facilitator: Person; readonly lead: Person; readonly company: Person; readonly other: Person };
let establishment: string;

const place = (name: string) =>
  inventory({
    name,
    establishments: [
      { id: `${name}-saw`, name: `${name} sawmill`, lon: 9.4, lat: 42.5 },
      { id: `${name}-farm`, name: `${name} farm`, lon: 9.41, lat: 42.51 },
    ],
    flows: [
      {
        id: "d",
        establishment: `${name}-saw`,
        direction: "out",
        label: "sciure",
        quantity: 40,
        unit: "t",
        period: "year",
      },
      {
        id: "l",
        establishment: `${name}-farm`,
        direction: "in",
        label: "litière animale",
        quantity: 60,
        unit: "t",
        period: "year",
      },
    ],
  });

beforeAll(async () => {
  server = await postgresServer();
  url = await server.database("platform");
  platform = await testPlatform(undefined, url);
  places = {
    here: await makeTerritory(platform, place("Here")),
    elsewhere: await makeTerritory(platform, place("Elsewhere")),
  };
  const facilitator = await makePerson(platform, "facilitator", places.here);
  const list = await ask(platform.app, facilitator, "GET", `/territories/${places.here}/establishments`);
  establishment = list.json().establishments.find((one: { name: string }) => one.name === "Here sawmill").id;
  people = {
    facilitator,
    lead: await makePerson(platform, "lead", places.here),
    company: await makeCompany(platform, places.here, establishment, facilitator.account ?? ""),
    other: await makePerson(platform, "facilitator", places.elsewhere),
  };
});
afterAll(async () => {
  await platform.close();
  await server.close();
});

test("the schema is the same, and a second start changes nothing", async () => {
  const names = async () =>
    (await platform.database.owner.query("select name from kysely_migration order by timestamp, name")).rows;
  expect((await names()).map(({ name }) => name)).toEqual(Object.keys(migrations));
  const before = await names();
  await (await connect({ connectionString: url }, platform.data)).close();
  expect(await names()).toEqual(before);
});

test("neither the owner nor the application is a superuser, and row security binds the application", async () => {
  const { rows } = await platform.database.owner.query(
    "select rolname, rolsuper, rolbypassrls from pg_roles where rolname in (current_user, 'simbiosi_app') order by 1",
  );
  expect(rows).toEqual([
    { rolname: "hosted", rolsuper: false, rolbypassrls: false },
    { rolname: "simbiosi_app", rolsuper: false, rolbypassrls: false },
  ]);
  const seen = await asActor(platform.services.db, { role: "public" }, (tx) =>
    tx.selectFrom("flow").select("id").execute(),
  );
  expect(seen).toEqual([]);
});

// A sample of the access matrix, whole on the embedded database.
test.each([
  ["facilitator", "here", "establishments", 200],
  ["facilitator", "elsewhere", "establishments", 404],
  ["other", "here", "flows", 404],
  ["lead", "here", "flows", 403],
  ["lead", "here", "establishments", 200],
  ["company", "here", "leads", 403],
  ["company", "elsewhere", "establishments", 404],
] as const)("%s asks for %s %s: %i", async (who, where, what, status) => {
  const { app, unchecked } = platform;
  const path = `/territories/${places[where]}/${what}`;
  expect((await ask(app, people[who], "GET", path)).statusCode).toBe(status);
  // Without the application's checks, the database alone gives nothing of the other place.
  if (status !== 200) expect((await ask(unchecked, people[who], "GET", path)).body).not.toMatch(/sawmill|sciure/i);
});

test("a journey of writes: an establishment, a link, a decision, each in the history and the sealed trail", async () => {
  const { facilitator } = people;
  const at = `/territories/${places.here}`;
  const sheet = (await ask(platform.app, facilitator, "GET", `${at}/establishments/${establishment}`)).json();
  expect(sheet).toBeDefined();
  const link = await ask(platform.app, facilitator, "POST", `${at}/company-links`, {
    establishment,
    email: "a@b.example",
  });
  expect(link.statusCode).toBe(201);
  const invited = await ask(platform.app, facilitator, "POST", `${at}/members`, {
    email: "guest@b.example",
    name: "Guest",
    role: "lead",
  });
  expect(invited.statusCode).toBe(201);
  const { rows } = await platform.database.owner.query(
    `select (select count(*)::int from graphile_worker._private_jobs where payload->>'subject' is not null) as letters,
            (select count(*)::int from audit where territory_id = $1) as sealed`,
    [places.here],
  );
  expect(rows).toEqual([{ letters: 2, sealed: 2 }]);
  expect((await ask(platform.app, facilitator, "GET", `${at}/leads`)).statusCode).toBe(200);
});
