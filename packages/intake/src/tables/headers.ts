import { fold } from "@simbiosi/domain";
import { clean } from "../cells/cell.ts";
import { establishmentFields } from "../fields/establishment-fields.ts";
import type { Field, TableKind } from "../fields/field.ts";
import { flowFields, outletHeader, outletKey } from "../fields/flow-fields.ts";
import { territoryFields } from "../fields/territory-fields.ts";
import { qualityIn } from "../recognise/quality-headers.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import { monthOf } from "../vocabulary/months.ts";

/** What a column (or, in Territoire, a row) means. `hint` is what stands in brackets behind the header. */
export type Target =
  | { readonly is: "field"; readonly field: Field; readonly hint: string }
  | { readonly is: "month"; readonly month: number }
  | { readonly is: "outlet" }
  /** In a table of flows, something of the establishment that has the flow. */
  | { readonly is: "owner"; readonly field: Field }
  /** One quality of the flow, in a column of its own. */
  | { readonly is: "quality"; readonly key: string }
  | { readonly is: "packed" }
  | { readonly is: "extra"; readonly name: string };

/** A header that would be ours if what stands in its brackets were known. */
type Match = Target | { readonly is: "unknown-hint" };

/** Before the name of a column kept aside, when the bare name would be taken for one of ours. */
const ASIDE = "Autre : ";
/** One column for what is kept aside, when there are too many names for columns: `name=value; name=value`. */
export const packedHeader = "Autres (clé=valeur)";

export const fieldsOf: Readonly<Record<TableKind, readonly Field[]>> = {
  territory: territoryFields,
  establishments: establishmentFields,
  flows: flowFields,
};

type Names = ReadonlyMap<string, Field | "outlet">;
const namesOf: Readonly<Record<TableKind, Names>> = {
  territory: namesIn("territory"),
  establishments: namesIn("establishments"),
  flows: namesIn("flows"),
};

function namesIn(table: TableKind): Names {
  const names = new Map<string, Field | "outlet">();
  for (const field of fieldsOf[table]) {
    const { key, header, under, others = [] } = field;
    for (const name of [
      header,
      key,
      withoutBrackets(header).base,
      under === undefined ? key : `${under} ${key}`,
      ...others,
    ])
      names.set(foldKey(name), field);
  }
  if (table === "flows") for (const name of [outletHeader, outletKey, "current"]) names.set(foldKey(name), "outlet");
  return names;
}

function withoutBrackets(header: string): { base: string; hint: string } {
  const found = /^(.*?)\s*[([]\s*([^()[\]]*?)\s*[)\]]\s*:?\s*$/s.exec(header);
  return { base: found?.[1] ?? header, hint: found?.[2] ?? "" };
}

/**
 * What a header means in a table: French headers of the model and English keys, whatever their case, accents, spaces
 * and punctuation, with or without brackets behind (`Quantité (t/an)`). Undefined: none of ours.
 */
export function matchHeader(table: TableKind, header: string): Match | undefined {
  const words = clean(header);
  if (words.startsWith(ASIDE) && words.length > ASIDE.length) return { is: "extra", name: words.slice(ASIDE.length) };
  if (words === packedHeader) return { is: "packed" };
  const { base, hint } = withoutBrackets(words);
  const whole = namesOf[table].get(foldKey(words));
  const found = whole ?? namesOf[table].get(foldKey(base));
  if (found === "outlet") return { is: "outlet" };
  if (found !== undefined) {
    const meant = whole === undefined ? hint : "";
    if (meant !== "" && found.hint?.(meant) === false) return { is: "unknown-hint" };
    return { is: "field", field: found, hint: meant };
  }
  const month = table === "flows" ? monthOf(base) : undefined;
  return month === undefined ? undefined : { is: "month", month };
}

/** The header under which something kept aside is written, so that it is read back under the same name. */
export function asideHeader(table: TableKind, name: string): string {
  const taken =
    matchHeader(table, name) !== undefined ||
    (table === "flows" && qualityIn(name) !== undefined) ||
    fold(name).startsWith(fold(ASIDE)) ||
    (table === "territory" && isTerritoryHead(name, "keys"));
  return taken ? `${ASIDE}${name}` : name;
}

/** The head of the sheet Territoire: its two columns, as written in French and in English. */
export const territoryHeads = { fr: ["Clé", "Valeur"], en: ["Key", "Value"] } as const;

/** Whether words stand above the keys, or above the values, of the sheet Territoire. */
export const isTerritoryHead = (words: string, column: "keys" | "values"): boolean =>
  Object.values(territoryHeads).some(([keys, values]) => foldKey(words) === foldKey(column === "keys" ? keys : values));
