import type { RefusedRow } from "@simbiosi/domain";
import { type Draft, keepAside, report } from "../assembly/draft.ts";
import { parseNumber } from "../cells/number.ts";
import { isSiret } from "../cells/siret.ts";
import { refuse } from "../refusals/refusal.ts";
import { wgs84Of } from "./lambert93.ts";
import { firstOf, leftOut, type OfficialFormat, rowDraft } from "./official-file.ts";

const nomenclature = "nomenclatureActivitePrincipaleEtablissement";
const [x, y] = ["coordonneeLambertAbscisseEtablissement", "coordonneeLambertOrdonneeEtablissement"] as const;

/**
 * SIRENE, file StockEtablissement of INSEE. Staff is a band (NN: no employer), coordinates are in Lambert-93, a closed
 * site is left out and told. A code of another nomenclature than NAF rev. 2 is kept aside with its name.
 */
export const sirene: OfficialFormat = {
  required: [["siret"], ["etatAdministratifEtablissement"]],
  read: (file) => {
    const establishments: Draft[] = [];
    const refused: RefusedRow[] = [];
    file.records.each((record) => {
      const siret = record.at("siret").padStart(14, "0");
      if (!isSiret(siret)) {
        refused.push(leftOut(file, record, "siret", refuse("SIRET_INVALID").problem));
        return;
      }
      if (record.at("etatAdministratifEtablissement").toUpperCase() === "F") {
        refused.push(leftOut(file, record, "siret", refuse("SITE_CLOSED").problem));
        return;
      }
      const { row, set } = rowDraft("establishments", file, record);
      row.values.set("siret", siret);
      const name = firstOf(record, [
        "denominationUsuelleEtablissement",
        "enseigne1Etablissement",
        "denominationUniteLegale",
        "nomUniteLegale",
      ]);
      row.values.set("name", name === "" ? `Établissement ${siret}` : name);
      const version = record.at(nomenclature);
      const activity = firstOf(record, ["activitePrincipaleEtablissement"]);
      if (version === "" || version === "NAFRev2") set("naf", activity, "activitePrincipaleEtablissement");
      else keepAside(row, `Activité (${version})`, activity);
      const band = firstOf(record, ["trancheEffectifsEtablissement"]);
      if (band !== "") row.values.set("staff", band);
      set("insee", firstOf(record, ["codeCommuneEtablissement"]), "codeCommuneEtablissement");
      placeAt(row, firstOf(record, [x]), firstOf(record, [y]));
      establishments.push(row);
    });
    return { establishments, flows: [], refused };
  },
};

/** Sets the point of a site from metres of Lambert-93. */
function placeAt(row: Draft, east: string, north: string): void {
  if (east === "" && north === "") return;
  const point = wgs84Of(parseNumber(east) ?? Number.NaN, parseNumber(north) ?? Number.NaN);
  if (point === undefined) {
    report(row, x, `${east} ; ${north}`, refuse("COORDINATE_FOREIGN").problem);
    return;
  }
  row.values.set("lon", point.lon);
  row.values.set("lat", point.lat);
}
