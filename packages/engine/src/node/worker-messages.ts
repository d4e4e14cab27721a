import type { LinearProgram } from "../portfolio/linear-program.ts";
import type { SolverOutcome, SolverProgress, SolverSettings } from "../portfolio/solver.ts";

export type SolveRequest = {
  readonly id: number;
  readonly program: LinearProgram;
  readonly settings: SolverSettings;
  /** One 32-bit number, not zero as soon as the solve must stop. */
  readonly stop: SharedArrayBuffer;
};

export type SolveReply =
  | { readonly kind: "progress"; readonly id: number; readonly progress: SolverProgress }
  | { readonly kind: "outcome"; readonly id: number; readonly outcome: SolverOutcome }
  | { readonly kind: "error"; readonly id: number; readonly message: string };
