import { fold } from "@simbiosi/domain";
import { refuse } from "../refusals/refusal.ts";
import { type Draft, report } from "./draft.ts";

const MAX_SLUG = 60;

/** `Torréfaction fictive` → `torrefaction-fictive`; words without a letter or digit of ours give `sans-nom`. */
export const slug = (words: string): string => fold(words).slice(0, MAX_SLUG).trim().replaceAll(" ", "-") || "sans-nom";

/**
 * Gives every row an id and leaves out the ones that cannot have theirs: reserved (`@…`), taken above, or a row that
 * repeats another. Ids written in the file are taken first, so that a made id never steals one.
 *
 * @param make the id of a row that has none, made unique by a counter
 * @param same whether two rows without an id are one thing
 */
export function idsOf(
  rows: readonly Draft[],
  make: (row: Draft) => string,
  same: (a: Draft, b: Draft) => boolean,
): Draft[] {
  const taken = new Set<string>();
  const out = new Set<Draft>();
  for (const row of rows) {
    const id = row.values.get("id");
    if (typeof id !== "string") continue;
    if (id.startsWith("@") || taken.has(id)) {
      report(row, row.columns("id"), id, refuse(id.startsWith("@") ? "ID_RESERVED" : "ID_DUPLICATE").problem, false);
      out.add(row);
    } else taken.add(id);
  }
  const made = new Map<string, { row: Draft; count: number }>();
  for (const row of rows) {
    if (row.values.has("id")) continue;
    const base = make(row).replace(/^@+/, "") || "sans-nom";
    const before = made.get(base);
    if (before !== undefined && same(before.row, row)) {
      report(row, row.columns("name"), String(row.values.get("name")), refuse("ID_DUPLICATE").problem, false);
      out.add(row);
      continue;
    }
    const first = before ?? { row, count: 0 };
    let id = base;
    do {
      first.count++;
      id = first.count === 1 ? base : `${base}-${first.count}`;
    } while (taken.has(id));
    made.set(base, first);
    taken.add(id);
    row.values.set("id", id);
  }
  return rows.filter((row) => !out.has(row));
}
