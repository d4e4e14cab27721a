import { monthsLater } from "../action-plans/steps-ahead.ts";
import { collectivite } from "../assessment/exchange-parties.ts";
import { derived, type Figure, notApplicable, sum } from "../figures/figure.ts";
import { plannedSynergies, planTotal } from "../portfolio/portfolio-figures.ts";
import type { Reduction } from "../reduction/reduction.ts";
import type { StakeIndicator } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";
import type { StakeInput } from "./stake-input.ts";

/** A count of what the inventory holds: exact, worked out by counting. */
const counted = (label: Text, value: number, words: Text): Figure =>
  derived(label, "1", words, [], { value, low: value, high: value });

const shareOf = (label: Text, part: number, whole: number, words: Text): Figure => {
  if (whole === 0) return notApplicable(label, "%");
  const value = (100 * part) / whole;
  return derived(label, "%", words, [], { value, low: value, high: value });
};

/** One measure a flow: two measures on one flow would count its tonnes twice. */
const bestPerFlow = (reductions: readonly Reduction[]): readonly Reduction[] => {
  const seen = new Set<string>();
  return reductions.filter(({ flow }) => !seen.has(flow.flow.id) && seen.add(flow.flow.id));
};

const countedInInventory = text("compté dans l'inventaire", "counted in the inventory");
const countedInPlan = text("compté dans le plan", "counted in the plan");

