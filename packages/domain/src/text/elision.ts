/** Words whose h or first vowel keeps "de" whole, by how they begin, unaccented. */
const aspirated =
  /^(hach|haie|hall(e|es|s)?\b|halog|halt|hamac|hameau|hangar|harengs?\b|haricot|harnais|hasard|hauban|haut|henne|herse|hetre|heurt|hibou|hierarch|hobby|holland|homard|hotte|houblon|houe|houille|housse|hublot|huit|hu(r|che)|onz|oui\b|yaourt|yach|ya|ye|yo|yu)/;

/**
 * French "de" before words, with its elision: "d'huile", "de houblon", "d'École du Pommier".
 *
 * @param words begins with a noun or a name; a figure or an acronym keeps "de"
 */
export function deFr(words: string): string {
  const plain = words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  const acronym = /^\p{Lu}{2,}\b/u.test(words);
  return /^[aeiouyh]/.test(plain) && !acronym && !aspirated.test(plain) ? `d'${words}` : `de ${words}`;
}
