import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { CheckSchema, OwnFactorsSchema, PortfolioSchema, SynergiesSchema } from "@simbiosi/domain";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const casaperta = join(root, "fixtures/casaperta/casaperta.xlsx");
const folder = mkdtempSync(join(tmpdir(), "simbiosi-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as a user runs it, on what is built. */
function simbiosi(args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "apps/cli/bin/simbiosi.mjs"), ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr };
}

/** Every file of a folder and of those inside it, by path. */
const filesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();

const dated = ["--date", "2026-11-23", "--seed", "1"];

describe("diagnose", () => {
  test("writes the deliverables and their data; rows refused make it exit 1", () => {
    const out = join(folder, "one");
    const { status, stdout, stderr } = simbiosi(["diagnose", casaperta, "--out", out, ...dated]);
    expect(status).toBe(1);
    expect(readdirSync(out).sort()).toEqual([
      "comite-de-pilotage.pptx",
      "diagnostic-actions.docx",
      "diagnostic-actions.pdf",
      "feuille-de-route.docx",
      "feuille-de-route.pdf",
      "fiches-entreprises",
      "inventory.json",
      "portfolio.json",
      "refused-rows.csv",
      "synergies.json",
      "tableau-de-bord.xlsx",
    ]);
    expect(stdout).toContain("ZA de Casaperta (fictive)");
    expect(stderr).toContain("[1/5]");
    expect(SynergiesSchema.safeParse(JSON.parse(readFileSync(join(out, "synergies.json"), "utf8"))).success).toBe(true);
    expect(PortfolioSchema.safeParse(JSON.parse(readFileSync(join(out, "portfolio.json"), "utf8"))).success).toBe(true);
  });

  test("two processes write the same bytes", () => {
    const out = join(folder, "two");
    simbiosi(["diagnose", casaperta, "--out", out, ...dated]);
    for (const name of filesIn(out))
      expect(readFileSync(join(out, name)).equals(readFileSync(join(folder, "one", name))), name).toBe(true);
  });

  test("the sheet of a company that left is taken away, and the user is told", () => {
    const out = join(folder, "two");
    writeFileSync(join(out, "fiches-entreprises", "partie.pdf"), "");
    const { stderr } = simbiosi(["diagnose", casaperta, "--out", out, ...dated]);
    expect(stderr).toContain("partie.pdf");
    expect(filesIn(out)).toEqual(filesIn(join(folder, "one")));
  });

  test("for the public, in a folder that held the facilitator's version: nothing of it stays", () => {
    const out = join(folder, "two");
    const { status } = simbiosi(["diagnose", casaperta, "--out", out, "--audience", "public", ...dated]);
    expect(status).toBe(1);
    expect(filesIn(out)).toEqual(
      filesIn(join(folder, "one")).filter((name) => !name.includes("/") && name !== "refused-rows.csv"),
    );
    expect(readFileSync(join(out, "inventory.json"), "utf8")).not.toContain("Torréfaction");
  });

  test("the territory's logo is on the diagnosis, the roadmap, the slides and the sheets of companies", () => {
    const logo = join(folder, "logo.svg");
    writeFileSync(
      logo,
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#0b4a50"/></svg>',
    );
    const out = join(folder, "branded");
    const owner = "Communauté du Test (fictive)";
    const { status } = simbiosi([
      "diagnose",
      casaperta,
      "--out",
      out,
      "--logo",
      logo,
      "--organisation",
      owner,
      ...dated,
    ]);
    expect(status).toBe(1);
    const parts = (name: string) => unzipSync(readFileSync(join(out, name)));
    for (const name of ["diagnostic-actions.docx", "feuille-de-route.docx"])
      expect(strFromU8(parts(name)["word/document.xml"] ?? new Uint8Array()), name).toContain(owner);
    expect(strFromU8(parts("comite-de-pilotage.pptx")["ppt/slides/slide1.xml"] ?? new Uint8Array())).toContain(owner);
    // A sheet has no picture of its own: what makes it differ from the plain one is the logo, an image in the PDF.
    for (const name of filesIn(out).filter((file) => file.endsWith(".pdf"))) {
      const images = (root: string) => readFileSync(join(root, name), "latin1").split(/\/Subtype *\/Image/).length;
      expect(images(out), name).toBeGreaterThan(images(join(folder, "one")));
    }
  });

  test("what it writes can be read again: the inventory it understood, without a refused row", () => {
    const out = join(folder, "three");
    const { status } = simbiosi(["diagnose", join(folder, "one", "inventory.json"), "--out", out, ...dated]);
    expect(status).toBe(0);
    expect(readdirSync(out)).not.toContain("refused-rows.csv");
    expect(readFileSync(join(out, "inventory.json"), "utf8")).toBe(
      readFileSync(join(folder, "one", "inventory.json"), "utf8"),
    );
  });

  test("--json prints one document and nothing else", () => {
    const { stdout } = simbiosi(["diagnose", casaperta, "--out", join(folder, "four"), "--json", "--quiet", ...dated]);
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({ format: "simbiosi-diagnose/1", refused_rows: 3 });
    expect([...summary.files].sort()).toEqual(filesIn(join(folder, "four")));
  });
});

