import { describe, expect, test } from "vitest";
import { flowOf, site, tinySetting } from "../testing/tiny-reference.ts";
import { dependenciesOf } from "./dependency.ts";

const need = (id: string, more: object) =>
  flowOf(
    id,
    "goods.husk",
    { direction: "in", quantity: 10, uncertainty_pct: 0, ...more },
    site(id.split(".")[0] ?? id),
  );

describe("how much a company leans on one purchase", () => {
  test.each([
    { said: null, names: [], sole: null, fr: "Fournisseur à documenter. Aucune offre locale repérée." },
    { said: "Dupont", names: ["Dupont"], sole: true, fr: "Un seul fournisseur déclaré. Aucune offre locale repérée." },
    {
      said: "Dupont ; Durand",
      names: ["Dupont", "Durand"],
      sole: false,
      fr: "2 fournisseurs déclarés. Aucune offre locale repérée.",
    },
    {
      said: "Dupont et Durand",
      names: ["Dupont", "Durand"],
      sole: false,
      fr: "2 fournisseurs déclarés. Aucune offre locale repérée.",
    },
  ])("supplier written as $said", ({ said, names, sole, fr }) => {
    const [found] = dependenciesOf(tinySetting, [need("farm.husk", { current: { supplier: said } })], []);
    expect([found?.suppliers, found?.soleSupplier, found?.sentence.fr]).toEqual([names, sole, fr]);
    expect(found?.localShare.state).toBe("not-applicable");
  });
  test("two lines of one class at one company are two suppliers", () => {
    const both = dependenciesOf(
      tinySetting,
      [need("farm.a", { current: { supplier: "Dupont" } }), need("farm.b", { current: { supplier: "Durand" } })],
      [],
    );
    expect(both.map(({ soleSupplier }) => soleSupplier)).toEqual([false, false]);
  });
  test("the dearest first: 10 t at 30 EUR before 10 t at 20, the unpriced last", () => {
    const list = dependenciesOf(
      tinySetting,
      [
        need("a.husk", { current: { unit_cost_eur: 20 } }),
        need("b.husk", { quantity: null }),
        need("c.husk", { current: { unit_cost_eur: 30 } }),
      ],
      [],
    );
    expect(list.map(({ need: one, spend }) => [one.flow.id, spend.value])).toEqual([
      ["c.husk", 300],
      ["a.husk", 200],
      ["b.husk", null],
    ]);
  });
});
