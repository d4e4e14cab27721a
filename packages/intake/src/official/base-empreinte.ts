import { fail, type OwnFactor, ok, type Problem, type RefusedRow, type Result } from "@simbiosi/domain";
import { parseNumber } from "../cells/number.ts";
import { decode } from "../csv/decode.ts";
import { recordsOf } from "../csv/records.ts";
import { fileProblem } from "../problems/file-problems.ts";
import { fileKind } from "../read/file-kind.ts";
import { refuse } from "../refusals/refusal.ts";
import { leftOut } from "./official-file.ts";

/** The published elements as factors that wait for their quantity and class. */
export type PublishedFactors = { readonly factors: readonly OwnFactor[]; readonly refused: readonly RefusedRow[] };

const columns = {
  id: "Identifiant de l'élément",
  name: "Nom base français",
  attribute: "Nom attribut français",
  line: "Type Ligne",
  unit: "Unité français",
  total: "Total poste non décomposé",
  uncertainty: "Incertitude",
  changed: "Date de modification",
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
}): Result<PublishedFactors, Problem> {
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
  const factors = new Map<string, OwnFactor>();
  const refused: RefusedRow[] = [];
  records.each((record) => {
    if (!/^[eé]l[eé]ment$/i.test(record.at(columns.line))) return;
    const value = parseNumber(record.at(columns.total));
    const id = record.at(columns.id);
    if (value === undefined)
      refused.push(leftOut({ name, records }, record, columns.total, refuse("NUMBER_UNREADABLE").problem));
    else if (!factors.has(id)) {
      const words = [record.at(columns.name), record.at(columns.attribute)].filter((part) => part !== "").join(", ");
      factors.set(id, {
        quantity: null,
        resource: null,
        route: null,
        context: null,
        label: words,
        value,
        ...bounds(value, parseNumber(record.at(columns.uncertainty).replace(/\s*%$/, ""))),
        unit: spelt(record.at(columns.unit)),
        source: `Base Empreinte, élément ${id}`,
        year: yearOf(record.at(columns.changed)),
      });
    }
  });
  return ok({ factors: [...factors.values()], refused });
}

/** The interval that the base states in percent; where it states none, it is for the user to say. */
const bounds = (
  value: number,
  percent: number | undefined,
): { readonly low: number | null; readonly high: number | null } => {
  if (percent === undefined) return { low: null, high: null };
  const spread = (Math.abs(value) * percent) / 100;
  return { low: value - spread, high: value + spread };
};

/** "kgCO2e/tonne" as the project writes it; a unit that is not ours stays as published, for the user to convert. */
const spelt = (unit: string): string =>
  unit
    .replace(/\s/g, "")
    .replace(/\/tonne$/i, "/t")
    .replace(/\/litre$/i, "/l")
    .replace(/\/m³$/, "/m3");

const yearOf = (words: string): number | null => {
  const year = /(?:19|20)\d{2}/.exec(words)?.[0];
  return year === undefined ? null : Number(year);
};
