import { type Establishment, EstablishmentSchema, type Lang, ok, shownCompanies, text } from "@simbiosi/domain";
import { type ExportTable, establishmentsExport } from "@simbiosi/study";
import type { Tx } from "../database/as-actor.ts";
import { listedEstablishments, openFields, seesFlows } from "../establishments/list-rows.ts";
import { workers } from "../http/fields.ts";
import type { Role } from "../http/route.ts";
import { filters, listExport, sorted } from "./list-export.ts";

export const companyFilters = filters("q", "zone");
export type CompanyFilters = { readonly q?: string | undefined; readonly zone?: string | undefined };

type Site = Establishment & { readonly offers: number | null; readonly needs: number | null };

/** The establishments that the filters leave, as this reader may know them. */
export async function shownSites(
  tx: Tx,
  territory: string,
  role: Role,
  asked: CompanyFilters,
): Promise<readonly Site[]> {
  const rows = await listedEstablishments(tx, territory, role);
  const sites = rows.map(({ offers, needs, ...row }) => ({ ...EstablishmentSchema.parse(row), offers, needs }));
  return shownCompanies(sites, asked);
}

const title = text("Entreprises", "Companies");
/** What a point says otherwise than by its properties. */
const apart = new Set(["id", "name", "lon", "lat", "extra"]);
const isOpen = (field: string): boolean => openFields.some((open) => open === field);

export const companiesExport = listExport({
  list: "companies",
  name: text("entreprises", "companies"),
  about: {
    fr: "Les entreprises filtrées, en CSV, classeur, GeoJSON (WGS 84 ; les zones dont les limites sont importées en polygones) ou CNIG « sites économiques » (celles qui ont un SIRET)",
    en: "The companies filtered, as CSV, workbook, GeoJSON (WGS 84; zones whose outline was imported as polygons) or CNIG “sites économiques” (those with a SIRET)",
  },
  who: [...workers, "lead", "company"],
  formats: ["csv", "xlsx", "geojson", "cnig"],
  filters: companyFilters.extend(filters("sort").shape),
  rows: async ({ tx, params, query, actor }, lang) => {
    const sites = await shownSites(tx, params.territory, actor.role, query);
    const sees = seesFlows(actor.role);
    return ok({
      table: sorted(tableOf(sites, lang, sees), query.sort),
      sites,
      properties: (site) =>
        Object.fromEntries(Object.entries(site).filter(([field]) => !apart.has(field) && (sees || isOpen(field)))),
    });
  },
});

/** The columns that reading understands, with the counts of flows; only what is open to whom no more is. */
function tableOf(sites: readonly Site[], lang: Lang, sees: boolean): ExportTable {
  const table = establishmentsExport(title[lang], sites, lang);
  if (!sees) {
    const open = table.columns.map(({ id }) => isOpen(id));
    const kept = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => open[i]);
    return { ...table, columns: kept(table.columns), rows: table.rows.map(kept) };
  }
  const counts = [
    { id: "offers", header: text("Nombre d'offres", "Number of offers")[lang], width: 12, kind: "number" as const },
    { id: "needs", header: text("Nombre de besoins", "Number of needs")[lang], width: 12, kind: "number" as const },
  ];
  return {
    ...table,
    columns: [...table.columns, ...counts],
    rows: table.rows.map((row, i) => [...row, sites[i]?.offers ?? null, sites[i]?.needs ?? null]),
  };
}
