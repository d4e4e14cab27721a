import type { Text } from "../text/text.ts";

/** Something expected that went wrong: a stable code for programs, a sentence for people that says what to do next. */
export type Problem = { readonly code: string; readonly message: Text };

export type Result<T, P = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <P>(problem: P): { readonly ok: false; readonly problem: P } => ({ ok: false, problem });

/** Fills `{name}` in both sentences of a catalogue entry. */
export function problem(code: string, message: Text, values: Record<string, string | number> = {}): Problem {
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (hole, name: string) => (name in values ? String(values[name]) : hole));
  return { code, message: { fr: fill(message.fr), en: fill(message.en) } };
}

/** A broken promise between two parts of the program: a bug, never the user's doing. */
export function bug(sentence: string): never {
  throw new Error(`Bug: ${sentence}`);
}
