import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "../database/as-actor.ts";
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

let platform: TestPlatform;
let park: string;
let food: string;
let animator: Person;
let other: Person;
let company: Person;
let site: string;
let twin: string;

const siret = "73282932000074";
const site_ = (id: string, name: string, more: object = {}) => ({ id, name, naf: "10.51", ...more });

beforeAll(async () => {
  platform = await testPlatform();
  park = await makeTerritory(
    platform,
    inventory({
      name: "Park",
      establishments: [site_("a", "Dairy of the park", { siret }), site_("b", "Farm of the park", { naf: "01.46" })],
      flows: [{ id: "f1", establishment: "a", direction: "out", label: "lactosérum", quantity: 120, unit: "t" }],
    }),
  );
  food = await makeTerritory(
    platform,
    inventory({
      name: "Food plan",
      establishments: [
        site_("x", "Dairy, as the food plan typed it", { siret }),
        site_("y", "Pig farm", { naf: "01.46" }),
      ],
      flows: [
        { id: "x1", establishment: "x", direction: "out", label: "serum", quantity: null, unit: null },
        { id: "y1", establishment: "y", direction: "in", label: "lactosérum", quantity: 80, unit: "t" },
      ],
    }),
  );
  animator = await makePerson(platform, "facilitator", park);
  other = await makePerson(platform, "facilitator", food);
  const ids = async (territory: string, name: string): Promise<string> =>
    asActor(platform.services.db, { role: "engine", territory }, async (tx) => {
      const row = await tx.selectFrom("establishment").select("id").where("name", "=", name).executeTakeFirstOrThrow();
      return row.id;
    });
  site = await ids(park, "Dairy of the park");
  twin = await ids(food, "Dairy, as the food plan typed it");
  company = await makeCompany(platform, park, site, animator.account ?? "");
  await platform.database.owner.query(
    "update company_link set email = 'dairy@test.localhost' where establishment_id = $1",
    [site],
  );
});
afterAll(() => platform.close());

type Demarches = { readonly demarches: readonly { readonly name: string; readonly state: string }[] };
const states = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await ask(platform.app, company, "GET", `/territories/${park}/demarches`))
      .json<Demarches>()
      .demarches.map(({ name, state }) => [name, state]),
  );
/** What is to be sent to the company. */
const letters = async (): Promise<readonly string[]> => {
  const { rows } = await platform.database.owner.query<{ text: string }>(
    `select payload->>'text' as text from graphile_worker._private_jobs
     where payload->>'to' = (select email from company_link where establishment_id = $1 limit 1) order by id`,
    [site],
  );
  return rows.map(({ text }) => text);
};
const namesIn = async (who: Person, territory: string): Promise<readonly string[]> =>
  (await ask(platform.app, who, "GET", `/territories/${territory}/establishments`))
    .json<{ establishments: { name: string }[] }>()
    .establishments.map(({ name }) => name)
    .sort();
const labelsIn = async (who: Person, territory: string): Promise<readonly string[]> =>
  (await ask(platform.app, who, "GET", `/territories/${territory}/flows`))
    .json<{ flows: { label: string }[] }>()
    .flows.map(({ label }) => label)
    .sort();

test("a company knows the démarches that it could join, by name", async () => {
  expect(await states()).toEqual({ Park: "here", "Food plan": "open" });
});

test("a demand tells the other facilitator the name, the SIRET and the activity, and nothing of the flows", async () => {
  const asked = await ask(platform.app, company, "POST", `/territories/${park}/demarches/${food}/ask`, {
    agreed: true,
  });
  expect(asked.json()).toEqual({ state: "asked" });
  expect(await states()).toEqual({ Park: "here", "Food plan": "asked" });
  const { joinings } = (await ask(platform.app, other, "GET", `/territories/${food}/joinings`)).json<{
    joinings: object[];
  }>();
  expect(joinings).toEqual([
    {
      establishment: site,
      at: expect.any(String),
      name: "Dairy of the park",
      siret,
      naf: "10.51",
      known: { id: twin, name: "Dairy, as the food plan typed it", flows: 1 },
    },
  ]);
  expect(await labelsIn(other, food)).toEqual(["lactosérum", "serum"]);
  expect((await ask(platform.app, other, "GET", `/territories/${food}/establishments/${site}/history`)).json()).toEqual(
    {
      changes: [],
    },
  );
  // The facilitator of the démarche where it is already has nothing to answer.
  expect((await ask(platform.app, animator, "GET", `/territories/${park}/joinings`)).json()).toEqual({ joinings: [] });
});

