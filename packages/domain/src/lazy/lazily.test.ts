import { describe, expect, test } from "vitest";
import { inPassing, lazily, lazyMeans, type Makers } from "./lazily.ts";

type Square = { side: number; area: number; words: string };

describe("properties made when they are read", () => {
  const made: string[] = [];
  const makers: Makers<number, Square> = {
    side: (side) => side,
    area: (_side, self) => {
      made.push("area");
      return self.side ** 2;
    },
    words: (_side, { area }) => `${area} m²`,
  };
  const square = lazily(makers);
  test.each([
    ["results", square],
    ["means", lazyMeans(makers)],
  ])("of %s nothing is made before it is asked for, and nothing twice", (_kind, make) => {
    made.length = 0;
    const three = make(3);
    expect(made).toEqual([]);
    expect(three.words).toBe("9 m²");
    expect([three.area, make(3).side, make(2).words, made]).toEqual([9, 3, "4 m²", ["area", "area"]]);
  });
  test("what means were read for in passing, they forget too", () => {
    const side = lazyMeans(makers)(3);
    made.length = 0;
    const read = () => inPassing(side, ({ area, words }) => [area, words]);
    expect([read(), read(), made.length]).toEqual([[9, "9 m²"], [9, "9 m²"], 2]);
  });
  test("they read, spread, compare and print as plain objects do", () => {
    const plain = { side: 2, area: 4, words: "4 m²" };
    expect(square(2)).toEqual(plain);
    expect(square(2)).not.toEqual({ ...plain, area: 5 });
    expect({ ...square(2), area: 5 }).toEqual({ ...plain, area: 5 });
    expect(JSON.parse(JSON.stringify(square(2)))).toEqual(plain);
  });
  test("what is read in passing leaves nothing behind, in the object nor in what it is worked out from", () => {
    const room = lazily<{ floor: Square; again: Square }, { volume: number }>({
      volume: ({ floor, again }) => {
        made.push("volume");
        return floor.area + again.area;
      },
    });
    const floor = square(3);
    const one = room({ floor, again: floor });
    made.length = 0;
    const read = () => inPassing(one, ({ volume }) => [volume, one.volume]);
    expect([read(), made]).toEqual([
      [18, 18],
      ["volume", "area"],
    ]);
    // Forgotten, so worked out again; what was known before stays known.
    expect([read(), one.volume, read(), made.length]).toEqual([[18, 18], 18, [18, 18], 6]);
    expect(inPassing("not lazy", (words) => words)).toBe("not lazy");
  });
});
