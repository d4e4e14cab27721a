import { byCodeUnit, type Inventory, inventoryFormat } from "@simbiosi/domain";

/** Absent equals null, and so does an empty list of consents: what says nothing is not written. */
function compact(value: object): Record<string, unknown> {
  const entries = Object.entries(value).flatMap(([key, found]): [string, unknown][] => {
    if (found === null || found === undefined || (Array.isArray(found) && found.length === 0)) return [];
    if (key === "extra")
      return [[key, Object.fromEntries(Object.entries(found).toSorted(([a], [b]) => byCodeUnit(a, b)))]];
    return key === "current" ? [[key, compact(found)]] : [[key, found]];
  });
  return Object.fromEntries(entries);
}

const lines = (name: string, rows: readonly object[]): string =>
  rows.length === 0
    ? `  "${name}": []`
    : `  "${name}": [\n${rows.map((row) => `    ${JSON.stringify(compact(row))}`).join(",\n")}\n  ]`;

/**
 * The canonical carrier: keys in the order of the schema, one establishment or flow per line (a change of one flow is a
 * change of one line), keys that are null left out. The same inventory gives the same bytes.
 */
export function writeJson({ territory, establishments, flows }: Inventory): string {
  return [
    "{",
    `  "format": ${JSON.stringify(inventoryFormat)},`,
    `  "territory": ${JSON.stringify(compact(territory))},`,
    `${lines("establishments", establishments)},`,
    lines("flows", flows),
    "}",
    "",
  ].join("\n");
}
