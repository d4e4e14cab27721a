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
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: fontFamily },
  });
  return { bytes: new Uint8Array(drawing.render().asPng()), ratio: drawing.height / drawing.width };
}
