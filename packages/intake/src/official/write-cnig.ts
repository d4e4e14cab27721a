import { csvDialects, csvField, type Establishment, inert, staffBands } from "@simbiosi/domain";

/** The names of CNIG "Sites économiques" that {@link cnig} reads; `effectif` holds the head count that a band cannot. */
const columns: readonly (readonly [name: string, of: (site: Establishment) => string])[] = [
  ["siret", ({ siret }) => siret ?? ""],
  ["denomination", ({ name }) => name],
  ["naf", ({ naf }) => naf ?? ""],
  ["effectif_code", ({ staff }) => bandOf(staff)],
  ["effectif", ({ staff }) => (typeof staff === "number" ? String(staff) : "")],
  ["comm_insee", ({ insee }) => insee ?? ""],
  ["site_id", ({ extra }) => (typeof extra?.site_id === "string" ? extra.site_id : "")],
  ["site_nom", ({ zone }) => zone ?? ""],
  ["geometry", ({ lon, lat }) => (lon === null || lat === null ? "" : `POINT(${lon} ${lat})`)],
];

const bandOf = (staff: number | string | null): string => {
  if (typeof staff === "string") return staff;
  if (staff === null) return "";
  return staffBands.find(([, low, high]) => staff >= low && (high === null || staff <= high))?.[0] ?? "";
};

/**
 * The table of establishments of CNIG "Sites économiques", in WGS84, as a comma CSV with decimal points. The format names
 * an establishment by its SIRET: those without one cannot be in it, and are counted.
 */
export function writeCnig(sites: readonly Establishment[]): { readonly text: string; readonly leftOut: number } {
  const named = sites.filter(({ siret }) => siret !== null);
  const line = (words: readonly string[]): string =>
    `${words.map((one) => csvField(inert(one))).join(csvDialects.en.separator)}\r\n`;
  const text = [line(columns.map(([name]) => name)), ...named.map((site) => line(columns.map(([, of]) => of(site))))];
  return { text: text.join(""), leftOut: sites.length - named.length };
}
