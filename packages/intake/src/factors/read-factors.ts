import {
  type Factor,
  fail,
  OwnFactorSchema,
  ok,
  ownFactor,
  type Problem,
  type Reference,
  type RefusedRow,
  type Result,
  type Text,
} from "@simbiosi/domain";
import { decode } from "../csv/decode.ts";
import { fileProblem, note } from "../problems/file-problems.ts";
import { refusedRow } from "../refusals/report.ts";

/** The user's own factors, the rows that cannot be used, and how many wait for a class. */
export type ReadOwnFactors = {
  readonly factors: readonly Factor[];
  readonly refused: readonly RefusedRow[];
  readonly notes: readonly Problem[];
};

// Enough to know which they are; the file itself lists them all.
const named = 5;

/**
 * Reads the user's factors: a list of rows, or a document `simbiosi-factors/1` as `simbiosi import base-empreinte`
 * writes it. Rows that say not yet what they measure are counted and named, the others are used or refused.
 *
 * Fails with FILE_EMPTY, FILE_FOREIGN or FACTORS_MALFORMED.
 */
export function readFactors(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  reference: Reference,
): Result<ReadOwnFactors, Problem> {
  if (bytes.length === 0) return fail(fileProblem("FILE_EMPTY", { name }));
  const text = decode(bytes);
  if (text === undefined) return fail(fileProblem("FILE_FOREIGN", { name }));
  const rows = rowsIn(text.words);
  if (rows === undefined) return fail(fileProblem("FACTORS_MALFORMED", { name }));
  const factors: Factor[] = [];
  const refused: RefusedRow[] = [];
  const waiting: string[] = [];
  const reject = (row: number, column: string, value: unknown, expected: string | Text): void => {
    const words =
      value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
    refused.push(
      refusedRow({ sheet: name, row, column }, words, { code: "FACTOR_WRONG", values: { expected } }, false),
    );
  };
  for (const [i, row] of rows.entries()) {
    const parsed = OwnFactorSchema.safeParse(row);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const column = String(issue?.path[0] ?? "");
      reject(i + 1, column, fieldOf(row, column), issue?.message ?? "");
      continue;
    }
    const made = ownFactor(reference, parsed.data, `own.${i + 1}`);
    if (!made.ok) reject(i + 1, made.problem.field, fieldOf(row, made.problem.field), made.problem.expected);
    else if (made.value !== null) factors.push(made.value);
    else waiting.push(parsed.data.label ?? parsed.data.source);
  }
  const first = waiting.slice(0, named).join(" ; ");
  const which = waiting.length > named ? `${first} …` : first;
  const notes = waiting.length === 0 ? [] : [note("FACTORS_UNATTACHED", { name, count: waiting.length, which })];
  return ok({ factors, refused, notes });
}

function rowsIn(words: string): readonly unknown[] | undefined {
  try {
    const json: unknown = JSON.parse(words);
    if (Array.isArray(json)) return json;
    const rows = fieldOf(json, "factors");
    return Array.isArray(rows) ? rows : undefined;
  } catch {
    return undefined;
  }
}

const fieldOf = (row: unknown, field: string): unknown =>
  typeof row === "object" && row !== null ? new Map(Object.entries(row)).get(field) : undefined;
