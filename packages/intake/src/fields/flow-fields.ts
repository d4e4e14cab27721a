import { text } from "@simbiosi/domain";
import type { RefusalCode } from "../refusals/sentences.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import { parseScaled, periodWords, unitWords } from "../vocabulary/units.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import {
  directionWords,
  evidenceWords,
  familyWords,
  payerWords,
  regularityWords,
  routeWords,
  statusWords,
  visibilityWords,
} from "../vocabulary/words.ts";
import type { Field } from "./field.ts";
import { cpa, day, number, oneOf, oneOfOrWords, wasteCode, words } from "./scalar-kinds.ts";
import { consents, months, quality } from "./structured-kinds.ts";

const choice = <Key extends string>(list: Vocabulary<Key>, code?: RefusalCode) => ({
  kind: oneOf(list, code),
  choices: list.choices,
});

/** "(€/t)", "(€ HT)", "(EUR par tonne)": euros without VAT, by a unit or by none. */
const unitCostHint = (hint: string): boolean => {
  const [money, by, ...more] = hint.split(/\/|\s+(?:par|per)\s+/i);
  const euros = /^(eur|euros?)(ht|horstaxes?)?$/.test(foldKey(money ?? ""));
  return euros && more.length === 0 && (by === undefined || foldKey(by.replace(/\bHT\b/i, "")) !== "");
};

