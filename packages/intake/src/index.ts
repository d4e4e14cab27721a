export { type CsvFile, refusedRowsCsv, writeCsv } from "./csv/write-csv.ts";
export { writeJson } from "./json/write-json.ts";
export { type InventoryInput, type ReadOptions, readInventory } from "./read/read-inventory.ts";
export type { FoundColumn, ReadInventory } from "./read/result.ts";
export type { Mapping } from "./tables/columns.ts";
export { seal } from "./workbook/seal.ts";
export { writeTemplate } from "./workbook/write-template.ts";
export { type WorkbookOptions, writeWorkbook } from "./workbook/write-workbook.ts";
