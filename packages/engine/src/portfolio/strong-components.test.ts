import fc from "fast-check";
import { expect, test } from "vitest";
import { strongComponents } from "./strong-components.ts";

const graph = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    edges: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 20 }),
  }),
);

const following = (edges: readonly (readonly [number, number])[]) => (vertex: number) =>
  edges.filter(([from]) => from === vertex).map(([, to]) => to);

/** Which vertices each one reaches, by walking. */
function reach(count: number, next: (vertex: number) => readonly number[]): readonly ReadonlySet<number>[] {
  return Array.from({ length: count }, (_, start) => {
    const seen = new Set([start]);
    for (const vertex of seen) for (const neighbour of next(vertex)) seen.add(neighbour);
    return seen;
  });
}

test("two vertices share a component when each reaches the other; a component comes after those it reaches", () => {
  fc.assert(
    fc.property(graph, ({ count, edges }) => {
      const next = following(edges);
      const found = strongComponents(count, next);
      const reached = reach(count, next);
      for (let a = 0; a < count; a++) {
        for (let b = 0; b < count; b++) {
          const there = reached[a]?.has(b) === true;
          const back = reached[b]?.has(a) === true;
          expect(found[a] === found[b]).toBe(there && back);
          if (there && !back) expect(found[a]).toBeGreaterThan(found[b] ?? Number.NaN);
        }
      }
    }),
  );
});

test("a chain of a hundred thousand does not overflow the stack", () => {
  const found = strongComponents(100_000, (v) => (v < 99_999 ? [v + 1] : []));
  expect(found[0]).toBe(99_999);
});
