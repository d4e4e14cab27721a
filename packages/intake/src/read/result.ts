import type { Inventory, Problem, RefusedRow } from "@simbiosi/domain";

/**
 * How one column of a table was understood: `key` null when it is kept aside under its header, `suggestion` then the key
 * that it probably means, for a person to confirm. `confidence`, from 0 to 1, is there when the header is not the
 * model's and the column was recognised by its likeness and its content.
 */
export type FoundColumn = {
  readonly sheet: string;
  readonly table: "establishments" | "flows";
  readonly header: string;
  readonly key: string | null;
  readonly suggestion: string | null;
  readonly confidence: number | null;
};

/** What reading gives: the inventory, what was not understood, and what is worth knowing although nothing was lost. */
export type ReadInventory = {
  readonly inventory: Inventory;
  readonly refused: readonly RefusedRow[];
  readonly notes: readonly Problem[];
  /** Columns as found, for mapping by hand; empty for JSON. */
  readonly columns: readonly FoundColumn[];
};
