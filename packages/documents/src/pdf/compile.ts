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
  /** How a report that is one sheet may be set; null for others. */
  readonly sheet: SheetSizes | null;
};

/** The sizes at which a sheet may be set, the largest first, and the one to begin with. */
export type SheetSizes = {
  /** Each with how far down its page a sheet set so must end for no larger type to hold, in points. */
  readonly scales: readonly { readonly scale: number; readonly fullFrom: number }[];
  readonly first: number;
};

// From src/pdf and from dist/pdf alike.
const templatePath = fileURLToPath(new URL("../../src/pdf/report.typ", import.meta.url));
let source: string | undefined;
let compiler: NodeCompiler | undefined;

/** Lays a report out as a PDF/UA-1. */
export function compileReport({ report, date, sheet }: PdfJob): Uint8Array {
  source ??= readFileSync(templatePath, "utf8");
  // Measuring a sheet takes longer than setting it. Its size has been foretold: most often it holds, and fills its page.
  const hoped = sheet === null ? heldAsForetold(source, report) : heldAtBest(source, report, sheet);
  if (hoped !== null) return written(hoped, date);
  forget();
  return compilePdf(source, { report }, date);
}

/** Has the compiler and its fonts read. */
export const rehearse = (): void => void laidOut("", {});

/** The report with the sheets that are foretold surely set so, unless one of them runs over its page. */
function heldAsForetold(typst: string, report: string): NodeTypstDocument | null {
  const hoped = laidOut(typst, { report, trusting: "yes" });
  return endOfSheets(hoped) === null ? null : hoped;
}

/** A report of one sheet in the largest type at which it holds on its page; null where it holds in none. */
function heldAtBest(typst: string, report: string, { scales, first }: SheetSizes): NodeTypstDocument | null {
  let best: NodeTypstDocument | null = null;
  let at = first;
  for (let one = scales[at]; one !== undefined; one = scales[at]) {
    const tried = laidOut(typst, { report, trusting: "yes", scale: String(one.scale) });
    const end = endOfSheets(tried);
    if (end === null) {
      if (best !== null) return best;
      at += 1;
    } else {
      // Where a larger size was tried before, it ran over.
      if (at > first || end > one.fullFrom) return tried;
      best = tried;
      at -= 1;
    }
  }
  return best;
}

/** How far down its page the last sheet ends, 0 where there is none; null when a sheet runs over. */
function endOfSheets(document: NodeTypstDocument): number | null {
  const [starts, ends] = [places(document, "sheet-start"), places(document, "sheet-end")];
  return ends.every(({ page }, i) => page === starts[i]?.page) ? (ends.at(-1)?.y ?? 0) : null;
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
