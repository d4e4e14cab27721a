/** Header → meaning, as a person decided; null keeps the column aside. */
export type HeaderMapping = Readonly<Record<string, string | null>>;

/**
 * Header → key of the model, by table, as a person mapped them. `label:in` and `label:out` also say the direction of
 * the flow, `owner:siret` and the like tell of the establishment in a table of flows.
 */
export type Mapping = { readonly [T in "establishments" | "flows"]?: HeaderMapping };
