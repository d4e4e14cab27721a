import { MAX_TEXT } from "../cells/cell.ts";
import { scanXml } from "../xml/scan.ts";

/** `_x000D_` is how a workbook spells a character that XML cannot carry. */
export const unescaped = (words: string): string =>
  words.includes("_x")
    ? words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : words;

/** The strings of `sharedStrings.xml` by index: runs of rich text joined, phonetic readings left out. Undefined: cut short. */
export function readSharedStrings(bytes: Uint8Array): string[] | undefined {
  const strings: string[] = [];
  let words = "";
  let inText = false;
  let phonetic = 0;
  const complete = scanXml(bytes, {
    open: (name) => {
      if (name === "si") words = "";
      else if (name === "rPh") phonetic++;
      else if (name === "t") inText = phonetic === 0;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic--;
      else if (name === "si") strings.push(unescaped(words));
    },
    text: (piece) => {
      if (inText && words.length <= MAX_TEXT) words += piece;
    },
  });
  return complete ? strings : undefined;
}
