import { fold } from "@simbiosi/domain";

const out =
  /\b(sortants?|sorties?|offres?|outputs?|offers?|dechets?|rejets?|co ?produits?|sous produits?|surplus|excedents?|extrants?|disponibles?|proposes?|jetes?|waste)\b/;
const into =
  /\b(entrants?|entrees?|besoins?|inputs?|needs?|demandes?|intrants?|achats?|approvisionnements?|matieres? premieres?|recherchee?s?|recherches?|cherchez|cherche|cherchons)\b/;

/** The direction that a title, a sheet's name or a header says of flows; undefined when it says none, or both. */
export function directionIn(words: string): "in" | "out" | undefined {
  const plain = fold(words.replaceAll("_", " "));
  const [isOut, isIn] = [out.test(plain), into.test(plain)];
  return isOut === isIn ? undefined : isOut ? "out" : "in";
}
