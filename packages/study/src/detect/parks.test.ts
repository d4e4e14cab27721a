import {
  admit,
  contextOf,
  conversionRoutes,
  EstablishmentSchema,
  FlowSchema,
  identityRoute,
  type KnownFlow,
  knownFlow,
  noFacilities,
  resolver,
  routeJoins,
} from "@simbiosi/domain";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";

/** Exchanges that documented eco-industrial parks run, in the words of their reports: each must find its way. */
const reference = loadReference();
const resolve = resolver(reference);
const setting = { reference, context: contextOf(reference, "continent"), day: "2026-11-24", facilities: noFacilities };

const understood = (id: string, direction: "in" | "out", label: string): KnownFlow => {
  const flow = FlowSchema.parse({ id: `${id}.flow`, establishment: id, direction, label });
  const site = EstablishmentSchema.parse({ id, name: id, zone: "park" });
  return knownFlow(reference, setting.context, site, flow, resolve(flow), setting.day);
};

/** What becomes of every way between two labels: "admitted", "quality", "law"… */
function outcomes(offered: string, needed: string): readonly string[] {
  const offer = understood("giver", "out", offered);
  const asked = understood("taker", "in", needed);
  const { resource } = offer;
  if (resource === null) return [];
  // A label of two things is read as each of them, as the engine reads it.
  return [asked, ...asked.readings].flatMap((need) =>
    [identityRoute(resource), ...conversionRoutes(reference)]
      .filter((route) => need.resource !== null && routeJoins(reference, route, resource, need.resource))
      .filter((route) => !route.tempting)
      .map((route) => admit(setting, offer, need, route).outcome),
  );
}