test.each([
  { options: ["--organisation", "Sans logo"], status: 64, code: "USAGE" },
  { options: ["--logo", "nowhere.svg"], status: 2, code: "FILE_NOT_FOUND" },
  { options: ["--logo", casaperta], status: 2, code: "BRANDING_LOGO_FORMAT" },
  { options: ["--template", casaperta], status: 2, code: "BRANDING_TEMPLATE_INVALID" },
])("diagnose with $options is told what to do: $code", ({ options, status, code }) => {
  const done = simbiosi(["diagnose", casaperta, "--out", join(folder, "never"), ...options, ...dated]);
  expect([done.status, done.stderr.includes(`[${code}]`)]).toEqual([status, true]);
});

test("a sheet that is not read is told, in words and in data", () => {
  const plain = join(root, "fixtures/plaine-orientale/plaine-orientale.xlsx");
  const { notes } = CheckSchema.parse(JSON.parse(simbiosi(["check", plain, "--json", ...dated]).stdout));
  expect(notes.filter(({ code, fr }) => code === "SHEET_IGNORED" && fr.includes("Budget 2026"))).toHaveLength(1);
  expect(simbiosi(["detect", plain, "--quiet", ...dated]).stderr).toContain("Budget 2026");
});

test("factors of the user's own serve from the import to the leads, and those without a class are told", () => {
  const base = join(folder, "base.csv");
  writeFileSync(
    base,
    "Type Ligne;Identifiant de l'élément;Nom base français;Unité français;Total poste non décomposé\nElément;1;Camion fictif;EUR/(t.km);3\n",
  );
  const own = join(folder, "factors.json");
  expect(simbiosi(["import", "base-empreinte", base, "--into", own]).status).toBe(0);
  const waiting = simbiosi(["check", casaperta, "--factors", own, "--json", ...dated]);
  expect(CheckSchema.parse(JSON.parse(waiting.stdout)).notes.map(({ code }) => code)).toContain("FACTORS_UNATTACHED");
  const [row] = OwnFactorsSchema.parse(JSON.parse(readFileSync(own, "utf8"))).factors;
  writeFileSync(own, JSON.stringify([{ ...row, quantity: "transport-cost", low: 2, high: 4 }]));
  const { stdout } = simbiosi(["detect", casaperta, "--factors", own, ...dated]);
  const sources = Object.values(SynergiesSchema.parse(JSON.parse(stdout)).explanations).map(({ source }) => source);
  expect(sources.some((source) => source?.includes("Base Empreinte, élément 1"))).toBe(true);
});

