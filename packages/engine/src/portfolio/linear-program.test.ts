import fc from "fast-check";
import { expect, test } from "vitest";
import { type LinearProgram, ProgramBuilder, withFixed, withoutCosts } from "./linear-program.ts";

/** The packed matrix written out in full. */
function matrix({ columns, rows, starts, indices, values }: LinearProgram): number[][] {
  const full = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (let j = 0; j < columns; j++) {
    for (let k = starts[j] ?? 0; k < (starts[j + 1] ?? 0); k++) {
      const row = full[indices[k] ?? 0];
      if (row !== undefined) row[j] = (row[j] ?? 0) + (values[k] ?? 0);
    }
  }
  return full;
}

const factor = fc.constantFrom(-2, -1, 0, 1, 3);
const drawn = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.array(fc.array(fc.tuple(fc.nat(columns - 1), factor), { maxLength: 8 }), { maxLength: 6 }),
  }),
);

const written = (rows: readonly (readonly [number, number][])[], columns: number): number[][] =>
  rows.map((terms) => {
    const row = new Array<number>(columns).fill(0);
    for (const [j, value] of terms) row[j] = (row[j] ?? 0) + value;
    return row;
  });

test("rows come back as they were written, terms of one column summed", () => {
  fc.assert(
    fc.property(drawn, ({ columns, rows }) => {
      const builder = new ProgramBuilder();
      for (let j = 0; j < columns; j++) builder.column({ cost: j, lower: 0, upper: 1 });
      for (const terms of rows) builder.row(0, 1, terms);
      expect(matrix(builder.build())).toEqual(written(rows, columns));
    }),
  );
});

test("a program continued is the program and what was added", () => {
  fc.assert(
    fc.property(drawn, drawn, (first, more) => {
      const builder = new ProgramBuilder();
      builder.offset = 7;
      for (let j = 0; j < first.columns; j++) builder.column({ cost: j, lower: -j, upper: j, integer: j % 2 === 0 });
      for (const [i, terms] of first.rows.entries()) builder.row(-i, i, terms);
      const base = builder.build();
      expect(new ProgramBuilder(base).build()).toEqual(base);
      const next = new ProgramBuilder(base);
      for (let j = 0; j < more.columns; j++) next.column({ cost: 0, lower: 0, upper: 1 });
      for (const terms of more.rows) next.row(0, 1, terms);
      const columns = first.columns + more.columns;
      expect(matrix(next.build())).toEqual(written([...first.rows, ...more.rows], columns));
    }),
  );
});

test("fixing columns and forgetting costs leave the program itself alone", () => {
  const builder = new ProgramBuilder();
  builder.column({ cost: 3, lower: 0, upper: 1, integer: true });
  builder.column({ cost: 4, lower: 0, upper: 9 });
  const program = builder.build();
  const fixed = withFixed(program, new Map([[0, 1]]));
  expect([...fixed.lower, ...fixed.upper, ...fixed.integer]).toEqual([1, 0, 1, 9, 0, 0]);
  expect([...withoutCosts(program).cost]).toEqual([0, 0]);
  expect([...program.lower, ...program.integer, ...program.cost]).toEqual([0, 0, 1, 0, 3, 4]);
});
