import { type Draft, draft, keepAside, report } from "../assembly/draft.ts";
import { isEmpty, wordsOf } from "../cells/cell.ts";
import { unmarked } from "../csv/quoting.ts";
import { keptOf } from "../fields/kind.ts";
import { inseeList } from "../fields/structured-kinds.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import { isTerritoryHead, matchHeader } from "./headers.ts";
import { aside, refuseCell } from "./read-row.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/**
 * Reads the sheet Territoire: one key and one value per row, wherever the two columns stand. Keys that are not ours
 * are kept aside. Communes may be spread over the cells of their row; any other second value is reported.
 */
export function readTerritory(sheet: Sheet): Draft {
  const row = draft(sheet.name, null, () => null);
  for (const found of sheet.rows) if (!isHead(found)) readPair(row, sheet, found);
  return row;
}

const isHead = ({ cells }: SheetRow): boolean => {
  const [key, value] = cells.filter((cell) => !isEmpty(cell));
  return isTerritoryHead(wordsOf(key ?? null), "keys") && isTerritoryHead(wordsOf(value ?? null), "values");
};

function readPair(row: Draft, sheet: Sheet, { number, cells }: SheetRow): void {
  const [first, ...values] = cells.filter((cell) => !isEmpty(cell));
  const words = wordsOf(first ?? null);
  const name = sheet.untyped ? unmarked(words).words : words;
  const at = { ...row, row: number }; // each row of this sheet is reported at its own number
  const match = matchHeader("territory", name);
  const [value] = values;
  if (match?.is !== "field") {
    for (const cell of values) aside(at, sheet, match?.is === "extra" ? match.name : name, name, cell);
    if (values.length === 0 && row.values.size > 0) titled(row, sheet, number, words);
    return;
  }
  if (value === undefined) return;
  const list = match.field.kind === inseeList;
  const raw = list ? values.map(wordsOf).join(";") : value;
  const cell = sheet.untyped && typeof raw === "string" ? unmarked(raw).words : raw;
  const reading = match.field.kind.fromCell(cell);
  if (!reading.ok) refuseCell(at, { cell, header: name, hint: "" }, reading.problem);
  else if (reading.value !== null && row.values.has(match.field.key))
    refuseCell(at, { cell, header: name, hint: "" }, refuse("CELL_UNEXPECTED").problem);
  else if (reading.value !== null) row.values.set(match.field.key, reading.value);
  for (const more of list ? [] : values.slice(1)) {
    report(at, name, wordsOf(more), refuse("CELL_UNEXPECTED").problem);
    keepAside(at, name, keptOf(more));
  }
}

/** A word alone below the first value is neither a key with its value nor a title: it is reported. */
function titled(row: Draft, sheet: Sheet, number: number, words: string): void {
  const place = { sheet: sheet.name, row: number, column: null };
  row.refused.push(refusedRow(place, words, refuse("CELL_UNEXPECTED").problem, false));
}
