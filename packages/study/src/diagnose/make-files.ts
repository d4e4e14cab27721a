import type { Deliverable } from "./deliverables.ts";

export type MakeOptions = {
  readonly signal?: AbortSignal;
  /** Told each file as its making begins; two may be under way. */
  readonly onBegin?: (file: Deliverable) => void;
  /** Called as each file is made, in the order in which they are ready. */
  readonly write: (file: Deliverable, bytes: Uint8Array) => Promise<void>;
};

// The thread beside this one must find its next page waiting, while this one writes a long document.
const ahead = 3;

/**
 * Makes and writes files, on both sides at once: those that are laid out in a thread beside this one, and the others
 * here. Nothing is begun after the signal, or after a file that could not be written.
 *
 * @returns how many were written
 */
export async function makeFiles(
  files: readonly Deliverable[],
  { signal, onBegin, write }: MakeOptions,
): Promise<number> {
  let written = 0;
  let failed = false;
  const work = async (queue: Iterable<Deliverable>): Promise<void> => {
    for (const file of queue) {
      if (failed || signal?.aborted === true) return;
      onBegin?.(file);
      try {
        await write(file, await file.make());
      } catch (error) {
        failed = true;
        throw error;
      }
      written += 1;
    }
  };
  const apart = files.filter((file) => file.apart).values();
  const here = files.filter((file) => !file.apart).values();
  const sides = await Promise.allSettled([...Array.from({ length: ahead }, () => work(apart)), work(here)]);
  for (const side of sides) if (side.status === "rejected") throw side.reason;
  return written;
}
