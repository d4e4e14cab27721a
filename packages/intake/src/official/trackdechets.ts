import type { RefusedRow } from "@simbiosi/domain";
import { type Draft, keepAside } from "../assembly/draft.ts";
import { slug } from "../assembly/ids.ts";
import { parseDay } from "../cells/date.ts";
import { parseNumber } from "../cells/number.ts";
import { isSiret } from "../cells/siret.ts";
import type { NamedRecord } from "../csv/records.ts";
import { refuse } from "../refusals/refusal.ts";
import { yesNoWords } from "../vocabulary/words.ts";
import { firstOf, leftOut, type OfficialFile, type OfficialFormat, rowDraft } from "./official-file.ts";
import { operationIn, routeOf } from "./operations.ts";

/** Columns by the labels of the export, and by the keys of its machine form. */
const names = {
  siret: ["Expéditeur SIRET", "Expéditeur N° SIRET", "SIRET du producteur", "emitterCompanySiret"],
  name: ["Expéditeur raison sociale", "Raison sociale du producteur", "emitterCompanyName"],
  label: ["Dénomination usuelle", "Déchet", "Dénomination du déchet", "Libellé du déchet", "wasteDescription"],
  code: ["Code déchet", "Code du déchet", "wasteCode"],
  hazardous: ["Déchet dangereux", "Dangereux", "wasteIsDangerous"],
  date: ["Date d'expédition", "Date d'expédition / d'enlèvement", "Date de prise en charge", "takenOverAt"],
  weight: ["Quantité de déchet (tonnes)", "Quantité de déchet", "Quantité (tonnes)", "Poids (t)", "weight"],
  estimated: ["Type de poids", "Type de poids de la quantité", "Quantité estimée", "Poids estimé", "weightIsEstimate"],
  operation: [
    "Code opération réalisé",
    "Code opération prévu",
    "destinationOperationCode",
    "destinationPlannedOperationCode",
  ],
  destination: ["Destination raison sociale", "destinationCompanyName"],
} as const;

type Slip = {
  readonly record: NamedRecord;
  readonly day: string;
  readonly tonnes: number;
  readonly estimated: boolean;
};
type Slips = { readonly siret: string; readonly code: string; readonly operation: string; readonly slips: Slip[] };

/**
 * The register of outgoing waste of Trackdéchets: one row a slip. Slips of one waste from one site to one kind of
 * operation are a flow: the tonnes of the twelve months that end with the last slip of the site, by month. A calendar year
 * would take an export of January to March for a year. What the site has sent away no more in that time keeps its own
 * last twelve months, and says when they ended.
 */
export const trackdechets: OfficialFormat = {
  required: [names.siret, names.code, names.date, names.weight],
  read: (file) => {
    const groups = new Map<string, Slips>();
    const sites = new Map<string, Draft>();
    const refused: RefusedRow[] = [];
    file.records.each((record) => {
      const siret = firstOf(record, names.siret).replace(/\s/g, "");
      const day = parseDay(firstOf(record, names.date));
      const tonnes = parseNumber(firstOf(record, names.weight));
      const column = (key: keyof typeof names): string => names[key].find(file.records.has) ?? names[key][0];
      if (!isSiret(siret)) refused.push(leftOut(file, record, column("siret"), refuse("SIRET_INVALID").problem));
      else if (day === undefined)
        refused.push(leftOut(file, record, column("date"), refuse("DATE_UNREADABLE").problem));
      else if (tonnes === undefined || tonnes < 0)
        refused.push(leftOut(file, record, column("weight"), refuse("QUANTITY_UNREADABLE").problem));
      else {
        if (!sites.has(siret)) sites.set(siret, siteOf(file, record, siret));
        const operation = operationIn(firstOf(record, names.operation));
        const code = codeOf(record);
        const key = [siret, code || firstOf(record, names.label), operation].join("|");
        const group = groups.get(key) ?? { siret, code, operation, slips: [] };
        group.slips.push({ record, day, tonnes, estimated: isEstimated(record) });
        groups.set(key, group);
      }
    });
    const last = new Map<string, string>();
    for (const { siret, slips } of groups.values())
      for (const { day } of slips) if (day > (last.get(siret) ?? "")) last.set(siret, day);
    return {
      establishments: [...sites.values()],
      flows: [...groups.values()].map((one) => flowOf(file, one, last.get(one.siret) ?? "")),
      refused,
    };
  },
};

