/** Text of a file, and how it had to be read. `mended`: accents written as UTF-8 and read as Windows were put right. */
export type Decoded = { readonly words: string; readonly encoding: "utf-8" | "legacy" | "mended" };

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
  if (words === undefined) return { words: new TextDecoder("windows-1252").decode(bytes), encoding: "legacy" };
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

/** Characters of Windows-1252 whose code is not their byte. */
const windows: ReadonlyMap<string, number> = new Map(
  Array.from(
    { length: 32 },
    (_, i) => [new TextDecoder("windows-1252").decode(Uint8Array.of(0x80 + i)), 0x80 + i] as const,
  ),
);

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
