/** What a label says in figures, under the keys of a flow's quality, from its least to its greatest value. */
export type Measures = Partial<
  Record<"temperature_c" | "pressure_bar", { readonly min: number; readonly max: number }>
>;

export type Measured = {
  /** The label without its figures and units, which name no matter. */
  readonly words: string;
  readonly measures: Measures;
};

const figure = String.raw`[-+−]?\d+(?:[.,]\d+)?`;
const start = String.raw`(?<![\p{L}\d/.,])`;
const end = String.raw`(?![\p{L}\d])`;
const temperature = new RegExp(
  `${start}(${figure})\\s*(?:°\\s*C?|º\\s*C?|deg(?:r[ée]s?|rees?|\\.)?(?:\\s*C)?|C)${end}`,
  "giu",
);
const pressure = new RegExp(`${start}(${figure})\\s*(?:bars?|barg|bara|b)${end}`, "giu");
const amounts = new RegExp(
  `${start}${figure}\\s*(?:%|°|kWh?|MWh?|GWh?|GJ|kVA|Nm3|m[²³23]?|cm|mm|µm|l|hl|litres?|kg|g|t|to|tonnes?|tons?|pi[eè]ces?|u|jours?|days?|semaines?|weeks?|mois|months?|fois|times|heures?|hours?|ans|years?|personnes?|people|salari[ée]s|staff|drivers?)(?:\\s*/\\s*(?:an|mois|jour|j|h|y|yr|year|day|week|semaine))?${end}`,
  "giu",
);

// "2 bureaux", "20 palettes": how many, before the thing.
const count = /^\s*(?:(?:besoin de|besoin d'|cherche|cherchons|need|looking for)\s+)?\d{1,4}\s+(?=\p{L}{4})/iu;

/**
 * Takes the figures out of a label: "vapeur 8 bar" is steam at 8 bar, "eau à 60–90 °C" water from 60 to 90 °C,
 * "fûts 200 L" drums. Codes and grades (PA6, 15W40, E40) are left alone.
 */
export function measured(label: string): Measured {
  const measures: Measures = {};
  if (!/\d/.test(label)) return { words: label, measures };
  const read = (key: keyof Measures) => (_: string, written: string) => {
    const value = Number(written.replace(",", ".").replace("−", "-"));
    const known = measures[key] ?? { min: value, max: value };
    measures[key] = { min: Math.min(known.min, value), max: Math.max(known.max, value) };
    return " ";
  };
  const words = label
    // A range is two figures of one unit.
    .replace(/(\d)\s*(?:-|–|\/|à|to)\s*(\d+)\s*(°\s*C?|bars?\b)/giu, "$1 $3 ; $2 $3")
    .replace(temperature, read("temperature_c"))
    .replace(pressure, read("pressure_bar"))
    .replace(amounts, " ")
    .replace(count, "");
  return { words, measures };
}
