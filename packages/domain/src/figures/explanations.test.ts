import fc from "fast-check";
import { expect, test } from "vitest";
import { same } from "../text/text.ts";
import { ExplanationBook } from "./explanations.ts";
import { type Figure, formulaOf, given, minimum, notApplicable, product, sum, unknown } from "./figure.ts";

const leaf = (name: string, unit: string) => given({ label: same(name), value: 2, unit, source: "s", date: "2026" });

test("explanations are numbered in the order of first use, body first, then inputs as they are met", () => {
  const [q, price, cost] = [leaf("q", "t/yr"), leaf("price", "EUR/t"), leaf("cost", "EUR/yr")];
  const worth = product(same("worth"), "EUR/yr", [q, price]);
  const net = sum(same("net"), "EUR/yr", [worth, cost], [1, -1]);
  const book = new ExplanationBook("en", (id) => `source ${id}`);
  expect(book.figure(q).explain).toBe("e1");
  expect(book.figure(net)).toEqual({ value: 2, low: 2, high: 2, unit: "EUR/yr", state: "known", explain: "e2" });
  expect(book.figure(notApplicable(same("n"), "yr")).explain).toBeNull();
  const explained = book.explanations();
  expect(Object.keys(explained)).toEqual(["e1", "e2", "e3", "e4", "e5"]);
  expect(explained.e2?.inputs).toEqual(["e3", "e4"]); // worth, cost
  expect(explained.e3?.inputs).toEqual(["e1", "e5"]); // q was met first, price is new
  expect(explained.e5).toMatchObject({ label: "price", formula: null, source: "source s", date: "2026" });
});

test("figures that read the same share one explanation, whoever made them", () => {
  const net = () =>
    sum(same("net"), "EUR/yr", [product(same("worth"), "EUR/yr", [leaf("q", "t/yr"), leaf("p", "EUR/t")])]);
  const book = new ExplanationBook("fr");
  expect([book.figure(net()).explain, book.figure(net()).explain]).toEqual(["e1", "e1"]);
  expect(Object.keys(book.explanations())).toEqual(["e1", "e2", "e3", "e4"]);
});

/** Trees of every operation over few names and numbers, so that many of them are alike. */
const trees: fc.Arbitrary<Figure> = fc.letrec<{ tree: Figure }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .record({
        label: fc.constantFrom("a", "b"),
        value: fc.constantFrom(null, 0, 2, 1 / 3, -5e9),
        source: fc.constantFrom(null, "s", "t"),
        date: fc.constantFrom(null, "2026"),
      })
      .map(({ label, ...rest }) => given({ label: same(label), unit: "EUR/yr", ...rest })),
    fc.constantFrom(unknown(same("a"), "EUR/yr"), notApplicable(same("a"), "EUR/yr")),
    fc.tuple(fc.array(tie("tree"), { maxLength: 3 }), fc.constantFrom<1 | -1>(1, -1)).map(([inputs, sign]) =>
      sum(
        same("sum"),
        "EUR/yr",
        inputs,
        inputs.map((_, i) => (i === 0 ? sign : 1)),
      ),
    ),
    fc.array(tie("tree"), { minLength: 1, maxLength: 2 }).map((inputs) => minimum(same("least"), "EUR/yr", inputs)),
  ),
})).tree;

test("what a book opens is the tree that was put in, and no two explanations read the same", () => {
  fc.assert(
    fc.property(fc.array(trees, { minLength: 1, maxLength: 12 }), (figures) => {
      const book = new ExplanationBook("en");
      const keys = figures.map((figure) => book.figure(figure).explain);
      const opened = book.explanations();
      const agree = (figure: Figure, key: string): void => {
        const one = opened[key];
        expect(one).toMatchObject({
          label: figure.label.en,
          formula: formulaOf(figure)?.en ?? null,
          unit: figure.unit,
          state: figure.state,
          source: figure.source,
          date: figure.date,
        });
        if (figure.state === "known") expect(one?.value).toBe(Number(figure.value.toPrecision(12)));
        else expect([one?.value, one?.low, one?.high]).toEqual([null, null, null]);
        expect(one?.inputs).toHaveLength(figure.inputs.length);
        for (const [i, input] of figure.inputs.entries()) agree(input, one?.inputs[i] ?? "");
      };
      for (const [i, figure] of figures.entries()) {
        const key = keys[i];
        if (key != null) agree(figure, key);
      }
      const words = Object.values(opened).map((one) => JSON.stringify(one));
      expect(new Set(words).size).toBe(words.length);
    }),
    { numRuns: 300, seed: 1 },
  );
});
