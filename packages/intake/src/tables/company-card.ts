import { type Cell, isEmpty, wordsOf } from "../cells/cell.ts";
import { likenesses } from "../recognise/header-similarity.ts";
import { foreignHeaders } from "../recognise/usual-headers.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import { matchHeader } from "./headers.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** What is written of a company above its table: "Raison sociale : Scierie fictive", cell by cell. */
export type CompanyCard = {
  readonly name: string;
  readonly lines: readonly CardLine[];
};

/** A line of a company's card: the key that it tells (null: none that we hold, such as an address) and its value. */
export type CardLine = { readonly key: string | null; readonly words: string; readonly value: Cell };

const foreign = new Set(foreignHeaders.map(foldKey));

/** `Raison sociale | Scierie fictive`, or `ENTREPRISE : Scierie fictive` in one cell; undefined for any other row. */
export function cardPair({ cells }: SheetRow): CardLine | undefined {
  const [first, second, ...more] = cells.filter((cell) => !isEmpty(cell));
  if (typeof first !== "string" || more.length > 0) return undefined;
  const [, left = "", right = ""] = /^([^:]{2,40}?)\s*:\s*(.*)$/s.exec(wordsOf(first)) ?? [];
  const words = left === "" ? wordsOf(first) : left;
  const value = right === "" ? second : second === undefined ? right : undefined;
  if (value === undefined) return undefined;
  const key = keyOf(words);
  const header = typeof value === "string" && keyOf(wordsOf(value)) !== undefined; // "Nom | SIRET" heads two columns
  return key === undefined || header ? undefined : { key, words, value };
}

function keyOf(words: string): string | null | undefined {
  const match = matchHeader("establishments", words);
  if (match?.is === "field") return match.field.key === "id" ? undefined : match.field.key;
  const [best] = likenesses("establishments", words);
  if (best !== undefined && best.score >= 0.9 && best.meaning !== "id") return best.meaning;
  return foreign.has(foldKey(words)) ? null : undefined;
}

/**
 * The card of the company that a table without a column of establishments belongs to: the last one that names a company
 * above its headers, on the same sheet. Undefined when none does.
 */
export function cardAbove({ rows }: Sheet, headerRow: number): CompanyCard | undefined {
  let name: string | undefined;
  let lines: CardLine[] = [];
  for (const row of rows) {
    if (row.number >= headerRow) break;
    const pair = cardPair(row);
    if (pair?.key === "name") [name, lines] = [wordsOf(pair.value), []];
    else if (pair !== undefined) lines.push(pair);
  }
  return name === undefined ? undefined : { name, lines };
}
