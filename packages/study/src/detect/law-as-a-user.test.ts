import { describe, expect, test } from "vitest";
import { between, type Side, type Sites } from "../testing/between.ts";

const side = (label: string, unit = "t", quantity = 100): Side => ({ label, unit, quantity });
const code = (waste_code: string): Side => ({ label: waste_code, waste_code });

/** Pairs that tempt, in the words of whoever fills in a card: refused, for the reason and by the text that say so. */
describe("what tempts and is forbidden", () => {
  test.each<[offer: string, need: string, rule: string, text: string, unit?: string]>([
    ["restes de cantine scolaire", "aliment pour cochons", "A4", "1069/2009, article 11"],
    ["galley waste from cruise ships", "animal feed", "A1", "1069/2009, articles 8"],
    ["déchets de cambuse de ferry", "aliment pour porcs", "A1", "1069/2009, articles 8"],
    ["kitchen leftovers from a hotel", "swill for pigs", "A4-TAKER", "1069/2009, article 11"],
    ["restes de repas", "croquettes pour chiens", "A4", "1069/2009, article 11"],
    ["international catering waste", "pig feed", "A1", "1069/2009, articles 8"],
    ["leftovers from the school canteen", "hen feed", "A4", "1069/2009, article 11"],
    ["fats from fryers", "poultry feed", "A4", "1069/2009, article 11"],
    ["huile de friteuse", "aliment pour volailles", "A4", "1069/2009, article 11"],
    ["matériel à risque spécifié", "aliment du bétail", "A1", "1069/2009, articles 8"],
    ["specified risk material", "pet food", "A1", "1069/2009, articles 8"],
    ["poules mortes", "élevage d'asticots", "A2", "1069/2009, articles 9"],
    ["dead fish from the farm", "fish feed", "A2", "1069/2009, articles 9"],
    ["saisies d'abattoir", "aliment pour poissons", "A3-RAW-FEED", "1069/2009, articles 10"],
    ["lisier de porc", "aliment poissons", "FEED-FAECES", "767/2009, annexe III"],
    ["boues de flottation d'abattoir", "aliment porcs", "FEED-SLUDGE", "767/2009, annexe III"],
    ["fientes de poules", "aliment bovins", "FEED-FAECES", "767/2009, annexe III"],
    ["grease trap waste", "animal feed", "FEED-SLUDGE", "767/2009, annexe III"],
    ["pain moisi", "aliment bétail", "FEED-MOULD", "178/2002, article 15"],
    ["mouldy bread", "pig feed", "FEED-MOULD", "178/2002, article 15"],
    ["old telegraph poles", "firewood", "W3", "entrées 19"],
    ["CCA treated posts", "garden mulch", "X09-WOOD-SOIL", "NF U 44-051"],
    ["palettes peintes", "litière pour chevaux", "WOOD-BEDDING", "178/2002, article 15"],
    ["bois de démolition peint au plomb", "plaquettes forestières", "W3", "entrées 19"],
    ["OSB offcuts", "wood pellets", "W2", "rubriques 2910-A"],
    ["plywood offcuts", "compost", "X09-WOOD-SOIL", "NF U 44-051"],
    ["vieilles traverses", "paillage de jardin", "X09-WOOD-SOIL", "NF U 44-051"],
    ["cendres de bois traité", "engrais potassique", "W4-DIRTY", "NF U 42-001"],
    ["ash from treated wood", "fertiliser", "W4-DIRTY", "NF U 42-001"],
    ["déblais amiantifères", "concassé", "X34-ASBESTOS-ROCK", "annexe XVII, entrée 6"],
    ["gravats avec amiante", "grave recyclée", "X34-ASBESTOS", "annexe XVII, entrée 6"],
    ["rubble mixed with asbestos", "recycled aggregate", "X34-ASBESTOS", "annexe XVII, entrée 6"],
    ["calorifuge amiante", "laine de roche", "X34-ASBESTOS", "annexe XVII, entrée 6"],
    ["flocages", "isolation", "X34-ASBESTOS", "annexe XVII, entrée 6"],
    ["broken eternit sheets", "crushed aggregate", "X34-ASBESTOS", "annexe XVII, entrée 6"],
    ["huile diélectrique contaminée au PCB", "huile hydraulique", "PCB-REUSE", "2019/1021, article 7"],
    ["PCB oil", "heating oil", "PCB-REUSE", "2019/1021, article 7"],
    ["cendres volantes d'incinérateur", "ciment", "X31-FLUE-RESIDUE", "L541-7-2"],
    ["incinerator fly ash", "cement", "X31-FLUE-RESIDUE", "L541-7-2"],
    ["REFIDI", "sous-couche routière", "X31-FLUE-RESIDUE", "L541-7-2"],
    ["terre polluée aux métaux", "terreau", "X36-POLLUTED-SOIL", "L541-7-2"],
    ["soil with hydrocarbons", "garden soil", "X36-POLLUTED-SOIL", "L541-7-2"],
    ["enrobés contenant du goudron", "enrobés neufs", "X35-TAR-HOT", "HAP"],
    ["coal tar asphalt", "hot mix asphalt", "X35-TAR-HOT", "HAP"],
    ["chutes de plaques de plâtre", "remblai", "X33-PLASTER", "L541-21-2"],
    ["mâchefers bruts", "parpaings", "X30-BOTTOM-ASH", "18 novembre 2011"],
    ["crasse de fonderie d'aluminium", "sous-couche routière", "X51-REACTIVE-DROSS", "12 décembre 2014"],
    ["trichloréthylène usé", "diluant peinture", "X44-CHLORINATED", "L541-7-2"],
    ["spent perchloroethylene", "paint thinner", "X44-CHLORINATED", "L541-7-2"],
    ["huile de vidange de tracteur", "chauffage d'atelier", "O1", "rubrique 2770"],
    ["used engine oil", "greenhouse heating", "O1", "rubrique 2770"],
    ["huile de vidange", "chaudière fioul domestique", "O1", "rubrique 2770"],
    ["waste oil", "marine fuel", "O1", "rubrique 2770"],
    ["fluide R410A usagé", "fluide frigorigène", "X64-REFRIGERANT", "2024/573"],
    ["used refrigerant gas", "new refrigerant", "X64-REFRIGERANT", "2024/573"],
    ["used syringes", "recycled plastic", "X65-CLINICAL", "R1335-1"],
    [
      "déchets d'activités de soins à risques infectieux",
      "combustible solide de récupération",
      "X65-CLINICAL",
      "R1335-1",
    ],
    ["medicines past date", "medicines", "HEALTH-MEDICINES", "L4211-2"],
    ["batteries gonflées de téléphone", "ferraille", "X50-LITHIUM-SCRAP", "2023/1542, article 64"],
    ["verre de tubes cathodiques", "verre creux", "GLASS-LEAD", "2025/40, article 5"],
    ["CRT glass", "glass bottles", "GLASS-LEAD", "2025/40, article 5"],
    ["écrans cathodiques", "verre d'emballage", "WEEE-SCRAP", "annexe VII"],
    ["pneus VL usés", "chauffage de serre", "WASTE-BURN", "rubriques 2771"],
    ["pneus d'ensilage", "combustible pour chaudière", "WASTE-BURN", "rubriques 2771"],
    ["scrap tyres", "boiler fuel", "WASTE-BURN", "rubriques 2771"],
    ["eau de vidange de piscine", "eau potable", "H5-BARRED", "2024-796", "m3"],
    ["eaux grises d'hôtel", "eau potable", "H5-BARRED", "2024-796", "m3"],
    ["eaux usées traitées", "eau potable", "H6-TREATED", "2024-796", "m3"],
    ["treated sewage effluent", "drinking water", "H6-TREATED", "2024-796", "m3"],
    ["lixiviat de décharge", "eau d'irrigation", "LEACHATE", "15 février 2016"],
    ["landfill leachate", "irrigation water", "LEACHATE", "15 février 2016"],
    ["class C reclaimed water", "lettuce irrigation sprinklers", "H2", "2020/741, annexe I", "m3"],
    ["boues urbaines", "fertilisant bio", "F5-ORGANIC", "2021/1165, annexe II"],
    ["sewage sludge", "fertiliser for organic farm", "F5-ORGANIC", "2021/1165, annexe II"],
    ["acide usé", "bain cyanuré", "X41-ACID-MIX", "L541-7-2"],
    ["waste acid", "cyanide bath", "X41-ACID-MIX", "L541-7-2"],
    ["acide chlorhydrique usé", "eau de javel", "X41-ACID-MIX", "L541-7-2"],
    ["sachets de semences enrobées", "aliment du bétail", "FEED-SEED", "767/2009, annexe III"],
    ["cuir tanné broyé", "compost", "X10-LEATHER-SOIL", "2019/1009"],
    ["carburant souillé", "fioul domestique", "O1", "rubrique 2770"],
    ["household rubbish", "steam", "X62-RESIDUAL-BURN", "rubriques 2771"],
  ])("%s → %s (%s)", (offer, need, rule, text, unit) => {
    const { synergies, forbidding } = between(side(offer, unit), side(need, unit));
    expect(synergies.map(({ title }) => title.fr)).toEqual([]);
    expect(forbidding.find(({ id }) => id === rule)?.basis).toContain(text);
  });
});

