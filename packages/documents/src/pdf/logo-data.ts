import type { Branding } from "../branding/branding.ts";
import { type FittedLogo, fitLogos } from "../branding/fit-logos.ts";
import type { Logo } from "../branding/logo.ts";
import { printable } from "../fonts/printable.ts";

/** Logos as the template reads them, sizes in centimetres: on the cover and at the foot. */
export function logoData({ logos }: Branding): {
  readonly coverLogos: readonly object[];
  readonly footLogos: readonly object[];
} {
  return {
    coverLogos: fitLogos(logos, 1.6, 15.5, 0.6).map(placed),
    footLogos: fitLogos(logos, 0.65, 6, 0.2).map(placed),
  };
}

const placed = (logo: FittedLogo): object => ({
  svg: inSvg(logo),
  name: printable(logo.name),
  width: logo.width,
  height: logo.height,
});

/** Words are all that goes into the template: the picture travels as text, inside a drawing. */
function inSvg({ png, ratio }: Logo): string {
  const data = Buffer.from(png).toString("base64");
  const height = Math.round(1000 * ratio);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 ${height}" width="1000" height="${height}"><image width="1000" height="${height}" href="data:image/png;base64,${data}"/></svg>`;
}
