import type { Lang, Problem, Text } from "@simbiosi/domain";
import type { Common } from "../args/args.ts";

/** Where a command speaks: results to stdout, everything else to stderr. */
export type Terminal = {
  readonly out: (words: string) => void;
  readonly say: (words: Text) => void;
  /** A phase begins: a bar on a terminal, a line otherwise. */
  readonly phase: (number: number, of: number, words: Text) => void;
};

export function terminal({ lang, quiet }: Pick<Common, "lang" | "quiet">): Terminal {
  const bar = process.stderr.isTTY === true;
  return {
    out: (words) => process.stdout.write(words),
    say: (words) => process.stderr.write(`${words[lang]}\n`),
    phase: (number, of, words) => {
      if (quiet) return;
      if (!bar) {
        process.stderr.write(`[${number}/${of}] ${words[lang]}\n`);
        return;
      }
      const full = Math.round((20 * number) / of);
      process.stderr.write(
        `\r\u001b[2K${"█".repeat(full)}${"░".repeat(20 - full)} ${words[lang]}${number === of ? "\n" : ""}`,
      );
    },
  };
}

/** One sentence on stderr, whatever went wrong. */
export const complain = (problem: Problem, lang: Lang): void => {
  process.stderr.write(`${problem.message[lang]} [${problem.code}]\n`);
};