function siteOf(file: OfficialFile, record: NamedRecord, siret: string): Draft {
  const { row } = rowDraft("establishments", file, record);
  row.values.set("siret", siret);
  row.values.set("name", firstOf(record, names.name) || `Établissement ${siret}`);
  return row;
}

/** The months since year zero: twelve of them on end are each month once. */
const monthNumber = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
const monthWords = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;

/** @param siteLast the day of the last slip of the site */
function flowOf(file: OfficialFile, { siret, code, operation, slips }: Slips, siteLast: string): Draft {
  const within = (end: number): Slip[] =>
    slips.filter(({ day }) => monthNumber(day) <= end && monthNumber(day) > end - 12);
  const ownLast = Math.max(...slips.map(({ day }) => monthNumber(day)));
  const end = within(monthNumber(siteLast)).length > 0 ? monthNumber(siteLast) : ownLast;
  const kept = within(end);
  const months = Array.from({ length: 12 }, (_, month) =>
    rounded(kept.reduce((sum, { day, tonnes }) => sum + (Number(day.slice(5, 7)) === month + 1 ? tonnes : 0), 0)),
  );
  const total = rounded(kept.reduce((sum, { tonnes }) => sum + tonnes, 0));
  const guessed = kept.reduce((sum, { tonnes, estimated }) => sum + (estimated ? tonnes : 0), 0);
  const first = kept[0]?.record ?? { number: 0, at: () => "" };
  const { row, set } = rowDraft("flows", file, first);
  const label = firstOf(first, names.label) || code;
  row.values.set("id", [siret, slug(code || label), operation.toLowerCase()].filter(Boolean).join("."));
  row.values.set("establishment", siret);
  row.values.set("direction", "out");
  row.values.set("family", "matter");
  set("label", label, names.label[0]);
  set("waste_code", code, names.code[0]);
  row.values.set("quantity", total);
  row.values.set("unit", "t");
  row.values.set("period", "year");
  if (total > 0) row.values.set("months", months);
  row.values.set("status", "waste");
  // How far a measure or an estimate may be off is a parameter: the register says only which of them it holds.
  row.values.set("evidence", 2 * guessed > total ? "estimated" : "measured");
  if (guessed > 0) keepAside(row, "Dont poids estimés (t)", rounded(guessed));
  const route = routeOf(operation, firstOf(first, names.destination));
  if (route !== undefined) row.values.set("route", route);
  keepAside(row, "Période du registre", `${monthWords(end - 11)} à ${monthWords(end)}`);
  keepAside(row, "Bordereaux", kept.length);
  if (kept.length < slips.length) keepAside(row, "Bordereaux plus anciens, non comptés", slips.length - kept.length);
  keepAside(row, "Destination", firstOf(first, names.destination));
  return row;
}

/** Kilograms are the least that a slip counts; the sum of many keeps no dust of floating point. */
const rounded = (tonnes: number): number => Math.round(tonnes * 1e6) / 1e6;

function codeOf(record: NamedRecord): string {
  const code = firstOf(record, names.code).replaceAll(" ", "");
  const hazardous = yesNoWords.parse(firstOf(record, names.hazardous)) === "yes";
  return hazardous && code !== "" && !code.endsWith("*") ? `${code}*` : code;
}

/** The flag is "estimé" or "réel", or a plain yes. */
const isEstimated = (record: NamedRecord): boolean => {
  const words = firstOf(record, names.estimated);
  return /^estim/i.test(words) || yesNoWords.parse(words) === "yes" || /^true$/i.test(words);
};
