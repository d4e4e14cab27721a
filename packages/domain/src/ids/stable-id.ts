/**
 * 64-bit FNV-1a over the UTF-16 units of a text, as sixteen hex characters. Not for secrets: ids only have to be the same
 * for the same content on every machine, in the browser too, where node:crypto is absent.
 */
export function hashOf(content: string): string {
  // Two halves of 32 bits: the prime 0x100000001b3 is 2^40 + 0x1b3, so a product needs no number above 2^53.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const take = (byte: number): void => {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  };
  for (let i = 0; i < content.length; i++) {
    const unit = content.charCodeAt(i);
    take(unit & 0xff);
    take(unit >> 8);
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}

/** Twelve hex characters over parts that must not run into each other (["ab","c"] ≠ ["a","bc"]). */
export const shortHash = (parts: readonly (readonly string[])[]): string => hashOf(JSON.stringify(parts)).slice(0, 12);

/** A readable id from a name: `Brasserie fictive` → `brasserie-fictive`; made unique by a counter. */
export function slugs(): (name: string) => string {
  const used = new Map<string, number>();
  return (name) => {
    const base =
      name
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "") || "sans-nom";
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
}
