import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import { bug } from "@simbiosi/domain";
import type { Report } from "../blocks/block.ts";
import { checkReport } from "../blocks/check-report.ts";
import { mapText } from "../blocks/map-text.ts";
import { type Branding, plainBranding } from "../branding/branding.ts";
import { fontBytes } from "../fonts/fonts.ts";
import { printable } from "../fonts/printable.ts";
import { templateData } from "./data.ts";
import { logoData } from "./logo-data.ts";

/**
 * A report as a PDF that claims PDF/UA-1: tagged, titled, in its language, with an alternative for every
 * figure; the compiler refuses to write one that does not hold the claim. The same report gives the same bytes.
 *
 * @throws when the tree is not well formed (see `checkReport`) or the template fails: bugs, both of them
 */
export function renderPdf(report: Report, branding: Branding = plainBranding): Uint8Array {
  const clean = mapText(report, printable);
  checkReport(clean);
  const data = { ...templateData(clean), ...logoData(branding) };
  return compilePdf(template(), { report: JSON.stringify(data) }, report.date);
}

// From src/pdf and from dist/pdf alike.
const templatePath = fileURLToPath(new URL("../../src/pdf/report.typ", import.meta.url));
let source: string | undefined;

function template(): string {
  source ??= readFileSync(templatePath, "utf8");
  return source;
}

let compiler: NodeCompiler | undefined;

/**
 * Compiles a Typst source to PDF/UA-1.
 * @param inputs strings the source reads in `sys.inputs`
 * @param date `YYYY-MM-DD`, written as the creation date
 */
export function compilePdf(typst: string, inputs: Readonly<Record<string, string>>, date: string): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: dirname(templatePath), fontArgs: [{ fontBlobs: [...fontBytes()] }] });
  const compiled = compiler.compile({ mainFileContent: typst, inputs: { ...inputs } });
  const { result } = compiled;
  if (result === null)
    return bug(`the template does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  const creationTimestamp = Date.parse(`${date}T12:00:00Z`) / 1000;
  const pdf = compiler.pdf(result, { pdfStandard: PdfStandard.UA_1, creationTimestamp });
  // The compiler remembers everything it has laid out; a server that prints all day must forget.
  compiler.evictCache(0);
  return new Uint8Array(pdf);
}
