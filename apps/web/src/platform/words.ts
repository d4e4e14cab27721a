import { catalogue } from "../words/catalogue.ts";

export const platformWords = catalogue(
  {
    title: "Territoires de la plateforme",
    empty: "Aucun territoire encore : ouvrez le premier ci-dessous.",
    name: "Nom du territoire",
    type: "Type",
    types: {
      "": "Non précisé",
      ZA: "Zone d'activités",
      EPCI: "Intercommunalité (EPCI)",
      PAT: "Projet alimentaire territorial",
      COOP: "Coopérative",
    },
    context: "Contexte",
    contexts: { "": "Général", corse: "Corse" },
    opened: "Ouvert le",
    look: "Voir",
    account: "Mon compte",
    open: "Ouvrir un territoire",
    openHelp:
      "Le territoire est vide ; son animateur reçoit une invitation par courriel. Vous ne voyez ni ses entreprises ni ses flux.",
    facilitator: "Nom de l'animateur ou de l'animatrice",
    email: "Son adresse électronique",
    create: "Ouvrir et inviter",
    done: (name: string) => `« ${name} » est ouvert ; l'invitation est partie.`,
  },
  {
    title: "Territories of the platform",
    empty: "No territory yet: open the first one below.",
    name: "Name of the territory",
    type: "Type",
    types: {
      "": "Not said",
      ZA: "Business park",
      EPCI: "Intercommunality (EPCI)",
      PAT: "Territorial food project",
      COOP: "Cooperative",
    },
    context: "Context",
    contexts: { "": "General", corse: "Corsica" },
    opened: "Opened on",
    look: "Look",
    account: "My account",
    open: "Open a territory",
    openHelp:
      "The territory is empty; its facilitator is invited by mail. You see neither its companies nor its flows.",
    facilitator: "Name of the facilitator",
    email: "Their email address",
    create: "Open and invite",
    done: (name) => `“${name}” is open; the invitation is on its way.`,
  },
);
