/** One record of a CSV: its fields, and its number as a spreadsheet shows it (a quoted line break makes no new row). */
type CsvRecord = { readonly number: number; readonly fields: readonly string[] };

/**
 * Reads CSV as RFC 4180 writes it, with any separator and line end. A quote that opens a field and never closes would
 * swallow the file: such a field ends with its line, quote included, and so nothing is lost.
 *
 * @param each takes a record; reading stops when it answers false
 */
export function parseCsv(words: string, separator: string, each: (record: CsvRecord) => boolean): void {
  let at = words.startsWith("\ufeff") ? 1 : 0;
  for (let number = 1; at < words.length; number++) {
    const fields: string[] = [];
    for (let more = true; more; ) {
      const field = words[at] === '"' ? quotedField(words, at, separator) : undefined;
      const end = field?.end ?? plainEnd(words, at, separator);
      fields.push(field?.words ?? words.slice(at, end));
      more = words[end] === separator;
      at = more ? end + 1 : afterLineEnd(words, end);
    }
    if (!each({ number, fields })) return;
  }
}

const isLineEnd = (character: string | undefined): boolean => character === "\n" || character === "\r";

const afterLineEnd = (words: string, at: number): number => at + (words[at] === "\r" && words[at + 1] === "\n" ? 2 : 1);

function plainEnd(words: string, from: number, separator: string): number {
  let end = from;
  while (end < words.length && words[end] !== separator && !isLineEnd(words[end])) end++;
  return end;
}

/** A field in quotes; undefined when they do not close, or close in the middle of words: the quote is then a character. */
function quotedField(words: string, from: number, separator: string): { words: string; end: number } | undefined {
  let close = words.indexOf('"', from + 1);
  while (close >= 0 && words[close + 1] === '"') close = words.indexOf('"', close + 2);
  if (close < 0) return undefined;
  const end = close + 1;
  const ended = end >= words.length || words[end] === separator || isLineEnd(words[end]);
  return ended ? { words: words.slice(from + 1, close).replaceAll('""', '"'), end } : undefined;
}