test("check says what was understood, refused and missing", () => {
  const { status, stdout } = simbiosi(["check", casaperta, "--json", ...dated]);
  const document = CheckSchema.parse(JSON.parse(stdout));
  expect(status).toBe(1);
  expect(document.flows).toHaveLength(27);
  expect(document.flows.find(({ id }) => id === "torrefaction.mares")).toMatchObject({
    resource: "food.coffee-grounds",
    path: ["matter", "food", "food.coffee-grounds"],
  });
  expect(document.refused.map(({ code }) => code)).toContain("QUANTITY_UNREADABLE");
  expect(document.missing.map(({ flow }) => flow)).toContain("laiterie.chaleur");
});

test("detect reads standard input and prints synergies.json", () => {
  const json = readFileSync(join(folder, "one", "inventory.json"), "utf8");
  const { status, stdout } = simbiosi(["detect", "-", "--top", "3", "--lang", "en", ...dated], json);
  expect(status).toBe(0);
  expect(SynergiesSchema.parse(JSON.parse(stdout)).lang).toBe("en");
});

test("optimise solves a network of the user's own", () => {
  const path = join(folder, "network.json");
  writeFileSync(
    path,
    JSON.stringify({
      format: "simbiosi-network/1",
      nodes: [
        { id: "s1", commodity: "scrap", supply: 10, unused_cost: 50 },
        { id: "d1", commodity: "polymer", demand: 8, unmet_cost: 1200 },
      ],
      arcs: [{ id: "a1", from: "s1", to: "d1", unit_cost: 20, fixed_cost: 800, yield: 0.8 }],
    }),
  );
  const { status, stdout } = simbiosi(["optimise", path, "--gap", "0"]);
  // By hand: all ten leave for 10 × 20 + 800 = 1,000 and meet the eight; leaving them costs 500 + 9,600.
  expect(PortfolioSchema.parse(JSON.parse(stdout))).toMatchObject({
    status: "optimal",
    objective: 1000,
    flows: [{ arc: "a1", amount: 10 }],
    checker: { feasible: true },
  });
  expect(status).toBe(0);
});

test("optimise looks for compromises and scenarios on an inventory, with the denominators of what it counts", () => {
  const { status, stdout } = simbiosi(["optimise", casaperta, "--pareto", "3", "--scenarios", "4", ...dated]);
  const { pareto = [], scenarios } = PortfolioSchema.parse(JSON.parse(stdout));
  expect(pareto.length).toBeGreaterThan(1);
  expect(pareto.length).toBeLessThanOrEqual(3);
  expect(scenarios).toMatchObject({ count: 4, seed: 1, not_run: 0 });
  expect((scenarios?.resolved ?? 0) + (scenarios?.unresolved ?? 0)).toBe(4);
  for (const { active, of } of scenarios?.activation ?? []) {
    expect(of).toBe(scenarios?.resolved);
    expect(active).toBeLessThanOrEqual(of);
  }
  expect(status).toBeLessThanOrEqual(1);
});

test("template --json prints one document and nothing else", () => {
  const out = join(folder, "en-json.xlsx");
  expect(JSON.parse(simbiosi(["template", "--out", out, "--json"]).stdout)).toEqual({
    format: "simbiosi-template/1",
    out,
  });
});

test("template writes a workbook that lacks only the name of the territory, and never writes over one", () => {
  const out = join(folder, "template.xlsx");
  expect(simbiosi(["template", "--out", out, ...dated]).status).toBe(0);
  const { refused } = CheckSchema.parse(JSON.parse(simbiosi(["check", out, "--json", ...dated]).stdout));
  expect(refused.map(({ code }) => code)).toEqual(["TERRITORY_NAME_MISSING"]);
  const again = simbiosi(["template", "--out", out, ...dated]);
  expect(again.status).toBe(2);
  expect(again.stderr).toContain("OUT_EXISTS");
});

