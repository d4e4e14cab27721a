import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import { subjectOf } from "./company-view.ts";
import { disclosedTables, disclosedTotals } from "./disclosed-totals.ts";
import type { DisclosedTable, DisclosedTotal } from "./disclosure.ts";
import { maySee } from "./may-see.ts";
import { secrecyRule } from "./suppression.ts";

/** What an elected or technical lead of the territory reads of its flows: totals that give no company away. */
export type TerritoryTotals = {
  readonly rule: { readonly units: number; readonly share: number };
  readonly totals: readonly DisclosedTotal[];
  readonly tables: readonly DisclosedTable[];
};

/**
 * The totals of a territory for who answers for it without having been let into any company's secret. No consent names
 * that reader, so every quantity counts as secret and none as cover; only the order of magnitude of what is declared
 * public is taken as known. The plan's totals stand on leads of enough companies, or are not told.
 */
export function territoryTotals(diagnosis: Diagnosis): TerritoryTotals {
  const { reference, day } = diagnosis.setting;
  const rule = secrecyRule(reference);
  const sees: Parameters<typeof disclosedTables>[2] = (flow, field) =>
    maySee({ kind: "public" }, field, subjectOf(flow), day);
  return {
    rule: { units: rule.units, share: rule.share },
    totals: disclosedTotals(diagnosis, { sees }, rule),
    tables: disclosedTables(diagnosis, "funder", sees, rule),
  };
}
