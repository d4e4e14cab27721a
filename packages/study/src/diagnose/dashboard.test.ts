import { type Cell, columnRange, dashboard, type Sheet, type Workbook } from "@simbiosi/documents";
import { casaperta } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnose.ts";

const { diagnosis } = await diagnose(loadReference(), casaperta, [], {
  day: "2026-11-23",
  top: 10,
  objective: "gain",
  budget: null,
  gap: 0.01,
  seed: 1,
});
const workbook = dashboard(diagnosis, "fr");
const named = (name: string): Sheet => {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};
const formulaOf = (cell: Cell): { formula: string; result: string | number | null } | undefined =>
  typeof cell === "object" && cell !== null && "formula" in cell ? cell : undefined;
const firstRow = (book: Workbook, sheet: Sheet): number => Number(/\$A\$(\d+)/.exec(columnRange(book, sheet, 0))?.[1]);
const rowsIn = (formula: string): readonly number[] =>
  [...formula.matchAll(/\b[A-Z]{1,2}(\d+)\b/g)].map(([, row]) => Number(row));

describe.each(["Investissements", "Financement"])("formulas of the sheet %s", (name) => {
  const sheet = named(name);
  const first = firstRow(workbook, sheet);
  test("a row reads its own cells", () => {
    expect(sheet.rows.length).toBeGreaterThan(1);
    sheet.rows.forEach((row, i) => {
      for (const cell of row) for (const at of rowsIn(formulaOf(cell)?.formula ?? "")) expect(at).toBe(first + i);
    });
  });
  test("a total reads every row, and says what they come to", () => {
    sheet.total?.forEach((cell, column) => {
      const total = formulaOf(cell);
      if (total === undefined) return;
      expect(rowsIn(total.formula)).toEqual([first, first + sheet.rows.length - 1]);
      const values = sheet.rows.map((row) => {
        const one = row[column] ?? null;
        const value = typeof one === "object" && one !== null ? ("formula" in one ? one.result : one.value) : one;
        return typeof value === "number" ? value : 0;
      });
      expect(Number(total.result)).toBeCloseTo(
        values.reduce((all, value) => all + value, 0),
        0,
      );
    });
  });
});

test("aid is the base times the rate under its ceiling, and what is left is the rest", () => {
  for (const row of named("Financement").rows) {
    const [base, rate, ceiling] = [2, 4, 5].map((column) => {
      const cell = row[column] ?? null;
      return typeof cell === "object" && cell !== null && "value" in cell ? cell.value : cell;
    });
    if (typeof base !== "number" || typeof rate !== "number") continue;
    const aid = Math.min(base * rate, typeof ceiling === "number" ? ceiling : base);
    expect(formulaOf(row[6] ?? null)?.result).toBeCloseTo(aid, 6);
    expect(formulaOf(row[8] ?? null)?.result).toBeCloseTo(base - aid, 6);
  }
});
