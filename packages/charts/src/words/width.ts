// Advance widths of Source Sans 3 Regular, thousandths of an em, U+0020 to U+007E.
const advances = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
  497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
  647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
  496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
  241, 303, 497,
];

const others: Readonly<Record<string, number>> = {
  "\u00a0": 200,
  "\u202f": 120,
  "’": 249,
  "«": 429,
  "»": 429,
  "…": 948,
  "—": 800,
  "–": 480,
  "−": 497,
  "×": 497,
  "≥": 497,
  "≤": 497,
  "→": 619,
  "€": 497,
  "°": 331,
  "₂": 367,
  œ: 839,
  Œ: 847,
};

/**
 * Width of a line in user units, without a browser to measure it. Accents weigh nothing; a sign outside the
 * table counts as a wide letter, an ideograph or an emoji as a full em, so that a guess errs on the wide side.
 */
export function textWidth(line: string, size: number, weight: 400 | 600 = 400): number {
  let thousandths = 0;
  for (const sign of line) {
    const base = sign < "\u0080" ? sign : (sign.normalize("NFD")[0] ?? sign);
    const code = base.codePointAt(0) ?? 0;
    thousandths += advances[code - 32] ?? others[sign] ?? (code >= 0x2e80 ? 1000 : 600);
  }
  return (thousandths / 1000) * size * (weight === 600 ? 1.05 : 1);
}

/**
 * Breaks words into lines no wider than `width`; a word too long for a line is cut, and what does not fit in
 * `maxLines` ends with an ellipsis.
 */
export function wrap(sentence: string, width: number, size: number, maxLines: number): readonly string[] {
  const fits = (line: string) => textWidth(line, size) <= width;
  const lines: string[] = [];
  let line = "";
  // Only the breaking spaces: a no-break space holds a number to its unit.
  for (const word of sentence.split(/[ \t\r\n]+/).filter((w) => w !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (!fits(line)) {
      const head = longestHead(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= maxLines) return lines.length === 0 ? [""] : lines;
  const last = lines[maxLines - 1] ?? "";
  return [...lines.slice(0, maxLines - 1), `${longestHead(last, (head) => fits(`${head}…`)).trimEnd()}…`];
}

/** The longest beginning that satisfies `fits`, at least one sign so that a loop over it ends. */
function longestHead(word: string, fits: (head: string) => boolean): string {
  let head = "";
  for (const sign of word) {
    if (head !== "" && !fits(head + sign)) break;
    head += sign;
  }
  return head;
}
