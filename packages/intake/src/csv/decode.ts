/** Text of a file, and how it had to be read. `mended`: accents written as UTF-8 and read as Windows were put right. */
export type Decoded = { readonly words: string; readonly encoding: "utf-8" | "legacy" | "mended" };

/**
 * UTF-8 with or without mark, UTF-16 with its mark (Excel's "Unicode text"), else Windows-1252, in which every byte means
 * something, or what a Macintosh or DOS wrote. Undefined when the bytes are no text: they hold a zero.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { words: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-8" };
  if (first === 0xfe && second === 0xff) return { words: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-8" };
  if (bytes.includes(0)) return undefined;
  const words = strict(bytes);
  if (words === undefined) return { words: legacyWords(bytes), encoding: "legacy" };
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

/** What the bytes from 0x80 mean in the code page 850 of DOS ("CSV (MS-DOS)"). */
const dos =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
/** The same bytes on a Macintosh ("CSV (Macintosh)"). */
const macintosh =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/**
 * Windows-1252, unless the letters of French are where a Macintosh or DOS puts them: between two small letters, where
 * Windows-1252 has signs (`caf‚`, `cafŽ`).
 */
function legacyWords(bytes: Uint8Array): string {
  const windows = windowsWords(bytes);
  const count = (form: RegExp, words: string): number => words.match(form)?.length ?? 0;
  // œ, Œ, ž and the like are letters of Windows-1252: the rest of its upper signs never stand inside a word.
  const strange = count(/(?<=[A-Za-z])[\u0080-\u009f€‚ƒ„…†‡ˆ‰‹Ž“”•˜™›](?=[a-z])/g, windows);
  if (strange === 0 || strange < count(/(?<=[A-Za-z])[À-ÿ]/g, windows)) return windows;
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const readings = [dos, macintosh].map((table) =>
    latin.replace(/[\u0080-\u00ff]/g, (character) => table[character.charCodeAt(0) - 0x80] ?? character),
  );
  // é is by far the most frequent of them, then è, à, ê and ç.
  const frenchness = (words: string): number => 3 * count(/[éè]/g, words) + count(/[àâêëîïôûùç]/g, words);
  const [first = windows, second = windows] = readings;
  return frenchness(first) >= frenchness(second) ? first : second;
}

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
