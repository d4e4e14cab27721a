import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { between, type Side } from "../testing/between.ts";

const reference = loadReference();
const code = (waste_code: string): Side => ({ label: waste_code, waste_code });
const kwh = (label: string): Side => ({ label, quantity: 200, unit: "MWh" });

describe("every pair that the reference calls tempting is refused, with the article that says so", () => {
  const tempting = reference.conversions.filter((row) => row.tempting);
  // What names nothing that one can look up is no basis.
  const article = /(articles?|annexe|rubriques?|arrêté|décret|norme|règlement|seuils|notification|entrée|produits de)/i;
  test.each(tempting.map(({ id, from, to }) => ({ id, from, to })))("$id", ({ id, from, to }) => {
    const unit = (resource: string) => reference.resourceById.get(resource)?.unit;
    const offer = { label: id, resource: from, unit: unit(from) };
    const { synergies, forbidding } = between(offer, { label: id, resource: to, unit: unit(to) });
    // With a lawful process between the two, the pair is a lead with that process, never as it is.
    const direct = synergies.filter(({ steps }) => steps.length === 0);
    expect(direct.map(({ title }) => title.fr)).toEqual([]);
    if (synergies.length === 0) expect(forbidding.map(({ id }) => id)).not.toEqual([]);
    for (const rule of forbidding) expect(rule.basis).toMatch(article);
  });
});

describe("what the law forbids, in the words of a facilitator", () => {
  test.each<{ offer: Side; need: Side; by: string }>([
    { offer: { label: "restes de cantine" }, need: { label: "aliment pour porcs" }, by: "A4" },
    { offer: { label: "déchets de cuisine et de table" }, need: { label: "nourriture pour poules" }, by: "A4" },
    { offer: { label: "catering waste" }, need: { label: "insect rearing feed" }, by: "A4" },
    { offer: { label: "huile de friture usagée" }, need: { label: "aliment du bétail" }, by: "A4" },
    { offer: { label: "used cooking oil" }, need: { label: "pig feed" }, by: "A4" },
    { offer: { label: "fumier" }, need: { label: "aliment pour insectes" }, by: "FEED-FAECES" },
    { offer: { label: "boues de station d'épuration" }, need: { label: "aliment du bétail" }, by: "FEED-SLUDGE" },
    { offer: { label: "sewage sludge" }, need: { label: "cattle feed" }, by: "FEED-SLUDGE" },
    { offer: { label: "farines animales" }, need: { label: "aliment pour bovins" }, by: "A5-RUMINANT" },
    { offer: { label: "meat and bone meal" }, need: { label: "ruminant feed" }, by: "A5-RUMINANT" },
    { offer: { label: "farine de poisson" }, need: { label: "aliment pour vaches" }, by: "A5-FISHMEAL-RUMINANT" },
    { offer: { label: "cadavres d'animaux" }, need: { label: "aliment pour porcs" }, by: "A2" },
    { offer: { label: "matières de catégorie 1" }, need: { label: "compost" }, by: "A1" },
    { offer: { label: "sang" }, need: { label: "aliment pour porcs" }, by: "A3-RAW-FEED" },
    { offer: { label: "dressed seed" }, need: { label: "compost" }, by: "SEED-SOIL" },
    { offer: { label: "semences enrobées" }, need: { label: "aliment du bétail" }, by: "FEED-SEED" },
    { offer: { label: "poussières de MDF" }, need: { label: "litière pour chevaux" }, by: "WOOD-BEDDING" },
    { offer: { label: "sciure de MDF" }, need: { label: "bois de fumage" }, by: "WOOD-SMOKING" },
    { offer: { label: "creosote sleepers" }, need: { label: "mulching material" }, by: "X09-WOOD-SOIL" },
    { offer: { label: "traverses SNCF" }, need: { label: "bois de chauffage" }, by: "W3" },
    { offer: { label: "bois de classe B" }, need: { label: "granulés de bois" }, by: "W2" },
    { offer: { label: "bois peint" }, need: { label: "paillage" }, by: "X09-WOOD-SOIL" },
    { offer: { label: "cendres volantes de biomasse" }, need: { label: "amendement calcaire" }, by: "X27-FLY-ASH" },
    { offer: { label: "mâchefers d'incinération" }, need: { label: "béton prêt à l'emploi" }, by: "X30-BOTTOM-ASH" },
    { offer: { label: "REFIOM" }, need: { label: "ciment" }, by: "X31-FLUE-RESIDUE" },
    { offer: { label: "plasterboard waste" }, need: { label: "backfill" }, by: "X33-PLASTER" },
    { offer: { label: "plaques amiante-ciment" }, need: { label: "granulats" }, by: "X34-ASBESTOS" },
    { offer: { label: "asbestos cement sheets" }, need: { label: "recycled aggregate" }, by: "X34-ASBESTOS" },
    { offer: { label: "enrobés au goudron" }, need: { label: "enrobé à chaud" }, by: "X35-TAR-HOT" },
    { offer: { label: "terres polluées" }, need: { label: "terre végétale" }, by: "X36-POLLUTED-SOIL" },
    { offer: { label: "huile de vidange" }, need: { label: "fioul domestique" }, by: "O1" },
    { offer: { label: "waste engine oil" }, need: { label: "heating oil" }, by: "O1" },
    { offer: { label: "spent halogenated solvents" }, need: { label: "fuel oil" }, by: "X44-CHLORINATED" },
    { offer: { label: "crasses d'aluminium" }, need: { label: "remblai" }, by: "X51-REACTIVE-DROSS" },
    { offer: { label: "piles au lithium" }, need: { label: "ferraille" }, by: "X50-LITHIUM-SCRAP" },
    { offer: { label: "lithium batteries" }, need: { label: "scrap iron" }, by: "X50-LITHIUM-SCRAP" },
    { offer: { label: "DASRI" }, need: { label: "plastique recyclé" }, by: "X65-CLINICAL" },
    { offer: { label: "infectious clinical waste" }, need: { label: "SRF" }, by: "X65-CLINICAL" },
    { offer: { label: "médicaments périmés" }, need: { label: "médicaments" }, by: "HEALTH-MEDICINES" },
    { offer: { label: "purge de tour aéroréfrigérante" }, need: { label: "eau d'arrosage" }, by: "X53-BLOWDOWN" },
    { offer: { label: "cooling tower blowdown" }, need: { label: "irrigation water" }, by: "X53-BLOWDOWN" },
    { offer: { label: "ordures ménagères" }, need: { label: "bois de chauffage" }, by: "X62-RESIDUAL-BURN" },
    { offer: { label: "pneus usagés" }, need: { label: "bois de chauffage" }, by: "WASTE-BURN" },
    { offer: { label: "réfrigérateurs hors d'usage" }, need: { label: "ferraille" }, by: "WEEE-SCRAP" },
  ])("$offer.label → $need.label ($by)", ({ offer, need, by }) => {
    const { synergies, forbidding } = between(offer, need);
    expect(forbidding.map(({ id }) => id)).toContain(by);
    expect(synergies).toEqual([]);
  });
});

