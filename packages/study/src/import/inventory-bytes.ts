import type { Inventory } from "@simbiosi/domain";
import { writeJson, writeWorkbook } from "@simbiosi/intake";

/** An inventory as the file of this name holds it: a workbook for `.xlsx`, JSON otherwise. @param date of the stamps */
export const inventoryBytes = async (name: string, inventory: Inventory, date: string): Promise<Uint8Array> =>
  /\.xlsx$/i.test(name) ? writeWorkbook(inventory, { date }) : new TextEncoder().encode(writeJson(inventory));
