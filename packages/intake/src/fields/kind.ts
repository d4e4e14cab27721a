import { ok } from "@simbiosi/domain";
import { type Cell, clean, MAX_TEXT, wordsOf } from "../cells/cell.ts";
import { type Reading, refuse } from "../refusals/refusal.ts";
import type { RefusalCode } from "../refusals/sentences.ts";

/**
 * How one field is read from a cell or from JSON, and written to a cell. Methods, not properties: fields of different
 * types stand in one list, and a field only ever writes what it has read.
 */
export interface Kind<T> {
  fromCell(cell: Cell): Reading<T>;
  fromJson(value: unknown): Reading<T>;
  toCell(value: T): Cell;
}

type Scalar<T> = {
  /** Words that are not empty, cleaned. */
  readonly fromWords: (words: string) => Reading<T>;
  /** Absent: a number is read as its digits. */
  readonly fromNumber?: (value: number) => Reading<T>;
  /** Why an object or a list is refused in JSON. */
  readonly unreadable: RefusalCode;
  readonly toCell: (value: T) => Cell;
  /** What JSON words mean, when quotes matter there (`"12"` is a band of staff, 12 a head count). */
  readonly fromJsonWords?: (words: string) => Reading<T>;
};

/** A kind whose cell is one word, number or day. */
export function scalar<T>({ fromWords, fromNumber, unreadable, toCell, fromJsonWords }: Scalar<T>): Kind<T> {
  const fromCell = (cell: Cell, read = fromWords): Reading<T> => {
    if (cell !== null && typeof cell === "object") {
      if ("error" in cell) return refuse("CELL_ERROR");
      if ("uncached" in cell) return refuse("FORMULA_WITHOUT_VALUE");
    }
    if (typeof cell === "number" && fromNumber) return fromNumber(cell);
    const words = wordsOf(cell);
    if (words === "") return ok(null);
    return words.length > MAX_TEXT ? refuse("TEXT_TOO_LONG", { limit: String(MAX_TEXT) }) : read(words);
  };
  return {
    fromCell: (cell) => fromCell(cell),
    fromJson: (value) => (isScalar(value) ? fromCell(value ?? null, fromJsonWords ?? fromWords) : refuse(unreadable)),
    toCell,
  };
}

/** A kind written as words in a cell and as a list or an object in JSON. JSON words are read like a cell's. */
export function structured<T>(
  unreadable: RefusalCode,
  fromWords: (words: string) => Reading<T>,
  fromStructure: (value: object) => Reading<T>,
  toWords: (value: T) => string,
): Kind<T> {
  const words = scalar<T>({ fromWords, unreadable, toCell: toWords });
  return {
    fromCell: words.fromCell,
    fromJson: (value) => (isScalar(value) ? words.fromJson(value) : fromStructure(value)),
    toCell: toWords,
  };
}

const isScalar = (value: unknown): value is string | number | boolean | null | undefined =>
  value === null || typeof value !== "object";

/** Words that are kept: what an `extra` holds of a cell. */
export function keptOf(cell: Cell): string | number | boolean | null {
  if (typeof cell === "number" || typeof cell === "boolean") return cell;
  const words = wordsOf(cell);
  return words === "" ? null : clean(words.slice(0, MAX_TEXT));
}
