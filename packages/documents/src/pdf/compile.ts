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
  /** Where a report that is one sheet must end, in points down its page, so that no larger type would hold; 0 for others. */
  readonly trustedAbove: number;
};

// From src/pdf and from dist/pdf alike.
const templatePath = fileURLToPath(new URL("../../src/pdf/report.typ", import.meta.url));
let source: string | undefined;
let compiler: NodeCompiler | undefined;

/** Lays a report out as a PDF/UA-1. */
export function compileReport({ report, date, trustedAbove }: PdfJob): Uint8Array {
  source ??= readFileSync(templatePath, "utf8");
  // Measuring a sheet takes longer than setting it. Its size has been foretold: most often it holds, and fills its page.
  const hoped = laidOut(source, { report, trusting: "yes" });
  const [starts, ends] = [places(hoped, "sheet-start"), places(hoped, "sheet-end")];
  if (ends.every(({ page, y }, i) => page === starts[i]?.page && y > trustedAbove)) return written(hoped, date);
  forget();
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

type Place = { readonly page: number; readonly y: number };

/** Where the marks of a name stand, in reading order. */
const places = (document: NodeTypstDocument, mark: string): readonly Place[] =>
  ((compiler?.query(document, { selector: `<${mark}>` }) ?? []) as readonly { readonly value: Place }[]).map(
    ({ value }) => value,
  );
