import type { Flow } from "@simbiosi/domain";
import { type TableKind, tableNames } from "../fields/field.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import type { Mapping } from "./columns.ts";
import { findHeader, type Header, looksLike } from "./find-header.ts";
import type { Sheet } from "./sheet.ts";

/** A sheet, the table it is (undefined: none of ours), and where its headers are. */
export type Classified = {
  readonly sheet: Sheet;
  readonly table: TableKind | undefined;
  readonly header: Header | undefined;
  /** What the name of a sheet of flows says of all of them: "Flux sortants". */
  readonly direction: Flow["direction"] | undefined;
};

/** What a sheet is: by its exact name, else by words in its name or by its headers. */
export function classify(sheet: Sheet, mapping: Mapping): Classified {
  const name = foldKey(sheet.name.replace(/^.*[/\\]/, "").replace(/\.(csv|tsv|txt)$/i, ""));
  const exact = (["territory", "establishments", "flows"] as const).find((table) => namesOf(table).includes(name));
  const direction = /sortant|offre|output/.test(name) ? "out" : /entrant|besoin|input/.test(name) ? "in" : undefined;
  if (isHelp(sheet.name)) return { sheet, table: undefined, header: undefined, direction: undefined };
  const headerOf = (table: "establishments" | "flows"): Header | undefined =>
    findHeader(sheet, table, mapping[table] ?? {});
  if (exact === "territory") return { sheet, table: exact, header: undefined, direction: undefined };
  if (exact !== undefined) return { sheet, table: exact, header: headerOf(exact), direction };
  const flows = headerOf("flows");
  const establishments = headerOf("establishments");
  if (looksLike("flows", flows)) return { sheet, table: "flows", header: flows, direction };
  if (looksLike("establishments", establishments))
    return { sheet, table: "establishments", header: establishments, direction: undefined };
  return { sheet, table: undefined, header: undefined, direction: undefined };
}

/** Our own help and examples, and the lists that feed drop-downs: nothing to read, nothing to speak of. */
export const isHelp = (name: string): boolean =>
  /^(aide|help|lisezmoi|readme|listes?|lists?|exemples?.*|examples?.*)$/.test(foldKey(name));

const namesOf = (table: TableKind): string[] => {
  const { sheet, file, key, others } = tableNames[table];
  return [sheet, file.replace(/\.csv$/, ""), key, ...others].map(foldKey);
};
