import type { LinearProgram } from "./linear-program.ts";
import type { Solver, SolverOutcome, SolverProgress, SolverSettings } from "./solver.ts";

export type SessionOptions = {
  readonly seed: number;
  readonly timeSeconds?: number;
  readonly signal?: AbortSignal;
};

/** One optimisation made of several solves: they share a seed, the time left and the request to stop. */
export class Session {
  readonly #solver: Solver;
  readonly #options: SessionOptions;
  #spent = 0;

  constructor(solver: Solver, options: SessionOptions) {
    this.#solver = solver;
    this.#options = options;
  }

  /** What forbids to begin another long solve. */
  get ended(): "user" | "time" | null {
    if (this.#options.signal?.aborted === true) return "user";
    return this.#timeLeft() <= 0 ? "time" : null;
  }

  #timeLeft(): number {
    return (this.#options.timeSeconds ?? Infinity) - this.#spent;
  }

  /** A solve that the user and the clock may cut short. */
  async run(
    program: LinearProgram,
    settings: Partial<SolverSettings>,
    onProgress?: (progress: SolverProgress) => void,
  ): Promise<SolverOutcome> {
    const left = this.#timeLeft();
    const outcome = await this.#solver(
      program,
      { ...exact, seed: this.#options.seed, ...settings, ...(left < Infinity ? { seconds: left } : {}) },
      {
        ...(onProgress === undefined ? {} : { onProgress }),
        ...(this.#options.signal === undefined ? {} : { signal: this.#options.signal }),
      },
    );
    this.#spent += outcome.seconds;
    return outcome;
  }

  /** A short solve that is always brought to its end: it makes a found plan exact. */
  async finish(program: LinearProgram, settings: Partial<SolverSettings> = {}): Promise<SolverOutcome> {
    const outcome = await this.#solver(program, { ...exact, seed: this.#options.seed, ...settings });
    this.#spent += outcome.seconds;
    return outcome;
  }
}

const exact = { relativeGap: 0, absoluteGap: 0 } as const;
