import fc from "fast-check";
import { expect, test } from "vitest";
import { elements, number, texts } from "../testing/read-svg.ts";
import { feedbackOrder, mergeArcs } from "./feedback-order.ts";
import type { SankeyLink, SankeyNode } from "./input.ts";
import { layoutSankey } from "./layout.ts";
import { sankey } from "./sankey.ts";

const node = (id: string, group = "trade"): SankeyNode => ({ id, label: id, group });
const link = (source: string, target: string, value: number): SankeyLink => ({ source, target, value });
const draw = (nodes: readonly SankeyNode[], links: readonly SankeyLink[], keep?: number) =>
  sankey({ title: "Métabolisme", unit: "t/an", nodes, links, lang: "fr", ...(keep === undefined ? {} : { keep }) });
const park = [node("Cave"), node("Compost"), node("Ferme")];

test("a ribbon is as wide as its quantity", () => {
  const { svg } = draw(park, [link("Cave", "Compost", 300), link("Cave", "Ferme", 100)]);
  const [wide, thin] = elements(svg, "path", "link").map((path) => number(path, "stroke-width"));
  expect((wide ?? 0) / (thin ?? 1)).toBeCloseTo(3, 1);
});

test("a loop is drawn apart, and named", () => {
  const straight = draw(park, [link("Cave", "Compost", 30), link("Compost", "Ferme", 20)]);
  expect(elements(straight.svg, "path", "back").length).toBe(0);
  const round = draw(park, [link("Cave", "Compost", 30), link("Compost", "Ferme", 20), link("Ferme", "Cave", 5)]);
  expect(elements(round.svg, "path", "back").length).toBe(1);
  expect(texts(round.svg)).toContain("retour vers l’amont (boucle)");
  expect(round.alt).toContain("Ferme → Cave\u00a0: 5 t/an");
});

test("small nodes of a group fold into one, and their quantities are added", () => {
  const trades = Array.from({ length: 12 }, (_, i) => node(`Métier ${i}`));
  const { svg, alt } = draw(
    [...trades, node("Compost", "taker")],
    trades.map(({ id }, i) => link(id, "Compost", 100 - i)),
    3,
  );
  expect(texts(svg)).toContain("Autres (9)");
  // 97 + 96 + … + 89
  expect(alt).toContain("Autres (9) → Compost\u00a0: 837 t/an");
  expect(elements(svg, "path", "link").length).toBe(4);
});

test("flows without a quantity are said, not drawn", () => {
  const input = { title: "Flux", unit: "t/an", nodes: park, links: [], unquantified: 3, lang: "fr" } as const;
  expect(texts(sankey(input).svg)).toEqual([
    "Aucun flux chiffré à montrer",
    "3 flux sans quantité ne sont pas dessinés.",
  ]);
});

const anyLinks = fc.array(
  fc.record({
    source: fc.integer({ min: 0, max: 14 }).map((n) => `n${n}`),
    target: fc.integer({ min: 0, max: 14 }).map((n) => `n${n}`),
    value: fc.oneof(fc.double({ min: -10, max: 1e6, noNaN: true }), fc.constantFrom(0, Number.NaN, 1e-9)),
  }),
  { maxLength: 60 },
);
const all = Array.from({ length: 15 }, (_, n) => node(`n${n}`));

test("whatever loops there are, every number is finite and every quantity is drawn once", () => {
  fc.assert(
    fc.property(anyLinks, (links) => {
      const merged = mergeArcs(links);
      const laid = layoutSankey(all, links, [0, 0, 600, 400], 20);
      expect(laid.links.length).toBe(merged.length);
      const svg = draw(all, links, 4).svg;
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      // The order in which the inventory lists its flows leaves no trace in the places.
      expect(layoutSankey(all, merged.toReversed(), [0, 0, 600, 400], 20)).toEqual(
        layoutSankey(all, merged, [0, 0, 600, 400], 20),
      );
    }),
    { numRuns: 60 },
  );
});

test("a chain runs forwards from end to end, and only the weakest link of a loop runs back", () => {
  const back = (arcs: readonly SankeyLink[]) => {
    const rank = feedbackOrder(["a", "b", "c", "d"], arcs);
    return arcs.filter(({ source, target }) => (rank.get(source) ?? 0) >= (rank.get(target) ?? 0));
  };
  const chain = [link("d", "c", 1), link("c", "b", 9), link("b", "a", 2)];
  expect(back(chain)).toEqual([]);
  expect(back([link("a", "b", 50), link("b", "c", 40), link("c", "a", 2)])).toEqual([link("c", "a", 2)]);
});
