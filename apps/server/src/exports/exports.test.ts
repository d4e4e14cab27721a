import { casaperta, formulaPayloads, hostileInventory } from "@simbiosi/fixtures";
import { emptyInventory, importOfficial, loadReference, readInventory, understand } from "@simbiosi/study";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cutCsv, readStored, wouldRun } from "../../../../fixtures/testing/spreadsheet.ts";
import { asActor } from "../database/as-actor.ts";
import { columnsOf } from "../flows/flow.ts";
import { newId } from "../ids/new-id.ts";
import { registry } from "../registry.ts";
import {
  ask,
  makeCompany,
  makePerson,
  makeTerritory,
  type Person,
  type TestPlatform,
  testPlatform,
} from "../testing/platform.ts";

const count = 2_000;
const payloads = formulaPayloads(count);
const classes = new Map(
  understand(loadReference(), casaperta, "2026-11-24").flows.map(({ flow, resource }) => [
    flow.id,
    resource?.id ?? null,
  ]),
);
const hostile = hostileInventory(count, (flow) => classes.get(flow) ?? null);

let platform: TestPlatform;
let territory: string;
let people: Readonly<Record<"facilitator" | "lead" | "company", Person>>;
let site: string;
let refusedOf: string;
const at = (path: string): string => `/territories/${territory}${path}`;
const get = (who: Person, path: string) => ask(platform.app, who, "GET", at(path));

beforeAll(async () => {
  platform = await testPlatform();
  // Leads are looked for among few flows; the others stand beside them, as a large import leaves them.
  const few = new Set(hostile.flows.slice(0, casaperta.flows.length + 20).map(({ id }) => id));
  territory = await makeTerritory(platform, { ...hostile, flows: hostile.flows.filter(({ id }) => few.has(id)) });
  const facilitator = await makePerson(platform, "facilitator", territory);
  const row = await asActor(platform.services.db, { role: "engine", territory }, async (tx) => {
    const establishment = await tx.selectFrom("establishment").select("id").orderBy("id").executeTakeFirstOrThrow();
    const sites = await tx.selectFrom("participation").select(["key", "establishment_id"]).execute();
    const of = new Map(sites.map(({ key, establishment_id }) => [key, establishment_id]));
    await tx
      .insertInto("flow")
      .values(
        hostile.flows
          .filter((flow) => !few.has(flow.id))
          .map((flow) => {
            const id = newId(platform.source);
            const owner = of.get(flow.establishment) ?? "";
            const at = platform.source.now();
            return { id, establishment_id: owner, key: id, ...columnsOf(flow), created_at: at, updated_at: at };
          }),
      )
      .execute();
    await tx
      .insertInto("contact")
      .values(
        payloads.map((words, i) => ({
          territory_id: territory,
          id: newId(platform.source),
          establishment_id: establishment.id,
          ...{ name: words, position: words, phone: words, note: words, email: `a${i}@test.localhost` },
        })),
      )
      .execute();
    const batch = { id: newId(platform.source), territory_id: territory, account_id: null };
    const refused = payloads.map((words, i) => ({
      ...{ sheet: words, row: i, column: words, value: words, code: "X", fr: words, en: words },
      ...{ kept: true, kind: "correct", fixable: false },
    }));
    await tx
      .insertInto("import_batch")
      .values({
        ...batch,
        at: platform.source.now(),
        file_name: "fichier.csv",
        file: Buffer.from("Raison sociale\n"),
        status: "previewed",
        preview: JSON.stringify({ refused }),
      })
      .execute();
    refusedOf = batch.id;
    const leads = await tx.selectFrom("lead").select("id").where("territory_id", "=", territory).limit(100).execute();
    for (const [i, { id }] of leads.entries()) {
      const words = payloads[13 * i] ?? "=";
      await tx
        .insertInto("synergy")
        .values({
          territory_id: territory,
          lead_id: id,
          title_fr: words,
          title_en: words,
          stage: "to-qualify",
          stage_since: platform.source.now(),
          reason: words,
          next_step: words,
          next_owner: words,
        })
        .execute();
    }
    return establishment;
  });
  site = row.id;
  people = {
    facilitator,
    lead: await makePerson(platform, "lead", territory),
    company: await makeCompany(platform, territory, site, facilitator.account ?? ""),
  };
}, 180_000);
afterAll(() => platform.close());

