import type { Logo } from "./logo.ts";

export type FittedLogo = Logo & { readonly width: number; readonly height: number };

/**
 * Logos in a row: all of one height, less where that would run over the room, none wider than three heights so that
 * a long wordmark does not crush a round crest.
 *
 * @param height and `room` in one unit, which is that of the sizes returned
 */
export function fitLogos(logos: readonly Logo[], height: number, room: number, gap: number): readonly FittedLogo[] {
  const sized = logos.map((logo) => {
    const width = Math.min(height / logo.ratio, 3 * height);
    return { ...logo, width, height: width * logo.ratio };
  });
  const wanted = sized.reduce((sum, { width }) => sum + width, 0);
  const scale = Math.min(1, (room - gap * Math.max(0, logos.length - 1)) / Math.max(wanted, 1e-9));
  return sized.map((logo) => ({ ...logo, width: logo.width * scale, height: logo.height * scale }));
}
