/** Text of a file, and how it had to be read. `mended`: accents written as UTF-8 and read as Windows were put right. */
type Decoded = { readonly words: string; readonly encoding: "utf-8" | "legacy" | "mended" };

/**
 * UTF-8 with or without mark, UTF-16 with its mark (Excel's "Unicode text"), else Windows-1252, in which every byte means
 * something. Undefined when the bytes are no text: they hold a zero.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { words: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-8" };
  if (first === 0xfe && second === 0xff) return { words: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-8" };
  if (bytes.includes(0)) return undefined;
  const words = strict(bytes);
  if (words === undefined) return { words: windowsWords(bytes), encoding: "legacy" };
  const mended = broken.test(words) ? mend(words) : undefined;
  return mended === undefined ? { words, encoding: "utf-8" } : { words: mended, encoding: "mended" };
}

function strict(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8: the decoder has no other way to say so
  }
}

/** é, è, à, ç, ê, ô, ù, É … of UTF-8 read as Windows-1252: two characters that no French word holds side by side. */
const broken = /Ã[©¨§ª«®¯´¹»¼‰€‚ˆŠŽ\u00a0¢]/;

/**
 * What the bytes 0x80 to 0x9F mean in Windows-1252 (five mean nothing and stay as they are). The decoder of Node 20
 * takes this encoding for Latin-1 and would lose the euro sign and the curly quotes: the table is ours.
 */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const windows: ReadonlyMap<string, number> = new Map([...upper].map((character, i) => [character, 0x80 + i] as const));

const windowsWords = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (character) => upper[character.charCodeAt(0) - 0x80] ?? character);

/** Words encoded twice, decoded once more; undefined when they were not, as a whole. */
function mend(words: string): string | undefined {
  const bytes = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const byte = windows.get(words[i] ?? "") ?? words.charCodeAt(i);
    if (byte > 0xff) return undefined;
    bytes[i] = byte;
  }
  return strict(bytes);
}
