import { readFileSync } from "node:fs";
import { type Inventory, InventorySchema } from "@simbiosi/domain";

/** A small territory worded as people word it, with what an expert would pair, laugh at and refuse. Identifiers are those of flows. */
export type Unseen = {
  readonly inventory: Inventory;
  readonly pairs: readonly Pair[];
  readonly pools: readonly (readonly string[])[];
  /** Needs that nobody would put in one pool. */
  readonly apart: readonly Pair[];
  readonly absurd: readonly Pair[];
  readonly forbidden: readonly Pair[];
};
export type Pair = readonly [offer: string, need: string];

type File = {
  readonly name: string;
  readonly context: string;
  /** identifier → name, NAF */
  readonly establishments: Record<string, readonly [string, string]>;
  /** identifier → establishment, direction, label, "quantity unit/period", waste code */
  readonly flows: Record<string, readonly [string, "in" | "out", string, (string | null)?, string?]>;
  readonly pairs: readonly Pair[];
  readonly pools?: readonly (readonly string[])[];
  readonly apart?: readonly Pair[];
  readonly absurd: readonly Pair[];
  readonly forbidden: readonly Pair[];
};

/** Reads one file of the sets. The quantities are invented; a pair that names no flow is a mistake of the file. */
export function readUnseen(path: string): Unseen {
  const file = JSON.parse(readFileSync(path, "utf8")) as File;
  for (const id of [
    ...file.pairs,
    ...file.absurd,
    ...file.forbidden,
    ...(file.pools ?? []),
    ...(file.apart ?? []),
  ].flat())
    if (file.flows[id] === undefined) throw new Error(`${path}: no flow ${id}`);
  const inventory = InventorySchema.parse({
    format: "simbiosi-inventory/1",
    territory: { name: file.name, type: "ZA", context: file.context },
    establishments: Object.entries(file.establishments).map(([id, [name, naf]], i) => ({
      id,
      name,
      naf,
      lon: 9.4 + 0.004 * (i % 5),
      lat: 42.6 + 0.004 * Math.floor(i / 5),
    })),
    flows: Object.entries(file.flows).map(([id, [establishment, direction, label, amount, code]]) => {
      const [, quantity, unit, period] = /^([\d.]+) (\S+)\/(\w+)$/.exec(amount ?? "") ?? [];
      return {
        id,
        establishment,
        direction,
        label,
        ...(code === undefined ? {} : { waste_code: code }),
        ...(quantity === undefined ? {} : { quantity: Number(quantity), unit, period }),
      };
    }),
  });
  return {
    inventory,
    pairs: file.pairs,
    pools: file.pools ?? [],
    apart: file.apart ?? [],
    absurd: file.absurd,
    forbidden: file.forbidden,
  };
}
