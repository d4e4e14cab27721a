/** Exit codes of the command line, which scripts rely on. */
export const exits = {
  done: 0,
  /** Done, with rows refused or a target not reached. */
  partly: 1,
  unusableInput: 2,
  wrongUsage: 64,
  /** Stopped by the user (128 + SIGINT). */
  stopped: 130,
} as const;

export type Exit = (typeof exits)[keyof typeof exits];
