import { expect, test } from "vitest";
import { readInventory } from "./read-inventory.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { readFile } from "./read-here.ts";
import { readFileSync } from "node:fs";

test("w", async () => {
  const r = await readInventory({ name: "w.xlsx", bytes: readFileSync("/tmp/w.xlsx") });
  expect(r).toMatchObject({ ok: true });
});