/** An indicator of a stake as a figure; the method that works it out is said in its words. */
export function indicatorFigure(input: StakeInput, id: StakeIndicator): Figure {
  const { diagnosis, reductions, dependencies, companiesWithDuties } = input;
  const { inventory, flows, synergies, setting } = diagnosis;
  const linked = (ids: readonly string[]): number => new Set(ids.filter((one) => one !== collectivite)).size;
  const planned = () => plannedSynergies(diagnosis).map(({ synergy }) => synergy);
  switch (id) {
    case "plan-gain":
      return planTotal(diagnosis, "gain").total;
    case "plan-co2e":
      return planTotal(diagnosis, "co2e").total;
    case "plan-diverted":
      return planTotal(diagnosis, "diverted").total;
    case "plan-water":
      return planTotal(diagnosis, "water").total;
    case "plan-energy":
      return planTotal(diagnosis, "energy").total;
    case "reduction-gain":
      return totalOf(
        text("Gain annuel des réductions possibles (potentiel)", "Yearly gain of possible reductions (potential)"),
        "EUR/yr",
        bestPerFlow(reductions).map(({ gain }) => gain),
      );
    case "reduction-prevented":
      return totalOf(
        text("Déchets évités à la source (potentiel)", "Waste prevented at source (potential)"),
        "t/yr",
        bestPerFlow(reductions).map(({ prevented }) => prevented),
      );
    case "landfilled":
      return totalOf(
        text("Tonnages mis en décharge, exposés à sa taxe", "Tonnages landfilled, exposed to its tax"),
        "t/yr",
        flows
          .filter(({ flow, resource }) => flow.current?.route === "landfill" && resource?.unit === "t")
          .map(({ yearly }) => yearly),
      );
    case "exported":
      return totalOf(
        text("Tonnages expédiés hors du territoire", "Tonnages shipped out of the territory"),
        "t/yr",
        flows
          .filter(({ flow, resource }) => flow.current?.route === "export" && resource?.unit === "t")
          .map(({ yearly }) => yearly),
      );
    case "contracts-ending": {
      const end = monthsLater(setting.day, 12);
      return counted(
        text("Contrats qui finissent dans l'année", "Contracts ending within the year"),
        flows.filter(({ flow }) => {
          const last = flow.current?.contract_end ?? null;
          return last !== null && last >= setting.day && last <= end;
        }).length,
        countedInInventory,
      );
    }
    case "obligations-ahead":
      return companiesWithDuties === null
        ? notApplicable(text("Entreprises concernées par une obligation", "Companies with a duty"), "1")
        : counted(
            text(
              "Entreprises qui ont une échéance réglementaire devant elles",
              "Companies with a legal due date ahead",
            ),
            companiesWithDuties,
            text("compté dans le calendrier des obligations", "counted in the calendar of duties"),
          );
    case "sole-suppliers":
      return counted(
        text(
          "Achats qui dépendent d'un seul fournisseur déclaré",
          "Purchases that depend on a single declared supplier",
        ),
        dependencies.filter(({ soleSupplier }) => soleSupplier === true).length,
        countedInInventory,
      );
    case "companies-with-lead":
      return shareOf(
        text("Établissements qui ont au moins une piste", "Establishments with at least one lead"),
        linked(synergies.flatMap(({ establishments }) => establishments)),
        inventory.establishments.length,
        text(
          "établissements cités par une piste ÷ établissements de l'inventaire",
          "establishments named by a lead ÷ establishments of the inventory",
        ),
      );
    case "companies-in-pool":
      return counted(
        text("Établissements cités par une mutualisation", "Establishments named by a mutualisation"),
        linked(
          synergies.filter(({ kind }) => kind === "mutualisation").flatMap(({ establishments }) => establishments),
        ),
        text("compté dans les pistes", "counted in the leads"),
      );
    case "public-consents":
      return counted(
        text("Entreprises qui acceptent d'être nommées publiquement", "Companies that agree to be named in public"),
        new Set(
          flows
            .filter(({ flow }) => flow.consents.some(({ to, fields }) => to === "public" && fields.includes("name")))
            .map(({ establishment }) => establishment.id),
        ).size,
        text("accords enregistrés dans l'inventaire", "consents recorded in the inventory"),
      );
    case "local-share": {
      const known = dependencies.filter(
        ({ spend, localShare }) => spend.state === "known" && localShare.state === "known",
      );
      const label = text(
        "Part des achats que des voisins pourraient couvrir (potentiel)",
        "Share of purchases that neighbours could cover (potential)",
      );
      const all = dependencies.filter(({ spend }) => spend.state === "known");
      const spent = all.reduce((total, { spend }) => total + (spend.value ?? 0), 0);
      if (spent <= 0) return notApplicable(label, "%");
      const covered = (end: "value" | "low" | "high") =>
        known.reduce((total, { spend, localShare }) => total + ((spend.value ?? 0) * (localShare[end] ?? 0)) / 100, 0);
      return derived(
        label,
        "%",
        text(
          "dépense des besoins × part que les pistes couvriraient ÷ dépense totale connue en matière, énergie et eau",
          "spending on needs × share that leads would cover ÷ known total spending on matter, energy and water",
        ),
        [],
        {
          value: (100 * covered("value")) / spent,
          low: (100 * covered("low")) / spent,
          high: (100 * covered("high")) / spent,
        },
      );
    }
    case "establishments-met":
      return counted(
        text("Établissements documentés", "Establishments documented"),
        inventory.establishments.length,
        countedInInventory,
      );
    case "quantities-known":
      return shareOf(
        text("Flux dont la quantité est connue", "Flows whose quantity is known"),
        flows.filter(({ yearly }) => yearly.state === "known").length,
        flows.length,
        text("flux chiffrés ÷ flux de l'inventaire", "flows with a quantity ÷ flows of the inventory"),
      );
    case "quantities-proven":
      return shareOf(
        text("Quantités mesurées ou facturées", "Quantities measured or invoiced"),
        flows.filter(
          ({ flow }) => flow.quantity !== null && (flow.evidence === "measured" || flow.evidence === "invoiced"),
        ).length,
        flows.filter(({ flow }) => flow.quantity !== null).length,
        text(
          "quantités mesurées ou facturées ÷ quantités données",
          "quantities measured or invoiced ÷ quantities given",
        ),
      );
    case "companies-linked":
      return counted(
        text("Établissements reliés par le plan", "Establishments linked by the plan"),
        linked(planned().flatMap(({ establishments }) => establishments)),
        countedInPlan,
      );
    case "sectors-linked": {
      const of = new Map(inventory.establishments.map((one) => [one.id, one.naf]));
      return counted(
        text("Secteurs (divisions NAF) reliés par le plan", "Sectors (NAF divisions) linked by the plan"),
        new Set(
          planned().flatMap(({ establishments }) => establishments.flatMap((one) => of.get(one)?.slice(0, 2) ?? [])),
        ).size,
        countedInPlan,
      );
    }
    case "plan-investment":
      return totalOf(
        text("Investissements du plan (potentiel)", "Investments of the plan (potential)"),
        "EUR",
        planned().map(({ investment }) => investment),
      );
    case "pooled-services":
      return counted(
        text("Mutualisations possibles", "Possible mutualisations"),
        synergies.filter(({ kind }) => kind === "mutualisation").length,
        text("compté dans les pistes", "counted in the leads"),
      );
    case "spare-spaces":
      return counted(
        text("Locaux et équipements disponibles signalés", "Spare premises and equipment reported"),
        flows.filter(
          ({ flow, resource }) =>
            flow.direction === "out" && (resource?.family === "space" || resource?.family === "equipment"),
        ).length,
        countedInInventory,
      );
  }
}

/** Σ of what is known; what is unknown stays out, and nothing known at all is no figure. */
function totalOf(label: Text, unit: string, figures: readonly Figure[]): Figure {
  const known = figures.filter(({ state }) => state === "known");
  return known.length === 0 ? notApplicable(label, unit) : sum(label, unit, known);
}
