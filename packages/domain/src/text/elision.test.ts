import { expect, test } from "vitest";
import { deFr } from "./elision.ts";

test.each([
  ["huile de friture usagée", "d'huile de friture usagée"],
  ["eau chaude", "d'eau chaude"],
  ["École du Pommier", "d'École du Pommier"],
  ["œufs déclassés", "d'œufs déclassés"],
  ["hydrogène", "d'hydrogène"],
  ["herbe coupée", "d'herbe coupée"],
  ["houblon", "de houblon"],
  ["hangar partagé", "de hangar partagé"],
  ["halles", "de halles"],
  ["yaourts", "de yaourts"],
  ["onze palettes", "de onze palettes"],
  ["bois", "de bois"],
  ["EDF", "de EDF"],
  ["80 palettes", "de 80 palettes"],
])("%s: %s", (words, said) => {
  expect(deFr(words)).toBe(said);
});
