import type { Text } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import type { Speech } from "../speech/speech.ts";

/** The words of the trade, as this document means them. */
const terms: readonly { readonly term: Text; readonly means: Text }[] = [
  {
    term: { fr: "Établissement", en: "Establishment" },
    means: {
      fr: "Un site d'une entreprise ou d'un service public, avec son SIRET.",
      en: "A site of a company or of a public body, with its own registration number.",
    },
  },
  {
    term: { fr: "Flux", en: "Flow" },
    means: {
      fr: "Ce qu'un établissement peut donner (offre) ou cherche (besoin) : matière, énergie, eau, information, service, équipement, espace, compétence, logistique.",
      en: "What an establishment can give (offer) or looks for (need): matter, energy, water, information, service, equipment, space, skill, logistics.",
    },
  },
  {
    term: { fr: "Synergie", en: "Synergy" },
    means: {
      fr: "Un échange ou un partage entre deux établissements au moins, au bénéfice de chacun.",
      en: "An exchange or sharing between two establishments or more, for the benefit of each.",
    },
  },
  {
    term: { fr: "Substitution", en: "Substitution" },
    means: {
      fr: "Le flux de l'un remplace tel quel un achat de l'autre.",
      en: "One's flow replaces another's purchase as it is.",
    },
  },
  {
    term: { fr: "Transformation", en: "Transformation" },
    means: {
      fr: "Un procédé rend le flux utilisable avant l'échange.",
      en: "A process makes the flow usable before the exchange.",
    },
  },
  {
    term: { fr: "Mutualisation", en: "Mutualisation" },
    means: { fr: "Un même besoin, acheté ou organisé ensemble.", en: "The same need, bought or organised together." },
  },
  {
    term: { fr: "Partage de capacité", en: "Sharing of capacity" },
    means: {
      fr: "Un équipement, un espace ou une personne sert à d'autres quand il est libre.",
      en: "Equipment, a space or a person serves others when free.",
    },
  },
  {
    term: { fr: "Piste", en: "Lead" },
    means: {
      fr: "Une synergie possible, chiffrée mais pas encore discutée.",
      en: "A possible synergy, with figures but not yet discussed.",
    },
  },
  {
    term: { fr: "Plan", en: "Plan" },
    means: {
      fr: "Les pistes qui tiennent ensemble : aucune tonne donnée deux fois.",
      en: "The leads that hold together: no tonne given twice.",
    },
  },
  {
    term: { fr: "Potentiel, convenu, réalisé", en: "Potential, agreed, realised" },
    means: {
      fr: "Ce qui se calcule, ce qui est signé, ce qui a été mesuré. Les trois ne s'additionnent jamais.",
      en: "What is computed, what is signed, what was measured. The three never add up.",
    },
  },
  {
    term: { fr: "Situation de référence", en: "Counterfactual" },
    means: {
      fr: "Ce qui se passe sans la synergie : l'exutoire et le fournisseur d'aujourd'hui. Tout gain s'y compare.",
      en: "What happens without the synergy: today's outlet and supplier. Every gain is measured against it.",
    },
  },
  {
    term: { fr: "Intervalle", en: "Interval" },
    means: {
      fr: "Les bornes entre lesquelles la valeur se trouve sans doute ; large quand la donnée est pauvre.",
      en: "The bounds between which the value most likely lies; wide when the datum is poor.",
    },
  },
  {
    term: { fr: "Huit fois sur dix", en: "Eight times in ten" },
    means: {
      fr: "Cent tirages des entrées, chacune dans son intervalle : les dix plus bas et les dix plus hauts sont laissés de côté.",
      en: "A hundred draws of the inputs, each within its interval: the ten lowest and the ten highest are left aside.",
    },
  },
  {
    term: { fr: "Exutoire", en: "Outlet" },
    means: { fr: "Où part un déchet aujourd'hui, et à quel prix.", en: "Where a waste goes today, and at what price." },
  },
  {
    term: { fr: "Coproduit, déchet", en: "By-product, waste" },
    means: {
      fr: "Deux statuts de droit : le premier s'utilise directement sous conditions, le second relève du droit des déchets.",
      en: "Two legal statuses: the first may be used directly under conditions, the second falls under waste law.",
    },
  },
  {
    term: { fr: "Frein et levier", en: "Barrier and lever" },
    means: {
      fr: "Ce qui retient une piste, et ce qui la débloque.",
      en: "What holds a lead back, and what unblocks it.",
    },
  },
  {
    term: { fr: "Facilité", en: "Ease" },
    means: {
      fr: "De 0 à 100 : peu de parties, près, sans procédé, droit clair, contrats qui finissent.",
      en: "From 0 to 100: few parties, near, no process, clear law, contracts ending.",
    },
  },
  {
    term: { fr: "COPIL, COTECH", en: "Steering and technical committee" },
    means: {
      fr: "Le comité qui décide, et celui qui fait avancer.",
      en: "The one that decides, and the one that moves things on.",
    },
  },
  {
    term: { fr: "ETP", en: "FTE" },
    means: { fr: "Équivalent temps plein : 0,5 est un mi-temps.", en: "Full-time equivalent: 0.5 is half a post." },
  },
  {
    term: { fr: "tCO₂e", en: "tCO₂e" },
    means: {
      fr: "Tonne d'équivalent CO₂ : tous les gaz à effet de serre ramenés à un seul.",
      en: "Tonne of CO₂ equivalent: all greenhouse gases brought to one.",
    },
  },
];

export const glossary = ({ say, tell }: Speech): readonly Block[] => [
  { kind: "heading", level: 1, text: say("Annexe : glossaire", "Annex: glossary"), numbered: false },
  {
    kind: "table",
    caption: null,
    columns: [
      { header: say("Mot", "Word"), kind: "text", width: 2.2 },
      { header: say("Ce qu'il veut dire ici", "What it means here"), kind: "text", width: 6 },
    ],
    rows: terms.map(({ term, means }) => [[{ kind: "strong", text: tell(term) }], tell(means)]),
    empty: "–",
  },
];
