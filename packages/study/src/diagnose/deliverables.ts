import {
  companySheet,
  dashboard,
  diagnosticActions,
  renderDocx,
  renderPdf,
  renderPptx,
  renderXlsx,
  roadmap,
  sheetNames,
  steeringDeck,
} from "@simbiosi/documents";
import type { Diagnosis, Lang } from "@simbiosi/domain";
import { refusedRowsCsv, writeJson } from "@simbiosi/intake";
import { synergiesText } from "../detect/synergies-json.ts";
import type { Diagnosed } from "./diagnose.ts";

/** The folder of the company sheets, inside the one that `diagnose` writes to. */
export const companySheetsFolder = "fiches-entreprises";

/** A file to be written: its name in the folder (with a slash when it stands in a folder of its own), and what makes its bytes. Made one at a time, so that progress shows. */
export type Deliverable = { readonly name: string; readonly make: () => Promise<Uint8Array> };

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);
const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);

/** The files that `diagnose` writes, in the order in which a reader wants them. */
export function deliverables({ diagnosis, understood, detection }: Diagnosed, lang: Lang): readonly Deliverable[] {
  const report = () => diagnosticActions(diagnosis, lang);
  const date = diagnosis.setting.day;
  return [
    { name: "diagnostic-actions.pdf", make: async () => renderPdf(report()) },
    { name: "diagnostic-actions.docx", make: () => renderDocx(report()) },
    { name: "feuille-de-route.pdf", make: async () => renderPdf(roadmap(diagnosis, lang)) },
    { name: "feuille-de-route.docx", make: () => renderDocx(roadmap(diagnosis, lang)) },
    { name: "tableau-de-bord.xlsx", make: () => renderXlsx(dashboard(diagnosis, lang), { date }) },
    { name: "comite-de-pilotage.pptx", make: () => renderPptx(steeringDeck(diagnosis, lang)) },
    ...companySheets(diagnosis, lang),
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
function companySheets(diagnosis: Diagnosis, lang: Lang): readonly Deliverable[] {
  const { establishments } = diagnosis.inventory;
  const names = sheetNames(establishments);
  return establishments.map((one) => ({
    name: `${companySheetsFolder}/${names.get(one.id) ?? one.id}.pdf`,
    make: async () => renderPdf(companySheet(diagnosis, one, lang)),
  }));
}
