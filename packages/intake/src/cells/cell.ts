/**
 * What a cell of any carrier holds. A date is a day without a clock; `error` is a failed formula (#N/A);
 * `uncached` is a formula whose value was never stored.
 */
export type Cell =
  | string
  | number
  | boolean
  | null
  | { readonly day: string }
  | { readonly error: string }
  | { readonly uncached: true };

/** Excel's own limit for the text of a cell; beyond it no workbook can carry the words back. */
export const MAX_TEXT = 32_767;

/**
 * The form in which words are kept by every carrier, so that all three read to the same inventory: line feeds alone,
 * no control or non-character (XML cannot carry them), no broken surrogate, nothing around.
 */
export function clean(words: string): string {
  if (isClean(words)) return words;
  const lines = words.includes("\r") ? words.replace(/\r\n?/g, "\n") : words;
  return lines
    .replace(/(?![\n\t])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, "")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim();
}

/** Whether words are surely in that form already: most are, and a workbook asks a million times. */
function isClean(words: string): boolean {
  const plain = (code: number): boolean => (code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x250);
  const last = words.length - 1;
  if (last < 0 || !plain(words.charCodeAt(0)) || !plain(words.charCodeAt(last))) return last < 0;
  for (let i = 1; i < last; i++) {
    const code = words.charCodeAt(i);
    if (!plain(code) && code !== 0x20 && code !== 0xa0) return false;
  }
  return true;
}

/** A key that a plain object can hold: `__proto__` is dropped without a word by whatever copies or validates it. */
export const plainKey = (key: string): string => (key === "__proto__" ? "proto" : key);

/** The words of a cell as a person sees them; empty when there is nothing. */
export function wordsOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return clean(cell);
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "VRAI" : "FAUX";
  if ("day" in cell) return cell.day;
  if ("error" in cell) return cell.error;
  return "=";
}

export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === "string" && clean(cell) === "");
