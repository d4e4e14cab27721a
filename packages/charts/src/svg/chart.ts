import type { Lang } from "@simbiosi/domain";
import { palette } from "../palette/palette.ts";
import { el, type Svg } from "./element.ts";

/** A drawing that stands alone (`xmlns`, size, font) and what it says in words. */
export type Chart = { readonly svg: string; readonly alt: string };

/** The family is given to the renderers by whoever prints; a browser falls back on its own sans-serif. */
export const fontFamily = "'Source Sans 3', 'Source Sans Pro', sans-serif";

/** Sizes in user units; a chart 640 wide printed over the text width of an A4 page makes 13 about 9.5 points. */
export const sizes = { label: 13, small: 11.5 } as const;

/** The root of every chart: named and described, for a reader as for a screen reader. */
export function chart(
  {
    title,
    alt,
    lang,
    width,
    height,
    pressed = false,
  }: {
    title: string;
    alt: string;
    lang: Lang;
    width: number;
    height: number;
    /** It holds links: a group of things to press, where a picture is one thing. */
    pressed?: boolean;
  },
  ...children: readonly Svg[]
): Chart {
  const root = el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      // A little air on both sides: a letter set flush right goes past its own width by a hair.
      viewBox: `-2 0 ${Math.round(width) + 4} ${Math.round(height)}`,
      width: Math.round(width) + 4,
      height: Math.round(height),
      role: pressed ? "group" : "img",
      lang,
      "font-family": fontFamily,
      "font-size": sizes.label,
      fill: palette.ink,
    },
    el("title", {}, title),
    el("desc", {}, alt),
    ...children,
  );
  return { svg: root.markup, alt };
}

type Anchor = "start" | "middle" | "end";

/** Words at a point; several lines go down from it. */
export function words(
  lines: string | readonly string[],
  {
    x,
    y,
    anchor = "start",
    size = sizes.label,
    fill = palette.ink,
    weight,
    style,
    halo,
    lineHeight = size * 1.25,
  }: {
    x: number;
    y: number;
    anchor?: Anchor;
    size?: number;
    fill?: string;
    weight?: 600;
    style?: "italic";
    /** A white edge behind the letters, for words set over a drawing. */
    halo?: true;
    lineHeight?: number;
  },
): Svg {
  const shared = {
    x,
    "text-anchor": anchor === "start" ? undefined : anchor,
    "font-size": size === sizes.label ? undefined : size,
    "font-weight": weight,
    "font-style": style,
    fill: fill === palette.ink ? undefined : fill,
    ...(halo ? { stroke: palette.paper, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" } : {}),
  };
  const rows = typeof lines === "string" ? [lines] : lines;
  if (rows.length === 1) return el("text", { ...shared, y }, rows[0] ?? "");
  return el("g", {}, ...rows.map((line, i) => el("text", { ...shared, y: y + i * lineHeight }, line)));
}
