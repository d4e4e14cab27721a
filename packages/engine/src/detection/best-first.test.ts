import fc from "fast-check";
import { expect, test } from "vitest";
import { bestFirst } from "./best-first.ts";

test("from the best down, ties in the order of rows: what a sort gives", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (worth) => {
      const rows = worth.map((_, row) => row);
      const of = (row: number): number => worth[row] ?? 0;
      const sorted = [...rows].sort((a, b) => of(b) - of(a) || a - b);
      const next = bestFirst(Int32Array.from(rows), (a, b) => of(a) > of(b) || (of(a) === of(b) && a < b));
      expect([...rows.map(next), next()]).toEqual([...sorted, -1]);
    }),
  );
});
