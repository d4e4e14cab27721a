import { text } from "@simbiosi/domain";
import { contextWords, territoryTypeWords, yesNoWords } from "../vocabulary/words.ts";
import type { Field } from "./field.ts";
import { number, oneOf, oneOfOrWords, siren, words, yesNo } from "./scalar-kinds.ts";
import { inseeList } from "./structured-kinds.ts";

/** The rows of the sheet Territoire. */
export const territoryFields: readonly Field[] = [
  { key: "name", header: "Nom", kind: words, width: 40, help: text("Nom du territoire", "Name of the territory") },
  {
    key: "type",
    header: "Type (ZA, EPCI, PAT, COOP)",
    kind: oneOf(territoryTypeWords),
    choices: territoryTypeWords.choices,
    width: 20,
    help: text(
      "Zone d'activités, intercommunalité, projet alimentaire territorial ou coopérative",
      "Business park, intercommunality, territorial food project or cooperative",
    ),
  },
  { key: "siren", header: "SIREN", kind: siren, width: 14, help: text("9 chiffres", "9 digits") },
  {
    key: "insee",
    header: "Communes (codes INSEE)",
    kind: inseeList,
    width: 30,
    help: text("Codes séparés par des points-virgules", "Codes separated by semicolons"),
  },
  {
    key: "previously_supported",
    header: "Déjà soutenu (oui/non)",
    kind: yesNo,
    choices: yesNoWords.choices,
    width: 10,
    help: text("Le territoire a déjà été aidé pour cette démarche", "The territory was supported before"),
  },
  {
    key: "facilitator_fte",
    header: "Animation (ETP)",
    kind: number({ min: 0, percent: "share" }),
    width: 10,
    help: text("Équivalent temps plein de l'animation", "Full-time equivalent of facilitation"),
  },
  {
    key: "internal_facilitation",
    header: "Animation interne (oui/non)",
    kind: yesNo,
    choices: yesNoWords.choices,
    width: 10,
    help: text("L'animation est faite par la structure elle-même", "Facilitation is done by the body itself"),
  },
  {
    key: "context",
    header: "Contexte",
    kind: oneOfOrWords(contextWords),
    choices: contextWords.choices,
    width: 14,
    help: text("Jeu de paramètres du territoire : corse, continent", "Context pack: corse, continent"),
  },
];
