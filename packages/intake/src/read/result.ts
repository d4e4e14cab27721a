import type { Inventory, Problem, RefusedRow } from "@simbiosi/domain";

/**
 * How one column of a table was understood: `key` null when it is kept aside under its header, `suggestion` then the key
 * that it probably means, for a person to confirm.
 */
export type FoundColumn = {
  readonly sheet: string;
  readonly table: "establishments" | "flows";
  readonly header: string;
  readonly key: string | null;
  readonly suggestion: string | null;
};

/** What reading gives: the inventory, what was not understood, and what is worth knowing although nothing was lost. */
export type ReadInventory = {
  readonly inventory: Inventory;
  readonly refused: readonly RefusedRow[];
  readonly notes: readonly Problem[];
  /** Columns as found, for mapping by hand; empty for JSON. */
  readonly columns: readonly FoundColumn[];
};
