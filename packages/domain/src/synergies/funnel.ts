import type { Stage } from "./stages.ts";

/** The way a lead goes, in order; one that is on hold or abandoned has gone as far as it had. */
export const pathway = [
  "to-qualify",
  "in-discussion",
  "under-study",
  "in-negotiation",
  "on-trial",
  "agreed",
  "operational",
  "lasting",
] as const satisfies readonly Stage[];

export type FunnelStep = {
  readonly stage: (typeof pathway)[number];
  /** Leads that stand there now. */
  readonly here: number;
  /** Leads that came as far as there, wherever they stand now. */
  readonly reached: number;
  /** Share of those that came as far as the step before; null at the first step, and where none came. */
  readonly conversion: number | null;
};

const farAs = (stage: Stage): number => (pathway as readonly Stage[]).indexOf(stage);

/**
 * How many leads came how far.
 * @param histories of each lead, the stages it went through, the last one where it stands. Going back to "detected" takes
 * a decision back: what came before it counts for nothing.
 */
export function funnelOf(histories: readonly (readonly Stage[])[]): readonly FunnelStep[] {
  const furthest = histories.map((stages) =>
    Math.max(-1, ...stages.slice(stages.lastIndexOf("detected") + 1).map(farAs)),
  );
  const reached = pathway.map((_, i) => furthest.filter((far) => far >= i).length);
  return pathway.map((stage, i) => {
    const before = reached[i - 1];
    const came = reached[i] ?? 0;
    return {
      stage,
      here: histories.filter((stages) => stages.at(-1) === stage).length,
      reached: came,
      conversion: before === undefined || before === 0 ? null : came / before,
    };
  });
}
