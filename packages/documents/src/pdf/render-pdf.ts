import type { Report } from "../blocks/block.ts";
import { checkReport } from "../blocks/check-report.ts";
import { mapText } from "../blocks/map-text.ts";
import { type Branding, plainBranding } from "../branding/branding.ts";
import { printable } from "../fonts/printable.ts";
import { compileReport, type PdfJob } from "./compile.ts";
import { templateData } from "./data.ts";
import { trustedAbove } from "./foretell.ts";
import { compileInThread } from "./in-thread.ts";
import { logoData } from "./logo-data.ts";

/**
 * A report as a PDF that claims PDF/UA-1: tagged, titled, in its language, with an alternative for every
 * figure; the compiler refuses to write one that does not hold the claim. The same report gives the same bytes.
 *
 * @throws when the tree is not well formed (see `checkReport`) or the template fails: bugs, both of them
 */
export const renderPdf = (report: Report, branding: Branding = plainBranding): Uint8Array =>
  compileReport(jobOf(report, branding));

/** The same bytes as `renderPdf`, laid out in a thread beside this one. */
export const renderPdfApart = async (report: Report, branding: Branding = plainBranding): Promise<Uint8Array> =>
  compileInThread(jobOf(report, branding));

function jobOf(report: Report, branding: Branding): PdfJob {
  const clean = mapText(report, printable);
  checkReport(clean);
  const [only, ...others] = clean.blocks;
  const data = { ...templateData(clean), ...logoData(branding) };
  return {
    report: JSON.stringify(data),
    date: report.date,
    trustedAbove: only?.kind === "one-page" && others.length === 0 ? trustedAbove(only, clean.title) : null,
  };
}