describe("and by a waste code alone", () => {
  test.each([
    { offer: "13 02 05*", need: "fioul domestique", by: "O1" },
    { offer: "17 06 05*", need: "granulats", by: "X34-ASBESTOS" },
    { offer: "18 01 03*", need: "plastique recyclé", by: "X65-CLINICAL" },
    { offer: "20 01 08", need: "aliment du bétail", by: "A4" },
    { offer: "20 01 25", need: "aliment du bétail", by: "A4" },
    { offer: "19 08 05", need: "aliment du bétail", by: "FEED-SLUDGE" },
    { offer: "10 03 08*", need: "remblai", by: "X51-REACTIVE-DROSS" },
    { offer: "17 05 03*", need: "terre végétale", by: "X36-POLLUTED-SOIL" },
    { offer: "19 01 07*", need: "ciment", by: "X31-FLUE-RESIDUE" },
    { offer: "16 06 05", need: "ferraille", by: "X50-LITHIUM-SCRAP" },
    { offer: "20 01 37*", need: "bois de chauffage", by: "W3" },
    { offer: "17 03 01*", need: "enrobé à chaud", by: "X35-TAR-HOT" },
    { offer: "20 03 01", need: "bois de chauffage", by: "X62-RESIDUAL-BURN" },
    { offer: "16 01 03", need: "fioul domestique", by: "WASTE-BURN" },
    { offer: "13 03 01*", need: "fioul domestique", by: "HAZ-BURN" },
    { offer: "20 01 23*", need: "ferraille", by: "WEEE-SCRAP" },
    { offer: "18 01 09", need: "médicaments", by: "HEALTH-MEDICINES" },
    { offer: "03 01 04*", need: "litière", by: "WOOD-BEDDING" },
  ])("$offer → $need ($by)", ({ offer, need, by }) => {
    const { synergies, forbidding } = between(code(offer), { label: need });
    expect(forbidding.map(({ id }) => id)).toContain(by);
    expect(synergies).toEqual([]);
  });
});

describe("what a company declares decides", () => {
  test.each<{ story: string; offer: Side; need: Side; giver?: object; taker?: object; by: string }>([
    {
      story: "water of class C on salad by sprinklers",
      offer: { label: "eau recyclée", resource: "water.reclaimed-c", unit: "m3" },
      need: {
        label: "irrigation",
        resource: "water.irrigation",
        unit: "m3",
        quality: { eaten_raw: "oui", drip: "non" },
      },
      by: "H2",
    },
    {
      story: "mouldy bread for pigs",
      offer: { label: "pain rassis", quality: { mouldy: "oui" } },
      need: { label: "aliment pour porcs" },
      by: "FEED-MOULD",
    },
    {
      story: "drums that held a chemical, for a food maker",
      offer: { label: "fûts", resource: "packaging.drums", quality: { former_content: "solvant" } },
      need: { label: "fûts", resource: "packaging.drums" },
      taker: { naf: "10.39A" },
      by: "X52-DRUMS",
    },
    {
      story: "solar power shared over more than 2 km in Corsica",
      offer: kwh("surplus photovoltaïque"),
      need: kwh("électricité"),
      giver: { lon: 9.45, lat: 42.7, zone: null },
      taker: { lon: 9.45, lat: 42.65, zone: null },
      by: "E1",
    },
    {
      story: "plastics above the limits for persistent pollutants",
      offer: { label: "plastiques DEEE", resource: "plastics.weee-plastics", quality: { pop_below_limit: "non" } },
      need: { label: "plastique recyclé", resource: "plastics.recyclate" },
      by: "POP-DESTROY",
    },
  ])("$story", ({ offer, need, giver, taker, by }) => {
    const found = between(offer, need, {
      ...(giver === undefined ? {} : { giver }),
      ...(taker === undefined ? {} : { taker }),
    });
    expect(found.forbidding.map(({ id }) => id)).toContain(by);
  });
});

