import type { LinearProgram } from "./linear-program.ts";
import type { Solver, SolverOutcome, SolverProgress, SolverSettings } from "./solver.ts";

export type SessionOptions = {
  readonly seed: number;
  /** Share of the usual work after which a search without clock ends; 1 unless said. */
  readonly effort?: number;
  readonly timeSeconds?: number;
  readonly signal?: AbortSignal;
};

/** The stops that are not the solver's own satisfaction. */
export type Limit = "nodes" | "time" | "user";

type Ask = Partial<SolverSettings> & { readonly onProgress?: (progress: SolverProgress) => void };

// Without a clock, a search ends after so much work, the same on every machine. An iteration takes longer on a larger
// program: the number shrinks with the columns, between limits that were some minutes on two cores of 2020.
const iterationsAtMost = 400_000;
const iterationsAtLeast = 100_000;
const columnIterations = 1.2e9;
const partIterationsAtLeast = 10_000;
const nodesAtMost = 50_000;

/** One optimisation made of several solves: they share a seed, the time and work left, and the request to stop. */
export class Session {
  readonly #solver: Solver;
  readonly #options: SessionOptions;
  #seconds = 0;
  #iterations = 0;
  #part = { share: 1, secondsEnd: Infinity, iterationsStart: 0 };

  constructor(solver: Solver, options: SessionOptions) {
    this.#solver = solver;
    this.#options = options;
    this.beginPart(1, 1);
  }

  /** What forbids to begin another search of this part. */
  get ended(): Limit | null {
    if (this.#options.signal?.aborted === true) return "user";
    return this.#seconds >= this.#part.secondsEnd ? "time" : null;
  }

  /**
   * Gives what follows its part of the time and work, so that one hard part of a network does not starve the others.
   *
   * @param share part of all the work      @param shareOfRest part of the time that is left
   */
  beginPart(share: number, shareOfRest: number): void {
    const left = (this.#options.timeSeconds ?? Infinity) - this.#seconds;
    this.#part = {
      share,
      secondsEnd: this.#seconds + Math.max(0, left) * shareOfRest,
      iterationsStart: this.#iterations,
    };
  }

  #limits(program: LinearProgram, asked: number | undefined): Partial<SolverSettings> {
    const { share, secondsEnd, iterationsStart } = this.#part;
    if (secondsEnd < Infinity) {
      return {
        seconds: Math.max(0, secondsEnd - this.#seconds),
        ...(asked === undefined ? {} : { iterations: asked }),
      };
    }
    const whole = Math.max(iterationsAtLeast, Math.min(iterationsAtMost, columnIterations / program.columns));
    const left =
      (this.#options.effort ?? 1) * Math.max(partIterationsAtLeast, whole * share) -
      (this.#iterations - iterationsStart);
    return { nodes: nodesAtMost, iterations: Math.max(1, Math.floor(Math.min(left, asked ?? Infinity))) };
  }

  /** A search, which the user, the clock or the work left may cut short. Where the solver fails, it is asked again. */
  async search(program: LinearProgram, ask: Ask): Promise<SolverOutcome> {
    const outcome = await this.#searchOnce(program, ask);
    return outcome.status === "failed" ? this.#searchOnce(program, { ...ask, careful: true }) : outcome;
  }

  async #searchOnce(program: LinearProgram, { onProgress, ...settings }: Ask): Promise<SolverOutcome> {
    const { signal } = this.#options;
    const outcome = await this.#solver(
      program,
      { ...this.#exact(), ...settings, ...this.#limits(program, settings.iterations) },
      { ...(onProgress === undefined ? {} : { onProgress }), ...(signal === undefined ? {} : { signal }) },
    );
    return this.#count(outcome);
  }

  /** A short solve that is always brought to its end: it makes a found plan exact. */
  async finish(program: LinearProgram, settings: Partial<SolverSettings> = {}): Promise<SolverOutcome> {
    return this.#count(await this.#solver(program, { ...this.#exact(), ...settings }));
  }

  #exact(): SolverSettings {
    return { relativeGap: 0, absoluteGap: 0, seed: this.#options.seed };
  }

  #count(outcome: SolverOutcome): SolverOutcome {
    this.#seconds += outcome.seconds;
    this.#iterations += outcome.iterations;
    return outcome;
  }
}
