import fc from "fast-check";
import { expect, test } from "vitest";
import { type Pair, parsePairs, writePairs } from "./pairs.ts";

test.each([
  {
    words: "a=1; b=deux",
    pairs: [
      ["a", "1", false],
      ["b", "deux", false],
    ],
  },
  { words: 'a="x; y"; ', pairs: [["a", "x; y", true]] },
  { words: 'a="dit ""bon"""', pairs: [["a", 'dit "bon"', true]] },
  { words: '"clé=1"=2', pairs: [["clé=1", "2", false]] },
])("« $words »", ({ words, pairs }) => {
  expect(parsePairs(words)).toEqual(pairs.map(([key, value, literal]) => ({ key, value, literal })));
});

test.each(["a", "a=1=2", "=1", "a=1; a=2", 'a="1', 'a=1"2'])("« %s » is refused whole", (words) => {
  expect(parsePairs(words)).toBeUndefined();
});

test("any keys and values survive writing and reading", () => {
  const key = fc
    .string({ minLength: 1 })
    .map((words) => words.trim())
    .filter((words) => words !== "");
  const value = fc.string().map((words) => words.trim());
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, value), { selector: ([one]) => one }), (entries) => {
      const pairs: Pair[] = entries.map(([one, words]) => ({ key: one, value: words, literal: true }));
      expect(parsePairs(writePairs(pairs))).toEqual(pairs);
      const bare = parsePairs(writePairs(pairs.map((pair) => ({ ...pair, literal: false }))));
      expect(bare?.map(({ key: one, value: words }) => [one, words])).toEqual(entries);
    }),
  );
});
