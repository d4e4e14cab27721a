import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor } from "../database/as-actor.ts";
import { newId } from "../ids/new-id.ts";
import { inventoryOf } from "../territories/inventory-of.ts";
import {
  ask,
  inventory,
  makePerson,
  makeTerritory,
  type Person,
  type TestPlatform,
  testPlatform,
} from "../testing/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform();
}, 120_000);
afterAll(() => platform.close());

type Place = { readonly territory: string; readonly person: Person };

/** A territory of its own, with its facilitator. */
async function place(establishments: readonly object[] = [], flows: readonly object[] = []): Promise<Place> {
  const territory = await makeTerritory(platform, inventory({ name: "Place", establishments, flows }));
  return { territory, person: await makePerson(platform, "facilitator", territory) };
}

type Told = {
  readonly id: string;
  readonly status: string;
  readonly create: { readonly establishments: number; readonly flows: number };
  readonly update: { readonly establishments: number; readonly flows: number };
  readonly to_correct: number;
  readonly mapping: { readonly flows: Readonly<Record<string, string | null>> };
  readonly kept: readonly { readonly name: string; readonly fr: string }[];
  readonly preview: {
    readonly unchanged: number;
    readonly refused: readonly {
      readonly sheet: string;
      readonly row: number;
      readonly column: string;
      readonly value: string | null;
      readonly code: string;
      readonly fixable: boolean;
    }[];
  };
  readonly code?: string;
  readonly fr?: string;
};

const boundary = "----simbiosi";
/** A form with one file, as a browser sends it. */
const form = (name: string, bytes: Uint8Array, data: object = {}): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="data"\r\n\r\n${JSON.stringify(data)}\r\n--${boundary}\r\n` +
        `content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