const parks: Record<string, readonly (readonly [string, string])[]> = {
  Kalundborg: [
    ["waste heat from power station", "fish farm heating"],
    ["steam from power station", "process steam for enzyme production"],
    ["steam", "refinery process steam"],
    ["cooling water", "boiler feedwater"],
    ["treated wastewater", "power plant cooling water make-up"],
    ["surface water", "cooling tower make-up"],
    ["flare gas", "fuel gas for plasterboard drying"],
    ["refinery gas", "coal for power plant"],
    ["flue gas desulphurisation gypsum", "gypsum for plasterboard"],
    ["fly ash", "cement"],
    ["fly ash", "cement raw meal"],
    ["ammonium thiosulphate liquid fertiliser", "nitrogen fertiliser"],
    ["sulphur", "sulphuric acid"],
    ["yeast slurry from insulin production", "pig feed"],
    ["fermentation biomass", "fertiliser for farms"],
    ["sludge from enzyme production", "organic fertiliser"],
    ["fish farm sludge", "fertiliser"],
    ["district heat", "space heating"],
    ["sewage sludge", "soil remediation nutrient"],
    ["waste heat", "district heating network"],
  ],
  Kwinana: [
    ["CO2 from ammonia plant", "beverage CO2"],
    ["CO2", "bauxite residue carbonation"],
    ["hydrogen", "hydrogen for fuel cell buses"],
    ["lime kiln dust", "neutralising agent"],
    ["treated wastewater", "demineralised water"],
    ["spent catalyst", "cement raw meal"],
    ["silica fume", "cement"],
    ["hydrochloric acid by-product", "hydrochloric acid"],
    ["steam and electricity cogeneration", "steam"],
    ["chloralkali hydrogen", "boiler fuel"],
    ["ammonium chloride", "fertiliser"],
  ],
  Gladstone: [
    ["fly ash", "cement"],
    ["treated effluent", "alumina refinery process water"],
    ["spent cell linings", "cement kiln fuel"],
    ["waste tyres", "cement kiln fuel"],
    ["solvent based fuel", "cement kiln fuel"],
  ],
  "Rotterdam / Humber": [
    ["CO2 from refinery", "greenhouse CO2"],
    ["compressed air", "compressed air"],
    ["waste heat from chemical plant", "greenhouse heating"],
    ["steam from waste incinerator", "process steam"],
    ["LNG cold", "cold store refrigeration"],
    ["residual heat", "district heating"],
  ],
  Ulsan: [
    ["steam from incinerator", "steam for paper mill"],
    ["zinc smelter CO2", "paper mill CO2"],
    ["biogas from food waste", "boiler fuel"],
    ["aluminium sludge", "aluminium sulphate coagulant"],
  ],
  Kawasaki: [
    ["waste plastics", "blast furnace reductant"],
    ["blast furnace slag", "cement"],
    ["PET bottles", "PET resin"],
    ["used home appliances", "steel scrap"],
    ["sewage sludge", "cement raw meal"],
  ],
  Guigang: [
    ["bagasse", "paper pulp"],
    ["molasses", "alcohol"],
    ["CO2 from fermentation", "light calcium carbonate"],
    ["distillery spent wash", "fertiliser"],
  ],
  TEDA: [
    ["desalination brine", "sea salt"],
    ["food waste", "fertiliser"],
    ["old tyres", "rubber powder"],
    ["steel scrap", "steel"],
  ],
  Styria: [
    ["gypsum from power plant", "cement plant gypsum"],
    ["fly ash", "cement raw material"],
    ["bark", "fibreboard and boiler fuel"],
    ["paper sludge", "brick works"],
    ["waste paper", "paper mill fibre"],
    ["petrol coke", "cement kiln fuel"],
    ["blast furnace sand", "cement"],
    ["used tyres", "cement kiln fuel"],
    ["used oil", "re-refined base oil"],
    ["steelworks slag", "road construction aggregate"],
    ["ferrous scrap", "steelworks scrap"],
    ["plastic waste", "cement kiln fuel"],
  ],
  "Händelö / Norrköping": [
    ["stillage", "animal feed"],
    ["stillage", "biogas production feedstock"],
    ["biogas", "vehicle fuel gas"],
    ["digestate", "fertiliser for farms"],
    ["CO2 from ethanol fermentation", "CO2 gas for industry"],
    ["wood ash", "forest fertiliser"],
    ["wet distillers grains", "cattle feed"],
    ["glycerol from biodiesel", "biogas"],
    ["grain residues", "biogas plant feedstock"],
  ],
  "Lidköping / Enköping": [
    ["slaughterhouse waste", "biogas"],
    ["excess heat from dairy", "district heating"],
  ],
  "Dunkerque / Grande-Synthe": [
    ["chaleur fatale aciérie", "réseau de chaleur urbain"],
    ["azote", "azote pour inertage"],
    ["oxygène", "oxygène pour aciérie"],
    ["eau industrielle", "eau de process"],
    ["poussières d'aciérie", "fonderie de zinc"],
    ["CO2 capté", "carbonate de calcium précipité"],
    ["hydrogène coproduit", "hydrogène"],
    ["goudron de cokerie", "brai pour anodes"],
    ["eau de mer", "eau de refroidissement"],
    ["acide chlorhydrique coproduit", "décapage acide chlorhydrique"],
    ["ferrailles", "aciérie électrique"],
  ],
  "Salaise / INSPIRA / Roches-Roussillon": [
    ["vapeur d'incinérateur", "vapeur pour chimie"],
    ["solvants usés", "solvant régénéré"],
    ["soude usée", "neutralisation d'effluents acides"],
    ["acide sulfurique usé", "acide sulfurique régénéré"],
    ["résidus chimiques liquides", "combustible de cimenterie"],
    ["boues de step industrielle", "compost"],
    ["eau déminéralisée", "eau de chaudière"],
  ],
  "Bazancourt-Pomacle": [
    ["glucose", "bioéthanol"],
    ["CO2 de fermentation", "CO2 liquide"],
    ["drêches de blé", "alimentation animale"],
    ["vinasses de betterave", "engrais potassique"],
    ["paille de blé", "bioraffinerie"],
    ["condensats de sucrerie", "eau de process éthanolerie"],
    ["vapeur de sucrerie", "vapeur process"],
    ["écumes de sucrerie", "amendement calcaire"],
    ["pulpes de betterave", "alimentation bovine"],
    ["mélasse", "éthanol"],
    ["eaux de sucrerie", "irrigation"],
  ],
  "Torrelavega, Relvão, Guayama, Campbell": [
    ["RDF from landfill", "cement kiln fuel"],
    ["landfill gas", "electricity"],
    ["treated municipal wastewater", "power plant cooling water"],
    ["steam from power plant", "refinery steam"],
    ["coal ash", "waste stabilisation binder"],
    ["pharmaceutical solvent waste", "fuel for kiln"],
  ],
  "Devens Burnside Barceloneta Jurong Map Ta Phut": [
    ["wooden pallets", "pallets"],
    ["styrofoam", "insulation material"],
    ["printing ink", "recycled ink"],
    ["office furniture", "office furniture"],
    ["spent solvents from pharma", "paint thinner"],
    ["silver from film processing", "silver"],
    ["cardboard boxes", "shipping boxes"],
    ["HRSG steam", "process steam"],
    ["propylene", "polypropylene feedstock"],
    ["hydrogen from cracker", "hydrogen"],
    ["NEWater", "ultrapure water"],
    ["biofuel tallow", "biodiesel"],
    ["off-gas from steam cracker", "fuel gas"],
    ["nitrogen", "nitrogen"],
    ["CO2 from ethylene oxide", "CO2"],
    ["waste heat", "cooling water chilled"],
  ],
  "Alberta Sodankylä Honkajoki": [
    ["sulphur from sour gas", "sulphuric acid"],
    ["flare gas", "hydrogen"],
    ["rendering waste", "biodiesel"],
    ["waste heat from rendering plant", "greenhouse heating"],
    ["meat and bone meal", "fertiliser"],
    ["biogas plant digestate", "greenhouse fertiliser"],
    ["peat", "growing medium"],
    ["bone meal ash", "phosphate fertiliser"],
    ["fur animal feed by-products", "fur animal feed"],
    ["fish by-catch", "fish meal"],
    ["manure", "biogas"],
  ],
  "Smelters, refineries and mills": [
    ["CFB ash / Agremax", "aggregate for road base"],
    ["CFB ash", "stabilisation reagent for liquid wastes"],
    ["bagasse", "biomass co-firing"],
    ["fermentation sludge (NPK biomass)", "fertiliser"],
    ["sewage sludge", "sludge as nutrient for bioremediation"],
    ["bauxite residue (red mud)", "clay substitute"],
    ["spent foundry sand", "silica sand"],
    ["spent pickle liquor", "iron coagulant"],
    ["used motor oil", "used lubricating oil"],
    ["huile de vidange", "huiles noires à régénérer"],
    ["decommissioned servers", "used computers"],
    ["dredged sand", "sand and gravel"],
    ["end-of-life fishing nets", "nylon waste"],
    ["anode slimes", "gold and silver bearing feed"],
    ["copper cake from solution purification", "secondary copper-bearing feed"],
    ["spent hydrotreating catalyst", "Mo, Ni, V spent catalysts"],
    ["Glauber's salt", "sodium and sulphur make-up"],
    ["pyrolysis fuel oil", "aromatic feedstock oil"],
    ["silicon kerf sludge", "silicon source"],
    ["méthanol usé de synthèse", "source de carbone pour dénitrification"],
    ["fonds de colonnes de distillation", "combustibles de substitution liquides"],
    ["frigories de regazéification du GNL", "froid négatif"],
    ["crasses d'aluminium", "désoxydant aluminium pour acier"],
    ["scories LD", "matériaux pour remblai"],
    ["hot exhaust 450 °C from glass furnace", "heat for greenhouse"],
  ],
};

describe.each(Object.entries(parks))("%s", (_park, exchanges) => {
  test.each(exchanges)("%s → %s", (offered, needed) => {
    expect(outcomes(offered, needed)).toContain("admitted");
  });
});

describe("physics says no", () => {
  test.each([
    ["effluent à 30 °C", "vapeur à 180 °C"],
    ["warm water at 40 °C", "process steam 12 bar"],
    ["chaleur fatale 35 °C", "vapeur pour autoclave 10 bar"],
    ["low-pressure steam 3 bar", "process steam 10 bar"],
    ["eau tiède 45 °C", "cuisson four"],
    ["chilled water", "freezing"],
  ])("%s does not feed %s", (offered, needed) => {
    expect(outcomes(offered, needed)).not.toContain("admitted");
  });
  test.each([
    ["eau tiède 45 °C", "chauffage de serre"],
    ["waste heat 90 °C", "space heating"],
    ["steam 12 bar", "process steam 10 bar"],
    ["eau tiède 40 °C", "eau chaude sanitaire"],
  ])("%s feeds %s", (offered, needed) => {
    expect(outcomes(offered, needed)).toContain("admitted");
  });
});
