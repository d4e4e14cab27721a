import {
  type Branding,
  companySheet,
  dashboard,
  diagnosticActions,
  disclosedDashboard,
  disclosedDeck,
  disclosedDiagnostic,
  disclosedRoadmap,
  renderDocx,
  renderPdf,
  renderPptx,
  renderXlsx,
  roadmap,
  sheetNames,
  steeringDeck,
} from "@simbiosi/documents";
import { type Diagnosis, diagnosisFor, type Lang, type OutsideAudience, outsideAudiences } from "@simbiosi/domain";
import { refusedRowsCsv, writeJson } from "@simbiosi/intake";
import { synergiesText } from "../detect/synergies-json.ts";
import type { Diagnosed } from "./diagnose.ts";

/** The folder of the company sheets, inside the one that `diagnose` writes to. */
export const companySheetsFolder = "fiches-entreprises";

/** A file to be written: its name in the folder (with a slash when it stands in a folder of its own), and what makes its bytes. Made one at a time, so that progress shows. */
export type Deliverable = { readonly name: string; readonly make: () => Promise<Uint8Array> };

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);
const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);

export const audiences = ["facilitator", ...outsideAudiences] as const;
export type Audience = (typeof audiences)[number];

/**
 * The files that `diagnose` writes for an audience, in the order in which a reader wants them.
 * @param branding logos and styles of the user's own, on every document that has a page or a slide
 */
export const deliverables = (
  diagnosed: Diagnosed,
  lang: Lang,
  audience: Audience = "facilitator",
  branding?: Branding,
) =>
  audience === "facilitator"
    ? forFacilitator(diagnosed, lang, branding)
    : forOutside(diagnosed, lang, audience, branding);

/**
 * The same documents and data for who is neither the facilitator nor a company. Everything is made from what they may
 * know; the sheets of companies and the rows that were not understood are not for them.
 */
function forOutside(
  { diagnosis: whole }: Diagnosed,
  lang: Lang,
  audience: OutsideAudience,
  branding: Branding | undefined,
): readonly Deliverable[] {
  const disclosure = diagnosisFor(audience, whole);
  const { diagnosis, counts } = disclosure;
  const { inventory, setting, flows, synergies, refused, unmatched } = diagnosis;
  const found = { synergies, refused, unmatched, shortfalls: [], poolQuestions: [], pairs: 0 };
  return [
    { name: "diagnostic-actions.pdf", make: async () => renderPdf(disclosedDiagnostic(disclosure, lang), branding) },
    { name: "diagnostic-actions.docx", make: () => renderDocx(disclosedDiagnostic(disclosure, lang), branding) },
    { name: "feuille-de-route.pdf", make: async () => renderPdf(disclosedRoadmap(disclosure, lang), branding) },
    { name: "feuille-de-route.docx", make: () => renderDocx(disclosedRoadmap(disclosure, lang), branding) },
    {
      name: "tableau-de-bord.xlsx",
      make: () => renderXlsx(disclosedDashboard(disclosure, lang), { date: setting.day }),
    },
    { name: "comite-de-pilotage.pptx", make: () => renderPptx(disclosedDeck(disclosure, lang), branding) },
    {
      name: "synergies.json",
      make: async () => Buffer.concat([...synergiesText({ inventory, setting, flows }, found, lang, counts)].map(utf8)),
    },
    { name: "portfolio.json", make: async () => json(diagnosis.portfolio) },
    { name: "inventory.json", make: async () => utf8(writeJson(inventory)) },
  ];
}

function forFacilitator(
  { diagnosis, understood, detection }: Diagnosed,
  lang: Lang,
  branding: Branding | undefined,
): readonly Deliverable[] {
  const report = () => diagnosticActions(diagnosis, lang);
  const date = diagnosis.setting.day;
  return [
    { name: "diagnostic-actions.pdf", make: async () => renderPdf(report(), branding) },
    { name: "diagnostic-actions.docx", make: () => renderDocx(report(), branding) },
    { name: "feuille-de-route.pdf", make: async () => renderPdf(roadmap(diagnosis, lang), branding) },
    { name: "feuille-de-route.docx", make: () => renderDocx(roadmap(diagnosis, lang), branding) },
    { name: "tableau-de-bord.xlsx", make: () => renderXlsx(dashboard(diagnosis, lang), { date }) },
    { name: "comite-de-pilotage.pptx", make: () => renderPptx(steeringDeck(diagnosis, lang), branding) },
    ...companySheets(diagnosis, lang, branding),
    {
      name: "synergies.json",
      make: async () => Buffer.concat([...synergiesText(understood, detection, lang)].map(utf8)),
    },
    { name: "portfolio.json", make: async () => json(diagnosis.portfolio) },
    { name: "inventory.json", make: async () => utf8(writeJson(diagnosis.inventory)) },
    ...(diagnosis.refusedRows.length === 0
      ? []
      : [{ name: "refused-rows.csv", make: async () => utf8(refusedRowsCsv(diagnosis.refusedRows, lang)) }]),
  ];
}

/** One page for each establishment, in the order of the inventory. */
function companySheets(diagnosis: Diagnosis, lang: Lang, branding: Branding | undefined): readonly Deliverable[] {
  const { establishments } = diagnosis.inventory;
  const names = sheetNames(establishments);
  return establishments.map((one) => ({
    name: `${companySheetsFolder}/${names.get(one.id) ?? one.id}.pdf`,
    make: async () => renderPdf(companySheet(diagnosis, one, lang), branding),
  }));
}
