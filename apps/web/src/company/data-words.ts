import { catalogue } from "../words/catalogue.ts";
import { plurals } from "../words/plural.ts";

const [fr, en] = [plurals("fr"), plurals("en")];

/** All that is kept of a company: to take out, to erase. */
export const dataWords = catalogue(
  {
    takeOut: "Emporter mes données",
    takeOutHelp:
      "Votre fiche, vos flux, vos réponses, vos accords, l'historique et les liens : tout ce que Simbiosi sait de vous.",
    asWorkbook: "Classeur (XLSX) : fiche et flux",
    asJson: "Tout (JSON)",
    erase: "Quitter et effacer",
    eraseHelp:
      "Votre entreprise quitte le territoire. Vos flux, vos réponses, vos contacts, les visites, les messages et fichiers qui vous concernent et l'historique sont effacés pour toujours, avec les fichiers importés et les documents où vous figurez ; vos liens ne s'ouvrent plus. L'animation est prévenue par courriel et doit effacer ce qu'elle garde ailleurs (classeurs, documents téléchargés). Le journal garde la trace qu'un effacement a eu lieu, sans rien de ce qui était écrit. Si vous participez à un autre territoire, votre fiche et vos flux y restent.",
    eraseWord: "EFFACER",
    eraseType: "Écrivez EFFACER pour confirmer",
    eraseButton: "Effacer définitivement",
    erasedTitle: "Vos données sont effacées",
    erased: (flows: number) =>
      `${fr(flows, "flux effacé", "flux effacés")}. L'animation est prévenue. Vous pouvez fermer cette page.`,
    erasedElsewhere: "Votre fiche reste dans un autre territoire auquel vous participez.",
  },
  {
    takeOut: "Take my data out",
    takeOutHelp: "Your sheet, flows, answers, agreements, history and links: all that Simbiosi knows of you.",
    asWorkbook: "Workbook (XLSX): sheet and flows",
    asJson: "Everything (JSON)",
    erase: "Leave and erase",
    eraseHelp:
      "Your company leaves the territory. Your flows, answers, contacts, visits, the messages and files about you and the history are erased for ever, with the imported files and the documents you stand in; your links no longer open. The facilitator is told by mail and must erase what is kept elsewhere (workbooks, downloaded documents). The trail keeps the fact that an erasure took place, and nothing of what was written. If you take part in another territory, your sheet and flows stay there.",
    eraseWord: "ERASE",
    eraseType: "Write ERASE to confirm",
    eraseButton: "Erase for ever",
    erasedTitle: "Your data are erased",
    erased: (flows: number) =>
      `${en(flows, "flow erased", "flows erased")}. The facilitator has been told. You may close this page.`,
    erasedElsewhere: "Your sheet stays in another territory that you take part in.",
  },
);
