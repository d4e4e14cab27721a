import { type Cell, isEmpty, wordsOf } from "../cells/cell.ts";
import { unmarked } from "../csv/quoting.ts";
import { establishmentFields } from "../fields/establishment-fields.ts";
import { flowFields } from "../fields/flow-fields.ts";
import type { Sheet } from "../tables/sheet.ts";
import { parseSeason } from "../vocabulary/months.ts";
import { parseMeasure } from "../vocabulary/units.ts";
import { directionWords, yesNoWords } from "../vocabulary/words.ts";
import { isDitto } from "./ditto.ts";
import { quantityWords } from "./quantity-words.ts";

/** What the cells of a column say of a meaning: the share that could be it, of those looked at. */
export type Evidence = { readonly share: number; readonly looked: number };

/** Cells of a column that are looked at: enough to tell a code from a name, few enough for a large sheet. */
const LOOKED = 60;

export function sampleOf({ rows, untyped }: Sheet, index: number, lastRow: number): Cell[] {
  const cells: Cell[] = [];
  for (const { number, cells: row } of rows) {
    const cell = row[index] ?? null;
    if (number <= lastRow || isEmpty(cell) || isDitto(cell)) continue;
    cells.push(untyped && typeof cell === "string" ? unmarked(cell).words : cell);
    if (cells.length >= LOOKED) break;
  }
  return cells;
}

const kinds = new Map([
  ...establishmentFields.flatMap(({ key, kind }) => [[key, kind] as const, [`owner:${key}`, kind] as const]),
  ...flowFields.map(({ key, kind }) => [key, kind] as const),
]);

const isName = (words: string): boolean =>
  /\p{L}.*\p{L}/u.test(words) && yesNoWords.parse(words) === undefined && parseMeasure(words) === undefined;
const isLabel = (words: string): boolean => isName(words) && directionWords.parse(words) === undefined;
const numeric = (cell: Cell): boolean => typeof cell === "number" || /^[\d\s.,]+$/.test(wordsOf(cell));

/** Tests that say more than the field's own reading, which takes any words or any number. */
const tests: Readonly<Record<string, (cell: Cell) => boolean>> = {
  id: (cell) => !isEmpty(cell),
  name: (cell) => !numeric(cell) && isName(wordsOf(cell)),
  establishment: (cell) => isName(wordsOf(cell)) || /^\d{14}$/.test(wordsOf(cell).replace(/\s/g, "")),
  label: (cell) => !numeric(cell) && isLabel(wordsOf(cell)),
  "label:in": (cell) => !numeric(cell) && isLabel(wordsOf(cell)),
  "label:out": (cell) => !numeric(cell) && isLabel(wordsOf(cell)),
  quantity: (cell) => quantityWords(cell) !== undefined,
  unit: (cell) => !numeric(cell) && parseMeasure(wordsOf(cell)) !== undefined,
  months: (cell) => typeof cell === "string" && parseSeason(cell) !== undefined,
  outlet: (cell) => !numeric(cell) && /\p{L}{2}/u.test(wordsOf(cell)),
  note: (cell) => !isEmpty(cell),
  zone: (cell) => !numeric(cell),
  "owner:zone": (cell) => !numeric(cell),
  unit_cost_eur: (cell) => numeric(cell) || /^[+-]?[\d\s.,]+\s*(€|eur)/i.test(wordsOf(cell)),
  uncertainty_pct: (cell) => typeof cell === "number" || /^[±\d\s.,]+%?$/.test(wordsOf(cell)),
};

export function evidenceFor(meaning: string, cells: readonly Cell[]): Evidence {
  const test = tests[meaning] ?? ((cell: Cell) => kinds.get(meaning)?.fromCell(cell).ok === true);
  return { share: cells.length === 0 ? 0 : cells.filter(test).length / cells.length, looked: cells.length };
}

const written =
  (form: RegExp) =>
  (cell: Cell): boolean =>
    form.test(wordsOf(cell).trim());

/**
 * Contents that tell what a column is whatever its header says, with how surely. A postal code looks like a commune's
 * code and any number like a quantity: these are not here.
 */
const telling: Readonly<
  Record<"establishments" | "flows", readonly { meaning: string; sure: number; test: (cell: Cell) => boolean }[]>
> = {
  establishments: [
    { meaning: "siret", sure: 0.95, test: (cell) => kinds.get("siret")?.fromCell(cell).ok === true },
    { meaning: "naf", sure: 0.85, test: written(/^\d{2}\.?\d{2}[A-Z]$/) },
  ],
  flows: [
    { meaning: "owner:siret", sure: 0.95, test: (cell) => kinds.get("siret")?.fromCell(cell).ok === true },
    { meaning: "owner:naf", sure: 0.85, test: written(/^\d{2}\.?\d{2}[A-Z]$/) },
    {
      meaning: "waste_code",
      sure: 0.85,
      test: written(/^(0[1-9]|1\d|20)( \d{2} \d{2} ?\*?|\d{4} ?\*|\.\d{2}\.\d{2}\*?|-\d{2}-\d{2}\*?)$/),
    },
    { meaning: "direction", sure: 0.8, test: (cell) => directionWords.parse(wordsOf(cell)) !== undefined },
    {
      meaning: "unit",
      sure: 0.75,
      test: (cell) => !numeric(cell) && (parseMeasure(wordsOf(cell))?.unit ?? null) !== null,
    },
  ],
};

/** What the content of a column alone says it is; undefined when it does not say, or too few cells say it. */
export function tellingContent(
  table: "establishments" | "flows",
  cells: readonly Cell[],
): { meaning: string; score: number } | undefined {
  if (cells.length < 2) return undefined;
  for (const { meaning, sure, test } of telling[table]) {
    const share = cells.filter(test).length / cells.length;
    if (share >= 0.9) return { meaning, score: sure * share };
  }
  return undefined;
}
