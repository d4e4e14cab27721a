import { disclosedDashboard, disclosedDeck, disclosedDiagnostic, disclosedRoadmap } from "@simbiosi/documents";
import {
  diagnosisFor,
  type Flow,
  type Inventory,
  type Lang,
  outsideAudiences,
  type RefusedRow,
} from "@simbiosi/domain";
import { casaperta, randomTerritory } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { wordsOfFile } from "../testing/words-of-file.ts";
import { deliverables } from "./deliverables.ts";
import { type Diagnosed, diagnose } from "./diagnose.ts";

const day = "2026-11-23";
const run = (inventory: Inventory, refused: readonly RefusedRow[] = []): Promise<Diagnosed> =>
  diagnose(loadReference(), inventory, refused, {
    day,
    top: 10,
    objective: "gain",
    budget: null,
    gap: 0.01,
    seed: 1,
  });

/** Letters only, so that no number, date or hash can be taken for one: A for 0, B for 1 … */
const letters = (n: number): string => [...String(n)].map((digit) => "ABCDEFGHIJ"[Number(digit)]).join("");
const secretName = (i: number): string => `Zxqjnom${letters(i)}q`;
const secretLabel = (i: number): string => `Zxqjmot${letters(i)}q`;
/** Quantities that no sum, no date and no number of the reference looks like, each with three digits of its own. */
const secretQuantity = (i: number): number => 717_001 + i * 1_013;

/** A territory that has something to hide in every field there is. The classes are those first understood. */
async function secretive(
  inventory: Inventory,
  consents: (flow: Flow, i: number) => Flow["consents"],
): Promise<Inventory> {
  const { understood } = await run(inventory);
  return {
    ...inventory,
    territory: { ...inventory.territory, extra: { Zxqjcolonne: "Zxqjterritoire" } },
    establishments: inventory.establishments.map((one, i) => ({
      ...one,
      name: secretName(i),
      siret: null,
      zone: "Zxqjzone",
      lon: 9.417_171 + i / 1000,
      lat: 42.617_171 + i / 1000,
      staff: 71_717,
      roof_m2: 717_171,
      home_communes: { Zxqjcommune: 17 },
      extra: { Zxqjcolonne: "Zxqjcase" },
    })),
    flows: understood.flows.map(({ flow, resource }, i) => ({
      ...flow,
      label: secretLabel(i),
      resource: resource?.id ?? null,
      quantity: flow.quantity === null ? null : secretQuantity(i),
      quality: { ...flow.quality, contaminants: "Zxqjqualite" },
      current: {
        route: flow.direction === "out" ? "Zxqjexutoire" : null,
        supplier: flow.direction === "in" ? "Zxqjfournisseur" : null,
        unit_cost_eur: 71.717,
        payer: "private" as const,
        contract_end: "2031-07-17",
      },
      consents: consents(flow, i),
      note: "Zxqjnote",
      extra: { Zxqjcolonne: "Zxqjcase" },
    })),
  };
}

const refused: RefusedRow[] = [
  {
    sheet: "Zxqjfeuille",
    row: 3,
    column: "Zxqjcolonne",
    value: "Zxqjvaleur",
    code: "X",
    fr: "Zxqjphrase",
    en: "Zxqjphrase",
    kept: false,
  },
];

/** Digits set together, whatever stands between them for reading; then the marks that may not be there. */
const joined = (words: string): string => words.replace(/(?<=\d)[\s\u00a0\u202f,](?=\d{3}(?!\d))/g, "");
const marks = (words: string): readonly string[] => [
  ...new Set(words.match(/zxqj(?:(?:nom|mot)[a-j]+q|[a-z]+)/gi) ?? []),
];

