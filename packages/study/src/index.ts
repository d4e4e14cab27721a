export { type Branding, bestOfEach, readBranding, refusedIdeas, rehearsePdf } from "@simbiosi/documents";
export {
  assumptions,
  type Correction,
  emptyInventory,
  type Imported,
  importOfficial,
  importOfficialApart,
  type Mapping,
  type MappingChoice,
  mappingChoices,
  type OfficialName,
  officialNames,
  type ReadInventory,
  readBaseEmpreinte,
  readDistances,
  readFactors,
  readInventory,
  readMapping,
  refusedRowsCsv,
  writeCnig,
  writeMapping,
  writeTemplate,
} from "@simbiosi/intake";
export { loadReference, ReferenceFault } from "@simbiosi/reference";
export { check } from "./check/check.ts";
export { detectSynergies } from "./detect/detect.ts";
export { synergiesJson, synergiesText } from "./detect/synergies-json.ts";
export {
  type Audience,
  audiences,
  companySheetsFolder,
  type Deliverable,
  deliverables,
} from "./diagnose/deliverables.ts";
export { type Diagnosed, type DiagnoseOptions, diagnose } from "./diagnose/diagnose.ts";
export { makeFiles } from "./diagnose/make-files.ts";
export { geoJson } from "./exports/geojson.ts";
export { type ExportColumn, type ExportTable, establishmentsExport, flowsExport } from "./exports/table.ts";
export { tableCsv, tableXlsx } from "./exports/table-files.ts";
export { inventoryBytes } from "./import/inventory-bytes.ts";
export { type LiveInsight, liveInsight } from "./live/live-insight.ts";
export { type LiveLeads, liveLeads } from "./live/live-leads.ts";
export { type ScenarioAnswer, type ScenarioWish, solveScenario } from "./live/live-scenario.ts";
export { type OptimiseOptions, optimiseDocument, optimiseSynergies } from "./optimise/optimise.ts";
export { planDocument } from "./plan/plan-document.ts";
export { resolverOf, type Understood, understand } from "./understand/understand.ts";
