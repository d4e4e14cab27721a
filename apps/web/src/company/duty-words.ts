import { catalogue } from "../words/catalogue.ts";
import { plurals } from "../words/plural.ts";

const [fr, en] = [plurals("fr"), plurals("en")];

/** What the law asks of a company, and what is still to be known to tell. */
export const dutyWords = catalogue(
  {
    applies: "S'applique",
    mayApply: "Peut s'appliquer",
    due: "Échéance",
    noDate: "En vigueur, sans date",
    nextStep: "À faire",
    because: "Parce que",
    asks: "Pour le savoir",
    basis: "Base",
    checkedOn: (day: string) => `vérifié le ${day}`,
    unsettled: (n: number) =>
      `${fr(n, "autre obligation dépend", "autres obligations dépendent")} de ce que vous n'avez pas encore dit :`,
    noDuty: "Rien à signaler avec ce que vous avez déclaré",
    everyYear: "chaque année",
    everyMonths: (n: number) => `tous les ${n} mois`,
    passedOn: (day: string) => `échéance passée : ${day}`,
  },
  {
    applies: "Applies",
    mayApply: "May apply",
    due: "Due",
    noDate: "In force, no date",
    nextStep: "To do",
    because: "Because",
    asks: "To know",
    basis: "Basis",
    checkedOn: (day: string) => `checked on ${day}`,
    unsettled: (n: number) =>
      `${en(n, "other obligation depends", "other obligations depend")} on what you have not said yet:`,
    noDuty: "Nothing to report with what you declared",
    everyYear: "every year",
    everyMonths: (n: number) => `every ${n} months`,
    passedOn: (day: string) => `date passed: ${day}`,
  },
);