/** The files that an audience is given, in one language. Their words do not depend on the renderer: `but` leaves out what another test reads. */
async function filesOf(
  diagnosed: Diagnosed,
  audience: (typeof outsideAudiences)[number],
  but = /^$/,
  lang: Lang = "fr",
) {
  const files: { readonly name: string; readonly words: string }[] = [];
  for (const { name, make } of deliverables(diagnosed, lang, audience))
    if (!but.test(name)) files.push({ name, words: wordsOfFile(name, await make()) });
  return files;
}

describe("without a consent, nothing of a company leaves", async () => {
  const inventory = await secretive(casaperta, () => []);
  const diagnosed = await run(inventory, refused);
  const versions = outsideAudiences.flatMap((audience) => (["fr", "en"] as const).map((lang) => ({ audience, lang })));
  test.each(versions)("$audience, $lang: no mark in any file", async ({ audience, lang }) => {
    const files = await filesOf(diagnosed, audience, /^$/, lang);
    expect(files.map(({ name }) => name)).not.toContain("refused-rows.csv");
    expect(files.filter(({ name }) => name.startsWith("fiches-entreprises"))).toEqual([]);
    for (const { name, words } of files) {
      expect(words.length, name).toBeGreaterThan(100);
      expect(marks(words), name).toEqual([]);
      const together = joined(words);
      for (const [i, flow] of inventory.flows.entries()) {
        if (flow.quantity === null) continue;
        // To the unit, and as documents round it.
        for (const number of [secretQuantity(i), Number(secretQuantity(i).toPrecision(3))])
          expect(together, `${name} ${flow.id}`).not.toContain(String(number));
      }
      // Prices, contracts, places, heads and roofs.
      for (const secret of ["71.717", "71,717", "2031-07", "juillet 2031", "July 2031", "9.4171", "42.6171", "717171"])
        expect(words, `${name} ${secret}`).not.toContain(secret);
      // Ids are made of names as a rule.
      for (const { id } of [...inventory.flows, ...inventory.establishments])
        expect(new RegExp(`(?<![\\w.-])${id.replace(/\./g, "\\.")}(?![\\w-])`).test(words), `${name} ${id}`).toBe(
          false,
        );
    }
  });
  test("what documents are built from holds no mark either, alternative texts and captions included", () => {
    for (const audience of outsideAudiences) {
      const { diagnosis, ...rest } = diagnosisFor(audience, diagnosed.diagnosis);
      const { setting: _, ...told } = diagnosis;
      expect(marks(JSON.stringify([told, rest]))).toEqual([]);
      for (const lang of ["fr", "en"] as const)
        expect(
          marks(
            JSON.stringify([
              disclosedDiagnostic({ diagnosis, ...rest }, lang),
              disclosedRoadmap({ diagnosis, ...rest }, lang),
              disclosedDashboard({ diagnosis, ...rest }, lang),
              disclosedDeck({ diagnosis, ...rest }, lang),
            ]),
          ),
        ).toEqual([]);
    }
  });
  test("the facilitator's own files hold the marks: the test would see a leak", async () => {
    for (const { name, make } of deliverables(diagnosed, "fr"))
      if (/^(tableau-de-bord.xlsx|inventory.json|refused-rows.csv)$/.test(name))
        expect(marks(wordsOfFile(name, await make())).length, name).toBeGreaterThan(0);
  });
});

