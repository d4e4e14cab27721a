import type { Establishment, Flow, Inventory, RefusedRow } from "@simbiosi/domain";
import { refuse } from "../refusals/refusal.ts";
import { refusedRow } from "../refusals/report.ts";

/** What a merge did: how many rows are new, how many were completed, and what was not taken. */
export type Merged = {
  readonly inventory: Inventory;
  readonly added: { readonly establishments: number; readonly flows: number };
  readonly completed: { readonly establishments: number; readonly flows: number };
  readonly conflicts: readonly RefusedRow[];
};

type Row = Readonly<Record<string, unknown>>;

/**
 * Adds what a file tells to an inventory. An establishment is the same by SIRET, else by id; a flow by id. What is
 * empty is filled; what a person typed is never replaced: a difference is reported, and the inventory's value stays.
 *
 * @param source the file's name, for the report
 */
export function merge(base: Inventory, told: Inventory, source: string): Merged {
  const conflicts: RefusedRow[] = [];
  const ids = new Map<string, string>();
  const bySiret = new Map(
    base.establishments.flatMap((one) => (one.siret === null ? [] : [[one.siret, one.id] as const])),
  );
  const establishments = new Map(base.establishments.map((one) => [one.id, one]));
  const flows = new Map(base.flows.map((one) => [one.id, one]));
  const count = { added: { establishments: 0, flows: 0 }, completed: { establishments: 0, flows: 0 } };

  for (const one of told.establishments) {
    const id = (one.siret === null ? undefined : bySiret.get(one.siret)) ?? one.id;
    ids.set(one.id, id);
    const before = establishments.get(id);
    const filled: Establishment = before === undefined ? one : fill(before, one, source, conflicts);
    if (before === undefined) count.added.establishments++;
    else if (filled !== before) count.completed.establishments++;
    establishments.set(id, filled);
  }
  for (const one of told.flows) {
    const establishment = ids.get(one.establishment) ?? one.establishment;
    const id = one.id.startsWith(`${one.establishment}.`)
      ? `${establishment}${one.id.slice(one.establishment.length)}`
      : one.id;
    const flow: Flow = { ...one, id, establishment };
    const before = flows.get(id);
    const filled = before === undefined ? flow : fill(before, flow, source, conflicts);
    if (before === undefined) count.added.flows++;
    else if (filled !== before) count.completed.flows++;
    flows.set(id, filled);
  }
  const inventory = { ...base, establishments: [...establishments.values()], flows: [...flows.values()] };
  return { inventory, ...count, conflicts };
}

/** The row with its empty values filled; the row itself when nothing was empty. */
function fill<T extends Row & { readonly id: string }>(
  before: T,
  told: T,
  source: string,
  conflicts: RefusedRow[],
  under = "",
): T {
  const filled: Record<string, unknown> = { ...before };
  let changed = false;
  for (const [key, value] of Object.entries(told)) {
    const known = before[key];
    if (value === null || value === undefined || key === "id" || same(known, value)) continue;
    if (isEmptyValue(known)) {
      if (isEmptyValue(value)) continue;
      filled[key] = value;
      changed = true;
    } else if (isRecord(known) && isRecord(value)) {
      const inner = fill(
        { ...known, id: before.id },
        { ...value, id: before.id },
        source,
        conflicts,
        `${under}${key}.`,
      );
      const { id: _, ...bare } = inner;
      if (!same(bare, known)) {
        filled[key] = bare;
        changed = true;
      }
    } else {
      const place = { sheet: source, row: null, column: `${before.id} / ${under}${key}` };
      const refusal = refuse("IMPORT_CONFLICT", { kept: words(known) }).problem;
      conflicts.push(refusedRow(place, words(value), refusal, true));
    }
  }
  // Every value comes from one of two rows of this very type.
  return changed ? (filled as T) : before;
}

const isRecord = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmptyValue = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const words = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
