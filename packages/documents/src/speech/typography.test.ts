import { expect, test } from "vitest";
import { frenchSpaces } from "./typography.ts";

// ~ stands for a space that does not break, _ for a thin one.
test.each([
  { plain: "Piste : « carton »", set: "Piste~: «~carton~»" },
  { plain: "Oui ; vraiment ?", set: "Oui_; vraiment_?" },
  { plain: "50 % à 12 km, 3 t", set: "50~% à 12~km, 3~t" },
  { plain: "12 tonnes", set: "12 tonnes" },
  { plain: "https://ademe.fr et 12:30", set: "https://ademe.fr et 12:30" },
  { plain: "bois → plaquettes", set: "bois~→ plaquettes" },
])("$plain", ({ plain, set }) => {
  expect(frenchSpaces(plain)).toBe(set.replaceAll("~", "\u00a0").replaceAll("_", "\u202f"));
});
