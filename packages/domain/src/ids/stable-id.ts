/**
 * 64-bit FNV-1a over the UTF-16 units of a text, as sixteen hex characters. Not for secrets: ids only have to be the same
 * for the same content on every machine, in the browser too, where node:crypto is absent.
 */
export function hashOf(content: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < content.length; i++) {
    const unit = content.charCodeAt(i);
    for (const byte of [unit & 0xff, unit >> 8]) {
      hash ^= BigInt(byte);
      hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn;
    }
  }
  return hash.toString(16).padStart(16, "0");
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
