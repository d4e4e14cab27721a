import { fold } from "@simbiosi/domain";
import { type Cell, wordsOf } from "../cells/cell.ts";
import { splitMeasure } from "../cells/number.ts";

/** How people head a column of a quality, what may stand in its brackets, and whether it holds numbers. */
type Heading = { readonly key: string; readonly words: RegExp; readonly unit: RegExp; readonly number: boolean };

const percent = /^(%|pct|pourcent)?$/i;
const headings: readonly Heading[] = [
  {
    key: "temperature_c",
    words: /^(temp|temperature)( moyenne| de sortie| du rejet)?$/,
    unit: /^(°\s?c|c|degr.*)?$/i,
    number: true,
  },
  {
    key: "dry_matter_pct",
    words: /^((taux|teneur) (de |en )?)?(matieres? seches?|ms|siccite|dry matter)$/,
    unit: percent,
    number: true,
  },
  { key: "moisture_pct", words: /^((taux|teneur) (d |en )?)?(humidite|moisture)$/, unit: percent, number: true },
  { key: "purity_pct", words: /^((taux|degre) de )?(purete|purity)$/, unit: percent, number: true },
  { key: "pressure_bar", words: /^(pression|pressure)( de service)?$/, unit: /^bars?$/i, number: true },
  { key: "conductivity_us_cm", words: /^(conductivite|conductivity)$/, unit: /^[µu]s\s?\/\s?cm$/i, number: true },
  { key: "lhv_mj_kg", words: /^(pci|lhv|pouvoir calorifique( inferieur)?)$/, unit: /^mj\s?\/\s?kg$/i, number: true },
  {
    key: "shelf_life_days",
    words: /^(duree de (conservation|vie)|dlc|shelf life)$/,
    unit: /^(j|jours?|days?)$/i,
    number: true,
  },
  { key: "ph", words: /^ph( moyen)?$/, unit: /^$/, number: true },
  { key: "packaging", words: /^(conditionnement|packaging)( actuel)?$/, unit: /^$/, number: false },
  { key: "form", words: /^(etat physique|forme physique|consistance|physical form)$/, unit: /^$/, number: false },
  { key: "contaminants", words: /^(contaminants?|polluants?|impuretes|indesirables)$/, unit: /^$/, number: false },
];

/** The quality that a column tells: "Température (°C)", "Matière sèche (%)", "pH"; undefined when the unit is another. */
export function qualityIn(header: string): string | undefined {
  const [, base = header, unit = ""] = /^(.*?)\s*[([]\s*([^()[\]]*?)\s*[)\]]\s*:?$/s.exec(header) ?? [];
  const words = fold(base);
  return headings.find((one) => one.words.test(words) && one.unit.test(unit))?.key;
}

export const qualityKeys: readonly string[] = headings.map(({ key }) => key);

/** What a cell of such a column holds: a number, with its unit or without, or words; undefined when it must be a number. */
export function qualityOf(key: string, cell: Cell): number | string | undefined {
  const number = headings.find((one) => one.key === key)?.number === true;
  if (typeof cell === "number") return cell;
  const words = wordsOf(cell);
  if (!number) return words;
  const parts = splitMeasure(words.replace(/\s*°\s*C?$/i, ""));
  return parts === undefined || !/^(%|j|jours?|days?|bars?|mj\/kg|[µu]s\/cm)?$/i.test(parts.rest)
    ? undefined
    : parts.value;
}
