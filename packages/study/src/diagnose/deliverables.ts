import {
  type Branding,
  companySheet,
  dashboard,
  diagnosticActions,
  disclosedDashboard,
  disclosedDeck,
  disclosedDiagnostic,
  disclosedRoadmap,
  type Report,
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

/** A file to be written, made when it is asked for (see `makeFiles`). */
export type Deliverable = {
  /** In the folder, with a slash when it stands in a folder of its own. */
  readonly name: string;
  /** Whether a thread beside this one does most of the work. */
  readonly apart: boolean;
  /** Whether it says nothing of the compromises and scenarios of the plan, and may be made before them. */
  readonly early: boolean;
  readonly make: () => Promise<Uint8Array>;
};

const here = (name: string, make: () => Promise<Uint8Array>): Deliverable => ({
  name,
  apart: false,
  early: true,
  make,
});

/** One that tells the compromises and scenarios of the plan. */
const late = (file: Deliverable): Deliverable => ({ ...file, early: false });

/** A report in both its forms: the tree is built once, when the first is asked for. */
function inBothForms(name: string, build: () => Report, branding: Branding | undefined): readonly Deliverable[] {
  let built: Report | undefined;
  const report = (): Report => {
    built ??= build();
    return built;
  };
  return [
    { name: `${name}.pdf`, apart: true, early: true, make: () => renderPdf(report(), branding) },
    here(`${name}.docx`, () => renderDocx(report(), branding)),
  ];
}

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
  const { inventory, setting, flows, synergies, refused, unmatched, shortfalls } = diagnosis;
  const found = { synergies, refused, unmatched, shortfalls, poolQuestions: [], pairs: 0 };
  return [
    ...inBothForms("diagnostic-actions", () => disclosedDiagnostic(disclosure, lang), branding).map(late),
    ...inBothForms("feuille-de-route", () => disclosedRoadmap(disclosure, lang), branding),
    here("tableau-de-bord.xlsx", () => renderXlsx(disclosedDashboard(disclosure, lang), { date: setting.day })),
    here("comite-de-pilotage.pptx", () => renderPptx(disclosedDeck(disclosure, lang), branding)),
    here("synergies.json", async () =>
      Buffer.concat([...synergiesText({ inventory, setting, flows }, found, lang, counts)].map(utf8)),
    ),
    late(here("portfolio.json", async () => json(diagnosis.portfolio))),
    here("inventory.json", async () => utf8(writeJson(inventory))),
  ];
}

function forFacilitator(
  { diagnosis, understood, detection }: Diagnosed,
  lang: Lang,
  branding: Branding | undefined,
): readonly Deliverable[] {
  const date = diagnosis.setting.day;
  return [
    ...inBothForms("diagnostic-actions", () => diagnosticActions(diagnosis, lang), branding).map(late),
    ...inBothForms("feuille-de-route", () => roadmap(diagnosis, lang), branding),
    here("tableau-de-bord.xlsx", () => renderXlsx(dashboard(diagnosis, lang), { date })),
    here("comite-de-pilotage.pptx", () => renderPptx(steeringDeck(diagnosis, lang), branding)),
    ...companySheets(diagnosis, lang, branding),
    here("synergies.json", async () => Buffer.concat([...synergiesText(understood, detection, lang)].map(utf8))),
    late(here("portfolio.json", async () => json(diagnosis.portfolio))),
    here("inventory.json", async () => utf8(writeJson(diagnosis.inventory))),
    ...(diagnosis.refusedRows.length === 0
      ? []
      : [here("refused-rows.csv", async () => utf8(refusedRowsCsv(diagnosis.refusedRows, lang)))]),
  ];
}

/** One page for each establishment, in the order of the inventory. */
function companySheets(diagnosis: Diagnosis, lang: Lang, branding: Branding | undefined): readonly Deliverable[] {
  const { establishments } = diagnosis.inventory;
  const names = sheetNames(establishments);
  return establishments.map((one) => ({
    name: `${companySheetsFolder}/${names.get(one.id) ?? one.id}.pdf`,
    apart: true,
    early: true,
    make: async () => renderPdf(companySheet(diagnosis, one, lang), branding),
  }));
}