test("import adds an official file to a new inventory, and to the same one again without adding or losing anything", () => {
  const stock = join(folder, "stock.csv");
  writeFileSync(
    stock,
    "siret,etatAdministratifEtablissement,denominationUsuelleEtablissement\n12345678200010,A,Scierie fictive\n",
  );
  const into = join(folder, "imported.json");
  expect(simbiosi(["import", "sirene", stock, "--into", into, ...dated]).status).toBe(0);
  const once = readFileSync(into, "utf8");
  expect(JSON.parse(once).establishments).toEqual([
    { id: "12345678200010", name: "Scierie fictive", siret: "12345678200010" },
  ]);
  expect(simbiosi(["import", "sirene", stock, "--into", into, ...dated]).status).toBe(0);
  expect(readFileSync(into, "utf8")).toBe(once);
});

test("a workbook of its own headers is read, exits 0, and its mapping is written to correct and given back", () => {
  const own = join(folder, "own.csv");
  writeFileSync(own, "Nom de l'entreprise;Déchet;Tonnage annuel (t)\nBrasserie fictive;drêches;80\n");
  const mapping = join(folder, "mapping.json");
  const first = simbiosi(["check", own, "--suggest-mapping", mapping, "--json", ...dated]);
  expect(first.status).toBe(0);
  const { flows, refused } = CheckSchema.parse(JSON.parse(first.stdout));
  expect(flows).toHaveLength(1);
  expect(refused.map(({ code, confirm }) => [code, confirm])).toEqual(Array(3).fill(["COLUMN_MAPPED", true]));
  const corrected = simbiosi(["check", own, "--mapping", mapping, "--json", ...dated]);
  expect(CheckSchema.parse(JSON.parse(corrected.stdout))).toMatchObject({ flows: [{ id: flows[0]?.id }], refused: [] });
});

describe("what cannot be used ends with a sentence and its code, never a stack", () => {
  const empty = join(folder, "empty.xlsx");
  writeFileSync(empty, "");
  const foreign = join(folder, "photo.xlsx");
  writeFileSync(foreign, "\u0089PNG not a workbook");
  const plain = join(folder, "plain.json");
  writeFileSync(plain, '{ "format": "simbiosi-network/1", "nodes": [{ "id": "a" }], "arcs": [] }');
  const broken = join(folder, "broken.json");
  writeFileSync(broken, '{ "format": "simbiosi-network/1", "nodes": 3, "arcs": [] }');
  test.each([
    { args: ["diagnose", casaperta], status: 64, says: "--out" },
    { args: ["detect", casaperta, "--top", "none"], status: 64, says: "--top" },
    { args: ["check", casaperta, "--date", "2026-02-31"], status: 64, says: "--date" },
    { args: ["check", casaperta, "--colour"], status: 64, says: "--help" },
    { args: ["diagnose", casaperta, "--out", folder, "--audience", "press"], status: 64, says: "funder" },
    { args: ["nothing"], status: 64, says: "nothing" },
    { args: [], status: 64, says: "" },
    { args: ["check", join(folder, "absent.xlsx")], status: 2, says: "absent.xlsx" },
    { args: ["check", empty], status: 2, says: "FILE_EMPTY" },
    { args: ["check", foreign], status: 2, says: "FILE_FOREIGN" },
    { args: ["optimise", plain, "--pareto", "3"], status: 2, says: "PARETO_NEEDS_MEASURES" },
    { args: ["optimise", plain, "--scenarios", "9"], status: 2, says: "SCENARIOS_NEED_INTERVALS" },
    { args: ["optimise", casaperta, "--pareto", "2.5"], status: 64, says: "--pareto" },
    { args: ["optimise", broken], status: 2, says: "NETWORK_SHAPE" },
    { args: ["import", "nothing", casaperta], status: 64, says: "sirene" },
    { args: ["import", "sirene", casaperta, "--into", join(folder, "x.json")], status: 2, says: "OFFICIAL_NOT_CSV" },
    { args: ["check", casaperta, "--mapping", broken], status: 2, says: "MAPPING_MALFORMED" },
    { args: ["check", casaperta, "--distances", broken], status: 2, says: "DISTANCES_COLUMNS" },
  ])("simbiosi $args → $status", ({ args, status, says }) => {
    const result = simbiosi(args);
    expect(result.status).toBe(status);
    expect(result.stderr).toContain(says);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });
});

