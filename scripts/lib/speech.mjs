/** What the commands say: French by default, English with `--lang en`; failures in both. On stderr, results are elsewhere. */

const given = process.argv.slice(2);
const at = given.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
const asked = at < 0 ? "fr" : given[at]?.includes("=") ? given[at].slice("--lang=".length) : given[at + 1];

/** @type {"fr" | "en"} */
export const lang = asked === "en" ? "en" : "fr";

/** The arguments of the command, without the language. */
export const args = at < 0 ? given : given.filter((_, i) => i !== at && !(given[at] === "--lang" && i === at + 1));

/** Where a line that is rewritten makes sense. */
export const isTerminal = process.stderr.isTTY === true && process.env.CI === undefined;

/**
 * One sentence, in the language asked for.
 * @param {string} fr
 * @param {string} en
 */
export function say(fr, en) {
  process.stderr.write(`${lang === "fr" ? fr : en}\n`);
}

/**
 * A failure, in both languages: whoever meets it may not be the one who chose the language.
 * @param {string} fr
 * @param {string} en
 */
export function sayFailure(fr, en) {
  const both = lang === "fr" ? [fr, en] : [en, fr];
  process.stderr.write(`\n${both.join("\n")}\n`);
}

/**
 * Seconds for reading: 0.4 s, 12 s.
 * @param {number} since a value of performance.now()
 */
export function elapsed(since) {
  const seconds = (performance.now() - since) / 1000;
  const words = seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0);
  return `${lang === "fr" ? words.replace(".", ",") : words} s`;
}
