import { type RefusedRow, type Text, text } from "@simbiosi/domain";
import { isEmpty, wordsOf } from "../cells/cell.ts";
import { unmarked } from "../csv/quoting.ts";
import { outletHeader, outletKey } from "../fields/flow-fields.ts";
import { sampleOf } from "../recognise/content-tests.ts";
import { measureIn } from "../recognise/header-similarity.ts";
import { qualityIn, qualityKeys } from "../recognise/quality-headers.ts";
import { READ_FROM, recognise } from "../recognise/recognise-columns.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";
import type { RefusalCode } from "../refusals/sentences.ts";
import { parseMeasure } from "../vocabulary/units.ts";
import type { Header } from "./find-header.ts";
import { fieldsOf, matchHeader, type Target } from "./headers.ts";
import type { HeaderMapping, Mapping } from "./mapping.ts";
import { columnLetters, type Sheet } from "./sheet.ts";

/** One column of a sheet: its header as found, what it means, and what it probably means when that was not enough. */
export type Column = {
  readonly index: number;
  readonly header: string;
  readonly target: Target;
  readonly suggestion: string | null;
  /** How surely the meaning was recognised, when the header is not the model's. */
  readonly confidence: number | null;
};

type Reading = {
  readonly mapping: HeaderMapping;
  /** Columns that another view of the sheet reads. */
  readonly without: ReadonlySet<number>;
  /** Whether columns about the establishment serve here: no table of establishments tells better. */
  readonly owners: boolean;
};

/**
 * What each column means: by its header, as a person mapped it, else by the likeness of its header and by what it
 * holds, which is reported. A column that is none of ours is kept aside under its header; a second column of one
 * field, and a field whose brackets are not understood, are kept aside too and reported.
 */
export function columnsOf(
  sheet: Sheet,
  table: "establishments" | "flows",
  { words, lastRow }: Header,
  { mapping, without, owners }: Reading,
): { columns: Column[]; refused: RefusedRow[] } {
  const columns: Column[] = [];
  const refused: RefusedRow[] = [];
  const taken = new Set<string>();
  const unknown: { index: number; header: string }[] = [];
  const plain = { suggestion: null, confidence: null };
  const complain = (header: string, code: RefusalCode, values: Record<string, string | Text> = {}): void => {
    const place = { sheet: sheet.name, row: lastRow, column: header };
    refused.push(refusedRow(place, header, refuse(code, values).problem, true));
  };
  const labelled = words.some((word) => {
    const match = matchHeader(table, word);
    return match?.is === "field" && match.field.key === "label";
  });
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.cells.length), words.length);
  for (let index = 0; index < width; index++) {
    if (without.has(index)) continue;
    const header = sheet.untyped ? unmarked(words[index] ?? "").words : (words[index] ?? "");
    if (header === "") {
      const target = nameless(sheet, table, lastRow, index, columns);
      if (target !== undefined) columns.push({ index, header: `Colonne ${columnLetters(index)}`, target, ...plain });
      if (target?.is === "extra") unknown.push({ index, header: "" });
      continue;
    }
    const decided = Object.hasOwn(mapping, header);
    const match = (decided ? targetOf(table, mapping[header] ?? null, header) : undefined) ??
      matchHeader(table, header) ?? { is: "extra", name: header };
    if (!decided && isWordy(sheet, match, index, lastRow) && !labelled) {
      columns.push({ index, header, target: { is: "extra", name: header }, ...plain });
      unknown.push({ index, header });
      continue;
    }
    if (match.is === "unknown-hint") complain(header, "HEADER_UNIT_UNKNOWN");
    const name = slotOf(match);
    const twice = match.is !== "extra" && match.is !== "unknown-hint" && taken.has(name);
    if (twice) complain(header, "COLUMN_TWICE");
    else if (match.is !== "extra") taken.add(name);
    const aside: Target = { is: "extra", name: twice ? `${header} (2)` : header };
    columns.push({ index, header, target: twice || match.is === "unknown-hint" ? aside : match, ...plain });
    if (match.is !== "extra" || decided || match.name !== header) continue;
    const quality = table === "flows" ? qualityIn(header) : undefined;
    if (quality === undefined || taken.has(`quality:${quality}`)) unknown.push({ index, header });
    else {
      taken.add(`quality:${quality}`);
      columns[columns.length - 1] = {
        index,
        header,
        target: { is: "quality", key: quality },
        suggestion: null,
        confidence: 1,
      };
      complain(header, "COLUMN_MAPPED", {
        meaning: text(`Qualité : ${quality}`, `quality: ${quality}`),
        confidence: "100",
      });
    }
  }
  for (const { index, meaning, confidence } of recognise(sheet, table, lastRow, unknown, taken)) {
    const at = columns.findIndex((column) => column.index === index);
    const column = columns[at];
    const target = targetOf(table, meaning, words[index] ?? "");
    if (column === undefined || target === undefined || (target.is === "owner" && !owners)) continue;
    const sure = confidence >= READ_FROM;
    columns[at] = sure ? { ...column, target, confidence } : { ...column, suggestion: meaning };
    if (sure)
      complain(column.header, "COLUMN_MAPPED", {
        meaning: meaningWords(table, meaning),
        confidence: String(Math.round(100 * confidence)),
      });
  }
  return { columns, refused };
}