describe("reference", () => {
  test("says how much is estimated and what is due, and nothing leads nowhere", () => {
    const { status, stdout } = simbiosi(["reference", "--date", "2026-11-24"]);
    expect(status).toBe(0);
    expect(stdout).toContain("Données de référence au 2026-11-24");
    expect(stdout).toMatch(/^factors +\d+ +\d+ +\d+ %$/m);
  });
  test("later, reviews are overdue, oldest first, and that breaks nothing", () => {
    const { status, stdout } = simbiosi(["reference", "--date", "2029-01-01", "--lang", "en", "--json"]);
    expect(status).toBe(0);
    const { overdue } = JSON.parse(stdout) as { overdue: { review_before: string }[] };
    const days = overdue.map(({ review_before }) => review_before);
    expect(days.length).toBeGreaterThan(100);
    expect(days).toEqual([...days].sort());
  });
});

test("a folder tells of its files that are no table; a workbook in the wrong place is not left in silence", () => {
  const place = join(folder, "csv");
  mkdirSync(place);
  writeFileSync(join(place, "flux.csv"), "Établissement;Sens;Désignation\nScierie fictive;sortant;sciure\n");
  writeFileSync(join(place, "photo.png"), Uint8Array.of(0x89, 0x50));
  const { status, stdout } = simbiosi(["check", place, "--json"]);
  expect(status).toBe(0);
  const read = CheckSchema.parse(JSON.parse(stdout));
  expect(read.flows).toHaveLength(1);
  expect(read.notes.find(({ code }) => code === "SHEET_IGNORED")?.fr).toContain("photo.png");
});

test("a network's key that nothing reads is told; its numbers that cannot be are refused in a sentence", () => {
  const network = (arc: object): string =>
    JSON.stringify({
      format: "simbiosi-network/1",
      nodes: [
        { id: "s", supply: 5, unused_cost: 1 },
        { id: "d", demand: 5, unmet_cost: 2 },
      ],
      arcs: [{ id: "a", from: "s", to: "d", ...arc }],
    });
  const slip = simbiosi(["optimise", "-"], `\n${network({ unitcost: 4 })}`);
  expect(slip.status).toBe(0);
  expect(slip.stderr).toContain("arcs[0].unitcost");
  const wrong = simbiosi(["optimise", "-", "--lang", "en"], network({ yield: 0 }));
  expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
  expect(wrong.stderr).toContain("arcs[0].yield");
});

test("optimise reads an inventory from standard input, which comes once", () => {
  const inventory = JSON.stringify({
    format: "simbiosi-inventory/1",
    territory: { name: "ZA fictive" },
    establishments: [{ name: "Scierie fictive" }],
    flows: [{ establishment: "Scierie fictive", direction: "out", label: "sciure", quantity: 5, unit: "t" }],
  });
  const { status, stdout } = simbiosi(["optimise", "-", "--quiet"], inventory);
  expect(status).toBe(0);
  expect(PortfolioSchema.parse(JSON.parse(stdout)).status).toBe("optimal");
});

test.each([["check"], ["detect"], ["optimise"]])("%s answers a nest of brackets with one sentence and 2", (command) => {
  const { status, stdout, stderr } = simbiosi([command, "-", "--quiet"], "[".repeat(1_000_000));
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^[^\n]+\[JSON_TOO_DEEP\]\n$/);
});
