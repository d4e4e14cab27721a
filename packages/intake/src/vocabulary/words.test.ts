import { expect, test } from "vitest";
import * as lists from "./words.ts";

test.each(Object.entries(lists))(
  "%s: every key is read from its French word, from itself, and in capitals",
  (_, list) => {
    for (const key of list.keys) {
      const parse = (words: string): string | undefined => list.parse(words);
      const french = (list.french as (one: string) => string)(key);
      expect([parse(french), parse(key), parse(french.toUpperCase())]).toEqual([key, key, key]);
    }
  },
);

test.each([
  ["Décharge", "landfill"],
  ["ENFOUISSEMENT", "landfill"],
  ["méthaniseur", "digestion"],
  ["réseau d'assainissement", "sewer"],
  ["continent", "export"],
  ["collecté", "collected"],
  ["vendu", "sold"],
  ["aucun", "none"],
])("the outlet « %s » is %s", (words, route) => {
  expect(lists.routeWords.parse(words)).toBe(route);
});
