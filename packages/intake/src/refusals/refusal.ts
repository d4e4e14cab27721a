import { fail, type Result, type Text } from "@simbiosi/domain";
import type { RefusalCode } from "./sentences.ts";

/** Why one value was not understood; the place is added by the one who knows it. */
export type Refusal = { readonly code: RefusalCode; readonly values: Readonly<Record<string, string | Text>> };

/** What reading one value gives: the value, null when nothing was written, or why it was not understood. */
export type Reading<T> = Result<T | null, Refusal>;

/** @param values what fills the sentence beside `{value}`, in one language for both or in each */
export const refuse = (code: RefusalCode, values: Record<string, string | Text> = {}) =>
  fail<Refusal>({ code, values });
