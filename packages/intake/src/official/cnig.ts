import type { RefusedRow } from "@simbiosi/domain";
import { type Draft, keepAside, report } from "../assembly/draft.ts";
import { parseNumber } from "../cells/number.ts";
import type { NamedRecord } from "../csv/records.ts";
import { refuse } from "../refusals/refusal.ts";
import { wgs84Of } from "./lambert93.ts";
import { firstOf, leftOut, type OfficialFormat, rowDraft } from "./official-file.ts";

const names = {
  siret: ["siret", "etab_siret", "id_siret"],
  name: ["denomination", "nom", "etab_nom", "raison_sociale", "enseigne"],
  naf: ["naf", "code_naf", "activite_code"],
  /** A head count where there is one: a band says less. */
  staff: ["effectif"],
  band: ["effectif_code"],
  insee: ["comm_insee", "insee", "code_insee"],
  zone: ["site_nom", "site_id"],
  geometry: ["geometry", "geom", "wkt", "the_geom"],
} as const;

/**
 * CNIG "Sites économiques": the table of establishments of the inventory of business parks that intercommunalities
 * keep. Points are in Lambert-93 or WGS84, told by their size, as `POINT(x y)` or in columns of their own.
 */
export const cnig: OfficialFormat = {
  required: [names.siret],
  read: (file) => {
    const establishments: Draft[] = [];
    const refused: RefusedRow[] = [];
    file.records.each((record) => {
      const { row, set } = rowDraft("establishments", file, record);
      set("siret", firstOf(record, names.siret), names.siret.find(file.records.has) ?? "siret");
      const siret = row.values.get("siret");
      if (typeof siret !== "string") {
        refused.push(
          leftOut(file, record, names.siret.find(file.records.has) ?? "siret", refuse("SIRET_INVALID").problem),
        );
        return;
      }
      row.values.set("name", firstOf(record, names.name) || `Établissement ${siret}`);
      set("naf", firstOf(record, names.naf), "naf");
      const band = firstOf(record, names.band);
      if (band !== "") row.values.set("staff", band);
      set("staff", firstOf(record, names.staff), "effectif");
      set("insee", firstOf(record, names.insee), "comm_insee");
      set("zone", firstOf(record, names.zone), "site_id");
      placeAt(row, record);
      keepAside(row, "site_id", record.at("site_id"));
      establishments.push(row);
    });
    return { establishments, flows: [], refused };
  },
};

function placeAt(row: Draft, record: NamedRecord): void {
  const geometry = firstOf(record, names.geometry);
  const inPoint = /POINT\s*Z?\s*\(\s*(-?[\d.]+)[\s,]+(-?[\d.]+)/i.exec(geometry);
  const [x, y] = inPoint
    ? [inPoint[1] ?? "", inPoint[2] ?? ""]
    : [firstOf(record, ["x", "lon", "longitude"]), firstOf(record, ["y", "lat", "latitude"])];
  if (x === "" || y === "") return;
  const [east, north] = [parseNumber(x) ?? Number.NaN, parseNumber(y) ?? Number.NaN];
  const degrees = Math.abs(east) <= 180 && Math.abs(north) <= 90;
  const point = degrees ? { lon: east, lat: north } : wgs84Of(east, north);
  if (point === undefined) report(row, "geometry", geometry || `${x} ; ${y}`, refuse("COORDINATE_FOREIGN").problem);
  else {
    row.values.set("lon", point.lon);
    row.values.set("lat", point.lat);
  }
}
