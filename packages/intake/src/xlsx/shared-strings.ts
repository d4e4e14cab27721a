import type { Pieces } from "../archive/unfold.ts";
import { MAX_TEXT } from "../cells/cell.ts";
import type { FileProblemCode } from "../problems/file-problems.ts";
import { scanSteps } from "../xml/scan.ts";

/** `_x000D_` is how a workbook spells a character that XML cannot carry. */
export const unescaped = (words: string): string =>
  words.includes("_x")
    ? words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : words;

/** The strings of a workbook by index, read only as far as they are asked for: most sheets that are given up need few. */
export type SharedStrings = {
  readonly at: (index: number) => string | undefined;
  /** What reading them failed with, so far. */
  readonly problem: () => FileProblemCode | undefined;
};

/** The strings of `sharedStrings.xml`: runs of rich text joined, phonetic readings left out. */
export function sharedStrings(pieces: Pieces): SharedStrings {
  const strings: string[] = [];
  let words = "";
  let inText = false;
  let phonetic = 0;
  const scan = scanSteps(pieces, {
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
  let ended = false;
  let problem: FileProblemCode | undefined;
  return {
    at: (index) => {
      while (!ended && strings.length <= index) {
        const { done, value } = scan.next();
        if (done === true) [ended, problem] = [true, value];
      }
      return strings[index];
    },
    problem: () => problem,
  };
}
