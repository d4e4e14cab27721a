import { catalogue } from "../words/catalogue.ts";

/** What is said of a company itself: who it is, when it works, where its people live. */
export const siteWords = catalogue(
  {
    name: "Raison sociale",
    siret: "SIRET",
    naf: "Activité (code NAF)",
    staff: "Effectif sur le site",
    shifts: "Horaires des équipes",
    shiftsHelp: "Par exemple 06:00-14:00 ; 14:00-22:00",
    communes: "Communes où habite le personnel",
    communesHelp:
      "Des nombres seulement, jamais des personnes : 2B033=14 ; 2B037=7 (code INSEE de la commune = effectif)",
    roof: "Toiture utilisable (m²)",
    payer: "Qui paie l'enlèvement de vos déchets ?",
    payers: {
      "": "non précisé",
      teom: "La commune, par la taxe (TEOM)",
      "special-fee": "La commune, par une redevance spéciale",
      private: "Nous, par un contrat privé",
      epr: "Une filière (éco-organisme)",
    },
    zone: "Zone d'activités",
    notUnderstood: (example: string) => `Non compris. Exemple : ${example}`,
    siteDefault: "Par défaut, qui peut connaître vos flux ?",
  },
  {
    name: "Name",
    siret: "SIRET",
    naf: "Activity (NAF code)",
    staff: "Staff on site",
    shifts: "Hours of the shifts",
    shiftsHelp: "For example 06:00-14:00; 14:00-22:00",
    communes: "Communes where your staff live",
    communesHelp: "Numbers only, never people: 2B033=14; 2B037=7 (INSEE code of the commune = head count)",
    roof: "Usable roof (m²)",
    payer: "Who pays for your waste to be taken away?",
    payers: {
      "": "not said",
      teom: "The commune, by the tax (TEOM)",
      "special-fee": "The commune, by a special fee",
      private: "We do, by a private contract",
      epr: "A producer scheme",
    },
    zone: "Business area",
    notUnderstood: (example: string) => `Not understood. Example: ${example}`,
    siteDefault: "By default, who may know your flows?",
  },
);
