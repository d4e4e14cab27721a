const zeroWidthSpace = "\u200b";

/**
 * Gives very long words (addresses, part numbers) places to break: after their punctuation, and every so many
 * signs where they have none. Without them such a word runs over its neighbour in a narrow column. Words of the
 * language are shorter, and are left to the hyphenation.
 *
 * @param every signs that surely fit on a line
 */
export const breakable = (text: string, every = 20): string =>
  text.replace(/[^\s]{25,}/gu, (word) =>
    word
      .replace(/([/\\_.@:;,?&=+-])(?=[^\s])/g, `$1${zeroWidthSpace}`)
      .replace(new RegExp(`[^\\s\u200b]{${every}}(?=[^\\s\u200b])`, "gu"), `$&${zeroWidthSpace}`),
  );

/** How many signs of the size of a table surely fit across a share of the page. */
export const signsAcross = (share: number): number => Math.max(4, Math.min(20, Math.floor((share * 465 - 10) / 6.5)));
