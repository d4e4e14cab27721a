import { expect, test } from "vitest";
import { breakable, signsAcross } from "./breakable.ts";

test.each([
  { typed: "anticonstitutionnellement", shown: "anticonstitutionnell¦ement" },
  { typed: "synergie de substitution, 3\u202f500\u00a0t/an", shown: "synergie de substitution, 3\u202f500\u00a0t/an" },
  { typed: "https://exemple.fr/dossier/2026/annexe", shown: "https:¦/¦/¦exemple.¦fr/¦dossier/¦2026/¦annexe" },
  { typed: "REF0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", shown: "REF0123456789ABCDEFG¦HIJKLMNOPQRSTUVWXYZ" },
])("$typed breaks as $shown", ({ typed, shown }) => {
  expect(breakable(typed).replaceAll("\u200b", "¦")).toBe(shown);
});

test("a narrow column breaks sooner, and every piece fits", () => {
  expect(signsAcross(1)).toBe(20);
  const eighth = signsAcross(1 / 8);
  expect(eighth).toBeLessThan(9);
  for (const piece of breakable("M".repeat(70), eighth).split("\u200b"))
    expect(piece.length).toBeLessThanOrEqual(eighth);
});
