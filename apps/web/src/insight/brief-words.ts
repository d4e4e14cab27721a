import { catalogue } from "../words/catalogue.ts";
import { plurals } from "../words/plural.ts";

const [fr, en] = [plurals("fr"), plurals("en")];

export const briefWords = catalogue(
  {
    title: "Le territoire en bref",
    help: "Ce que les entreprises ont déclaré, en totaux seulement. Tout gain est potentiel : rien n'est encore réalisé.",
    rule: (units: number, share: number) =>
      `Secret statistique : un nombre n'est montré que si ${units} entreprises au moins le composent et qu'aucune n'en fait plus de ${share} %. D'autres nombres sont masqués pour que les premiers ne se devinent pas par différence.`,
    counts: "Participation",
    establishments: "Établissements",
    flows: "Flux déclarés",
    leads: "Pistes repérées",
    plan: "Ce que le plan pourrait apporter",
    hidden: "masqué",
    hiddenHelp: "masqué : secret statistique",
    told: (title: string, shown: number, hidden: number) =>
      `${title} : ${fr(shown, "nombre montré", "nombres montrés")}, ${fr(hidden, "masqué", "masqués")}.`,
    nature: "Nature",
    stakes: "Enjeux",
    totals: "Total",
    all: "Total",
    measure: "Mesure",
    value: "Valeur",
    unit: "Unité",
    tables: "Ressources déclarées",
    nothing: "Les totaux sont calculés après l'import des premières entreprises.",
  },
  {
    title: "The territory in brief",
    help: "What companies declared, as totals only. Every gain is potential: nothing is realised yet.",
    rule: (units: number, share: number) =>
      `Statistical secrecy: a number shows only where ${units} companies or more make it up and none makes more than ${share} % of it. Other numbers are hidden so that the first cannot be worked out by difference.`,
    counts: "Participation",
    establishments: "Establishments",
    flows: "Declared flows",
    leads: "Leads found",
    plan: "What the plan could bring",
    hidden: "hidden",
    hiddenHelp: "hidden: statistical secrecy",
    told: (title: string, shown: number, hidden: number) =>
      `${title}: ${en(shown, "number", "numbers")} shown, ${hidden} hidden.`,
    nature: "Nature",
    stakes: "Stakes",
    totals: "Total",
    all: "Total",
    measure: "Measure",
    value: "Value",
    unit: "Unit",
    tables: "Declared resources",
    nothing: "Totals are worked out once the first companies are imported.",
  },
);
