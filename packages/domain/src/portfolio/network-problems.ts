import type { Text } from "../text/text.ts";

/** What can be wrong in a NETWORK file, by stable code: what it is, then what to do next. */
export const networkProblems = {
  NETWORK_FORMAT: {
    fr: 'Ce fichier n\'est pas un réseau à optimiser : écrivez « "format": "simbiosi-network/1" » en tête du document.',
    en: 'This file is not a network to optimise: write "format": "simbiosi-network/1" at the top of the document.',
  },
  NETWORK_SHAPE: {
    fr: "Le réseau est mal écrit à « {where} » : {expectedFr}. Corrigez cette valeur, puis relancez ({others} autre(s) à voir).",
    en: 'The network is malformed at "{where}": {expectedEn}. Correct this value, then run again ({others} more to see).',
  },
  NETWORK_DUPLICATE_NODE: {
    fr: "Deux nœuds portent l'identifiant « {id} » : donnez à chacun le sien.",
    en: 'Two nodes have the id "{id}": give each its own.',
  },
  NETWORK_DUPLICATE_ARC: {
    fr: "Deux arcs portent l'identifiant « {id} » : donnez à chacun le sien.",
    en: 'Two arcs have the id "{id}": give each its own.',
  },
  NETWORK_UNKNOWN_NODE: {
    fr: "L'arc « {id} » cite le nœud « {node} », absent de la liste « nodes » : ajoutez ce nœud ou corrigez l'arc.",
    en: 'Arc "{id}" names node "{node}", which is not in "nodes": add this node or correct the arc.',
  },
  NETWORK_LOOP: {
    fr: "L'arc « {id} » part du nœud « {node} » et y revient : reliez deux nœuds différents.",
    en: 'Arc "{id}" leaves node "{node}" and comes back to it: link two different nodes.',
  },
  NETWORK_SINGLE_SOURCE_WITHOUT_DEMAND: {
    fr: "L'arc « {id} » doit apporter toute la demande de « {node} », qui n'en déclare aucune : indiquez « demand » ou retirez « single_source ».",
    en: 'Arc "{id}" must bring the whole demand of "{node}", which declares none: give "demand" or remove "single_source".',
  },
  NETWORK_UNKNOWN_DOSE: {
    fr: "L'arc « {id} » cite la dose « {dose} », absente de « doses » à son arrivée « {node} » : ajoutez-la ou corrigez l'arc.",
    en: 'Arc "{id}" names dose "{dose}", which is not in the "doses" of its end "{node}": add it or correct the arc.',
  },
  NETWORK_RUNS: {
    fr: "L'arc « {id} » cite « {node} » dans « runs » : ce doit être un nœud avec « facility », sans offre, ni demande, ni arc à lui. Ajoutez-le ou corrigez l'arc.",
    en: 'Arc "{id}" names "{node}" in "runs": it must be a node with a "facility", without supply, demand or arc of its own. Add it or correct the arc.',
  },
  NETWORK_CALENDAR: {
    fr: "Le nœud « {id} » a {periods} périodes dans « calendar », un autre {others} : donnez-leur le même nombre.",
    en: 'Node "{id}" has {periods} periods in "calendar", another {others}: give them the same number.',
  },
  NETWORK_NUMBER_RANGE: {
    fr: "La valeur {value} à « {where} » sort de ce que le calcul sait traiter (de {low} à {high}) : changez d'unité, ou laissez le champ vide s'il veut dire « sans limite ».",
    en: 'The value {value} at "{where}" is outside what the computation can handle ({low} to {high}): change the unit, or leave the field empty if it means "no limit".',
  },
} as const satisfies Record<string, Text>;

/** What was expected of a value, for `NETWORK_SHAPE`. */
export const expectations = {
  missing: { fr: "cette valeur manque", en: "this value is missing" },
  number: { fr: "un nombre est attendu", en: "a number is expected" },
  above: { fr: "un nombre plus grand que zéro est attendu", en: "a number above zero is expected" },
  positive: { fr: "un nombre au moins égal à zéro est attendu", en: "a number that is zero or more is expected" },
  text: { fr: "un texte non vide est attendu", en: "a text that is not empty is expected" },
  list: { fr: "une liste est attendue", en: "a list is expected" },
  object: { fr: "un objet est attendu", en: "an object is expected" },
  flag: { fr: "true ou false est attendu", en: "true or false is expected" },
  choice: { fr: "« min » ou « max » est attendu", en: '"min" or "max" is expected' },
  other: { fr: "cette valeur n'est pas reconnue", en: "this value is not recognised" },
} as const satisfies Record<string, Text>;
