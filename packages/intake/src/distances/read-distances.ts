import {
  type DistanceMatrix,
  fail,
  type Inventory,
  ok,
  type Problem,
  type RefusedRow,
  type Result,
} from "@simbiosi/domain";
import { directoryOf, find } from "../assembly/directory.ts";
import { parseNumber } from "../cells/number.ts";
import { decode } from "../csv/decode.ts";
import { type NamedRecord, recordsOf } from "../csv/records.ts";
import { fileProblem } from "../problems/file-problems.ts";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";

/** Distances measured by the user, and the rows that were not understood. */
export type ReadDistances = { readonly distances: DistanceMatrix; readonly refused: readonly RefusedRow[] };

const columns = {
  from: ["from", "de", "depuis", "origine", "départ"],
  to: ["to", "à", "vers", "destination", "arrivée"],
  km: ["km", "distance", "distance km", "kilomètres"],
} as const;

/**
 * Reads a CSV of road distances, `from;to;km` or `de;vers;km`, whose ends are establishments by id, SIRET or name. One
 * direction serves for both unless both are given; a further column (`minutes`) is allowed and not used. The first of
 * two rows for one trip wins and the second is reported.
 *
 * Fails with FILE_EMPTY, FILE_FOREIGN or DISTANCES_COLUMNS.
 */
export function readDistances(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { establishments }: Inventory,
): Result<ReadDistances, Problem> {
  if (bytes.length === 0) return fail(fileProblem("FILE_EMPTY", { name }));
  const text = decode(bytes);
  if (text === undefined) return fail(fileProblem("FILE_FOREIGN", { name }));
  const records = recordsOf(text.words);
  const named = {
    from: columns.from.find(records.has),
    to: columns.to.find(records.has),
    km: columns.km.find(records.has),
  };
  const { from, to, km } = named;
  if (from === undefined || to === undefined || km === undefined)
    return fail(fileProblem("DISTANCES_COLUMNS", { name }));
  const directory = directoryOf(establishments);
  const known = new Map<string, Map<string, number>>();
  const refused: RefusedRow[] = [];
  const reject = (row: NamedRecord, column: string, refusal: Parameters<typeof refusedRow>[2]): undefined => {
    refused.push(refusedRow({ sheet: name, row: row.number, column }, row.at(column), refusal, false));
    return undefined;
  };
  const placeIn = (row: NamedRecord, column: string): string | undefined => {
    const words = row.at(column);
    const found = words === "" ? refuse("ESTABLISHMENT_MISSING") : find(directory, words);
    return found.ok ? found.value.id : reject(row, column, found.problem);
  };
  records.each((row) => {
    const [a, b] = [placeIn(row, from), placeIn(row, to)];
    const distance = parseNumber(row.at(km).replace(/\s*km$/i, ""));
    if (distance === undefined) return reject(row, km, refuse("NUMBER_UNREADABLE").problem);
    if (distance < 0) return reject(row, km, refuse("NUMBER_NEGATIVE").problem);
    if (a === undefined || b === undefined) return;
    const trips = known.get(a) ?? new Map<string, number>();
    known.set(a, trips);
    if (!trips.has(b)) trips.set(b, distance);
    else if (trips.get(b) !== distance) reject(row, km, refuse("DISTANCE_TWICE").problem);
  });
  return ok({ distances: { name, km: (a, b) => known.get(a)?.get(b) }, refused });
}
