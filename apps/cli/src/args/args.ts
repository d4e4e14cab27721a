import { parseArgs } from "node:util";
import { fail, type Lang, ok, problem, type Result, text } from "@simbiosi/domain";

/** Options that every command takes. */
export type Common = {
  readonly lang: Lang;
  readonly date: string;
  readonly seed: number;
  readonly json: boolean;
  readonly quiet: boolean;
};

/** What a command may be told by name; `multiple` may be told several times. */
export type OptionSpec = Readonly<Record<string, { readonly type: "string" | "boolean"; readonly multiple?: boolean }>>;

export type Parsed = {
  readonly common: Common;
  readonly positionals: readonly string[];
  readonly option: (name: string) => string | undefined;
  /** What an option that may come several times was given, in order. */
  readonly each: (name: string) => readonly string[];
};

const common = {
  lang: { type: "string" },
  date: { type: "string" },
  seed: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

/** Which language to complain in, before anything is known to be well-formed. */
export const langAsked = (args: readonly string[]): Lang => {
  const i = args.indexOf("--lang");
  return args[i + 1] === "en" && i >= 0 ? "en" : args.includes("--lang=en") ? "en" : "fr";
};

const wrong = (fr: string, en: string) => fail(problem("USAGE", text(fr, en)));

/**
 * Reads the words of a command. Wrong usage is a value, with the sentence to show.
 * @param today the day of evaluation when `--date` is not given
 */
export function parse(args: readonly string[], spec: OptionSpec, today: string): Result<Parsed> {
  let values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  let positionals: string[];
  try {
    const read = parseArgs({ args: [...args], options: { ...common, ...spec }, allowPositionals: true, strict: true });
    values = read.values as Record<string, string | boolean | (string | boolean)[] | undefined>;
    positionals = read.positionals;
  } catch (error) {
    const words = error instanceof Error ? error.message.split(". ")[0] : "";
    return wrong(
      `Option non comprise : ${words}. Voir simbiosi --help.`,
      `Option not understood: ${words}. See simbiosi --help.`,
    );
  }
  const { lang = "fr", date = today, seed = "1" } = values;
  if (lang !== "fr" && lang !== "en") return wrong("--lang vaut fr ou en.", "--lang is fr or en.");
  if (typeof date !== "string" || !isDay(date))
    return wrong(
      "--date s'écrit AAAA-MM-JJ, par exemple 2026-11-23.",
      "--date is written YYYY-MM-DD, for example 2026-11-23.",
    );
  if (!/^\d{1,9}$/.test(String(seed)))
    return wrong("--seed est un nombre entier positif.", "--seed is a whole positive number.");
  return ok({
    common: { lang, date, seed: Number(seed), json: values.json === true, quiet: values.quiet === true },
    positionals,
    option: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    },
    each: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value.map(String) : [];
    },
  });
}

function isDay(words: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words)) return false;
  const read = new Date(`${words}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(words);
}

/** A number option, or its default; anything else is wrong usage. */
export function numberOption(
  parsed: Parsed,
  name: string,
  fallback: number | undefined,
  least = 0,
): Result<number | undefined> {
  const words = parsed.option(name);
  if (words === undefined) return ok(fallback);
  const value = Number(words.replace(",", "."));
  return words.trim() !== "" && Number.isFinite(value) && value >= least
    ? ok(value)
    : wrong(`--${name} attend un nombre d'au moins ${least}.`, `--${name} takes a number of at least ${least}.`);
}
