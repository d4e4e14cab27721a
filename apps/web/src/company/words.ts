import { catalogue } from "../words/catalogue.ts";
import { plurals } from "../words/plural.ts";

const [fr, en] = [plurals("fr"), plurals("en")];

/** What a company finds when it opens its link, and what its screens say alike. */
export const companyWords = catalogue(
  {
    welcome: (name: string) => `Bonjour, ${name}`,
    tenMinutes: "Dix minutes suffisent. Vous pouvez vous arrêter et revenir : tout est gardé.",
    siteHelp: "Qui vous êtes, vos horaires, votre toiture",
    flowsHelp: "Ce que vous avez en trop, ce qu'il vous faut",
    proposalsHelp: "Ce que d'autres entreprises pourraient échanger avec vous",
    dutiesHelp: "Ce que la loi vous demande, par échéance",
    privacyHelp: "Qui voit quoi, et vos accords",
    dataHelp: "Tout emporter, ou tout effacer",
    toAnswer: (n: number) => `${n} à répondre`,
    flowCount: (n: number) => fr(n, "flux", "flux"),
    done: "rempli",
    todo: "à remplir",
    saved: "Enregistré.",
    savedLater: "Gardé sur l'appareil : part au retour du réseau.",
    revoke: "Retirer cet accord",
    revoked: "Accord retiré.",
    needed: "À remplir.",
    wrongNumber: "Un nombre est attendu, par exemple 12,5.",
    wrongCode: "Six chiffres, par exemple 02 03 04.",
  },
  {
    welcome: (name: string) => `Hello, ${name}`,
    tenMinutes: "Ten minutes are enough. You can stop and come back: everything is kept.",
    siteHelp: "Who you are, your hours, your roof",
    flowsHelp: "What you have too much of, what you need",
    proposalsHelp: "What other companies could exchange with you",
    dutiesHelp: "What the law asks of you, by date",
    privacyHelp: "Who sees what, and what you agreed to",
    dataHelp: "Take everything out, or erase it",
    toAnswer: (n: number) => `${n} to answer`,
    flowCount: (n: number) => en(n, "flow", "flows"),
    done: "filled in",
    todo: "to fill in",
    saved: "Saved.",
    savedLater: "Kept on the device: it leaves when the network is back.",
    revoke: "Take this agreement back",
    revoked: "Agreement taken back.",
    needed: "To be filled in.",
    wrongNumber: "A number is expected, for example 12.5.",
    wrongCode: "Six digits, for example 02 03 04.",
  },
);
