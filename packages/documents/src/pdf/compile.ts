import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler, type NodeTypstDocument, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import { fontBytes } from "../fonts/fonts.ts";

/** What the compiler needs to lay a report out: words alone, so that it may be handed to a thread. */
export type PdfJob = {
  /** The report as the template reads it, in JSON. */
  readonly report: string;
  /** `YYYY-MM-DD`, written as the creation date. */
  readonly date: string;
  /**
   * For a report that is one sheet: above this height on its page, in points, it is set as large as foretold and no larger
   * type is to be tried. Null for every other report.
   */
  readonly trustedAbove: number | null;
};

// From src/pdf and from dist/pdf alike.
const templatePath = fileURLToPath(new URL("../../src/pdf/report.typ", import.meta.url));
let source: string | undefined;
let compiler: NodeCompiler | undefined;

/** Lays a report out as a PDF/UA-1. */
export function compileReport({ report, date, trustedAbove }: PdfJob): Uint8Array {
  source ??= readFileSync(templatePath, "utf8");
  if (trustedAbove !== null) {
    // Measuring a sheet takes as long as setting it. Its size has been foretold: most often it holds, and is used up.
    const hoped = laidOut(source, { report, trusting: "yes" });
    if (hoped.numOfPages === 1 && endOf(hoped) > trustedAbove) return written(hoped, date);
    forget();
  }
  return compilePdf(source, { report }, date);
}

/**
 * Compiles a Typst source to PDF/UA-1.
 * @param inputs strings the source reads in `sys.inputs`
 * @param date `YYYY-MM-DD`, written as the creation date
 */
export const compilePdf = (typst: string, inputs: Readonly<Record<string, string>>, date: string): Uint8Array =>
  written(laidOut(typst, inputs), date);

function laidOut(typst: string, inputs: Readonly<Record<string, string>>): NodeTypstDocument {
  compiler ??= NodeCompiler.create({ workspace: dirname(templatePath), fontArgs: [{ fontBlobs: [...fontBytes()] }] });
  const compiled = compiler.compile({ mainFileContent: typst, inputs: { ...inputs } });
  const { result } = compiled;
  if (result === null)
    throw new Error(`Bug: the template does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  return result;
}

function written(document: NodeTypstDocument, date: string): Uint8Array {
  const creationTimestamp = Date.parse(`${date}T12:00:00Z`) / 1000;
  const pdf = compiler?.pdf(document, { pdfStandard: PdfStandard.UA_1, creationTimestamp });
  forget();
  return new Uint8Array(pdf ?? []);
}

/** The compiler remembers everything it has laid out; a server that prints all day must forget. */
const forget = (): void => compiler?.evictCache(0);

/** How far down its page the sheet ends, in points. */
function endOf(document: NodeTypstDocument): number {
  const [end] = (compiler?.query(document, { selector: "<sheet-end>" }) ?? []) as readonly { readonly value: number }[];
  return end?.value ?? 0;
}
