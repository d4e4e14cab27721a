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

const routeNames: Readonly<Record<string, Text>> = {
  landfill: { fr: "enfouissement", en: "landfill" },
  incineration: { fr: "incinération", en: "incineration" },
  recycling: { fr: "recyclage", en: "recycling" },
  composting: { fr: "compostage", en: "composting" },
  digestion: { fr: "méthanisation", en: "anaerobic digestion" },
  spreading: { fr: "épandage", en: "spreading on land" },
  sewer: { fr: "égout", en: "sewer" },
  export: { fr: "expédition hors du territoire", en: "shipped out of the territory" },
  collected: { fr: "collecte", en: "collection" },
  sold: { fr: "vente", en: "sale" },
  none: { fr: "non utilisé", en: "not used" },
};

/** Where an offer goes today, as a name; a company's own words are repeated as they are. */
export const routeWords = (route: string | null, lang: Lang): string =>
  route === null ? (lang === "fr" ? "exutoire inconnu" : "unknown outlet") : (routeNames[route]?.[lang] ?? route);

export const kindTitles: Record<SynergyKind, Text> = {
  substitution: { fr: "Substitutions", en: "Substitutions" },
  transformation: { fr: "Transformations", en: "Transformations" },
  mutualisation: { fr: "Mutualisations", en: "Mutualisations" },
  sharing: { fr: "Partages de capacité", en: "Sharing of capacity" },
};

export const kindAbout: Record<SynergyKind, Text> = {
  substitution: {
    fr: "Le flux de l'un remplace tel quel un achat de l'autre.",
    en: "One's flow replaces another's purchase as it is.",
  },
  transformation: {
    fr: "Un procédé, chez l'un, chez l'autre ou chez un tiers, rend le flux utilisable.",
    en: "A process, at one's, the other's or a third party's, makes the flow usable.",
  },
  mutualisation: {
    fr: "Un même besoin, acheté ou organisé ensemble. Le gain est partagé au prorata de ce que chacun économise.",
    en: "The same need, bought or organised together. The gain is shared in proportion to what each saves.",
  },
  sharing: {
    fr: "Un équipement, un espace ou une personne sert à d'autres quand il est libre.",
    en: "Equipment, a space or a person serves others when free.",
  },
};