/** Files that the API hands over. What is not a table of ours is nobody's formula: said here, so that a new one is thought of. */
const tables: Readonly<Record<string, { who: keyof typeof people; path: string; formats: readonly string[] }>> = {
  "exports.companies": { who: "facilitator", path: "/exports/companies", formats: ["csv", "xlsx", "cnig", "geojson"] },
  "exports.flows": { who: "facilitator", path: "/exports/flows", formats: ["csv", "xlsx", "geojson"] },
  "exports.leads": { who: "facilitator", path: "/exports/leads", formats: ["csv", "xlsx"] },
  "exports.portfolio": { who: "facilitator", path: "/exports/portfolio", formats: ["csv", "xlsx"] },
  "exports.contacts": { who: "facilitator", path: "/exports/contacts", formats: ["csv", "xlsx"] },
  "exports.obligations": { who: "facilitator", path: "/exports/obligations", formats: ["csv", "xlsx"] },
  "territories.export": { who: "facilitator", path: "/export", formats: ["xlsx"] },
  "my-data.export": { who: "company", path: "/my-data", formats: ["xlsx"] },
  "imports.refused": { who: "facilitator", path: "/imports/:import/refused", formats: ["csv"] },
};
/** Files as they were sent; documents, whose workbook is tried where it is written; pages, where nothing is worked out. */
const others = ["attachments.file", "documents.file", "actions.document"];

test("every route that answers with a file is tried here, or named", () => {
  const files = registry.filter(({ answer }) => answer === null).map(({ id }) => id);
  expect(files.toSorted()).toEqual([...Object.keys(tables), ...others].toSorted());
});

describe.each(Object.entries(tables).flatMap(([id, one]) => one.formats.map((format) => ({ id, format, ...one }))))(
  "$id as $format",
  ({ who, path, format }) => {
    test.each(["fr", "en"])("has nothing that a spreadsheet would run, in %s", async (lang) => {
      const answer = await get(people[who], `${path.replace(":import", refusedOf)}?format=${format}&lang=${lang}`);
      if (format === "cnig") {
        // None of these companies has a SIRET, without which the format cannot name it.
        expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, "EXPORT_NO_SIRET"]);
        return;
      }
      expect(answer.statusCode).toBe(200);
      if (format === "geojson") {
        expect(answer.json<{ features: unknown[] }>().features.length).toBe(hostile.establishments.length);
        return;
      }
      if (format === "xlsx") {
        const { cells, formulas, links } = readStored(answer.rawPayload);
        expect(links).toEqual([]);
        // Lists of choices and the range of a filter are formulas of ours.
        expect(formulas.filter((one) => !/^"[^=]*"$|^'[^']+'!\$/.test(one))).toEqual([]);
        expect(cells.filter(({ kind, value }) => kind === "words" && wouldRun(value)).length).toBeGreaterThan(0);
        return;
      }
      const rows = cutCsv(answer.body, lang === "fr" ? ";" : ",");
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
      for (const separator of [";", ",", "\t"])
        expect(cutCsv(answer.body, separator).flat().filter(wouldRun)).toEqual([]);
    });
  },
);

/** The first column of an export, without its header. */
const firstColumn = (csv: string): readonly string[] =>
  cutCsv(csv, ";")
    .slice(1)
    .map(([first = ""]) => first);

