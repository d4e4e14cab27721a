import { expect, test } from "vitest";
import { same } from "../text/text.ts";
import { ExplanationBook } from "./explanations.ts";
import { given, notApplicable, product, sum } from "./figure.ts";

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
