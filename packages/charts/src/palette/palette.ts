import type { synergyKinds } from "@simbiosi/domain";
import type { Stage } from "../stages/stage.ts";

/**
 * Colours that keep apart for every kind of colour vision and in grey, and that read on white: text at 4.5:1,
 * shapes at 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). Colour is never alone: shape, label or place says it again.
 */
export const palette = {
  paper: "#ffffff",
  ink: "#16262e",
  muted: "#4d5d66",
  rule: "#c9d3d8",
  wash: "#eef3f4",
  /** Titles and rules of printed pages. */
  accent: "#0b4a50",
  bar: "#1f7a80",
  need: "#3f5f9e",
  /** Returns and loops. */
  loop: "#c05a00",
  highlight: "#fff1d6",
  highlightEdge: "#a85a00",
} as const;

export type Kind = (typeof synergyKinds)[number];

/** Blue, orange, dark teal and pink: apart in lightness too where a weakness for red or green brings hues near. */
export const kindColours: Readonly<Record<Kind, string>> = {
  substitution: "#2a6fc0",
  transformation: "#c05a00",
  mutualisation: "#0b4a50",
  sharing: "#c05f94",
};

/** How a line of each kind is broken, so that kinds stay apart without colour; null for an unbroken one. */
export const kindDashes: Readonly<Record<Kind, string | null>> = {
  substitution: null,
  transformation: "9 4",
  mutualisation: "2 4",
  sharing: "10 4 2 4",
};

/** From an empty outline to a full dark bar: the fuller, the surer. */
export const stageFills: Readonly<Record<Stage, { readonly fill: string; readonly stroke: string }>> = {
  potential: { fill: palette.paper, stroke: "#1f7a80" },
  agreed: { fill: "#4c9aa0", stroke: "#1f7a80" },
  realised: { fill: "#0b4a50", stroke: "#0b4a50" },
};

/**
 * What is stacked or compared, each with the ink that reads on it at 4.5:1. Dark and light take turns so that two
 * neighbours stay apart in grey.
 */
export const seriesFills: readonly { readonly fill: string; readonly ink: string }[] = [
  { fill: "#0b4a50", ink: palette.paper },
  { fill: "#e2a45f", ink: palette.ink },
  { fill: "#2f6fa8", ink: palette.paper },
  { fill: "#a9d3d3", ink: palette.ink },
  { fill: "#8a3f0c", ink: palette.paper },
  { fill: "#c9c2e6", ink: palette.ink },
];
