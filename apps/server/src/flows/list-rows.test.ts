import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RowTexts } from "../http/checked-text.ts";
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
let territory: string;
let facilitator: Person;
let company: Person;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
  platform = await testPlatform();
  const sites = ["sawmill", "bakery"].map((id) => ({ id, name: id, lon: 9.4, lat: 42.5 }));
  const flows = ["bark", "dust", "bread"].map((label) => ({
    id: label,
    establishment: label === "bread" ? "bakery" : "sawmill",
    direction: "out",
    label,
  }));
  territory = await makeTerritory(platform, inventory({ name: "Here", establishments: sites, flows }));
  facilitator = await makePerson(platform, "facilitator", territory);
  const { rows } = await platform.database.owner.query("select id, name from establishment");
  ids = new Map(rows.map(({ id, name }) => [name, id]));
  company = await makeCompany(platform, territory, ids.get("bakery") ?? "", facilitator.account ?? "");
});
afterAll(() => platform.close());

const listed = async (who: Person): Promise<{ id: string; label: string; version: number }[]> =>
  (await ask(platform.app, who, "GET", `/territories/${territory}/flows`)).json().flows;
const labels = async (who: Person): Promise<string[]> => (await listed(who)).map(({ label }) => label).toSorted();

describe("a row that was written before, for another reader", () => {
  test("is read by nobody to whom it is not open", async () => {
    expect(await labels(facilitator)).toEqual(["bark", "bread", "dust"]);
    expect(await labels(company)).toEqual(["bread"]);
    expect(await labels(facilitator)).toEqual(["bark", "bread", "dust"]);
  });

  test("keeps back what the schema does not know, the first time and the next", async () => {
    await platform.database.owner.query(
      `update flow set data = data || '{"secret": "told to nobody"}' where label = 'bark'`,
    );
    for (const time of ["first", "next"]) {
      const { body } = await ask(platform.app, facilitator, "GET", `/territories/${territory}/flows`);
      expect([time, body.includes("bark"), body.includes("secret")]).toEqual([time, true, false]);
    }
  });

  test("is not read after it changed, whoever changed it and whether its version says so", async () => {
    await platform.database.owner.query(
      "update flow set data = jsonb_set(data, '{label}', '\"oak bark\"') where label = 'bark'",
    );
    expect(await labels(facilitator)).toEqual(["bread", "dust", "oak bark"]);
    const bread = (await listed(company))[0];
    const path = `/territories/${territory}/flows/${bread?.id}`;
    await ask(platform.app, company, "PATCH", path, { version: bread?.version, fields: { label: "stale bread" } });
    expect(await labels(facilitator)).toEqual(["dust", "oak bark", "stale bread"]);
    const dust = (await listed(facilitator)).find(({ label }) => label === "dust");
    await ask(platform.app, facilitator, "DELETE", `/territories/${territory}/flows/${dust?.id}`);
    expect(await labels(facilitator)).toEqual(["oak bark", "stale bread"]);
  });
});

describe("rows that are kept", () => {
  test.each([
    { what: "all that fit", most: 6, sets: ["a", "b", "c"], uses: [], left: ["a", "b", "c"] },
    { what: "not the one used longest ago", most: 4, sets: ["a", "b", "c"], uses: [], left: ["b", "c"] },
    { what: "the one that was read meanwhile", most: 4, sets: ["a", "b"], uses: ["a", "c"], left: ["a", "c"] },
    { what: "once, a row written twice", most: 4, sets: ["a", "a", "b"], uses: [], left: ["a", "b"] },
    { what: "none that is too long alone", most: 1, sets: ["a"], uses: [], left: [] },
  ])("$what", ({ most, sets, uses, left }) => {
    const texts = new RowTexts(most);
    for (const name of sets) texts.set(name, "12");
    for (const name of uses) if (texts.get(name) === undefined) texts.set(name, "12");
    expect(["a", "b", "c"].filter((name) => texts.get(name) !== undefined)).toEqual(left);
  });
});
