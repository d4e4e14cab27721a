import { fold } from "@simbiosi/domain";

const forms = new Set(
  "sarl sas sasu sa eurl sci snc scop scic earl gaec scea ei eirl ets etablissement etablissements societe ste ltd limited plc llc inc gmbh".split(
    " ",
  ),
);

/** Names are compared folded; a name in another script folds to nothing and is compared as it stands. */
export const nameKey = (name: string): string => fold(name) || name;

/** A name without its legal form, which people write or leave out: `S.A.R.L. Dupont` and `Dupont SARL` are one. */
export function companyKey(name: string): string {
  const whole = nameKey(name);
  const words = whole
    .replace(/\bs a r l\b/, "sarl")
    .replace(/\bs a s\b/, "sas")
    .replace(/\be u r l\b/, "eurl")
    .split(" ")
    .filter((word) => !forms.has(word));
  return words.join(" ") || whole;
}
