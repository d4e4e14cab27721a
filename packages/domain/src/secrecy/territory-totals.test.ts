import fc from "fast-check";
import { expect, test } from "vitest";
import { maySum, type SecrecyRule, suppressed, type TableEntry } from "./suppression.ts";

/**
 * What a lead of the territory reads is a table whose every value is secret. An attacker of its own, who knows nothing of
 * how the table was made: it reads what shows and subtracts.
 */
const rule: SecrecyRule = { units: 3, share: 0.85, protection: 0.1 };
const entries = fc.array(
  fc.record({
    row: fc.constantFrom("paper", "wood", "heat"),
    column: fc.constantFrom("industry", "farming"),
    unit: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    value: fc.integer({ min: 1, max: 1_000 }),
    told: fc.constant(false),
  }),
  { maxLength: 12 },
);

test("small populations: no number shown, and no difference of numbers shown, is one company's or two's", () => {
  fc.assert(
    fc.property(entries, (all: readonly TableEntry[]) => {
      const { rows, columns, cells } = suppressed(all, rule);
      const inside = (r: number, c: number): readonly TableEntry[] =>
        all.filter(
          ({ row, column }) =>
            (r === rows.length || row === rows[r]) && (c === columns.length || column === columns[c]),
        );
      const shows = (r: number, c: number): boolean => (cells[r]?.[c] ?? null) !== null;
      for (let r = 0; r <= rows.length; r++)
        for (let c = 0; c <= columns.length; c++) if (shows(r, c)) expect(maySum(rule, inside(r, c))).toBe(true);
      // A total that shows, less the parts that show, is the sum of those that do not.
      for (let r = 0; r <= rows.length; r++)
        if (shows(r, columns.length)) {
          const rest = columns.flatMap((_, c) => (shows(r, c) ? [] : inside(r, c)));
          expect(maySum(rule, rest)).toBe(true);
        }
      for (let c = 0; c <= columns.length; c++)
        if (shows(rows.length, c)) {
          const rest = rows.flatMap((_, r) => (shows(r, c) ? [] : inside(r, c)));
          expect(maySum(rule, rest)).toBe(true);
        }
    }),
    { numRuns: 300 },
  );
});
