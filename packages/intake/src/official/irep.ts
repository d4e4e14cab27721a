import type { RefusedRow } from "@simbiosi/domain";
import { type Draft, keepAside } from "../assembly/draft.ts";
import { slug } from "../assembly/ids.ts";
import { parseNumber } from "../cells/number.ts";
import type { NamedRecord } from "../csv/records.ts";
import { refuse } from "../refusals/refusal.ts";
import { parseMeasure } from "../vocabulary/units.ts";
import { leftOut, type OfficialFile, type OfficialFormat, rowDraft } from "./official-file.ts";
import { operationIn, routeOf } from "./operations.ts";

type Declared = { readonly record: NamedRecord; readonly site: string; readonly year: number; readonly amount: number };
const operationCode = "code_operation_eliminatio_valorisation";
const operationWords = "libelle_operation_eliminatio_valorisation";

/**
 * IREP / Géorisques, files Prod_dechets_dangereux and Prod_dechets_non_dangereux: one row a year, a site, a waste and
 * an operation. The latest year of each is taken. A site without identifier is told apart by its name and department,
 * whose leading zero is given back.
 */
export const irep: OfficialFormat = {
  required: [["nom_etablissement"], ["annee"], ["code_dechet"], ["quantite"]],
  read: (file) => {
    const latest = new Map<string, Declared>();
    const refused: RefusedRow[] = [];
    file.records.each((record) => {
      const amount = parseNumber(record.at("quantite"));
      const year = Number(record.at("annee"));
      const name = record.at("nom_etablissement");
      if (name === "") refused.push(leftOut(file, record, "nom_etablissement", refuse("NAME_MISSING").problem));
      else if (amount === undefined || amount < 0)
        refused.push(leftOut(file, record, "quantite", refuse("QUANTITY_UNREADABLE").problem));
      else if (!Number.isInteger(year) || year < 1900)
        refused.push(leftOut(file, record, "annee", refuse("NUMBER_UNREADABLE").problem));
      else {
        const site = record.at("identifiant") || slug(`${name} ${departmentOf(record)}`);
        const key = [site, codeOf(record), operationIn(record.at(operationCode))].join("|");
        const before = latest.get(key);
        if (before === undefined || before.year < year) latest.set(key, { record, site, year, amount });
        else if (before.year === year) latest.set(key, { ...before, amount: before.amount + amount });
      }
    });
    const sites = new Map<string, Draft>();
    const flows: Draft[] = [];
    for (const declared of latest.values()) {
      if (!sites.has(declared.site)) sites.set(declared.site, siteOf(file, declared));
      flows.push(flowOf(file, declared));
    }
    return { establishments: [...sites.values()], flows, refused };
  },
};

function siteOf(file: OfficialFile, { record, site }: Declared): Draft {
  const { row } = rowDraft("establishments", file, record);
  row.values.set("id", site);
  row.values.set("name", record.at("nom_etablissement"));
  keepAside(row, "Département", departmentOf(record));
  return row;
}

function flowOf(file: OfficialFile, { record, site, year, amount }: Declared): Draft {
  const { row, set } = rowDraft("flows", file, record);
  const operation = operationIn(record.at(operationCode));
  const code = codeOf(record);
  row.values.set(
    "id",
    [site, slug(code || record.at("libelle_dechet")), operation.toLowerCase()].filter(Boolean).join("."),
  );
  row.values.set("establishment", site);
  row.values.set("direction", "out");
  row.values.set("family", "matter");
  set("label", record.at("libelle_dechet") || record.at("dechet") || code, "libelle_dechet");
  set("waste_code", code, "code_dechet");
  const measure = parseMeasure(record.at("unite")) ?? { unit: "t", period: "year" };
  row.values.set("quantity", amount);
  row.values.set("unit", measure.unit ?? "t");
  row.values.set("period", measure.period ?? "year");
  row.values.set("status", "waste");
  row.values.set("evidence", "declared");
  const route = routeOf(operation, record.at(operationWords));
  if (route !== undefined) row.values.set("route", route);
  keepAside(row, "Année déclarée", year);
  return row;
}

/** The star of a hazardous waste, which the file of hazardous waste leaves out. */
function codeOf(record: NamedRecord): string {
  const code = record.at("code_dechet").replaceAll(" ", "").padStart(6, "0");
  const hazardous = /^dangereux|^d$/i.test(record.at("dechet").trim());
  return record.at("code_dechet") === "" ? "" : hazardous && !code.endsWith("*") ? `${code}*` : code;
}

const departmentOf = (record: NamedRecord): string => {
  const code = record.at("code_departement");
  return code === "" ? "" : code.padStart(2, "0");
};
