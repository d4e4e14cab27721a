import fc from "fast-check";
import { expect, test } from "vitest";
import { likenesses, measureIn, slipped } from "./header-similarity.ts";

test.each([
  { header: "Nom de l'entreprise", meaning: "establishment" },
  { header: "Nom du contact", meaning: undefined },
  { header: "Quantités annuelles (t)", meaning: "quantity" },
  { header: "Que recherchez-vous ?", meaning: "label:in" },
  { header: "Que proposez-vous ?", meaning: "label:out" },
  { header: "Nature du déchet", meaning: "label:out" },
  { header: "Code européen du déchet", meaning: "waste_code" },
  { header: "Offre ou besoin ?", meaning: "direction" },
  { header: "Code postal", meaning: undefined },
  { header: "Montant annuel", meaning: undefined },
  { header: "Remarqes", meaning: "note" },
  { header: "Couleur", meaning: undefined },
])("« $header » most resembles $meaning", ({ header, meaning }) => {
  expect(likenesses("flows", header)[0]?.meaning).toBe(meaning);
});

test.each([
  { header: "Tonnage annuel", says: "t/an" },
  { header: "Quantité (kg/mois)", says: "kg/mois" },
  { header: "Volume en m3 par an", says: "m3/an" },
  { header: "m3/an", says: "m3/an" },
  { header: "Quantité", says: "" },
])("« $header » says « $says »", ({ header, says }) => {
  expect(measureIn(header)).toBe(says);
});

/** Every word that one slip of the keyboard makes of another, written out. */
function slipsOf(word: string): Set<string> {
  const made = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const [left, right] = [word.slice(0, i), word.slice(i)];
    if (right !== "") made.add(left + right.slice(1));
    if (right.length > 1) made.add(`${left}${right[1]}${right[0]}${right.slice(2)}`);
    for (const letter of "abc") {
      made.add(left + letter + right);
      if (right !== "") made.add(left + letter + right.slice(1));
    }
  }
  made.delete(word);
  return made;
}

test("a slip is one letter missing, added, changed or swapped: the short test agrees with writing them all out", () => {
  const word = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 5, maxLength: 8 }).map((all) => all.join(""));
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipped(a, b)).toBe(slipsOf(a).has(b));
    }),
  );
  fc.assert(
    fc.property(word, fc.nat(), (a, pick) => {
      const made = [...slipsOf(a)].filter((one) => one.length >= 5);
      expect(slipped(a, made[pick % made.length] ?? "")).toBe(true);
    }),
  );
});