/** Only six digits are typed. */
describe("what tempts and is forbidden, by its code alone", () => {
  test.each<[offer: string, need: string, rule: string]>([
    ["02 01 06", "aliment du bétail", "FEED-FAECES"],
    ["03 01 04*", "compost", "X09-WOOD-SOIL"],
    ["04 01 08", "engrais organique", "X10-LEATHER-SOIL"],
    ["13 02 08*", "gazole non routier", "O1"],
    ["13 07 01*", "fioul", "O1"],
    ["14 06 02*", "diluant", "X44-CHLORINATED"],
    ["16 02 09*", "huile isolante", "PCB-REUSE"],
    ["17 02 04*", "paillage", "X09-WOOD-SOIL"],
    ["17 03 03*", "enrobés", "X35-TAR-HOT"],
    ["17 06 01*", "isolant", "X34-ASBESTOS"],
    ["17 06 05*", "tuiles de réemploi", "X34-ASBESTOS"],
    ["17 08 02", "remblai", "X33-PLASTER"],
    ["19 01 13*", "granulats", "X31-FLUE-RESIDUE"],
    ["19 07 03", "eau d'arrosage", "LEACHATE"],
    ["19 08 09", "aliment pour volailles", "FEED-SLUDGE"],
    ["19 13 01*", "remblai", "X36-POLLUTED-FILL"],
    ["20 01 08", "pet food", "A4"],
    ["20 01 33*", "ferraille", "X50-LITHIUM-SCRAP"],
    ["20 03 04", "eau de lavage", "H6"],
  ])("%s → %s (%s)", (offer, need, rule) => {
    const { synergies, forbidding } = between(code(offer), side(need));
    expect(synergies.map(({ title }) => title.fr)).toEqual([]);
    expect(forbidding.map(({ id }) => id)).toContain(rule);
  });
});

