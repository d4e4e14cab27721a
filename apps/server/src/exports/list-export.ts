import { type Establishment, fail, type Lang, ok, type Result, sortRows, type Text } from "@simbiosi/domain";
import { type ExportTable, geoJson, tableCsv, writeCnig } from "@simbiosi/study";
import { z } from "zod";
import type { Tx } from "../database/as-actor.ts";
import { inTerritory, langAsked } from "../http/fields.ts";
import { absent, type HttpProblem, httpProblem } from "../http/problems.ts";
import { type Ask, type Bytes, fileRoute, type Role, type Route } from "../http/route.ts";
import { dayOf } from "../ids/new-id.ts";
import { xlsxApart } from "./xlsx-apart.ts";

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  geojson: "application/geo+json",
  cnig: "text/csv; charset=utf-8",
} as const;
export type ExportFormat = keyof typeof mediaTypes;

/** More rows than this make a workbook too heavy to write and to open; a CSV has no such limit. */
export const xlsxRows = 20_000;

/** One filter of a list, as the address of its screen says it. */
const word = z.string().max(200).optional();
export const filters = <K extends string>(...names: readonly K[]): z.ZodObject<Record<K, typeof word>> =>
  z.object(Object.fromEntries(names.map((name) => [name, word])) as Record<K, typeof word>);

/** What an export needs of its list: the rows that the same filters leave on the screen, for the same reader. */
export type Listed = {
  readonly table: ExportTable;
  /** Establishments behind the rows, where the list has a place on a map. */
  readonly sites?: readonly Establishment[];
  /** Properties of a point, in the words of the model. */
  readonly properties?: (site: Establishment) => Readonly<Record<string, unknown>>;
};

type ListExport<F extends z.ZodObject> = {
  /** Of the list: `companies`. */
  readonly list: string;
  readonly name: Text;
  readonly about: Text;
  readonly who: readonly Role[];
  readonly formats: readonly [ExportFormat, ...ExportFormat[]];
  readonly filters: F;
  readonly rows: (
    ask: Ask<z.output<typeof inTerritory>, z.output<F>, never>,
    lang: Lang,
  ) => Promise<Result<Listed, HttpProblem>>;
};

/**
 * The export of a list: the route takes the filters of the screen and answers with a file. Who may know what is decided
 * where the list is read; each download is an entry of the audit trail, with its filters.
 */
export const listExport = <F extends z.ZodObject>({
  list,
  name,
  about,
  who,
  formats,
  filters: asked,
  rows,
}: ListExport<F>): Route =>
  fileRoute({
    id: `exports.${list}`,
    method: "GET",
    path: `/territories/:territory/exports/${list}`,
    about,
    who,
    rate: "heavy",
    log: "purpose",
    params: inTerritory,
    query: asked.extend({ ...langAsked.shape, format: z.enum(formats).default(formats[0]) }),
    handle: async (ask) => {
      const { lang, format } = ask.query as { readonly lang: Lang; readonly format: ExportFormat };
      const { territory } = ask.params;
      const place = await ask.tx.selectFrom("territory").select("id").where("id", "=", territory).executeTakeFirst();
      if (place === undefined) return absent;
      const listed = await rows(ask as never, lang);
      if (!listed.ok) return listed;
      const day = dayOf(ask.services.source.now());
      const bytes = await bytesOf(listed.value, { format, lang, day, tx: ask.tx, territory });
      if (!bytes.ok) return bytes;
      const ending = format === "cnig" ? "cnig.csv" : format;
      return ok({ name: `${name[lang]}-${day}.${ending}`, mediaType: mediaTypes[format], bytes: bytes.value });
    },
  });

type Wanted = {
  readonly format: ExportFormat;
  readonly lang: Lang;
  readonly day: string;
  readonly tx: Tx;
  readonly territory: string;
};

async function bytesOf(
  { table, sites = [], properties = () => ({}) }: Listed,
  { format, lang, day, tx, territory }: Wanted,
): Promise<Result<Bytes["bytes"], HttpProblem>> {
  switch (format) {
    case "csv":
      return ok(Buffer.from(tableCsv(table, lang)));
    case "xlsx":
      return table.rows.length > xlsxRows ? fail(tooLong) : ok(await xlsxApart({ table, day }));
    case "geojson":
      return ok(Buffer.from(geoJson(sites, properties, await outlinesOf(tx, territory))));
    case "cnig": {
      const { text, leftOut } = writeCnig(sites);
      return leftOut === sites.length ? fail(noSiret) : ok(Buffer.from(text));
    }
  }
}

const outlinesOf = async (tx: Tx, territory: string): Promise<Parameters<typeof geoJson>[2]> => {
  const rows = await tx
    .selectFrom("boundary")
    .select("geojson")
    .where("territory_id", "=", territory)
    .where("removed_at", "is", null)
    .orderBy("at")
    .execute();
  return rows.map(({ geojson }) => geojson as Parameters<typeof geoJson>[2][number]);
};

const tooLong = httpProblem(
  422,
  "EXPORT_TOO_LONG",
  `Un classeur de plus de ${xlsxRows} lignes serait trop lourd. Filtrez la liste, ou choisissez le format CSV.`,
  `A workbook of more than ${xlsxRows} rows would be too heavy. Filter the list, or choose CSV.`,
);
const noSiret = httpProblem(
  422,
  "EXPORT_NO_SIRET",
  "Le format CNIG désigne un établissement par son SIRET, et aucune des entreprises affichées n'en a. Complétez les SIRET, ou choisissez un autre format.",
  "The CNIG format names an establishment by its SIRET, and none of the companies shown has one. Fill in the SIRETs, or choose another format.",
);

/** A table in the order of one of its columns, as `name.up` or `name.down` in an address says it; as it is otherwise. */
export function sorted(table: ExportTable, sort: string | undefined): ExportTable {
  const [id, way] = (sort ?? "").split(".");
  const column = table.columns.findIndex((one) => one.id === id);
  if (column < 0) return table;
  const value = (row: ExportTable["rows"][number]): string | number | null => {
    const cell = row[column] ?? null;
    return typeof cell === "boolean" ? String(cell) : cell;
  };
  return { ...table, rows: sortRows(table.rows, value, way === "down") };
}
