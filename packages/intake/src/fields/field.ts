import type { Lang, Text } from "@simbiosi/domain";
import type { Kind } from "./kind.ts";

/** One field of a row: its JSON key, its French header, how it is read and written. One list serves every carrier. */
export type Field = {
  /** Key in JSON; also accepted as a header. */
  readonly key: string;
  /** The JSON object of the row that holds the key, when it is not the row itself. */
  readonly under?: "current";
  /** French header, as written. */
  readonly header: string;
  /** Other headers that are read. */
  readonly others?: readonly string[];
  readonly kind: Kind<unknown>;
  /** What its numbers count, where no other column says it. */
  readonly unit?: string;
  /** What it means and how to fill it, for the template and for column mapping. */
  readonly help: Text;
  /**
   * Whether what stands in brackets behind the header keeps its meaning: "Toiture (m²)" is understood, "Toiture (ha)"
   * would be wrong by ten thousand. Absent: anything may stand there.
   */
  readonly hint?: (words: string) => boolean;
  /** Words offered in a drop-down list. */
  readonly choices?: Readonly<Record<Lang, readonly string[]>>;
  /** Width of the column in characters. */
  readonly width: number;
};

export type TableKind = "territory" | "establishments" | "flows";

/** The sheets of a workbook and the files of a CSV folder, with the names that are read beside ours. */
export const tableNames: Readonly<Record<TableKind, { sheet: string; file: string; key: string; others: string[] }>> = {
  territory: { sheet: "Territoire", file: "territoire.csv", key: "territory", others: [] },
  establishments: {
    sheet: "Établissements",
    file: "etablissements.csv",
    key: "establishments",
    others: ["etablissement", "entreprises", "entreprise", "companies"],
  },
  flows: {
    sheet: "Flux",
    file: "flux.csv",
    key: "flows",
    others: [],
  },
};
