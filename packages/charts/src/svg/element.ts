/** Markup that is already safe. Only {@link el} makes it, so that a label can never be mistaken for a tag. */
export type Svg = { readonly markup: string };

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * One element. Strings among the children are text and are escaped; numbers are written with two decimals at
 * most, so that the same figures give the same bytes whatever the last bit of a division.
 */
export function el(name: string, attributes: Attributes, ...children: readonly (Svg | string)[]): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? coordinate(value) : escapeXml(String(value))}"`)
    .join("");
  const inside = children.map((child) => (typeof child === "string" ? escapeXml(child) : child.markup)).join("");
  return { markup: inside === "" ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

export function coordinate(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

// XML 1.0 forbids these even when escaped; they do come in cells pasted from old software.
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as XML wants it, in content and in attributes. */
export const escapeXml = (words: string): string =>
  words.replace(forbidden, "").replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