/** Ordinary, lawful exchanges: none may be refused, and those that the reference can join must be leads. */
describe("nothing ordinary is refused", () => {
  test.each([
    ["palettes en bois", "palettes"],
    ["wooden pallets", "pallets"],
    ["chutes de bois de classe A", "bois de chauffage"],
    ["drèches de brasserie", "aliment du bétail"],
    ["spent grain", "cattle feed"],
    ["gravats de béton", "grave recyclée"],
    ["concrete rubble", "road base aggregate"],
    ["huile de friture usagée", "biodiesel"],
    ["used cooking oil", "biodiesel"],
    ["cartons usagés", "pâte à papier"],
    ["old corrugated cardboard", "paper pulp"],
    ["fumier", "compost"],
    ["marc de café", "substrat pour champignons"],
    ["déchets verts", "compost"],
    ["ferraille", "acier"],
    ["verre en bouteilles", "calcin"],
    ["flat glass waste", "cullet"],
    ["pain rassis", "aliment pour porcs"],
    ["lactosérum", "aliment pour porcs"],
    ["sciure de bois brut", "litière"],
    ["clean sawdust", "animal bedding"],
    ["terres excavées inertes", "remblai"],
    ["plastique PEHD rebuts", "plastique recyclé"],
    ["bottes de paille", "litière"],
    ["textiles usagés", "chiffons d'essuyage"],
    ["biodéchets", "compost"],
    ["boues de STEP", "compost"],
    ["laitier de haut fourneau", "ciment"],
    ["fly ash from coal", "cement"],
    ["solvant usé", "solvant régénéré"],
    ["pneus usagés", "granulat de caoutchouc"],
    ["coquilles d'huîtres", "amendement calcaire"],
    ["ordinateurs usagés", "ordinateurs reconditionnés"],
    ["mâchefers", "grave routière"],
    ["tourteau de colza", "aliment bétail"],
    ["aérosols usagés", "ferraille"],
  ])("%s → %s", (offer, need) => {
    const { synergies, refused } = between({ label: offer, quantity: 3000 }, { label: need, quantity: 3000 });
    expect(refused).toEqual([]);
    expect(synergies.length).toBeGreaterThan(0);
  });
  // Whoever asks for a waste as that waste treats or collects it. These few are asked for to be used again, which is banned.
  test("a waste asked for as itself, by who treats it, but what may not be reused", () => {
    const banned = reference.resources
      .filter(({ family, parent }) => family === "matter" && parent !== null)
      .filter(({ id, name }) => {
        const side = { label: name.fr, resource: id, quantity: null, unit: null, period: null };
        return between(side, side).refused.length > 0;
      });
    expect(banned.map(({ id }) => id).sort()).toEqual([
      "chemicals.pcb-waste",
      "construction.asbestos-cement",
      "construction.friable-asbestos",
      "health.medicines",
      "soils.asbestos-rock",
      "wood.hazardous-wood",
    ]);
  });
  test("heat to a greenhouse next door", () => {
    const { synergies, refused } = between(
      { label: "chaleur fatale 90 °C", unit: "MWh" },
      { label: "chauffage de serre", unit: "MWh" },
    );
    expect([synergies.length > 0, refused]).toEqual([true, []]);
  });
  test("a fire service in the operation carries solar sharing to 20 km", () => {
    const sites = {
      giver: { lon: 9.45, lat: 42.7, zone: null, naf: "84.25Z" },
      taker: { lon: 9.45, lat: 42.65, zone: null, naf: "10.71C" },
    };
    expect(between(kwh("surplus photovoltaïque"), kwh("électricité"), sites).refused).toEqual([]);
  });
});

test("hazardous waste that leaves the country is notified first", () => {
  const { synergies } = between(
    { label: "batteries au plomb usagées", resource: "batteries.lead-acid", waste_code: "16 06 01*" },
    { label: "batteries", resource: "batteries.lead-acid" },
    { giver: { insee: "2B033", zone: null }, taker: { extra: { Pays: "IT" }, zone: null } },
  );
  const rules = synergies.flatMap(({ verdict }) => verdict.findings.map(({ rule }) => rule.id));
  expect(rules).toContain("T4-HAZ");
});
