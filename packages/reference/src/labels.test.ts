import { resolver } from "@simbiosi/domain";
import { describe, expect, test } from "vitest";
import { loadReference } from "./load-tables.ts";

const reference = loadReference();
const resolve = resolver(reference);
const read = (label: string, waste_code: string | null = null) =>
  resolve({ label, direction: "out", waste_code, cpa: null, family: null, resource: null });

describe("what companies write reaches the class they mean", () => {
  test.each([
    ["marc de café humide", "food.coffee-grounds"],
    ["Marc de cafe", "food.coffee-grounds"],
    ["used coffee grounds", "food.coffee-grounds"],
    ["drèches de brasserie", "food.spent-grain"],
    ["brewer's spent grain", "food.spent-grain"],
    ["gravats de beton", "minerals.concrete-rubble"],
    ["demolition concrete", "minerals.concrete-rubble"],
    ["granulat recyclé", "minerals.recycled-aggregate"],
    ["Cartons d'emballage", "paper.cardboard"],
    ["corrugated cardbord", "paper.cardboard"], // a typing error
    ["huile de vidange", "oils.used-engine-oil"],
    ["presse a balles", "equipment.baler"],
  ])("%s → %s", (label, id) => {
    const { resource, confidence } = read(label);
    expect(resource?.id).toBe(id);
    expect(confidence).toBeGreaterThanOrEqual(0.75);
  });
});

describe("a negation is heard", () => {
  test.each([
    ["bois non traités", "wood.clean-offcuts"],
    ["chutes de bois non traitées propres", "wood.clean-offcuts"],
    ["déchets non dangereux divers", "municipal.mixed-business-waste"],
    ["déchets de soins non infectieux de la clinique", "health.non-infectious"],
    ["gazole non routier pour tracteurs", "fuels.off-road-diesel"],
    ["spent non-halogenated solvent", "solvents.non-halogenated"],
  ])("%s → %s", (label, id) => {
    expect(read(label).resource?.id).toBe(id);
  });
});

describe("words of the trades, British, American and Australian", () => {
  test.each([
    ["mash tun grains", "food.spent-grain"],
    ["blackstrap", "food.molasses"],
    ["mill offal and pollard", "food.bran-screenings"],
    ["chook litter", "farm-residues.poultry-droppings"],
    ["belly wool and dags", "textiles.raw-wool"],
    ["railroad ties", "wood.hazardous-wood"],
    ["super sacks", "packaging.big-bags"],
    ["red bag waste", "health.infectious"],
    ["palettes 80*120 en bon état", "packaging.euro-pallets"],
    ["biscuits hors calibre", "food.bakery-scrap"],
    ["sciure de la raboteuse", "wood.sawdust"],
    ["chutes de panneaux de particules", "wood.treated"],
  ])("%s → %s", (label, id) => {
    expect(read(label)).toMatchObject({ resource: { id }, question: null });
  });
});

describe("a doubtful label is a question, not a guess", () => {
  test.each(["bidule", "divers", "xyz 123", ""])("%j reaches nothing", (label) => {
    expect(read(label)).toMatchObject({ resource: null });
  });
  test("an unknown word is answered by a question in both languages", () => {
    const { question } = read("zorglub");
    expect(question?.fr).toContain("zorglub");
    expect(question?.en).toContain("zorglub");
  });
});

test("an id of the taxonomy is taken at its word", () => {
  const found = resolve({
    direction: "out",
    label: "ce qu'on veut",
    waste_code: null,
    cpa: null,
    family: null,
    resource: "equipment.baler",
  });
  expect(found).toMatchObject({ resource: { id: "equipment.baler" }, confidence: 1, question: null });
});

