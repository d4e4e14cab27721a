/**
 * Signs at which a spreadsheet takes words for a formula, in their full and small widths too; the apostrophe is among
 * them because it is the mark itself.
 */
const sign = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B']";
/** What a program may skip before it looks for one: spaces, controls, signs without width. */
const unseen = "[\\s\\p{Cc}\\p{Cf}]*";
const startsRisky = `[\\t\\r\\n]|${unseen}${sign}`;
/** Where a file opened with another separator than its own would begin a cell, with or without quotes. */
const afterBreak = "(?<=[;,\\t\\r\\n])";
const continuesRisky = `["\\s\\p{Cc}\\p{Cf}]*${sign}`;

const toMark = new RegExp(`^(?=${startsRisky})|${afterBreak}(?=${continuesRisky})`, "gu");
const toUnmark = new RegExp(`^'(?=${startsRisky})|${afterBreak}'(?=${continuesRisky})`, "gu");
const atStart = new RegExp(`^(?:${startsRisky})`, "u");

/** Whether a spreadsheet may take the whole of these words for a formula. */
export const looksLikeFormula = (words: string): boolean => atStart.test(words);

/**
 * Words that no spreadsheet runs: an apostrophe stands before whatever could begin a formula, at the start of the cell
 * and after a sign at which a wrongly opened file would be cut. {@link restored} gives the words back, to the letter.
 */
export const inert = (words: string): string => words.replace(toMark, "'");

/** The inverse of {@link inert}; words that it did not write keep their apostrophes ("d'huile"). */
export const restored = (words: string): string => words.replace(toUnmark, "");