/** The words tell a danger that no reading of the class carries: never a lead, whatever the class may be. */
describe("a doubtful label is never a way round the law", () => {
  test.each([
    ["freins amiante", "plaquettes de frein"],
    ["dalles vinyle-amiante", "revêtement de sol"],
    ["bitume amianté", "enrobé"],
    ["transformateurs pyralène", "transformateurs"],
    ["peinture au plomb", "peinture"],
    ["fûts souillés de pesticides", "fûts alimentaires"],
    ["compresses souillées", "chiffons"],
    ["used transformer fluid with PCBs", "hydraulic fluid"],
  ])("%s → %s", (offer, need) => {
    expect(between(side(offer), side(need)).synergies.map(({ title }) => title.fr)).toEqual([]);
  });
});

describe("what is possible by a procedure only", () => {
  const italy: Sites = { giver: { insee: "2B033", zone: null }, taker: { extra: { Pays: "IT" }, zone: null } };
  test.each<{ offer: Side; need: Side; rule: string; text: string; sites?: Sites }>([
    { offer: side("déchets de cuisine"), need: side("compost"), rule: "A3-COMPOST-BIOGAS", text: "1069/2009" },
    { offer: side("déchets de cuisine d'avion"), need: side("compost"), rule: "A1-TRANSPORT", text: "article 8" },
    { offer: side("sewage sludge"), need: side("fertiliser"), rule: "F5", text: "épandage" },
    { offer: side("boues de station"), need: side("terreau"), rule: "F2-44095", text: "NF U 44-095" },
    { offer: side("solvants de dégraissage usés"), need: side("dégraissant"), rule: "T2", text: "R541-45" },
    { offer: side("huile de vidange"), need: side("huile de base"), rule: "HAZ-TREATMENT", text: "2790" },
    {
      offer: side("recovered refrigerant R404A"),
      need: side("refrigerant"),
      rule: "X64-REFRIGERANT",
      text: "2024/573",
    },
    { offer: side("scrapped computers"), need: side("refurbished computers"), rule: "EOW-2018-REUSE", text: "2018" },
    { offer: side("condensateurs au PCB"), need: side("cuivre"), rule: "PCB-2792", text: "2792" },
    { offer: side("ferraille radioactive"), need: side("ferraille"), rule: "RADIOACTIVE", text: "2797" },
    { offer: side("explosifs périmés"), need: side("explosifs"), rule: "EXPLOSIVES", text: "défense" },
    {
      offer: side("eaux usées traitées", "m3", 20000),
      need: side("eau de tour de refroidissement", "m3", 20000),
      rule: "H1-URBAN",
      text: "2023-835",
    },
    { offer: side("treated wastewater", "m3"), need: side("golf irrigation", "m3"), rule: "H1", text: "2023-835" },
    {
      offer: side("électricité solaire", "MWh"),
      need: side("électricité du voisin", "MWh"),
      rule: "E1",
      text: "L315-2",
    },
    { offer: side("intérimaires"), need: side("personnel"), rule: "M1", text: "L8241-1" },
    { offer: side("drêches"), need: side("aliment pour vaches"), rule: "A7", text: "183/2005" },
    { offer: side("fumier"), need: side("compost"), rule: "A-EXPORT", text: "article 48", sites: italy },
    { offer: side("feather meal"), need: side("fish feed"), rule: "A5-AQUACULTURE", text: "999/2001" },
  ])("$offer.label → $need.label ($rule)", ({ offer, need, rule, text, sites }) => {
    const { synergies, refused } = between({ ...offer }, { ...need }, sites);
    expect(refused).toEqual([]);
    const found = synergies.flatMap(({ verdict }) => verdict.findings).find((finding) => finding.rule.id === rule);
    expect([found?.outcome, found?.rule.basis.includes(text)]).toEqual(["procedure", true]);
  });
});

