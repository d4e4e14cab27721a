import type {
  BarrierKind,
  BarrierOwner,
  Family,
  Lang,
  Meeting,
  Outcome,
  Priority,
  SynergyKind,
  Text,
} from "@simbiosi/domain";

/** Chooses the language once; builders then write `say("…", "…")` or `tell(text)`. */
export type Speech = {
  readonly lang: Lang;
  readonly say: (fr: string, en: string) => string;
  readonly tell: (text: Text) => string;
};

export const speech = (lang: Lang): Speech => ({
  lang,
  say: (fr, en) => (lang === "fr" ? fr : en),
  tell: (text) => text[lang],
});

/** « 1 piste », « 3 pistes »: French counts from two, English from anything but one. */
export const count = (n: number, lang: Lang, one: string, many: string): string =>
  `${n} ${(lang === "fr" ? n < 2 : n === 1) ? one : many}`;

export const kindWords: Record<SynergyKind, Text> = {
  substitution: { fr: "substitution", en: "substitution" },
  transformation: { fr: "transformation", en: "transformation" },
  mutualisation: { fr: "mutualisation", en: "mutualisation" },
  sharing: { fr: "partage de capacité", en: "sharing of capacity" },
};

export const outcomeWords: Record<Outcome, Text> = {
  ok: { fr: "rien à signaler", en: "nothing to report" },
  check: { fr: "à vérifier", en: "to be checked" },
  procedure: { fr: "procédure", en: "procedure" },
  forbidden: { fr: "interdit", en: "forbidden" },
};

export const familyWords: Record<Family, Text> = {
  matter: { fr: "Matière", en: "Matter" },
  energy: { fr: "Énergie", en: "Energy" },
  water: { fr: "Eau", en: "Water" },
  information: { fr: "Information", en: "Information" },
  service: { fr: "Services", en: "Services" },
  equipment: { fr: "Équipements", en: "Equipment" },
  space: { fr: "Espaces", en: "Spaces" },
  skill: { fr: "Compétences", en: "Skills" },
  logistics: { fr: "Logistique", en: "Logistics" },
};

export const barrierWords: Record<BarrierKind, Text> = {
  organisation: { fr: "organisation", en: "organisation" },
  governance: { fr: "gouvernance", en: "governance" },
  adaptation: { fr: "adaptation du flux", en: "adaptation of the flow" },
  regulation: { fr: "réglementation", en: "regulation" },
  economics: { fr: "économie", en: "economics" },
  "volume-season": { fr: "volume ou saison", en: "volume or season" },
  distance: { fr: "distance", en: "distance" },
  quality: { fr: "qualité", en: "quality" },
  confidentiality: { fr: "confidentialité", en: "confidentiality" },
};

export const ownerWords: Record<BarrierOwner, Text> = {
  facilitator: { fr: "l'animation", en: "the facilitator" },
  offer: { fr: "le donneur", en: "the giver" },
  need: { fr: "le preneur", en: "the taker" },
  territory: { fr: "la collectivité", en: "the territory" },
  funder: { fr: "le financeur", en: "the funder" },
  administration: { fr: "l'administration", en: "the administration" },
};

export const priorityWords: Record<Priority, Text> = {
  high: { fr: "élevée", en: "high" },
  medium: { fr: "moyenne", en: "medium" },
  low: { fr: "basse", en: "low" },
};

export const upcomingWords: Text = { fr: "à venir", en: "upcoming" };

export const bodyWords: Record<Meeting["body"], { readonly short: Text; readonly full: Text }> = {
  copil: {
    short: { fr: "COPIL", en: "Steering committee" },
    full: { fr: "Comité de pilotage (COPIL)", en: "Steering committee" },
  },
  cotech: {
    short: { fr: "COTECH", en: "Technical committee" },
    full: { fr: "Comité technique (COTECH)", en: "Technical committee" },
  },
};

/** « mars 2027 », "March 2027": as precise as a plan is. */
export const monthOf = (day: string, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));

/** Stamped on every document that holds what companies told the facilitator. */
export const confidentialStamp: Text = {
  fr: "Confidentiel : réservé à l'animation du territoire",
  en: "Confidential: for the territory's facilitator only",
};

/** Small print of every document that shows a verdict of law. */
export const notLegalAdvice: Text = {
  fr: "Aide à la décision, pas un avis juridique",
  en: "Decision support, not legal advice",
};
