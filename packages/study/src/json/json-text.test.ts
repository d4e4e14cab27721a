import fc from "fast-check";
import { expect, test } from "vitest";
import { Each, jsonText, Members, objectText, Written } from "./json-text.ts";

const whole = (document: Members): string => [...jsonText(document)].join("");

test("the pieces together are the document", () => {
  const plain = fc.jsonValue();
  const members = fc.dictionary(fc.string(), plain);
  fc.assert(
    fc.property(members, fc.array(plain), members, (more, list, deep) => {
      const entries = [
        ...Object.entries(more),
        ["list", new Each(list)],
        ["deep", new Members(Object.entries(deep))],
      ] as const;
      expect(JSON.parse(whole(new Members(entries)))).toEqual(JSON.parse(JSON.stringify({ ...more, list, deep })));
    }),
  );
});

test("what is counted in thousands stands one a line", () => {
  const list = new Each([{ a: 1 }, { a: 2 }]);
  expect(
    whole(
      new Members([
        ["list", list],
        ["none", new Each([])],
        ["empty", new Members([])],
      ]),
    ),
  ).toBe('{\n  "list": [\n    {"a":1},\n    {"a":2}\n  ],\n  "none": [],\n  "empty": {}\n}\n');
});

test("an object of which some members are written already is the same text", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.boolean()), (members, choices) => {
      const some = Object.entries(members).map(([key, value], i): [string, unknown] => [
        key,
        choices[i] === true ? new Written(JSON.stringify(value)) : value,
      ]);
      expect(objectText(Object.fromEntries(some)).text).toBe(JSON.stringify(members));
    }),
    { seed: 1 },
  );
  expect(objectText({ a: 1, b: 2, c: undefined }, ["c", "b", "a"]).text).toBe('{"b":2,"a":1}');
});

test("a long document comes in many pieces, none of them long", () => {
  const pieces = [
    ...jsonText(new Members([["list", new Each(Array.from({ length: 20_000 }, (_, i) => `item ${i}`))]])),
  ];
  expect(pieces.length).toBeGreaterThan(3);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000);
});
