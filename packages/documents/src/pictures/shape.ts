/** The shape of a drawing, told by its first tag: its height for one unit of width; square when it does not tell. */
export function shapeOf(svg: string): number {
  const tag = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const [, ofBox = "", tall = ""] = /\bviewBox="\S+\s+\S+\s+([\d.]+)\s+([\d.]+)"/.exec(tag) ?? [];
  const side = (name: string) => new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(tag)?.[1] ?? "";
  const ratio = Number(side("height") || tall) / Number(side("width") || ofBox);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : 1;
}