describe("the ways in which people really write", () => {
  test.each([
    // state words in both languages
    ["HUILES USAGEES MOTEUR", "out", "oils.used-engine-oil"],
    ["waste HCl", "out", "acids.spent-hydrochloric"],
    ["scrapped steel", "out", "metals.ferrous"],
    // abbreviations, formulas, trade names
    ["BFS granulated", "out", "minerals.gbfs-slag"],
    ["H2SO4 98%", "in", "acids.sulphuric"],
    ["CSR", "out", "fuels.srf"],
    ["caisses PSE", "out", "plastics.eps"],
    ["chutes BA13", "out", "construction.plasterboard"],
    ["UCO", "out", "oils.used-cooking-oil"],
    // two languages, several things, an aside
    ["carton / cardboard", "out", "paper.cardboard"],
    ["CO2 from ammonia plant", "out", "gases.co2"],
    ["fuel gas for drying ovens", "in", "energy.gas"],
    // one word or two
    ["woodchips", "in", "fuels.wood-chips"],
    ["bio-déchets", "out", "food.biowaste"],
    // figures
    ["vapeur 8 bar", "out", "energy.steam"],
    ["chaleur fatale 45°C", "out", "energy.waste-heat"],
    // a code inside the label
    ["déchets 15 01 01", "out", "paper.cardboard"],
    // stop words that are things
    ["son de blé", "out", "food.bran-screenings"],
    ["marc de thé", "out", "food.tea-herb-residue"],
  ] as const)("%s (%s) → %s", (label, direction, id) => {
    const found = resolve({ label, direction, waste_code: null, cpa: null, family: null, resource: null });
    expect(found.resource?.id).toBe(id);
  });

  test("the activity breaks a tie: sludge of a paper mill and of a sewage plant", () => {
    const sludge = (naf: string) =>
      resolve({ label: "boues", direction: "out", waste_code: null, cpa: null, family: null, resource: null }, { naf });
    expect(sludge("17.12Z").resource?.id ?? sludge("17.12Z").question?.en).not.toBe(
      sludge("37.00Z").resource?.id ?? sludge("37.00Z").question?.en,
    );
  });

  test.each(reference.wasteCodes.map(({ code }) => code))("%s alone reaches a class", (waste_code) => {
    const found = resolve({ label: "divers", direction: "out", waste_code, cpa: null, family: null, resource: null });
    expect(found.resource).not.toBeNull();
  });

  test("a term of the trade is not the state and the matter that its words would tell", () => {
    const found = resolve({
      label: "spent grains",
      direction: "out",
      waste_code: null,
      cpa: null,
      family: null,
      resource: null,
    });
    expect(found.resource?.id).toBe("food.spent-grain");
  });

  test("a code and words of two different matters are a question, whatever the words say", () => {
    const found = resolve({
      label: "cartons",
      direction: "out",
      waste_code: "13 02 05*",
      cpa: null,
      family: null,
      resource: null,
    });
    expect(found.confidence).toBeLessThan(0.75);
    expect(found.question).not.toBeNull();
  });

  test.each(reference.resources.filter(({ parent }) => parent !== null).map((row) => [row.id, row] as const))(
    "%s is reached by its own French and English names, shouted without accents",
    (id, row) => {
      for (const name of [row.name.fr, row.name.en]) {
        const shouted = name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
        const direction = row.status === "need" || row.status === "product" ? "in" : "out";
        const found = resolve({ label: shouted, direction, waste_code: null, cpa: null, family: null, resource: null });
        expect(found.resource?.id, shouted).toBe(id);
      }
    },
  );
});

describe("what is asked for means what the asker processes", () => {
  const sites = {
    biogas: { name: "Biogas plant", naf: "35.21Z" },
    compost: { name: "Plateforme de compostage", naf: "38.21Z" },
    cement: { name: "Works 5", naf: "23.51Z" },
    scrap: { name: "Site 8", naf: "38.32Z" },
    pigs: { name: "Élevage porcin", naf: "01.46Z" },
    quarry: { name: "Carrière", naf: "08.12Z" },
  };
  test.each([
    { label: "organic waste", at: "biogas", means: "farming.digester-feedstock" },
    { label: "biodéchets", at: "compost", means: "farming.compost-feedstock" },
    { label: "déchets verts", at: "compost", means: "farming.compost-feedstock" },
    { label: "CSR", at: "cement", means: "fuels.cement-kiln-fuel" },
    { label: "pozzolanic additions", at: "cement", means: "minerals.cement-additions" },
    { label: "plastiques", at: "scrap", means: "plastics.to-recycle" },
    { label: "scrap metals", at: "scrap", means: "metals.to-recycle" },
    { label: "terres excavées", at: "quarry", means: "soils.fill" },
    // Nothing says that pigs are fed to a digester: what the law forbids must still be seen.
    { label: "restes de cuisine", at: "pigs", means: "food.kitchen-waste" },
  ] as const)("$label at $at: $means", ({ label, at, means }) => {
    const asked = { label, direction: "in", waste_code: null, cpa: null, family: null, resource: null } as const;
    expect(resolve(asked, sites[at]).resource?.id).toBe(means);
  });
  test("what is given is what it is", () => {
    const given = {
      label: "organic waste",
      direction: "out",
      waste_code: null,
      cpa: null,
      family: null,
      resource: null,
    };
    expect(resolve({ ...given, direction: "out" }, sites.biogas).resource?.id).toBe("food.biowaste");
  });
});
