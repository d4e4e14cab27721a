import { cleanText } from "../blocks/clean.ts";
import { glyphs } from "./glyphs.ts";

// Joiners, marks of direction and variation selectors say how to draw their neighbours, and draw nothing.
const drawsNothing = /(?!\u00ad)\p{Cf}|\p{Variation_Selector}/gu;
const layout = new Set(["\n", "\r", "\t"]);

/**
 * Text that the bundled font can draw. A sign it lacks (emoji, ideograph) becomes an empty box: an accessible
 * PDF may hold no sign without a glyph, and the fonts of the machine would make two machines print two files.
 */
export function printable(text: string): string {
  const drawable = glyphs();
  let printed = "";
  for (const sign of cleanText(text).replace(drawsNothing, "")) {
    const code = sign.codePointAt(0) ?? 0;
    printed += layout.has(sign) || drawable.has(code) ? sign : "\u25a1";
  }
  return printed;
}
