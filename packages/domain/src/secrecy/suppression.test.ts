import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { feasible } from "./feasible.ts";
import { maySum, type SecrecyRule, suppressed, type TableEntry } from "./suppression.ts";

const rule: SecrecyRule = { units: 3, share: 0.85, protection: 0.1 };
const entry = (row: string, column: string, unit: string, value: number, told = false): TableEntry => ({
  row,
  column,
  unit,
  value,
  told,
});
/** A cell that three companies or more share evenly: it may be told. */
const shared = (row: string, column: string, value: number): TableEntry[] =>
  ["a", "b", "c"].map((unit) => entry(row, column, `${row}${column}${unit}`, value / 3));

describe("what may be told of a sum", () => {
  test.each([
    { because: "nobody stands behind it", told: true, of: [] },
    { because: "one company", told: false, of: [["a", 10]] },
    {
      because: "two companies",
      told: false,
      of: [
        ["a", 10],
        ["b", 10],
      ],
    },
    {
      because: "three companies, none above 85 %",
      told: true,
      of: [
        ["a", 10],
        ["b", 10],
        ["c", 10],
      ],
    },
    {
      because: "three companies, one of them 90 %",
      told: false,
      of: [
        ["a", 90],
        ["b", 5],
        ["c", 5],
      ],
    },
    {
      because: "exactly 85 % is still told",
      told: true,
      of: [
        ["a", 85],
        ["b", 10],
        ["c", 5],
      ],
    },
    {
      because: "two lines of one company are one company",
      told: false,
      of: [
        ["a", 10],
        ["a", 10],
        ["b", 10],
      ],
    },
    {
      because: "who brings nothing is no cover",
      told: false,
      of: [
        ["a", 10],
        ["b", 10],
        ["c", 0],
      ],
    },
  ] as const)("$told: $because", ({ told, of }) => {
    expect(
      maySum(
        rule,
        of.map(([unit, value]) => ({ unit, value, told: false })),
      ),
    ).toBe(told);
  });
  test("what the reader knows already is no cover: three companies, of which one told its number", () => {
    const of = ["a", "b", "c"].map((unit) => ({ unit, value: 10, told: unit === "a" }));
    expect(maySum(rule, of)).toBe(false);
    expect(
      maySum(
        rule,
        of.map((one) => ({ ...one, told: true })),
      ),
    ).toBe(true);
  });
});

test("worked by hand: one company's cell takes three others with it, totals stay", () => {
  const table = suppressed(
    [
      entry("bois", "industrie", "scierie", 12),
      ...shared("bois", "services", 9),
      ...shared("carton", "industrie", 30),
      ...shared("carton", "services", 60),
      ...shared("verre", "industrie", 300),
      ...shared("verre", "services", 600),
    ],
    rule,
  );
  // Rows: bois, carton, verre, total. Hiding 12 alone would tell it: 12 = 21 − 9.
  expect(table.cells).toEqual([
    [null, null, 21],
    [null, null, 90],
    [300, 600, 900],
    [342, 669, 1011],
  ]);
  expect([table.primary, table.secondary]).toEqual([1, 3]);
});

test("two companies alone on a line take its total with them: the total would tell the sum of the two", () => {
  const table = suppressed(
    [
      entry("bois", "industrie", "a", 12),
      entry("bois", "services", "b", 9),
      ...shared("carton", "industrie", 30),
      ...shared("carton", "services", 60),
    ],
    rule,
  );
  expect(table.cells[0]).toEqual([null, null, null]);
});

/** Small tables of few companies: where secrecy bites. */
const tables = fc.array(
  fc.record({
    row: fc.constantFrom("r1", "r2"),
    column: fc.constantFrom("c1", "c2", "c3"),
    unit: fc.constantFrom("u1", "u2", "u3", "u4", "u5"),
    value: fc.integer({ min: 1, max: 3 }),
    told: fc.boolean(),
  }),
  { minLength: 1, maxLength: 7 },
);

/**
 * The attacker, without any cleverness: tries every whole filling of the cells that are hidden and keeps those that
 * agree with everything shown. What the told companies bring is known to him.
 */
