import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Establishment, InventorySchema } from "../formats/inventory.ts";
import { tinyReference } from "../testing/tiny-reference.ts";
import { aliasesOf } from "./pseudonyms.ts";

const sector = (id: string, division: string, name: string) => ({
  id,
  from: division,
  to: division,
  name: { fr: name, en: name },
  source: "test",
});
const reference = { ...tinyReference, sectors: [sector("a", "10", "agroalimentaire"), sector("b", "16", "bois")] };
const inventoryOf = (nafs: readonly (string | null)[]) =>
  InventorySchema.parse({
    format: "simbiosi-inventory/1",
    territory: { name: "Test" },
    establishments: nafs.map((naf, i) => ({ id: `site-${i}`, name: `Nom ${i}`, naf })),
    flows: [],
  });
const aliases = (nafs: readonly (string | null)[]) =>
  aliasesOf(reference, inventoryOf(nafs), [], { mayName: () => false, byCard: new Set(), units: 3 });
const trades = (nafs: readonly (string | null)[]): readonly string[] => aliases(nafs).all.map(({ name }) => name.fr);

describe("the words that stand for a company", () => {
  test.each([
    {
      because: "three of a trade go by it",
      nafs: ["10", "10", "10"],
      words: ["Agroalimentaire 1", "Agroalimentaire 2", "Agroalimentaire 3"],
    },
    {
      because: "two trades too small share the broad one",
      nafs: ["10", "10", "16"],
      words: ["Industrie 1", "Industrie 2", "Industrie 3"],
    },
    { because: "alone of its trade and of its broad trade", nafs: ["10"], words: ["Entreprise 1"] },
    {
      because: "one left alone would be known by what it is not: the others join it",
      nafs: ["10", "10", "10", "47"],
      words: ["Entreprise 1", "Entreprise 2", "Entreprise 3", "Entreprise 4"],
    },
    { because: "no activity code", nafs: [null, null, null], words: ["Entreprise 1", "Entreprise 2", "Entreprise 3"] },
  ])("$because", ({ nafs, words }) => expect(trades(nafs)).toEqual(words));

  test("whatever the territory, no group of pseudonyms is smaller than three, unless the territory is", () => {
    const nafs = fc.array(fc.constantFrom("10", "16", "25", "47", "49", "01", null), { minLength: 3, maxLength: 25 });
    fc.assert(
      fc.property(nafs, (list) => {
        const sizes = new Map<string, number>();
        for (const name of trades(list)) {
          const trade = name.replace(/ \d+$/, "");
          sizes.set(trade, (sizes.get(trade) ?? 0) + 1);
        }
        for (const [trade, size] of sizes) expect(size, trade).toBeGreaterThanOrEqual(3);
      }),
    );
  });
  test("numbers follow neither the file nor the alphabet, and are the same twice", () => {
    const list = Array.from({ length: 12 }, () => "10");
    const numbersOf = (): readonly string[] => {
      const { ofSite } = aliases(list);
      return inventoryOf(list).establishments.map(({ id }: Establishment) => ofSite(id).name.fr);
    };
    expect(numbersOf()).toEqual(numbersOf());
    expect(numbersOf()).not.toEqual([...numbersOf()].sort());
    expect(new Set(numbersOf()).size).toBe(12);
  });
});
