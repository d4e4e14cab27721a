import { catalogue } from "../words/catalogue.ts";
import { plurals } from "../words/plural.ts";

const [fr, en] = [plurals("fr"), plurals("en")];

export const insightWords = catalogue(
  {
    working: "Calcul en cours d'après la dernière recherche de pistes. Cette page se met à jour d'elle-même.",
    stale: "Les données ont changé : ces chiffres sont recalculés, la page se met à jour d'elle-même.",
    stakes: "Enjeux",
    stakesHelp:
      "Les enjeux que nomme l'appel à candidatures, chacun avec ses preuves : calculées d'après l'inventaire, ou déclarées par le territoire. Aucun n'est noté.",
    company: "Pour les entreprises",
    territory: "Pour le territoire",
    stake: "Enjeu",
    shows: "Ce qui le montre",
    documented: (n: number, all: number) =>
      `${fr(n, "enjeu est documenté", "enjeux sont documentés")} sur ${all} ; les autres disent ce qu'il reste à réunir.`,
    toDocument: "à documenter",
    isDocumented: "documenté",
    reduction: "Réduire d'abord",
    reductionHelp:
      "Le déchet le moins cher est celui qui n'apparaît pas. Ces actions se mènent dans une seule entreprise : ce ne sont pas des synergies, et leurs gains ne s'ajoutent pas aux leurs. Tout est potentiel.",
    levers: {
      prevention: "Prévenir le déchet",
      "internal-reuse": "Réemployer sur place",
      energy: "Économiser l'énergie",
      water: "Économiser l'eau",
    },
    lever: "Levier",
    allLevers: "Tous les leviers",
    flow: "Flux",
    site: "Entreprise",
    measure: "Mesure",
    fullCost: "Coût complet d'une unité",
    visibleCost: "dont visible",
    gain: "Gain par an",
    unit: "Unité",
    avoided: "Évité par an",
    investment: "Investissement",
    reductionSentence: (n: number, best: string) =>
      n === 0
        ? "Aucune action de réduction repérée sur les flux déclarés."
        : `${fr(n, "action repérée", "actions repérées")} ; la plus forte : ${best}. Les dix premières sont dessinées, avec leur intervalle.`,
    bestReductions: "Gain annuel des premières réductions (potentiel)",
    dependence: "La dépendance aux approvisionnements",
    dependenceHelp: "Les achats les plus lourds, et ce que des voisins pourraient y changer.",
    need: "Besoin",
    spend: "Dépense par an",
    finding: "Constat",
    noReduction: "Rien à réduire pour l'instant",
    noReductionHelp:
      "Les actions apparaissent dès que des quantités, des coûts ou des déchets sont saisis dans les fiches des entreprises.",
    flows: "Flux",
  },
  {
    working: "Being worked out from the last search for leads. This page updates by itself.",
    stale: "The data have changed: these figures are being worked out again, the page updates by itself.",
    stakes: "Stakes",
    stakesHelp:
      "The stakes that the call names, each with its evidence: worked out from the inventory, or declared by the territory. None is scored.",
    company: "For companies",
    territory: "For the territory",
    stake: "Stake",
    shows: "What shows it",
    documented: (n: number, all: number) =>
      `${en(n, "stake is documented", "stakes are documented")} out of ${all}; the others say what is still to be gathered.`,
    toDocument: "to be documented",
    isDocumented: "documented",
    reduction: "Reduce first",
    reductionHelp:
      "The cheapest waste is the one that does not arise. These actions take place in one company: they are no synergies, and their gains do not add to those. Everything is potential.",
    levers: {
      prevention: "Prevent waste",
      "internal-reuse": "Reuse on site",
      energy: "Save energy",
      water: "Save water",
    },
    lever: "Lever",
    allLevers: "All levers",
    flow: "Flow",
    site: "Company",
    measure: "Measure",
    fullCost: "Full cost of one unit",
    visibleCost: "of which visible",
    gain: "Gain a year",
    unit: "Unit",
    avoided: "Avoided a year",
    investment: "Investment",
    reductionSentence: (n: number, best: string) =>
      n === 0
        ? "No reduction found on the declared flows."
        : `${en(n, "action", "actions")} found; the strongest: ${best}. The first ten are drawn, with their interval.`,
    bestReductions: "Yearly gain of the first reductions (potential)",
    dependence: "Dependence on supplies",
    dependenceHelp: "The heaviest purchases, and what neighbours could change.",
    need: "Need",
    spend: "Spending a year",
    finding: "Finding",
    noReduction: "Nothing to reduce yet",
    noReductionHelp: "Actions appear as soon as quantities, costs or waste are entered on the sheets of companies.",
    flows: "Flows",
  },
);