function fillings(entries: readonly TableEntry[], most: number): Map<string, Set<number>> {
  const { rows, columns, cells } = suppressed(entries, rule);
  const floor = rows.map((row) =>
    columns.map((column) =>
      entries.reduce((all, one) => all + (one.told && one.row === row && one.column === column ? one.value : 0), 0),
    ),
  );
  const filled = rows.map((_, r) => columns.map((_, c) => cells[r]?.[c] ?? 0));
  const open = rows.flatMap((_, r) => columns.flatMap((_, c) => (cells[r]?.[c] === null ? [[r, c] as const] : [])));
  const seen = new Map<string, Set<number>>();
  const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const agrees = (): boolean => {
    const sums = filled.map(total);
    const downs = columns.map((_, c) => total(filled.map((line) => line[c] ?? 0)));
    const shown = (r: number, c: number, sum: number): boolean => {
      const cell = cells[r]?.[c] ?? null;
      return cell === null || cell === sum;
    };
    return (
      sums.every((sum, r) => shown(r, columns.length, sum)) &&
      downs.every((sum, c) => shown(rows.length, c, sum)) &&
      shown(rows.length, columns.length, total(sums))
    );
  };
  const fill = (i: number): void => {
    const place = open[i];
    if (place === undefined) {
      if (agrees())
        for (const [r, c] of open) {
          const key = `${rows[r]} ${columns[c]}`;
          seen.set(key, (seen.get(key) ?? new Set()).add(filled[r]?.[c] ?? 0));
        }
      return;
    }
    const [r, c] = place;
    const line = filled[r];
    if (line === undefined) return;
    const least = floor[r]?.[c] ?? 0;
    for (let value = least; value <= least + most; value++) {
      line[c] = value;
      fill(i + 1);
    }
  };
  fill(0);
  return seen;
}

describe("nothing hidden comes back", () => {
  test("an attacker who tries every filling never pins down a cell that may not be told", () => {
    fc.assert(
      fc.property(tables, (entries) => {
        // What is hidden never exceeds nine here: six more is room enough for what is free to grow.
        const seen = fillings(entries, 6);
        for (const { row, column } of entries) {
          const own = entries.filter((one) => one.row === row && one.column === column);
          if (maySum(rule, own)) continue;
          expect([...(seen.get(`${row} ${column}`) ?? [])].length, `${row} ${column}`).toBeGreaterThan(1);
        }
      }),
      { numRuns: 300 },
    );
  });
  test("the interval that the flow finds is the one that every filling spans, when totals show", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 2,
        }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (values, mask) => {
          const value = (r: number, c: number): number =>
            values
              .filter((_, i) => r === 2 || i === r)
              .flatMap((line) => line.filter((_, j) => c === 3 || j === c))
              .reduce((a, b) => a + b, 0);
          const hidden = (r: number, c: number): boolean => r < 2 && c < 3 && (mask[r * 3 + c] ?? false);
          const spans = new Map<string, [number, number]>();
          const walk = (i: number, filled: readonly number[]): void => {
            if (i === 6) {
              for (let r = 0; r < 2; r++)
                if ([0, 1, 2].reduce((all, c) => all + (filled[r * 3 + c] ?? 0), 0) !== value(r, 3)) return;
              for (let c = 0; c < 3; c++) if ((filled[c] ?? 0) + (filled[3 + c] ?? 0) !== value(2, c)) return;
              filled.forEach((one, k) => {
                const [low, high] = spans.get(`${k}`) ?? [one, one];
                spans.set(`${k}`, [Math.min(low, one), Math.max(high, one)]);
              });
              return;
            }
            const [r, c] = [Math.floor(i / 3), i % 3];
            for (const one of hidden(r, c) ? [0, 1, 2, 3, 4, 5, 6] : [value(r, c)]) walk(i + 1, [...filled, one]);
          };
          walk(0, []);
          for (let k = 0; k < 6; k++) {
            const { low, high } = feasible({ rows: 2, columns: 3, value, hidden }, Math.floor(k / 3), k % 3);
            expect([low, high]).toEqual(spans.get(`${k}`));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  test("what shows may be told, totals included; a line whose total shows tells no forbidden sum", () => {
    fc.assert(
      fc.property(tables, (entries) => {
        const { rows, columns, cells } = suppressed(entries, rule);
        const inCell = (r: number, c: number): TableEntry[] =>
          entries.filter(
            ({ row, column }) =>
              (r === rows.length || row === rows[r]) && (c === columns.length || column === columns[c]),
          );
        cells.forEach((line, r) => {
          line.forEach((cell, c) => {
            if (cell !== null) expect(maySum(rule, inCell(r, c))).toBe(true);
          });
          if (line.at(-1) !== null)
            expect(
              maySum(
                rule,
                columns.flatMap((_, c) => (line[c] === null ? inCell(r, c) : [])),
              ),
            ).toBe(true);
        });
      }),
    );
  });
  test("the same table gives the same holes, whatever the order of its lines", () => {
    fc.assert(
      fc.property(tables, (entries) => {
        expect(suppressed([...entries].reverse(), rule).cells.map((line) => line.map((cell) => cell === null))).toEqual(
          suppressed(entries, rule).cells.map((line) => line.map((cell) => cell === null)),
        );
      }),
    );
  });
});