describe("what is filtered, for who asks", () => {
  test("flows: the same rows as the filters of the screen leave, in the order asked", async () => {
    const all = await get(people.facilitator, "/exports/flows");
    const one = await get(people.facilitator, `/exports/flows?company=${site}&direction=in&sort=unit_cost_eur.down`);
    const costs = cutCsv(one.body, ";");
    const cost = costs[0]?.indexOf("Coût unitaire (€ HT)") ?? -1;
    expect(firstColumn(one.body).length).toBeGreaterThan(0);
    expect(firstColumn(one.body).length).toBeLessThan(firstColumn(all.body).length);
    const numbers = costs.slice(1).flatMap((row) => (row[cost] === "" ? [] : Number(row[cost]?.replace(",", "."))));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  });
  test("a lead of the territory takes away who is there, and nothing of what they do", async () => {
    const { body } = await get(people.lead, "/exports/companies");
    expect(cutCsv(body, ";")[0]).toEqual([
      "Raison sociale",
      "SIRET",
      "NAF",
      "Code INSEE",
      "Longitude",
      "Latitude",
      "Zone d'activités",
    ]);
    const points = (await get(people.lead, "/exports/companies?format=geojson")).json<{
      features: { properties: object }[];
    }>();
    expect(Object.keys(points.features[0]?.properties ?? {}).toSorted()).toEqual([
      "insee",
      "kind",
      "naf",
      "name",
      "siret",
      "zone",
    ]);
  });
  test.each([
    ["lead", "flows", 403],
    ["lead", "contacts", 403],
    ["company", "contacts", 403],
    ["company", "leads", 403],
    ["company", "portfolio", 403],
  ] as const)("%s asking for %s is answered %i", async (who, list, status) => {
    expect((await get(people[who], `/exports/${list}`)).statusCode).toBe(status);
  });
  test("a company takes away its own site, its own flows, its own duties", async () => {
    for (const list of ["companies", "flows", "obligations"]) {
      const { body, statusCode } = await get(people.company, `/exports/${list}`);
      expect(statusCode).toBe(200);
      expect(new Set(firstColumn(body)).size).toBe(1);
    }
  });
  test("each download is an entry of the trail, with its filters", async () => {
    await get(people.facilitator, "/exports/flows?format=csv&q=secret");
    const { rows } = await platform.database.owner.query(
      `select a.action, c.content from audit a join audit_content c using (territory_id, seq) where territory_id = $1 order by seq desc limit 1`,
      [territory],
    );
    expect(rows[0]?.action).toBe("exports.flows");
    expect(JSON.stringify(rows[0]?.content)).toContain("secret");
  });
});

describe("what is taken away comes back", () => {
  test("companies with a SIRET, as CNIG: the same name, activity, staff, commune, zone and place", async () => {
    const place = await makeTerritory(platform, {
      ...casaperta,
      establishments: casaperta.establishments.slice(0, 2).map((one, i) => ({
        ...one,
        siret: ["35600000000048", "12345678200010"][i] ?? null,
        zone: "ZA, =1+1",
      })),
      flows: [],
    });
    const who = await makePerson(platform, "facilitator", place);
    const { body } = await ask(platform.app, who, "GET", `/territories/${place}/exports/companies?format=cnig`);
    const read = importOfficial("cnig", { name: "x.csv", bytes: Buffer.from(body) }, emptyInventory("ZA"));
    if (!read.ok) throw new Error(read.problem.code);
    const carried = read.value.inventory.establishments.map(({ siret, name, naf, staff, insee, zone, lon, lat }) =>
      [siret, name, naf, staff, insee, zone, lon, lat].join(" | "),
    );
    const sent = casaperta.establishments
      .slice(0, 2)
      .map(({ name, naf, staff, insee, lon, lat }, i) =>
        [["35600000000048", "12345678200010"][i], name, naf, staff, insee, "ZA, =1+1", lon, lat].join(" | "),
      );
    expect(carried.toSorted()).toEqual(sent.toSorted());
  });
  test("flows as CSV in English, by the import: every label and note to the letter", async () => {
    const { rawPayload } = await get(people.facilitator, "/exports/flows?format=csv&lang=en");
    const read = await readInventory({ name: "flows.csv", bytes: rawPayload }, {});
    if (!read.ok) throw new Error(read.problem.code);
    const words = (flows: readonly { label: string; note: string | null }[]): readonly string[] =>
      flows.map(({ label, note }) => `${label} ${note}`).toSorted();
    expect(words(read.value.inventory.flows)).toEqual(words(hostile.flows));
  });
});
