import { fold } from "@simbiosi/domain";

/** How headers and key words are compared: no case, accent, space or punctuation; ² and ³ are digits, € is EUR. */
export const foldKey = (words: string): string =>
  fold(words.replaceAll("²", "2").replaceAll("³", "3").replaceAll("€", "eur")).replaceAll(" ", "");
