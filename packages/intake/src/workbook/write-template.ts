import { type Lang, monthNames } from "@simbiosi/domain";
import type { Cell } from "../cells/cell.ts";
import { type Field, type TableKind, tableNames } from "../fields/field.ts";
import { outletHeader, outletKey } from "../fields/flow-fields.ts";
import { fieldsOf, territoryHeads } from "../tables/headers.ts";
import { tablesOf, type WrittenTable } from "../tables/write-tables.ts";
import { monthHeaders } from "../vocabulary/months.ts";
import { example } from "./example.ts";
import { seal } from "./seal.ts";
import { addSheet, stamp, type WorkbookOptions } from "./write-workbook.ts";

const kinds = ["territory", "establishments", "flows"] as const;
const required: Readonly<Record<TableKind, readonly string[]>> = {
  territory: ["name"],
  establishments: ["name"],
  flows: ["establishment", "direction", "label"],
};

const names: Readonly<Record<Lang, Readonly<Record<TableKind, string>>>> = {
  fr: {
    territory: tableNames.territory.sheet,
    establishments: tableNames.establishments.sheet,
    flows: tableNames.flows.sheet,
  },
  en: { territory: "Territory", establishments: "Establishments", flows: "Flows" },
};

/**
 * The workbook to fill: empty sheets with drop-down lists, a help sheet that says what every column means and which
 * words it takes, and an invented example. In French with the model's headers, in English with its keys; both are read
 * by {@link readInventory}, which leaves help and example alone. Same date, same bytes.
 */
export async function writeTemplate({ date, lang }: WorkbookOptions & { readonly lang: Lang }): Promise<Uint8Array> {
  // Read when a workbook is written: most commands write none.
  const { default: writer } = await import("exceljs");
  const workbook = new writer.Workbook();
  stamp(workbook, date);
  addSheet(workbook, help(lang));
  for (const kind of kinds) addSheet(workbook, empty(kind, lang));
  for (const table of tablesOf(example))
    if (table.kind !== "territory") addSheet(workbook, { ...table, sheet: exampleName(table.kind, lang) });
  return seal(new Uint8Array(await workbook.xlsx.writeBuffer()), date);
}

const exampleName = (kind: TableKind, lang: Lang): string =>
  `${lang === "fr" ? "Exemple" : "Example"} ${names[lang][kind].toLowerCase()}`;

type Column = WrittenTable["columns"][number];

/** The columns that one field takes: twelve for the months, the shared one for outlet and supplier. */
function columnsOf(field: Field, lang: Lang): Column[] {
  const { key, header, width, choices } = field;
  if (key === "months")
    return (lang === "fr" ? monthHeaders : monthNames.en).map((month) => ({ header: month, width }));
  if (key === "route") return [{ header: lang === "fr" ? outletHeader : outletKey, width: 28 }];
  if (key === "supplier") return [];
  return [{ header: lang === "fr" ? header : key, width, ...(choices && { choices: choices[lang] }) }];
}

function empty(kind: TableKind, lang: Lang): WrittenTable {
  const { file } = tableNames[kind];
  const sheet = names[lang][kind];
  if (kind !== "territory")
    return { kind, sheet, file, columns: fieldsOf[kind].flatMap((field) => columnsOf(field, lang)), rows: [] };
  const rows = fieldsOf.territory.map(({ header, key }): Cell[] => [lang === "fr" ? header : key, null]);
  const [keys, values] = territoryHeads[lang];
  return {
    kind,
    sheet,
    file,
    columns: [
      { header: keys, width: 34 },
      { header: values, width: 60 },
    ],
    rows,
  };
}

const helpHeads: Readonly<Record<Lang, readonly string[]>> = {
  fr: ["Feuille", "Colonne", "Clé", "Obligatoire", "À quoi elle sert", "Mots admis"],
  en: ["Sheet", "Column", "Key", "Required", "What it is for", "Words it takes"],
};
const helpWidths = [16, 30, 20, 12, 60, 60];

function help(lang: Lang): WrittenTable {
  const columns = helpHeads[lang].map((header, i) => ({ header, width: helpWidths[i] ?? 20 }));
  const rows = kinds.flatMap((kind) =>
    fieldsOf[kind].map((field): Cell[] => {
      const { key, header, help: meaning, choices } = field;
      const shown = kind === "flows" && (key === "route" || key === "supplier") ? outletHeader : header;
      const must = required[kind].includes(key) ? { fr: "oui", en: "yes" }[lang] : null;
      return [names[lang][kind], shown, key, must, meaning[lang], choices?.[lang].join(", ") ?? null];
    }),
  );
  return { kind: "territory", sheet: lang === "fr" ? "Aide" : "Help", file: "", columns, rows };
}
