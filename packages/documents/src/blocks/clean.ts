const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u200b\u2060\ufeff\ufffe\uffff]/gu;

/**
 * Text that every format can hold: one form per accented letter, no control characters (they break the XML of
 * Word and Excel), no invisible marks left by a paste, no half of a split emoji.
 */
export const cleanText = (text: string): string => text.replace(unwritable, "").normalize("NFC");
