import { Resvg } from "@resvg/resvg-js";
import { fontFamily, fontFiles } from "../fonts/fonts.ts";

/**
 * A drawing as a PNG of the given width in pixels, on white, with the bundled fonts only.
 * @returns the image and its height for one unit of width
 */
export function drawPng(svg: string, width: number): { readonly bytes: Uint8Array; readonly ratio: number } {
  const drawing = new Resvg(svg, {
    background: "#ffffff",
    fitTo: { mode: "width", value: width },
    font: { fontFiles: facesFor(svg), loadSystemFonts: false, defaultFontFamily: fontFamily },
  });
  return { bytes: new Uint8Array(drawing.render().asPng()), ratio: drawing.height / drawing.width };
}

/** Reading a face takes as long as drawing with it: those that the drawing may ask for. */
const facesFor = (svg: string): string[] =>
  fontFiles.filter(
    (file) =>
      (!file.includes("Italic") || /italic|oblique/.test(svg)) && (!/[67]00/.test(file) || /bold|[6-9]00/.test(svg)),
  );