/** Words that look like a danger and deny it (sans amiante, non traité), and plain lawful exchanges. */
describe("what is ordinary and lawful is a lead, not a refusal", () => {
  test.each<[offer: string, need: string, unit?: string]>([
    ["palettes NIMP15 traitées thermiquement", "palettes"],
    ["palettes HT", "pallets"],
    ["huile de transformateur sans PCB", "huile régénérée"],
    ["traverses béton", "granulats recyclés"],
    ["concrete sleepers", "recycled aggregate"],
    ["pain rassis non moisi", "aliment pour porcs"],
    ["écarts de tri de clémentines", "aliment pour vaches"],
    ["marc de raisin", "distillerie alcool"],
    ["drêches", "méthaniseur"],
    ["sciures de scierie", "granulés de bois"],
    ["big-bags usagés", "big-bags"],
    ["cagettes en plastique", "cagettes"],
    ["chutes de cuir", "maroquinerie"],
    ["chaleur de compresseurs d'air", "chauffage de bureaux", "MWh"],
    ["waste heat from bakery oven", "hot water", "MWh"],
    ["eau de pluie", "arrosage d'espaces verts", "m3"],
    ["rainwater", "toilet flushing", "m3"],
    ["eaux usées traitées", "irrigation de golf", "m3"],
    ["gravats propres", "grave recyclée"],
    ["tuiles cassées", "granulats"],
    ["terre végétale", "terre végétale"],
    ["cartouches d'encre vides", "cartouches d'encre"],
    ["mobilier de bureau d'occasion", "mobilier de bureau"],
    ["ordinateurs réformés", "ordinateurs reconditionnés"],
    ["huile de friture", "biocarburant"],
    ["cendres de bois", "amendement"],
    ["coquilles de moules", "amendement calcaire"],
    ["plumes", "farine de plumes"],
    ["graisse animale", "savon"],
    ["papier de bureau", "pâte à papier"],
    ["film plastique étirable", "granulés PE"],
    ["câbles électriques", "cuivre"],
    ["batteries au plomb", "plomb"],
    ["vêtements usagés", "chiffons"],
    ["sang de porc", "farine de sang"],
    ["boues de papeterie", "compost"],
    ["déchets de cuisine", "compost"],
    ["déchets de restaurants", "biogaz"],
    ["fumier de cheval", "substrat champignons"],
    ["CO2 de fermentation", "CO2 alimentaire"],
    ["glycérine", "biogaz"],
    ["sacs à amiante", "sacs"],
    ["solvants usés", "solvants régénérés"],
    ["huile moteur usagée", "huile de base"],
    ["chariot élévateur", "chariot élévateur"],
    ["entrepôt", "entrepôt"],
    ["poussière de liège", "isolant liège"],
  ])("%s → %s", (offer, need, unit) => {
    const { synergies, refused } = between(side(offer, unit, 3000), side(need, unit, 3000));
    expect(refused).toEqual([]);
    expect(synergies.length).toBeGreaterThan(0);
  });
});
