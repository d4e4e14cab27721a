import loadHighs, { type Highs } from "highs";
import type { Solver } from "../portfolio/solver.ts";
import { runHighs } from "./run-highs.ts";

/**
 * HiGHS in the calling thread, which it blocks: for tests, benches and short programs. A signal is read between
 * iterations, so only something that already runs inside the solve (a progress handler) can raise it.
 */
export function highsInThread(): Solver {
  let loading: Promise<Highs> | undefined;
  return async (program, settings, hooks) => {
    loading ??= loadHighs();
    return runHighs(await loading, program, settings, {
      stopped: () => hooks?.signal?.aborted === true,
      onProgress: (progress) => hooks?.onProgress?.(progress),
    });
  };
}
