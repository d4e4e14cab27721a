import { fail, ok, type Problem, type RefusedRow, type Result } from "@simbiosi/domain";
import { parseNumber } from "../cells/number.ts";
import { decode } from "../csv/decode.ts";
import { recordsOf } from "../csv/records.ts";
import { fileProblem } from "../problems/file-problems.ts";
import { fileKind } from "../read/file-kind.ts";
import { refuse } from "../refusals/refusal.ts";
import { leftOut } from "./official-file.ts";

/** One element of ADEME's base: its total, in the unit that it is published in. */
export type PublishedFactor = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
};

export type ReadFactors = { readonly factors: readonly PublishedFactor[]; readonly refused: readonly RefusedRow[] };

const columns = {
  id: "Identifiant de l'élément",
  name: "Nom base français",
  attribute: "Nom attribut français",
  line: "Type Ligne",
  unit: "Unité français",
  total: "Total poste non décomposé",
} as const;

/**
 * Base Empreinte / Base Carbone of ADEME: Latin-1 in older releases, semicolons, decimal commas. An element takes
 * several lines, its total ("Elément") and its parts ("Poste"): only the total is taken, the first when it comes twice.
 *
 * Fails with FILE_EMPTY, OFFICIAL_NOT_CSV or OFFICIAL_COLUMNS.
 */
export function readBaseEmpreinte(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Result<ReadFactors, Problem> {
  const { name, bytes } = file;
  const kind = fileKind(name, bytes);
  if (kind === "empty") return fail(fileProblem("FILE_EMPTY", { name }));
  const text = kind === "text" ? decode(bytes) : undefined;
  if (text === undefined) return fail(fileProblem("OFFICIAL_NOT_CSV", { name }));
  const records = recordsOf(text.words);
  const missing = [columns.id, columns.name, columns.line, columns.unit, columns.total].filter(
    (one) => !records.has(one),
  );
  if (missing.length > 0)
    return fail(fileProblem("OFFICIAL_COLUMNS", { name, format: "base-empreinte", missing: missing.join(", ") }));
  const factors = new Map<string, PublishedFactor>();
  const refused: RefusedRow[] = [];
  records.each((record) => {
    if (!/^[eé]l[eé]ment$/i.test(record.at(columns.line))) return;
    const value = parseNumber(record.at(columns.total));
    const id = record.at(columns.id);
    if (value === undefined)
      refused.push(leftOut({ name, records }, record, columns.total, refuse("NUMBER_UNREADABLE").problem));
    else if (!factors.has(id)) {
      const words = [record.at(columns.name), record.at(columns.attribute)].filter((part) => part !== "").join(", ");
      factors.set(id, { id, name: words, unit: record.at(columns.unit), value });
    }
  });
  return ok({ factors: [...factors.values()], refused });
}
