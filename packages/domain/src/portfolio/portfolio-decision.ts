import type { PortfolioJson } from "../formats/portfolio.ts";

/** The part of an answer that is a decision: what leaves along each arc, and which facilities run. */
export type PortfolioDecision = {
  readonly flows: readonly {
    readonly arc: string;
    readonly amount: number;
    readonly periods?: readonly number[] | undefined;
  }[];
  readonly open: readonly string[];
};

export type PortfolioVerdict = PortfolioJson["checker"];
export type PortfolioViolation = PortfolioVerdict["violations"][number];