test("accepted, the one sheet serves both; what had been typed twice is set aside with its flows", async () => {
  const answered = await ask(platform.app, other, "POST", `/territories/${food}/joinings/${site}/answer`, {
    answer: "accepted",
  });
  expect(answered.statusCode).toBe(200);
  expect(await namesIn(other, food)).toEqual(["Dairy of the park", "Pig farm"]);
  expect(await labelsIn(other, food)).toEqual(["lactosérum", "lactosérum"]);
  expect(await states()).toEqual({ Park: "here", "Food plan": "joined" });
  expect(await letters()).toEqual([expect.stringContaining("Votre demande est acceptée")]);
});

test("a correction made in one démarche is read in the other, asks for its leads again, and stands in its history", async () => {
  const { flows } = (await ask(platform.app, animator, "GET", `/territories/${park}/flows`)).json<{
    flows: { id: string; version: number }[];
  }>();
  const [flow] = flows;
  const queued = async (): Promise<readonly string[]> => {
    const { rows } = await platform.database.owner.query<{ key: string }>(
      "select key from graphile_worker.jobs where key like 'rematch:%' order by key",
    );
    return rows.map(({ key }) => key);
  };
  await ask(platform.app, animator, "PATCH", `/territories/${park}/flows/${flow?.id}`, {
    version: flow?.version,
    fields: { label: "lactosérum doux" },
  });
  expect(await labelsIn(other, food)).toContain("lactosérum doux");
  expect(await queued()).toEqual([`rematch:${food}`, `rematch:${park}`].sort());
  const { changes } = (
    await ask(platform.app, other, "GET", `/territories/${food}/establishments/${site}/history`)
  ).json<{ changes: { action: string; object: string }[] }>();
  expect(changes.map(({ action, object }) => `${object} ${action}`)).toEqual(["flow changed", "establishment created"]);
});

test("what was said to one facilitator stays with that one", async () => {
  await asActor(platform.services.db, { role: "engine", territory: park }, (tx) =>
    tx
      .insertInto("encounter")
      .values({
        territory_id: park,
        id: "01900000-0000-7000-8000-0000000000aa",
        establishment_id: site,
        kind: "call",
        on_day: "2026-01-05",
        title: null,
        contact_id: null,
        notes: "said in confidence in the park",
        account_id: null,
        recorded_at: platform.source.now(),
      })
      .execute(),
  );
  const told = await ask(platform.app, other, "GET", `/territories/${food}/establishments/${site}/encounters`);
  expect(told.body).not.toContain("in confidence");
});

test("the company leaves as it came: the other démarche has its own old sheet again, the one it came from keeps it whole", async () => {
  const left = await ask(platform.app, company, "POST", `/territories/${park}/demarches/${food}/leave`);
  expect(left.json()).toEqual({ state: "open" });
  expect(await namesIn(other, food)).toEqual(["Dairy, as the food plan typed it", "Pig farm"]);
  expect(await labelsIn(other, food)).toEqual(["lactosérum", "serum"]);
  expect(await labelsIn(animator, park)).toEqual(["lactosérum doux"]);
  const own = await ask(platform.app, company, "POST", `/territories/${park}/demarches/${park}/leave`);
  expect(own.json<{ code: string }>().code).toBe("DEMARCHE_OF_ENTRY");
});

test("declined, nothing is shared, and the company reads it; it may ask again", async () => {
  const path = `/territories/${park}/demarches/${food}/ask`;
  await ask(platform.app, company, "POST", path, { agreed: true });
  await ask(platform.app, other, "POST", `/territories/${food}/joinings/${site}/answer`, { answer: "declined" });
  expect(await states()).toEqual({ Park: "here", "Food plan": "declined" });
  expect(await namesIn(other, food)).toEqual(["Dairy, as the food plan typed it", "Pig farm"]);
  expect((await letters()).filter((text) => text.includes("has declined"))).toHaveLength(1);
  await ask(platform.app, company, "POST", path, { agreed: true });
  expect(await states()).toEqual({ Park: "here", "Food plan": "asked" });
});

test("a company that has itself forgotten takes its demands with it", async () => {
  const erased = await ask(platform.app, company, "POST", `/territories/${park}/my-data/erasure`, {
    confirm: "EFFACER",
  });
  expect(erased.statusCode).toBe(200);
  const left = await ask(platform.app, other, "GET", `/territories/${food}/joinings`);
  expect(left.json()).toEqual({ joinings: [] });
  const { rows } = await platform.database.owner.query("select 1 from joining");
  expect(rows).toEqual([]);
});
