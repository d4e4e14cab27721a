import { text } from "@simbiosi/domain";
import { foldKey } from "../vocabulary/fold-key.ts";
import { parseMeasure } from "../vocabulary/units.ts";
import { payerWords, visibilityWords } from "../vocabulary/words.ts";
import type { Field } from "./field.ts";
import { insee, naf, number, oneOf, siret, staff, words } from "./scalar-kinds.ts";
import { homeCommunes, loadProfile, shifts } from "./structured-kinds.ts";

/** The columns of the sheet Établissements, in the order written. */
export const establishmentFields: readonly Field[] = [
  {
    key: "id",
    header: "Identifiant",
    kind: words,
    width: 20,
    help: text(
      "Unique dans le fichier ; fait du SIRET ou du nom si vide",
      "Unique in the file; made from the SIRET or the name when empty",
    ),
  },
  { key: "name", header: "Raison sociale", kind: words, width: 34, help: text("Obligatoire", "Required") },
  { key: "siret", header: "SIRET", kind: siret, width: 17, help: text("14 chiffres, vérifiés", "14 digits, checked") },
  {
    key: "naf",
    header: "NAF",
    kind: naf,
    width: 9,
    help: text("NAF rév. 2, par exemple 10.83Z", "NAF rev. 2, for example 10.83Z"),
  },
  {
    key: "staff",
    header: "Effectif",
    kind: staff,
    hint: (hint) => !/mill/i.test(hint),
    width: 10,
    help: text("Personnes sur le site, ou tranche SIRENE", "Head count on site, or a SIRENE band"),
  },
  {
    key: "insee",
    header: "Code INSEE",
    kind: insee,
    width: 11,
    help: text("Commune : 5 caractères", "Commune: 5 characters"),
  },
  {
    key: "lon",
    header: "Longitude",
    kind: number({ min: -180, max: 180, code: "COORDINATE_INVALID" }),
    width: 11,
    help: text("Degrés WGS84", "WGS84 degrees"),
  },
  {
    key: "lat",
    header: "Latitude",
    kind: number({ min: -90, max: 90, code: "COORDINATE_INVALID" }),
    width: 11,
    help: text("Degrés WGS84", "WGS84 degrees"),
  },
  {
    key: "zone",
    header: "Zone d'activités",
    kind: words,
    width: 24,
    help: text("Nom, ou identifiant de site CNIG", "Name, or CNIG site id"),
  },
  {
    key: "waste_payer",
    header: "Financement des déchets",
    kind: oneOf(payerWords),
    choices: payerWords.choices,
    width: 20,
    help: text(
      "Qui paie les déchets : TEOM, redevance spéciale, contrat privé, REP",
      "Who pays for waste: household-waste tax, special fee, private contract, producer responsibility",
    ),
  },
  {
    key: "shifts",
    header: "Horaires",
    kind: shifts,
    width: 22,
    help: text("Postes de travail : 06:00-14:00; 14:00-22:00", "Shifts: 06:00-14:00; 14:00-22:00"),
  },
  {
    key: "home_communes",
    header: "Communes de résidence (effectifs)",
    kind: homeCommunes,
    width: 26,
    help: text("2B033=14; 2B037=7 : des effectifs, jamais des personnes", "2B033=14; 2B037=7: counts, never people"),
  },
  {
    key: "roof_m2",
    header: "Toiture",
    unit: "m²",
    kind: number({ min: 0 }),
    hint: (hint) => parseMeasure(hint)?.unit === "m2",
    width: 10,
    help: text("Surface de toit utilisable, m²", "Usable roof area, m²"),
  },
  {
    key: "load_profile",
    header: "Courbe de charge",
    unit: "kWh",
    kind: loadProfile,
    hint: (hint) => foldKey(hint).startsWith("kwh"),
    width: 26,
    help: text("Douze kWh mensuels séparés par des points-virgules", "Twelve monthly kWh separated by semicolons"),
  },
  {
    key: "visibility",
    header: "Confidentialité",
    kind: oneOf(visibilityWords),
    choices: visibilityWords.choices,
    width: 16,
    help: text("Valeur par défaut de ses flux", "Default of its flows"),
  },
];
