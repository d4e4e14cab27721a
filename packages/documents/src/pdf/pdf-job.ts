import type { Report } from "../blocks/block.ts";
import { checkReport } from "../blocks/check-report.ts";
import { mapText } from "../blocks/map-text.ts";
import type { Branding } from "../branding/branding.ts";
import { printable } from "../fonts/printable.ts";
import type { PdfJob } from "./compile.ts";
import { templateData } from "./data.ts";
import { foretoldScale, fullFrom, sheetScales } from "./foretell.ts";
import { logoData } from "./logo-data.ts";

/**
 * A report as the compiler takes it.
 *
 * @throws when the tree is not well formed (see `checkReport`): a bug of whoever built it
 */
export function jobOf(report: Report, branding: Branding): PdfJob {
  const clean = mapText(report, printable);
  checkReport(clean);
  const [only, ...others] = clean.blocks;
  const data = { ...templateData(clean), ...logoData(branding) };
  return {
    report: JSON.stringify(data),
    date: report.date,
    sheet:
      only?.kind === "one-page" && others.length === 0
        ? {
            scales: sheetScales.map((scale, i) => ({ scale, fullFrom: fullFrom[i] ?? 0 })),
            first: sheetScales.indexOf(foretoldScale(only, clean.title)),
          }
        : null,
  };
}
