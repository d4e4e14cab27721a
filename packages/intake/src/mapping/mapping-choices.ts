import type { Text } from "@simbiosi/domain";
import { outletKey } from "../fields/flow-fields.ts";
import { qualityKeys } from "../recognise/quality-headers.ts";
import { meaningWords } from "../tables/columns.ts";
import { fieldsOf } from "../tables/headers.ts";

/** What a column may be mapped to: the key that a mapping holds, and its name for a person. */
export type MappingChoice = { readonly key: string; readonly name: Text };

/** Everything that a column of each table may mean, in the order of the model. */
export function mappingChoices(): Readonly<Record<"establishments" | "flows", readonly MappingChoice[]>> {
  const of = (table: "establishments" | "flows", keys: readonly string[]): MappingChoice[] =>
    keys.map((key) => ({ key, name: meaningWords(table, key) }));
  const keysOf = (table: "establishments" | "flows"): string[] => fieldsOf[table].map(({ key }) => key);
  return {
    establishments: of("establishments", keysOf("establishments")),
    flows: of("flows", [
      ...keysOf("flows").flatMap((key) => (key === "label" ? ["label", "label:in", "label:out"] : key)),
      outletKey,
      ...qualityKeys.map((key) => `quality:${key}`),
      ...keysOf("establishments").map((key) => `owner:${key}`),
    ]),
  };
}
