import type { RefusedRow } from "@simbiosi/domain";
import { type Draft, draft, keepAside, report } from "../assembly/draft.ts";
import type { NamedRecord, Records } from "../csv/records.ts";
import { establishmentFields } from "../fields/establishment-fields.ts";
import { flowFields } from "../fields/flow-fields.ts";
import type { Refusal } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";

/** A file of an official format: its name for the report, and its rows. */
export type OfficialFile = { readonly name: string; readonly records: Records };

/** What a file of an official format tells, before it is an inventory. */
export type Told = {
  readonly establishments: readonly Draft[];
  readonly flows: readonly Draft[];
  readonly refused: readonly RefusedRow[];
};

/** How an official format is read. */
export type OfficialFormat = {
  /** Groups of names of columns that must be there, one of each group. */
  readonly required: readonly (readonly string[])[];
  readonly read: (file: OfficialFile) => Told;
};

/** The words of the first of these columns that says something; INSEE's mark of what is not published says nothing. */
export function firstOf(record: NamedRecord, names: readonly string[]): string {
  for (const name of names) {
    const words = record.at(name);
    if (words !== "" && words !== "[ND]") return words;
  }
  return "";
}

const kinds = {
  establishments: new Map(establishmentFields.map(({ key, kind }) => [key, kind] as const)),
  flows: new Map(flowFields.map(({ key, kind }) => [key, kind] as const)),
};

/** A draft of a row; `set` reads words as the field of the model does, and reports them when they cannot be read. */
export function rowDraft(
  table: "establishments" | "flows",
  { name }: OfficialFile,
  { number }: NamedRecord,
): { readonly row: Draft; readonly set: (key: string, words: string, column: string) => void } {
  const columns = new Map<string, string>();
  const row = draft(name, number, (key) => columns.get(key) ?? null);
  const set = (key: string, words: string, column: string): void => {
    columns.set(key, column);
    if (words === "") return;
    const reading = kinds[table].get(key)?.fromCell(words);
    if (reading === undefined) return;
    if (reading.ok && reading.value !== null) row.values.set(key, reading.value);
    if (!reading.ok) {
      report(row, column, words, reading.problem);
      keepAside(row, column, words);
    }
  };
  return { row, set };
}

/** A row that is left out, for a reason that is told. */
export const leftOut = ({ name }: OfficialFile, record: NamedRecord, column: string, refusal: Refusal): RefusedRow =>
  refusedRow({ sheet: name, row: record.number, column }, record.at(column) || null, refusal, false);
