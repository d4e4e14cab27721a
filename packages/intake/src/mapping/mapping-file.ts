import { fail, ok, type Problem, type Result } from "@simbiosi/domain";
import { fileProblem } from "../problems/file-problems.ts";
import type { FoundColumn } from "../read/result.ts";
import { unknownKey } from "../tables/columns.ts";
import type { HeaderMapping, Mapping } from "../tables/mapping.ts";

const format = "simbiosi-mapping/1";

/**
 * Reads a mapping of headers as a person corrected it: `{ "format": "simbiosi-mapping/1", "flows": { "Tonnage":
 * "quantity", "Tél.": null } }`. Null keeps a column aside.
 *
 * Fails with JSON_MALFORMED, MAPPING_MALFORMED or MAPPING_UNKNOWN.
 */
export function readMapping(name: string, words: string): Result<Mapping, Problem> {
  let json: unknown;
  try {
    json = JSON.parse(words.replace(/^\ufeff/, ""));
  } catch {
    return fail(fileProblem("JSON_MALFORMED", { name, near: words.trim().slice(0, 30).replace(/\s+/g, " ") }));
  }
  if (!isObject(json) || (json.format !== undefined && json.format !== format))
    return fail(fileProblem("MAPPING_MALFORMED", { name }));
  const [establishments, flows] = [tableOf(json.establishments), tableOf(json.flows)];
  if (establishments === undefined || flows === undefined) return fail(fileProblem("MAPPING_MALFORMED", { name }));
  const mapping: Mapping = { establishments, flows };
  const unknown = unknownKey(mapping);
  return unknown === undefined ? ok(mapping) : fail(fileProblem("MAPPING_UNKNOWN", { found: unknown }));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function tableOf(value: unknown): HeaderMapping | undefined {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  const known = entries.filter((entry): entry is [string, string | null] => {
    const [, key] = entry;
    return key === null || typeof key === "string";
  });
  return known.length === entries.length ? Object.fromEntries(known) : undefined;
}

/**
 * The mapping to correct: what was recognised, what is only proposed, and null for columns that no key was found for.
 * Columns whose header is the model's are left out.
 */
export function writeMapping(columns: readonly FoundColumn[]): string {
  const tables = { establishments: new Map<string, string | null>(), flows: new Map<string, string | null>() };
  for (const { table, header, key, suggestion, confidence } of columns) {
    if (key !== null && confidence === null) continue;
    const meant = key ?? suggestion;
    if (meant !== null || !tables[table].has(header)) tables[table].set(header, meant);
  }
  const { establishments, flows } = tables;
  const json = { format, establishments: Object.fromEntries(establishments), flows: Object.fromEntries(flows) };
  return `${JSON.stringify(json, null, 2)}\n`;
}
