import type { Callout } from "./block.ts";

/** Edge and ground of each tone; the edge is dark enough to carry words on its own ground (4.5:1). */
export const tones: Readonly<Record<Callout["tone"], { readonly edge: string; readonly wash: string }>> = {
  info: { edge: "#0b4a50", wash: "#eef3f4" },
  warning: { edge: "#9a4f00", wash: "#fff4e0" },
  law: { edge: "#4a3b86", wash: "#f2f0f9" },
};
