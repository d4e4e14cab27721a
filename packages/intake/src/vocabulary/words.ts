import type { Consent, Evidence, Family, Flow, Territory, Visibility, WastePayer } from "@simbiosi/domain";
import { vocabulary } from "./vocabulary.ts";

export const directionWords = vocabulary<Flow["direction"]>(
  { in: "entrant", out: "sortant" },
  {
    in: ["e", "entrée", "entrants", "flux entrant", "besoin", "besoins", "demande", "input", "need", "needs"],
    out: [
      "s",
      "sortie",
      "sortants",
      "flux sortant",
      "offre",
      "offres",
      "output",
      "offer",
      "offers",
      "rejet",
      "ressource",
    ],
  },
);

export const familyWords = vocabulary<Family>(
  {
    matter: "matière",
    energy: "énergie",
    water: "eau",
    information: "information",
    service: "service",
    equipment: "équipement",
    space: "espace",
    skill: "compétence",
    logistics: "logistique",
  },
  {
    matter: ["matières", "matériau", "matériaux", "material", "materials"],
    energy: ["énergies"],
    water: ["eaux"],
    information: ["informations", "données", "data"],
    service: ["services", "prestation", "prestations"],
    equipment: ["équipements", "matériel", "machine", "machines"],
    space: ["espaces", "local", "locaux", "surface", "surfaces"],
    skill: ["compétences", "savoir-faire", "skills"],
    logistics: ["transport", "transports"],
  },
);

export const regularityWords = vocabulary<NonNullable<Flow["regularity"]>>(
  { continuous: "continu", seasonal: "saisonnier", "one-off": "ponctuel" },
  {
    continuous: ["continue", "régulier", "régulière", "permanent", "permanente", "regular"],
    seasonal: ["saisonnière"],
    "one-off": ["ponctuelle", "unique", "exceptionnel", "exceptionnelle", "une fois", "once"],
  },
);

export const statusWords = vocabulary<NonNullable<Flow["status"]>>(
  {
    waste: "déchet",
    "by-product": "sous-produit",
    product: "produit",
    surplus: "surplus",
    need: "besoin",
    capacity: "capacité",
  },
  {
    waste: ["déchets"],
    "by-product": ["sous-produits", "coproduit", "co-produit", "coproduits", "byproduct"],
    product: ["produits"],
    surplus: ["excédent", "excédents", "invendu", "invendus"],
    need: ["besoins"],
    capacity: ["capacités", "capacité disponible", "spare capacity"],
  },
);

export const visibilityWords = vocabulary<Visibility>(
  { facilitator: "animateur", territory: "territoire", public: "public" },
  {
    facilitator: ["animatrice", "animation", "confidentiel", "confidentielle", "privé"],
    territory: ["territorial"],
    public: ["publique", "tous"],
  },
);

export const payerWords = vocabulary<WastePayer>(
  { teom: "TEOM", "special-fee": "redevance spéciale", private: "contrat privé", epr: "REP" },
  {
    teom: ["taxe d'enlèvement des ordures ménagères", "taxe"],
    "special-fee": ["redevance", "RS", "REOM"],
    private: ["privé", "contrat", "prestataire", "prestataire privé"],
    epr: ["éco-organisme", "filière REP", "reprise REP"],
  },
);

export const evidenceWords = vocabulary<Evidence>(
  { measured: "mesuré", invoiced: "facturé", declared: "déclaré", estimated: "estimé", deduced: "déduit" },
  {
    measured: ["mesurée", "mesure", "pesé", "pesée", "compteur"],
    invoiced: ["facturée", "facture", "factures"],
    declared: ["déclarée", "déclaration", "déclaratif"],
    estimated: ["estimée", "estimation"],
    deduced: ["déduite", "déduction"],
  },
);

/** Outlets of today; any other words are kept as they are. */
export const routeWords = vocabulary(
  {
    landfill: "enfouissement",
    incineration: "incinération",
    recycling: "recyclage",
    composting: "compostage",
    digestion: "méthanisation",
    spreading: "épandage",
    sewer: "égout",
    export: "export",
    collected: "collecté",
    sold: "vendu",
    none: "aucun",
  },
  {
    landfill: ["décharge", "enfoui", "ISDND", "ISDI", "CET", "centre d'enfouissement", "mise en décharge"],
    incineration: ["incinéré", "incinérateur", "UVE", "UIOM", "brûlage"],
    recycling: ["recyclé", "filière de recyclage"],
    composting: ["composté", "compost", "plateforme de compostage"],
    digestion: ["méthanisé", "méthaniseur"],
    spreading: ["épandu", "plan d'épandage"],
    sewer: ["égouts", "réseau", "réseau d'assainissement", "tout-à-l'égout", "assainissement"],
    export: ["exporté", "exportation", "continent", "vers le continent"],
    collected: ["collecte", "collectée", "collecté par un prestataire"],
    sold: ["vendue", "vente", "revendu"],
    none: ["aucune", "rien", "néant", "pas d'exutoire"],
  },
);

export const territoryTypeWords = vocabulary<NonNullable<Territory["type"]>>(
  { ZA: "ZA", EPCI: "EPCI", PAT: "PAT", COOP: "COOP" },
  {
    ZA: ["zone d'activités", "zone d'activité", "ZAE", "ZI", "parc d'activités", "business park"],
    EPCI: ["intercommunalité", "communauté de communes", "communauté d'agglomération"],
    PAT: ["projet alimentaire territorial"],
    COOP: ["coopérative", "cooperative"],
  },
);

export const contextWords = vocabulary({ corse: "corse", continent: "continent" }, { corse: ["corsica"] });

export const consentFieldWords = vocabulary<Consent["fields"][number]>(
  { name: "nom", quantity: "quantité", gain: "gain" },
  { name: ["noms"], quantity: ["quantités", "quantities"], gain: ["gains"] },
);

/** Who may be told, besides an establishment. */
export const consentPartyWords = vocabulary(
  { funder: "funder", public: "public" },
  { funder: ["financeur", "financeurs"], public: ["tous"] },
);

export const yesNoWords = vocabulary(
  { yes: "oui", no: "non" },
  { yes: ["o", "vrai", "true", "1", "x", "y"], no: ["n", "faux", "false", "0"] },
);
