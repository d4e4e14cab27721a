import { setFlagsFromString } from "node:v8";

/**
 * Keeps what a command holds near what it needs: a facilitator's laptop has other things open.
 * By default the engine lets garbage double its heap before it collects, and the library that lays pages out allocates
 * from as many threads as there are processors, each of which keeps what it has freed for itself.
 */
export function holdLittleMemory(): void {
  setFlagsFromString("--heap-growing-percent=20");
  process.env.RAYON_NUM_THREADS ??= "1";
}
