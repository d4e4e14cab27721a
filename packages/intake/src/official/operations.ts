/**
 * What a code of operation of the waste directive (annexes I and II) says of the route. R 3 and R 12 say too little to
 * tell composting from sorting: recycling is the least that they mean. D 13 to D 15 and R 13 are only storage.
 */
const routes: Readonly<Record<string, string>> = {
  D1: "landfill",
  D5: "landfill",
  D10: "incineration",
  R1: "incineration",
  R2: "recycling",
  R3: "recycling",
  R4: "recycling",
  R5: "recycling",
  R6: "recycling",
  R7: "recycling",
  R8: "recycling",
  R9: "recycling",
  R10: "spreading",
};

/** `R 3`, `D05`, `R1` → one form; empty when these words are no code of operation. */
export function operationIn(words: string): string {
  const found = /\b([RD])\s?0?(\d{1,2})\b/i.exec(words);
  return found?.[1] === undefined ? "" : `${found[1].toUpperCase()}${found[2]}`;
}

/** The route of an operation, or the operation itself, which is words like any other outlet. */
export const routeOf = (operation: string, words: string): string | undefined =>
  routes[operation] ?? (operation || words || undefined);
