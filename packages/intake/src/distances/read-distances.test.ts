import { expect, test } from "vitest";
import { bytesOf, read } from "../testing/carriers.ts";
import { readDistances } from "./read-distances.ts";

const { inventory } = read(
  "etablissements.csv",
  "Identifiant;Raison sociale;SIRET\ns;Scierie fictive;12345678200010\nf;Ferme fictive;\ng;Garage fictif;\n",
);
const distancesIn = (words: string) => readDistances({ name: "distances.csv", bytes: bytesOf(words) }, inventory);

test("trips between establishments by id, SIRET or name, with French decimals; what is unknown is reported by its row", () => {
  const found = distancesIn(
    [
      "de;vers;km;minutes",
      "s;Ferme fictive;12,5;18",
      "123 456 782 00010;g;3 km;",
      "s;inconnue;4;",
      "f;g;loin;",
      "f;g;-1;",
      "s;f;13;",
      ";f;13;",
      "",
    ].join("\n"),
  );
  if (!found.ok) throw new Error(found.problem.code);
  const { distances, refused } = found.value;
  expect([distances.km("s", "f"), distances.km("s", "g"), distances.km("f", "s"), distances.km("f", "g")]).toEqual([
    12.5,
    3,
    undefined,
    undefined,
  ]);
  expect(refused.map(({ row, column, code }) => [row, column, code])).toEqual([
    [4, "vers", "ESTABLISHMENT_UNKNOWN"],
    [5, "km", "NUMBER_UNREADABLE"],
    [6, "km", "NUMBER_NEGATIVE"],
    [7, "km", "DISTANCE_TWICE"],
    [8, "de", "ESTABLISHMENT_MISSING"],
  ]);
});

test.each([
  { words: "", code: "FILE_EMPTY" },
  { words: "a;b;c\n1;2;3\n", code: "DISTANCES_COLUMNS" },
  { words: "from,to,km\ns,f,2.5\n", code: "ok" },
])("$words ends with $code", ({ words, code }) => {
  const found = distancesIn(words);
  expect(found.ok ? "ok" : found.problem.code).toBe(code);
});
