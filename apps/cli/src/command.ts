import type { Result, Text } from "@simbiosi/domain";
import type { OptionSpec, Parsed } from "./args/args.ts";
import type { Exit } from "./io/exit.ts";
import type { Terminal } from "./io/terminal.ts";

/** One capability of the command line. */
export type Command = {
  readonly name: string;
  /** What to write after `simbiosi`. */
  readonly usage: Text;
  readonly about: Text;
  readonly options: OptionSpec;
  /** Does the work and says how it ended; a problem is unusable input. */
  readonly run: (parsed: Parsed, terminal: Terminal, signal: AbortSignal) => Promise<Result<Exit>>;
};
