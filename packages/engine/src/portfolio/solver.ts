import type { LinearProgram } from "./linear-program.ts";

/** When a solve stops, and how it searches. Everything but `seconds` gives the same answer on every run. */
export type SolverSettings = {
  /** Stop when |objective − bound| ≤ relativeGap × |objective|, or ≤ absoluteGap (in units of the program). */
  readonly relativeGap: number;
  readonly absoluteGap: number;
  readonly seed: number;
  /** Most branch-and-bound nodes. */
  readonly nodes?: number;
  /** Most simplex iterations spent in branch and bound: a deterministic measure of work. */
  readonly iterations?: number;
  /** Wall-clock safety, in seconds. */
  readonly seconds?: number;
  /** Tightest violation of rows and bounds accepted (default: the solver's). */
  readonly tolerance?: number;
  /** A known solution to start from, one value a column. */
  readonly start?: Float64Array;
  /** Leave out shortcuts that rounding misleads, ask for less precision: for when the usual way went wrong. */
  readonly careful?: boolean;
  /** When the program is infeasible, look for rows that cannot hold together. */
  readonly explain?: boolean;
};

export type SolverProgress = {
  readonly objective: number | null;
  readonly bound: number | null;
  readonly nodes: number;
};

export type SolverOutcome = {
  readonly status: "solved" | "infeasible" | "unbounded" | "limited" | "failed";
  /** What ended a `limited` solve. */
  readonly limit: "nodes" | "time" | "user" | null;
  /** The best solution found, feasible within tolerance; null when there is none. */
  readonly values: Float64Array | null;
  readonly objective: number | null;
  /** No solution is below this (minimisation); null when nothing is proved. */
  readonly bound: number | null;
  /** Reduced costs and row prices of a plain linear program. */
  readonly columnDuals: Float64Array | null;
  /** Rows that cannot hold together, when asked for and found. */
  readonly conflict: readonly number[];
  readonly nodes: number;
  readonly iterations: number;
  readonly seconds: number;
};

/** Lets the caller follow a solve and stop it. */
export type SolverHooks = {
  readonly onProgress?: (progress: SolverProgress) => void;
  readonly signal?: AbortSignal;
};

/** Any engine that solves a linear program: HiGHS in a worker, in this thread, or an operator's own. */
export type Solver = (program: LinearProgram, settings: SolverSettings, hooks?: SolverHooks) => Promise<SolverOutcome>;
