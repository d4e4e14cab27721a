import { hashOf } from "@simbiosi/domain";

/** Long enough to be read, short enough for any disk once a folder stands before it. */
const longest = 60;
// Names that Windows keeps for its devices, whatever the extension.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, longest)
    .replace(/-+$/, "");

/**
 * A file name for each establishment, without extension: its own name in plain letters; where two would be the same,
 * or none is left, six signs of its id's hash follow. What the others are called and the order of the file change
 * nothing but that.
 */
export function sheetNames(
  establishments: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const { name } of establishments) times.set(plainName(name), (times.get(plainName(name)) ?? 0) + 1);
  return new Map(
    establishments.map(({ id, name }) => {
      const plain = plainName(name);
      const alone = plain !== "" && times.get(plain) === 1 && !reserved.test(plain);
      return [id, alone ? plain : `${plain === "" ? "entreprise" : plain}-${hashOf(id).slice(0, 6)}`];
    }),
  );
}
