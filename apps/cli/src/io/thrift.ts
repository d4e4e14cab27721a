import { setFlagsFromString } from "node:v8";

/**
 * Suits the engine to a command, which works hard for some seconds and ends, on a laptop that has other things open.
 * - Memory: by default the engine lets garbage double its heap before it collects, and the library that lays pages out
 *   allocates from as many threads as there are processors, each of which keeps what it has freed for itself.
 * - Time: by default it makes machine code of whatever has run a little, in threads beside this one. That pays over
 *   hours; here it took a quarter of all the work (8 of 31 s of processor in the main job, measured). Ten times as much
 *   has to have run.
 */
export function beThrifty(): void {
  setFlagsFromString("--heap-growing-percent=20");
  setFlagsFromString("--interrupt-budget=1500000");
  process.env.RAYON_NUM_THREADS ??= "1";
}