/**
 * Whether a column headed "Ressource" holds the words of companies, and no class of the taxonomy: where no column is
 * the label, it is.
 */
function isWordy(sheet: Sheet, match: ReturnType<typeof matchHeader>, index: number, lastRow: number): boolean {
  if (match?.is !== "field" || match.field.key !== "resource") return false;
  const cells = sampleOf(sheet, index, lastRow).map(wordsOf);
  return cells.length > 0 && cells.filter((cell) => /^[a-z]+(\.[a-z0-9-]+)+$/.test(cell)).length < cells.length / 2;
}

const slotOf = (target: ReturnType<typeof matchHeader>): string => {
  if (target?.is === "field") return target.field.key;
  if (target?.is === "month") return `month ${target.month}`;
  if (target?.is === "quality") return `quality:${target.key}`;
  return target?.is === "owner" ? `owner:${target.field.key}` : (target?.is ?? "");
};

/** What a meaning, recognised or given by a person, reads; undefined when there is no such meaning. */
function targetOf(table: "establishments" | "flows", meaning: string | null, header: string): Target | undefined {
  if (meaning === null) return { is: "extra", name: header };
  const quality = table === "flows" && meaning.startsWith("quality:") ? meaning.slice("quality:".length) : undefined;
  if (quality !== undefined) return qualityKeys.includes(quality) ? { is: "quality", key: quality } : undefined;
  if (table === "flows" && meaning === outletKey) return { is: "outlet" };
  const owner = meaning.startsWith("owner:") && table === "flows" ? meaning.slice("owner:".length) : undefined;
  if (owner !== undefined) {
    const field = fieldsOf.establishments.find(({ key }) => key === owner);
    return field && { is: "owner", field };
  }
  const key = table === "flows" ? meaning.replace(/^label:(in|out)$/, "label") : meaning;
  const field = fieldsOf[table].find((candidate) => candidate.key === key);
  return field && { is: "field", field, hint: hintFor(key, header) };
}

/** The unit that the words of a header say of their column. */
function hintFor(key: string, header: string): string {
  if (key === "quantity") return measureIn(header);
  if (key !== "unit_cost_eur") return "";
  const by = /(?:€|\bEUR|\beuros?)\s*(?:HT)?\s*(?:\/|par\s)\s*([\p{L}\d³²]+)/iu.exec(header)?.[1];
  return by === undefined ? "" : `€/${by}`;
}

/** A meaning as a person reads it: the header of the model. */
export function meaningWords(table: "establishments" | "flows", meaning: string): Text {
  const [first = "", second] = meaning.split(":");
  const ofOwner = first === "owner";
  const key = ofOwner ? (second ?? "") : first;
  const field = fieldsOf[ofOwner ? "establishments" : table].find((candidate) => candidate.key === key);
  const base = text(key === outletKey ? outletHeader : (field?.header ?? key), key);
  if (ofOwner) return text(`${base.fr} (de l'établissement)`, `${base.en} (of the establishment)`);
  if (second === "in") return text(`${base.fr} (besoin)`, `${base.en} (need)`);
  return second === "out" ? text(`${base.fr} (offre)`, `${base.en} (offer)`) : base;
}

/** The first mapped key that no table has. */
export function unknownKey(mapping: Mapping): string | undefined {
  for (const table of ["establishments", "flows"] as const) {
    for (const key of Object.values(mapping[table] ?? {}))
      if (key !== null && targetOf(table, key, "") === undefined) return key;
  }
  return undefined;
}

/**
 * A column without a header. Beside the quantity and full of units, it is the second half of a merged header "Quantité";
 * else what it holds is kept aside under its letters. Empty columns are nothing.
 */
function nameless(
  sheet: Sheet,
  table: "establishments" | "flows",
  lastRow: number,
  index: number,
  before: readonly Column[],
): Target | undefined {
  const filled = sheet.rows.filter(({ number, cells }) => number > lastRow && !isEmpty(cells[index]));
  if (filled.length === 0) return undefined;
  const left = before.at(-1)?.target;
  const besideQuantity = table === "flows" && left?.is === "field" && left.field.key === "quantity";
  const unit = fieldsOf.flows.find(({ key }) => key === "unit");
  if (besideQuantity && unit && filled.every(({ cells }) => parseMeasure(wordsOf(cells[index] ?? null)) !== undefined))
    return { is: "field", field: unit, hint: "" };
  return { is: "extra", name: `Colonne ${columnLetters(index)}` };
}