/** The columns of the sheet Flux, in the order written; the twelve months stand where `months` is. */
export const flowFields: readonly Field[] = [
  {
    key: "id",
    header: "Identifiant",
    kind: words,
    width: 24,
    help: text(
      "Unique dans le fichier ; fait de l'établissement et de la désignation si vide",
      "Unique in the file; made from the establishment and the label when empty",
    ),
  },
  {
    key: "establishment",
    header: "Établissement",
    kind: words,
    width: 24,
    help: text("Obligatoire : identifiant, SIRET ou nom", "Required: id, SIRET or name"),
  },
  {
    key: "direction",
    header: "Sens",
    ...choice(directionWords),
    width: 10,
    help: text("Obligatoire : entrant (besoin) ou sortant (offre)", "Required: in (need) or out (offer)"),
  },
  {
    key: "family",
    header: "Famille",
    ...choice(familyWords),
    width: 13,
    help: text("Déduite si vide", "Deduced when empty"),
  },
  {
    key: "label",
    header: "Désignation",
    kind: words,
    width: 34,
    help: text("Obligatoire : les mots de l'entreprise", "Required: the words the company uses"),
  },
  {
    key: "resource",
    header: "Ressource",
    kind: words,
    width: 20,
    help: text("Classe de la taxonomie, si elle est connue", "Class of the taxonomy, when known"),
  },
  {
    key: "waste_code",
    header: "Code déchet",
    kind: wasteCode,
    width: 12,
    help: text(
      "Six chiffres de la liste européenne, étoile si dangereux",
      "Six digits of the List of Waste, a star when hazardous",
    ),
  },
  { key: "cpa", header: "Code produit", kind: cpa, width: 12, help: text("Code CPA", "CPA code") },
  {
    key: "quantity",
    header: "Quantité",
    kind: number({ min: 0, code: "QUANTITY_UNREADABLE" }),
    hint: (hint) => parseScaled(hint) !== undefined,
    width: 11,
    help: text(
      "Un nombre ; vide si inconnu, jamais zéro par défaut",
      "One number; empty when unknown, never zero by default",
    ),
  },
  {
    key: "unit",
    header: "Unité",
    ...choice(unitWords, "UNIT_UNKNOWN"),
    width: 9,
    help: text("kg, t, m3, kWh, pièce…", "kg, t, m3, kWh, piece…"),
  },
  {
    key: "period",
    header: "Période",
    ...choice(periodWords),
    width: 10,
    help: text(
      "La quantité est par an, mois, semaine, jour, heure, ou une fois",
      "The quantity is per year, month, week, day, hour, or once",
    ),
  },
  {
    key: "months",
    header: "Saison",
    kind: months,
    width: 6,
    help: text(
      "Douze poids dans Janv … Déc, ou une colonne Saison : nov-janv, été, juin, juillet",
      "Twelve weights in Janv … Déc, or one column Saison: nov-jan, summer, june, july",
    ),
  },
  {
    key: "regularity",
    header: "Régularité",
    ...choice(regularityWords),
    width: 12,
    help: text("Continu, saisonnier, ponctuel", "Continuous, seasonal, one-off"),
  },
  { key: "date", header: "Date", kind: day, width: 11, help: text("Jour d'un flux ponctuel", "Day of a one-off flow") },
  {
    key: "status",
    header: "Statut",
    ...choice(statusWords),
    width: 13,
    help: text(
      "Déchet, sous-produit, produit, surplus, besoin, capacité",
      "Waste, by-product, product, surplus, need, capacity",
    ),
  },
  {
    key: "quality",
    header: "Qualité",
    kind: quality,
    width: 30,
    help: text(
      "clé=valeur; clé=valeur, par exemple dry_matter_pct=40; form=pâteux",
      "key=value; key=value, for example dry_matter_pct=40; form=paste",
    ),
  },
  {
    key: "route",
    under: "current",
    header: "Exutoire actuel",
    kind: oneOfOrWords(routeWords),
    choices: routeWords.choices,
    width: 20,
    help: text("Où va l'offre aujourd'hui", "Where the offer goes today"),
  },
  {
    key: "supplier",
    under: "current",
    header: "Fournisseur actuel",
    kind: words,
    width: 20,
    help: text("Qui fournit le besoin aujourd'hui", "Who supplies the need today"),
  },
  {
    key: "unit_cost_eur",
    under: "current",
    header: "Coût unitaire",
    unit: "€ HT",
    kind: number(),
    hint: unitCostHint,
    width: 12,
    help: text(
      "€ hors taxes par unité, négatif si l'entreprise est payée",
      "EUR excluding VAT per unit, negative when paid",
    ),
  },
  {
    key: "payer",
    under: "current",
    header: "Payeur",
    ...choice(payerWords),
    width: 18,
    help: text("Vide : celui de l'établissement", "Empty: the establishment's"),
  },
  {
    key: "contract_end",
    under: "current",
    header: "Fin de contrat",
    kind: day,
    width: 13,
    help: text("Jour où le contrat actuel se termine", "Day when today's contract ends"),
  },
  {
    key: "evidence",
    header: "Preuve",
    ...choice(evidenceWords),
    width: 11,
    help: text("Mesuré, facturé, déclaré, estimé, déduit", "Measured, invoiced, declared, estimated, deduced"),
  },
  {
    key: "uncertainty_pct",
    header: "Incertitude",
    unit: "%",
    kind: number({ min: 0, percent: "points" }),
    hint: (hint) => /%|pct|pourcent/i.test(hint),
    width: 11,
    help: text("En pour cent de la quantité", "Per cent of the quantity"),
  },
  {
    key: "visibility",
    header: "Confidentialité",
    ...choice(visibilityWords),
    width: 15,
    help: text("Vide : celle de l'établissement", "Empty: the establishment's"),
  },
  {
    key: "consents",
    header: "Accords",
    kind: consents,
    width: 30,
    help: text(
      "À qui, quoi, depuis quand : funder: nom, quantité (2026-10-01); public: nom (2026-10-01)",
      "To whom, what, since when: funder: name, quantity (2026-10-01); public: name (2026-10-01)",
    ),
  },
  { key: "note", header: "Note", kind: words, width: 30, help: text("Texte libre", "Free text") },
];

/** The one column that holds the outlet of an offer and the supplier of a need. */
export const outletHeader = "Exutoire / fournisseur actuel";
export const outletKey = "outlet";
