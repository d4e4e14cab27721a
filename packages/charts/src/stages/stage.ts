import type { Text } from "@simbiosi/domain";

/** Intent, commitment, event: three different things that are never added together. */
export type Stage = "potential" | "agreed" | "realised";

/** In the order of a project's life, which is also the order of drawing. */
export const stages: readonly Stage[] = ["potential", "agreed", "realised"];

export const stageNames: Readonly<Record<Stage, Text>> = {
  potential: { fr: "potentiel", en: "potential" },
  agreed: { fr: "convenu", en: "agreed" },
  realised: { fr: "réalisé", en: "realised" },
};
