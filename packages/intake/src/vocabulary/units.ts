import type { FlowUnit, Period } from "@simbiosi/domain";
import { foldKey } from "./fold-key.ts";
import { vocabulary } from "./vocabulary.ts";

/** Units of quantities: the symbol is written as it is; the usual French and English spellings are read. */
export const unitWords = vocabulary<FlowUnit>(
  {
    kg: "kg",
    t: "t",
    m3: "m3",
    l: "l",
    Nm3: "Nm3",
    kWh: "kWh",
    MWh: "MWh",
    GJ: "GJ",
    kW: "kW",
    m2: "m2",
    piece: "pièce",
    person: "personne",
    hour: "heure",
    day: "jour",
    month: "mois",
    trip: "trajet",
    km: "km",
    EUR: "EUR",
  },
  {
    kg: ["kgs", "kilo", "kilos", "kilogramme", "kilogrammes", "kilogram", "kilograms"],
    t: ["tonne", "tonnes", "ton", "tons", "tonnage", "tonne métrique", "tonnes métriques"],
    m3: ["mètre cube", "mètres cubes", "m^3", "cubic metre", "cubic metres"],
    l: ["litre", "litres", "liter", "liters", "lt"],
    Nm3: ["normo mètre cube", "normo mètres cubes", "normaux mètres cubes", "nm^3"],
    kWh: ["kilowattheure", "kilowattheures", "kilowatt-hour", "kilowatt-hours"],
    MWh: ["mégawattheure", "mégawattheures", "megawatt-hour", "megawatt-hours"],
    GJ: ["gigajoule", "gigajoules"],
    kW: ["kilowatt", "kilowatts"],
    m2: ["mètre carré", "mètres carrés", "m^2", "square metre", "square metres"],
    piece: [
      "pièces",
      "pieces",
      "pc",
      "pcs",
      "pce",
      "pces",
      "unité",
      "unités",
      "unit",
      "units",
      "u",
      "nb",
      "nombre",
      "article",
      "articles",
    ],
    person: ["personnes", "pers", "persons", "people", "salarié", "salariés", "employé", "employés"],
    hour: ["heures", "h", "hours"],
    day: ["jours", "j", "jr", "jrs", "days", "d", "journée", "journées"],
    month: ["months"],
    trip: ["trajets", "trips", "voyage", "voyages", "rotation", "rotations", "tournée", "tournées"],
    km: ["kilomètre", "kilomètres", "kilometre", "kilometres", "kms"],
    EUR: ["euro", "euros", "€"],
  },
);

/** What a quantity is per. */
export const periodWords = vocabulary<Period>(
  { year: "an", month: "mois", week: "semaine", day: "jour", hour: "heure", once: "une fois" },
  {
    year: [
      "année",
      "ans",
      "annuel",
      "annuelle",
      "annuellement",
      "annual",
      "par an",
      "par année",
      "a",
      "y",
      "yr",
      "per year",
      "yearly",
    ],
    month: ["mensuel", "mensuelle", "mensuellement", "par mois", "per month", "monthly", "months"],
    week: ["hebdo", "hebdomadaire", "sem", "semaines", "par semaine", "per week", "weekly", "wk", "weeks"],
    day: [
      "jours",
      "j",
      "d",
      "quotidien",
      "quotidienne",
      "journalier",
      "journalière",
      "par jour",
      "per day",
      "daily",
      "days",
    ],
    hour: ["h", "heures", "horaire", "par heure", "per hour", "hourly", "hours"],
    once: ["unique", "fois", "1 fois", "ponctuel", "ponctuelle", "en une fois", "stock", "one-off"],
  },
);

export type Measure = { readonly unit: FlowUnit | null; readonly period: Period | null };

/**
 * `t/an`, `tonnes par an`, `MWh/mois`, `m³`, `/jour` → unit and period, null for the one that is not said.
 *
 * @returns undefined when a part is neither a unit nor a period
 */
export function parseMeasure(words: string): Measure | undefined {
  if (foldKey(words) === "") return undefined;
  const alone = unitWords.parse(words);
  if (alone !== undefined) return { unit: alone, period: null };
  const [left, right, ...more] = words.split(/\/|\s+(?:par|per)\s+|^(?:par|per)\s+/i);
  if (more.length > 0) return undefined;
  if (right === undefined) {
    const period = periodWords.parse(words);
    return period === undefined ? undefined : { unit: null, period };
  }
  const unit = foldKey(left ?? "") === "" ? null : unitWords.parse(left ?? "");
  const period = periodWords.parse(right);
  return unit === undefined || period === undefined ? undefined : { unit, period };
}

/** Units and periods that the model has not, by what they are exactly of one that it has. */
const multiples: Readonly<Record<string, readonly [unit: FlowUnit, times: number]>> = {
  g: ["kg", 0.001],
  gramme: ["kg", 0.001],
  grammes: ["kg", 0.001],
  quintal: ["t", 0.1],
  quintaux: ["t", 0.1],
  qx: ["t", 0.1],
  kt: ["t", 1000],
  kilotonne: ["t", 1000],
  kilotonnes: ["t", 1000],
  hl: ["l", 100],
  hectolitre: ["l", 100],
  hectolitres: ["l", 100],
  wh: ["kWh", 0.001],
  gwh: ["MWh", 1000],
  mj: ["GJ", 0.001],
  tj: ["GJ", 1000],
  ha: ["m2", 10_000],
  hectare: ["m2", 10_000],
  hectares: ["m2", 10_000],
};
const times: Readonly<Record<string, number>> = {
  trimestre: 4,
  trimestriel: 4,
  trimestrielle: 4,
  quarter: 4,
  quarterly: 4,
  semestre: 2,
  semestriel: 2,
  semestrielle: 2,
  bimestre: 6,
  bimestriel: 6,
  bimestrielle: 6,
};
/** MW and mW, ML and ml differ by a billion and are written alike: only the capital tells. */
const exact: Readonly<Record<string, readonly [unit: FlowUnit, times: number]>> = { MW: ["kW", 1000] };

/** A measure, and by how much a quantity in the words that said it is multiplied to be in it. */
export type ScaledMeasure = Measure & { readonly times: number };

/**
 * As {@link parseMeasure}, and `hl/an`, `GWh`, `t/trimestre`, `tonnes/an (estimation)`: what is an exact multiple of a
 * unit or of a year, and words in brackets behind that only say how sure it is.
 */
export function parseScaled(words: string): ScaledMeasure | undefined {
  const bare = words.replace(/\s*\((?:s|x|estim[^)]*|environ|env\.?|approx[^)]*|ht)\)\s*/gi, " ").trim();
  const plain = parseMeasure(bare);
  if (plain !== undefined) return { ...plain, times: 1 };
  const [left = "", right, ...more] = bare.split(/\s*\/\s*|\s+(?:par|per)\s+|^(?:par|per)\s+/i);
  if (more.length > 0) return undefined;
  const periodKey = foldKey(right ?? left);
  const yearly = times[periodKey];
  const unit = yearly !== undefined && right === undefined ? "" : left.trim();
  const many = exact[unit] ?? multiples[foldKey(unit)];
  const single = many === undefined ? parseMeasure(unit) : { unit: many[0], period: null };
  if (unit !== "" && single === undefined) return undefined;
  const period = yearly === undefined ? (right === undefined ? null : periodWords.parse(right)) : "year";
  if (period === undefined || (many === undefined && yearly === undefined)) return undefined;
  return { unit: single?.unit ?? null, period, times: (many?.[1] ?? 1) * (yearly ?? 1) };
}
