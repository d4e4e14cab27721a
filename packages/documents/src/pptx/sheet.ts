import { palette } from "@simbiosi/charts";

/** PowerPoint wants colours without their hash. */
export const hex = (colour: string): string => colour.replace("#", "");

// On every machine that has PowerPoint; LibreOffice brings a font of the same widths everywhere.
export const font = "Arial";

/** Wide screen, in inches. */
export const page = { width: 13.333, height: 7.5 } as const;
/** Where blocks go, under the title and above the foot. */
export const body = { x: 0.6, y: 1.5, width: page.width - 1.2, height: 5.2 } as const;
export const columnGap = 0.5;
export const blockGap = 0.18;

/** Type sizes tried for the running text, in points: the first at which a slide holds is taken. */
export const bodySizes = [20, 18, 16, 14, 12] as const;
export const smallest = 12;
export const tableSize = (size: number): number => Math.max(10.5, size - 3);

export const colours = {
  ink: hex(palette.ink),
  muted: hex(palette.muted),
  accent: hex(palette.accent),
  loop: hex(palette.loop),
  wash: hex(palette.wash),
  rule: hex(palette.rule),
  paper: hex(palette.paper),
} as const;