async function send({ territory, person }: Place, payload: Buffer) {
  const answer = await platform.app.inject({
    method: "POST",
    url: `/api/v1/territories/${territory}/imports`,
    headers: {
      cookie: person.cookie ?? "",
      origin: "http://localhost",
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
  return { status: answer.statusCode, told: answer.json<Told>() };
}

/** Previews a text, which must be readable. */
async function preview(where: Place, words: string, data: object = {}, name = "flux.csv"): Promise<Told> {
  const { status, told } = await send(where, form(name, Buffer.from(words), data));
  expect({ status, code: told.code }).toEqual({ status: 201, code: undefined });
  return told;
}

async function post({ territory, person }: Place, path: string, body: object = {}) {
  const answer = await ask(platform.app, person, "POST", `/territories/${territory}/imports/${path}`, body);
  return { status: answer.statusCode, told: answer.json<Told>() };
}

/** What stands in the territory, by names, without what only the database knows. */
async function standing({ territory }: Place) {
  const { establishments, flows } = await asActor(platform.services.db, { role: "engine", territory }, (tx) =>
    inventoryOf(tx, territory),
  );
  const nameOf = new Map(establishments.map(({ id, name }) => [id, name]));
  return {
    establishments: establishments.map(({ name, staff }) => ({ name, staff })).sort(byName),
    flows: flows
      .map(({ label, quantity, establishment }) => ({ name: nameOf.get(establishment) ?? "", label, quantity }))
      .sort(byName),
  };
}
const byName = (a: { name: string; label?: string }, b: { name: string; label?: string }): number =>
  `${a.name}/${a.label}` < `${b.name}/${b.label}` ? -1 : 1;

const header = "Établissement;Sens;Désignation;Quantité;Unité";
const file = (...rows: string[]): string => [header, ...rows].join("\n");
const sawmill = { id: "scierie", name: "Scierie", staff: 12 };
const dust = {
  id: "scierie.sciure",
  establishment: "scierie",
  direction: "out",
  label: "sciure",
  quantity: 40,
  unit: "t",
  period: "year",
};

describe("an import", () => {
  test.each([
    {
      because: "into an empty territory creates",
      before: [],
      flows: [],
      rows: ["Scierie;sortant;sciure;40;t", "Ferme;entrant;paille;5;t"],
      create: { establishments: 2, flows: 2 },
      update: { establishments: 0, flows: 0 },
    },
    {
      because: "of what stands there already changes nothing",
      before: [sawmill],
      flows: [dust],
      rows: ["Scierie;sortant;sciure;40;t"],
      create: { establishments: 0, flows: 0 },
      update: { establishments: 0, flows: 0 },
    },
    {
      because: "of a new quantity updates the flow",
      before: [sawmill],
      flows: [dust],
      rows: ["Scierie;sortant;sciure;55;t"],
      create: { establishments: 0, flows: 0 },
      update: { establishments: 0, flows: 1 },
    },
    {
      because: "of an empty quantity keeps the one that was known",
      before: [sawmill],
      flows: [dust],
      rows: ["Scierie;sortant;sciure;;"],
      create: { establishments: 0, flows: 0 },
      update: { establishments: 0, flows: 0 },
    },
  ])("$because; it is told before, undone whole, and done again", async ({ before, flows, rows, create, update }) => {
    const here = await place(before, flows);
    const at0 = await standing(here);
    const told = await preview(here, file(...rows));
    expect({ create: told.create, update: told.update }).toEqual({ create, update });
    expect(await standing(here)).toEqual(at0);

    const applied = await post(here, `${told.id}/apply`);
    expect(applied.told).toMatchObject({ status: "applied", create, update });
    const at1 = await standing(here);
    expect(at1.flows.length).toBe(at0.flows.length + create.flows);
    expect((await post(here, `${told.id}/apply`)).status).toBe(409);

    const undone = await post(here, `${told.id}/undo`);
    expect(undone).toMatchObject({ status: 200, told: { kept: [] } });
    expect(await standing(here)).toEqual(at0);
    expect((await post(here, `${told.id}/undo`)).status).toBe(409);

    await post(here, `${told.id}/apply`);
    expect(await standing(here)).toEqual(at1);
    await post(here, `${told.id}/undo`);
    expect(await standing(here)).toEqual(at0);
  });

  test("done again gives back the very rows, so that what is decided of them still names them", async () => {
    const here = await place();
    const told = await preview(here, file("Scierie;sortant;sciure;40;t"));
    const ids = () =>
      asActor(platform.services.db, { role: "engine", territory: here.territory }, async (tx) =>
        (await inventoryOf(tx, here.territory)).flows.map(({ id }) => id),
      );
    await post(here, `${told.id}/apply`);
    const first = await ids();
    await post(here, `${told.id}/undo`);
    await post(here, `${told.id}/apply`);
    expect(await ids()).toEqual(first);
  });

  test("leaves its name in the history of what it wrote", async () => {
    const here = await place();
    const told = await preview(here, file("Scierie;sortant;sciure;40;t"));
    await post(here, `${told.id}/apply`);
    const { rows } = await platform.database.owner.query(
      "select distinct source, action from change where territory_id = $1 and source like 'import%'",
      [here.territory],
    );
    expect(rows).toEqual([{ source: "import flux.csv", action: "created" }]);
  });
});

describe("undoing leaves, and tells, what somebody did since", () => {
  const flowsOf = async ({ territory, person }: Place) =>
    (await ask(platform.app, person, "GET", `/territories/${territory}/flows`)).json<{
      flows: { id: string; establishment: string; label: string; version: number }[];
    }>().flows;
  const sitesOf = async ({ territory, person }: Place) =>
    (await ask(platform.app, person, "GET", `/territories/${territory}/establishments`)).json<{
      establishments: { id: string; name: string; version: number }[];
    }>().establishments;
  const change = async (here: Place, label: string): Promise<void> => {
    const flow = (await flowsOf(here)).find((one) => one.label === label);
    const path = `/territories/${here.territory}/flows/${flow?.id}`;
    await ask(platform.app, here.person, "PATCH", path, { version: flow?.version, fields: { note: "vu sur place" } });
  };

  test.each([
    {
      because: "a created flow that was changed",
      since: (here: Place) => change(here, "sciure"),
      kept: ["sciure", "Scierie"],
      stays: { establishments: ["Scierie"], flows: ["sciure"] },
    },
    {
      because: "a flow that was added to a created company",
      since: async (here: Place) => {
        const [site] = await sitesOf(here);
        const body = { establishment: site?.id, label: "copeaux", direction: "out" };
        await ask(platform.app, here.person, "POST", `/territories/${here.territory}/flows`, body);
      },
      kept: ["Scierie"],
      stays: { establishments: ["Scierie"], flows: ["copeaux"] },
    },
    {
      because: "a created company that was corrected",
      since: async (here: Place) => {
        const [site] = await sitesOf(here);
        const path = `/territories/${here.territory}/establishments/${site?.id}`;
        await ask(platform.app, here.person, "PATCH", path, { version: site?.version, fields: { staff: 7 } });
      },
      kept: ["Scierie"],
      stays: { establishments: ["Scierie"], flows: [] },
    },
    {
      because: "a created flow that somebody removed is not missed",
      since: async (here: Place) => {
        const flow = (await flowsOf(here)).find(({ label }) => label === "sciure");
        await ask(platform.app, here.person, "DELETE", `/territories/${here.territory}/flows/${flow?.id}`);
      },
      kept: [],
      stays: { establishments: [], flows: [] },
    },
  ])("$because", async ({ since, kept, stays }) => {
    const here = await place();
    const told = await preview(here, file("Scierie;sortant;sciure;40;t"));
    await post(here, `${told.id}/apply`);
    await since(here);
    const undone = await post(here, `${told.id}/undo`);
    expect(undone.told.kept.map(({ name }) => name)).toEqual(kept);
    for (const { fr } of undone.told.kept) expect(fr).toMatch(/laissé/);
    const now = await standing(here);
    expect(now.establishments.map(({ name }) => name)).toEqual(stays.establishments);
    expect(now.flows.map(({ label }) => label)).toEqual(stays.flows);
  });

  test("an updated flow changed since keeps the change, also when the import is done again", async () => {
    const here = await place([sawmill], [dust]);
    const told = await preview(here, file("Scierie;sortant;sciure;55;t"));
    await post(here, `${told.id}/apply`);
    const [flow] = await flowsOf(here);
    const path = `/territories/${here.territory}/flows/${flow?.id}`;
    await ask(platform.app, here.person, "PATCH", path, { version: flow?.version, fields: { quantity: 60 } });
    expect((await post(here, `${told.id}/undo`)).told.kept).toHaveLength(1);
    expect((await standing(here)).flows[0]?.quantity).toBe(60);
    await post(here, `${told.id}/apply`);
    expect((await standing(here)).flows[0]?.quantity).toBe(60);
  });
});

describe("what is not understood", () => {
  const spoilt = file("Scierie;sortant;sciure;env. 40;t", "Ferme;entrant;paille;beaucoup;t");

  test("is corrected cell by cell, and comes in with its corrections", async () => {
    const here = await place();
    const told = await preview(here, spoilt);
    expect(told.preview.refused.map(({ code, fixable }) => [code, fixable])).toEqual([
      ["QUANTITY_UNREADABLE", true],
      ["QUANTITY_UNREADABLE", true],
    ]);
    const corrections = told.preview.refused.map(({ sheet, row, column, value }, i) => ({
      sheet,
      row,
      column,
      found: value,
      value: ["40", "pas mal"][i],
    }));
    const again = await post(here, `${told.id}/corrections`, { corrections });
    expect(again.told.preview.refused).toMatchObject([{ row: 3, value: "pas mal" }]);
    await post(here, `${told.id}/apply`);
    expect((await standing(here)).flows.map(({ quantity }) => quantity)).toEqual([null, 40]);
  });

  test("is downloaded as it was found", async () => {
    const here = await place();
    const told = await preview(here, spoilt);
    const path = `/territories/${here.territory}/imports/${told.id}/refused?lang=en`;
    const csv = await ask(platform.app, here.person, "GET", path);
    expect(csv.headers["content-disposition"]).toContain("flux-to-correct.csv");
    expect(csv.body.split("\r\n").filter((line) => line !== "")).toHaveLength(3);
    expect(csv.body).toContain("env. 40");
  });

  test("a column mapped by a person is remembered for the next file of the territory, and of no other", async () => {
    const here = await place();
    const foreign = "Établissement;Sens;Désignation;Poids mystère\nScierie;sortant;sciure;40";
    const told = await preview(here, foreign);
    expect(told.mapping.flows).toEqual({});
    await post(here, `${told.id}/corrections`, { mapping: { flows: { "Poids mystère": "quantity" } } });
    await post(here, `${told.id}/apply`);
    expect((await standing(here)).flows[0]?.quantity).toBe(40);
    expect((await preview(here, foreign)).mapping.flows).toEqual({ "Poids mystère": "quantity" });
    expect((await preview(await place(), foreign)).mapping.flows).toEqual({});
  });
});

test("pasted cells of a spreadsheet read as a file does", async () => {
  const here = await place();
  const text = file("Scierie;sortant;sciure;40;t").replaceAll(";", "\t");
  const answer = await ask(platform.app, here.person, "POST", `/territories/${here.territory}/imports`, { text });
  expect(answer.json<Told>().create).toEqual({ establishments: 1, flows: 1 });
});

test("an official file completes what is there, and replaces nothing that a person typed", async () => {
  const siret = "73282932000074";
  const here = await place([{ id: "scierie", name: "La Scierie", siret, staff: 12 }]);
  const sirene = `siret,denominationUniteLegale,activitePrincipaleEtablissement,etatAdministratifEtablissement\n${siret},SCIERIE SAS,16.10A,A\n`;
  const told = await preview(here, sirene, { format: "sirene" });
  expect(told).toMatchObject({ create: { establishments: 0 }, update: { establishments: 1 } });
  await post(here, `${told.id}/apply`);
  expect((await standing(here)).establishments).toEqual([{ name: "La Scierie", staff: 12 }]);
  await post(here, `${told.id}/undo`);
  expect((await preview(here, sirene, { format: "sirene" })).update.establishments).toBe(1);
});

test("one company in two territories that know nothing of each other is not shared by typing its SIRET", async () => {
  const siret = "73282932000074";
  const there = await place([{ id: "a", name: "Là-bas", siret }], [{ ...dust, establishment: "a" }]);
  const here = await place();
  const told = await preview(here, `Raison sociale;SIRET\nIci;${siret}\n`, {}, "entreprises.csv");
  expect(told.create.establishments).toBe(1);
  await post(here, `${told.id}/apply`);
  expect((await standing(here)).establishments).toMatchObject([{ name: "Ici" }]);
  expect((await standing(there)).establishments).toMatchObject([{ name: "Là-bas" }]);
});

describe("a file that is hostile, cut or none is refused with a sentence, and the server goes on", () => {
  const zip = readFileSync(new URL("../../../../fixtures/marana-golo/marana-golo.xlsx", import.meta.url));
  /** The same workbook, whose directory declares entries of four gigabytes. */
  const bomb = (): Buffer => {
    const bytes = Buffer.from(zip);
    for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4))
      bytes.writeUInt32LE(0xf0000000, at + 24);
    return bytes;
  };
  test.each([
    { because: "a bomb of four gigabytes", name: "bombe.xlsx", bytes: bomb(), status: 413, code: "ZIP_BOMB" },
    { because: "nothing in it", name: "vide.xlsx", bytes: Buffer.alloc(0), status: 422, code: "FILE_EMPTY" },
    {
      because: "a PDF renamed",
      name: "menteur.xlsx",
      bytes: Buffer.from("%PDF-1.7 …"),
      status: 422,
      code: "FILE_FOREIGN",
    },
    {
      because: "half a workbook",
      name: "coupé.xlsx",
      bytes: zip.subarray(0, 9000),
      status: 422,
      code: "FILE_TRUNCATED",
    },
    {
      because: "no table of ours",
      name: "autre.csv",
      bytes: Buffer.from("a;b\n1;2\n"),
      status: 422,
      code: "TABLE_NOT_FOUND",
    },
    {
      because: "more than fifty megabytes",
      name: "énorme.csv",
      bytes: Buffer.alloc(51 * 1024 * 1024, 65),
      status: 413,
      code: "TOO_LARGE",
    },
  ])("$because", async ({ name, bytes, status, code }) => {
    const here = await place();
    const answer = await send(here, form(name, bytes));
    expect({ status: answer.status, code: answer.told.code }).toEqual({ status, code });
    expect(answer.told.fr).toMatch(/\p{L}{3}.*[.]/u);
    expect((await platform.app.inject("/healthz")).statusCode).toBe(200);
  });

  test("an upload that stops before its end is no whole file", async () => {
    const here = await place();
    const whole = form("flux.csv", Buffer.from(file("Scierie;sortant;sciure;40;t")));
    const answer = await send(here, whole.subarray(0, whole.length - 30));
    expect(answer).toMatchObject({ status: 422, told: { code: "UPLOAD_CUT" } });
  });

  test("no file at all", async () => {
    const here = await place();
    const answer = await ask(platform.app, here.person, "POST", `/territories/${here.territory}/imports`, {});
    expect(answer.json<Told>().code).toBe("IMPORT_NOTHING");
  });
});

test("an administrator opens a territory, and its first facilitator imports into it", async () => {
  const admin = await makePerson(platform, "admin", null);
  const email = `animation.${newId(platform.source)}@test.localhost`;
  const body = { name: "Balagne", type: "EPCI", context: "corse", facilitator: { email, name: "Anna" } };
  const opened = await ask(platform.app, admin, "POST", "/territories", body);
  expect(opened.statusCode).toBe(201);
  const { id } = opened.json<{ id: string }>();
  const { rows } = await platform.database.owner.query(
    "select role from membership join account on account.id = account_id where territory_id = $1 and email = $2",
    [id, email],
  );
  expect(rows).toEqual([{ role: "facilitator" }]);
  const list = await ask(platform.app, admin, "GET", "/territories");
  expect(list.json<{ territories: { name: string }[] }>().territories.map(({ name }) => name)).toContain("Balagne");
});