describe("a consent opens what it names, for whom it names", async () => {
  const all = (to: string) => [
    { to, fields: ["name" as const, "quantity" as const, "gain" as const], date: "2026-10-01" },
  ];
  const openOnes = (flow: Flow): Flow["consents"] =>
    flow.establishment === "torrefaction"
      ? all("funder")
      : flow.establishment === "champignonniere"
        ? all("public")
        : [];
  const inventory = await secretive(casaperta, openOnes);
  const diagnosed = await run(inventory);
  const nameOf = (id: string): string => secretName(inventory.establishments.findIndex((one) => one.id === id));
  const open = ["torrefaction", "champignonniere"].map(nameOf);

  test("the funder reads the two names, the other twelve nowhere", async () => {
    const files = await filesOf(diagnosed, "funder", /pdf$/);
    const seen = new Set(files.flatMap(({ words }) => marks(words)).map((mark) => mark.toLowerCase()));
    // In ids, a name is in small letters.
    expect([...seen].sort()).toEqual(open.map((name) => name.toLowerCase()).sort());
    const report = files.find(({ name }) => name === "diagnostic-actions.docx")?.words ?? "";
    for (const name of open) expect(report).toContain(name);
  });
  test("a figure of a lead shows only when all its parties opened it; a price never does", () => {
    const { leads } = diagnosisFor("funder", diagnosed.diagnosis);
    const shown = leads.filter(({ synergy }) => synergy.gain.state === "known");
    expect(shown.length).toBeGreaterThan(0);
    for (const { givers, takers } of shown) for (const { fr } of [...givers, ...takers]) expect(open).toContain(fr);
    for (const { synergy } of leads) {
      expect(synergy.gain.inputs).toEqual([]);
      expect(synergy.quantity.inputs).toEqual([]);
    }
    const { flows } = diagnosisFor("funder", diagnosed.diagnosis).diagnosis.inventory;
    expect(flows.filter(({ quantity }) => quantity !== null).map(({ quantity }) => quantity)).toEqual(
      expect.arrayContaining(
        inventory.flows.flatMap(({ establishment, quantity }) => (establishment === "torrefaction" ? [quantity] : [])),
      ),
    );
    for (const { current, note, quality } of flows) expect([current, note, quality]).toEqual([null, null, null]);
  });
  test("the public reads no name: consenting is not enough, nothing is realised", async () => {
    for (const { name, words } of await filesOf(diagnosed, "public", /pdf$/)) expect(marks(words), name).toEqual([]);
  });
  test("a consent given later does not count yet", async () => {
    const later = await secretive(casaperta, (flow) => openOnes(flow).map((one) => ({ ...one, date: "2026-12-24" })));
    const { leads, counts } = diagnosisFor("funder", (await run(later)).diagnosis);
    expect(counts.namesTold).toBe(0);
    expect(leads.filter(({ synergy }) => synergy.quantity.state === "known")).toEqual([]);
  });
});

test("a company that opens one flow only stands twice, and nothing joins the two", async () => {
  const inventory = await secretive(casaperta, (_flow, i) =>
    i === 0 ? [{ to: "funder", fields: ["name"], date: "2026-10-01" }] : [],
  );
  const split: Inventory = {
    ...inventory,
    flows: inventory.flows.map((flow) => ({ ...flow, establishment: inventory.flows[0]?.establishment ?? "" })),
  };
  const { diagnosis } = diagnosisFor("funder", (await run(split)).diagnosis);
  const named = diagnosis.inventory.establishments.filter(({ name }) => name.startsWith("Zxqj"));
  expect(named).toHaveLength(1);
  expect(diagnosis.inventory.flows.filter(({ establishment }) => establishment === named[0]?.id)).toHaveLength(1);
});

test("the public's version tells nothing to a funder who reads both", async () => {
  const inventory = randomTerritory(4, 30);
  const open: Inventory = {
    ...inventory,
    flows: inventory.flows.map((flow, i) =>
      i % 3 === 0 ? { ...flow, consents: [{ to: "funder", fields: ["quantity"], date: "2026-10-01" }] } : flow,
    ),
  };
  const { diagnosis } = await run(open);
  const [funder, people] = (["funder", "public"] as const).map((audience) => diagnosisFor(audience, diagnosis).tables);
  expect(people?.length).toBeGreaterThan(0);
  for (const { title, unit, cells } of people ?? []) {
    const same = funder?.find((one) => one.title.fr === title.fr && one.unit === unit);
    const total = cells[0]?.[0] ?? null;
    if (total !== null) expect(total).toBe(same?.cells.at(-1)?.at(-1));
    expect(cells).toHaveLength(1);
  }
});
