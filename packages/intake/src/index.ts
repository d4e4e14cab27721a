export type { Cell } from "./cells/cell.ts";
export type { Correction } from "./corrections/correct-cells.ts";
export { marked } from "./csv/quoting.ts";
export { type CsvFile, refusedRowsCsv, writeCsv } from "./csv/write-csv.ts";
export { type ReadDistances, readDistances } from "./distances/read-distances.ts";
export { type ReadOwnFactors, readFactors } from "./factors/read-factors.ts";
export { writeJson } from "./json/write-json.ts";
export { type MappingChoice, mappingChoices } from "./mapping/mapping-choices.ts";
export { readMapping, writeMapping } from "./mapping/mapping-file.ts";
export { readBaseEmpreinte } from "./official/base-empreinte.ts";
export {
  emptyInventory,
  type Imported,
  importOfficial,
  type OfficialName,
  officialNames,
} from "./official/import-official.ts";
export { importOfficialApart } from "./official/import-official-apart.ts";
export { writeCnig } from "./official/write-cnig.ts";
export { type InventoryInput, type ReadOptions, readInventory } from "./read/read-inventory.ts";
export type { FoundColumn, ReadInventory } from "./read/result.ts";
export { assumptions } from "./refusals/sentences.ts";
export type { Mapping } from "./tables/mapping.ts";
export { establishmentsTable, flowsTable, type WrittenTable } from "./tables/write-tables.ts";
export { seal } from "./workbook/seal.ts";
export { writeTemplate } from "./workbook/write-template.ts";
export { type WorkbookOptions, writeTable, writeWorkbook } from "./workbook/write-workbook.ts";
