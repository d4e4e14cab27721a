// Thousands are separated by a space, a no-break or narrow space, or an apostrophe; both commas and points are decimal.
const plain = /^[+\-−]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const grouped = /^[+\-−]?\d{1,3}([\s'’]\d{3})+([.,]\d+)?$/;
const pointGrouped = /^[+\-−]?\d{1,3}(\.\d{3})+,\d+$|^[+\-−]?\d{1,3}(\.\d{3}){2,}$/;
const commaGrouped = /^[+\-−]?\d{1,3}(,\d{3})+\.\d+$|^[+\-−]?\d{1,3}(,\d{3}){2,}$/;

/**
 * A number as French and English spreadsheets write it: `1 234,5`, `1234.5`, `1.234,5`, `1,234.5`, `1'234`, `1e-7`.
 * One comma or one point alone is always decimal: guessing thousands would be wrong by a factor of a thousand.
 *
 * @returns undefined when it is not one number: "env. 3", "2 à 3", "12 34"
 */
export function parseNumber(words: string): number | undefined {
  const trimmed = words.trim().replace("−", "-");
  let digits: string;
  if (plain.test(trimmed)) digits = trimmed.replace(",", ".");
  else if (grouped.test(trimmed)) digits = trimmed.replace(/[\s'’]/g, "").replace(",", ".");
  else if (pointGrouped.test(trimmed)) digits = trimmed.replaceAll(".", "").replace(",", ".");
  else if (commaGrouped.test(trimmed)) digits = trimmed.replaceAll(",", "");
  else return undefined;
  const value = Number(digits);
  return Number.isFinite(value) ? value + 0 : undefined; // + 0: minus zero is written "0" and must read the same
}

/** A number as a French spreadsheet reads it, exact to the last bit. */
export const frenchNumber = (value: number): string => String(value).replace(".", ",");

/** `42 t/an` → 42 and `t/an`; undefined when the words do not begin with a number. */
export function splitMeasure(words: string): { value: number; rest: string } | undefined {
  const found = /^([+\-−]?\d[\d\s.,'’]*?)\s*(\p{L}.*|€.*|%)?$/su.exec(words.trim());
  const value = found?.[1] === undefined ? undefined : parseNumber(found[1]);
  return value === undefined ? undefined : { value, rest: found?.[2] ?? "" };
}
