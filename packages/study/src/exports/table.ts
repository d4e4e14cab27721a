import type { Establishment, Flow, Lang, TableCell } from "@simbiosi/domain";
import { type Cell, establishmentsTable, flowsTable, type WrittenTable } from "@simbiosi/intake";

/** A column of a list that is exported. */
export type ExportColumn = {
  /** What it is sorted by: the name of the same column on the screen. */
  readonly id: string;
  /** With its unit. */
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** A day is `YYYY-MM-DD` in the cells. */
  readonly kind: "text" | "number" | "date";
  /** Whether it holds what unknown columns held, where words and numbers must stay apart. */
  readonly aside?: true;
};

/** A list as a table, whatever file it becomes. */
export type ExportTable = {
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly TableCell[])[];
};

/** Establishments with the columns that reading understands: what is exported comes back in as it was. */
export const establishmentsExport = (title: string, sites: readonly Establishment[], lang: Lang): ExportTable =>
  exported(title, establishmentsTable(sites, { lang, units: true }));

/** Flows likewise. */
export const flowsExport = (title: string, flows: readonly Flow[], lang: Lang): ExportTable =>
  exported(title, flowsTable(flows, { lang, units: true }));

function exported(title: string, { columns, rows }: WrittenTable): ExportTable {
  const cells = rows.map((row) => row.map(plain));
  return {
    title,
    columns: columns.map(({ key, header, width, aside }, i) => ({
      id: key ?? header,
      header,
      width,
      kind: kindOf(rows, i),
      ...(aside && { aside }),
    })),
    rows: cells,
  };
}

const isDay = (cell: Cell): cell is { readonly day: string } =>
  typeof cell === "object" && cell !== null && "day" in cell;
const plain = (cell: Cell): TableCell =>
  isDay(cell) ? cell.day : typeof cell === "object" ? null : (cell satisfies TableCell);

/** What every filled cell of a column holds. */
function kindOf(rows: readonly (readonly Cell[])[], column: number): ExportColumn["kind"] {
  const filled = rows.flatMap((row) => row[column] ?? []);
  if (filled.length === 0) return "text";
  if (filled.every((cell) => typeof cell === "number")) return "number";
  return filled.every(isDay) ? "date" : "text";
}
