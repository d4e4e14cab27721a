import { fail, ok, type Problem, type Result } from "@simbiosi/domain";
import type { Archive } from "../archive/open-archive.ts";
import type { Pieces } from "../archive/unfold.ts";
import { type FileProblemCode, fileProblem, note } from "../problems/file-problems.ts";
import type { Glance, Limits, Sheet } from "../tables/sheet.ts";
import { attribute, scanXml } from "../xml/scan.ts";
import { readSheet } from "./read-sheet.ts";
import { sharedStrings } from "./shared-strings.ts";
import { readStyles } from "./styles.ts";

/** Sheets as found, and what is worth knowing of the file that holds them. */
export type FoundSheets = { readonly sheets: readonly Sheet[]; readonly notes: readonly Problem[] };

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Whether an archive is a workbook of Excel's XML format, with or without macros. */
export const isXlsx = ({ names }: Archive): boolean =>
  names.includes("[Content_Types].xml") && names.some((name) => name.startsWith("xl/"));

/**
 * Reads every worksheet of a workbook, hidden ones too. Macros are neither read nor run; links to other workbooks are
 * not followed.
 *
 * Fails with FILE_DAMAGED when the workbook, or a worksheet that it names, is missing or does not end, with ZIP_BOMB or
 * XML_ENTITIES when a part that is read is not what it says, and with FILE_OLD_FORMAT for a binary workbook (.xlsb).
 */
export function readXlsx(
  name: string,
  archive: Archive,
  limits: Limits,
  glance?: Glance,
): Result<FoundSheets, Problem> {
  if (archive.names.includes("xl/workbook.bin")) return fail(fileProblem("FILE_OLD_FORMAT", { name }));
  const refuse = (code: FileProblemCode) =>
    fail(fileProblem(code, { name, limit: Math.round(limits.inflatedBytes / MEGABYTE) }));
  const roots = relationsOf(archive, "");
  if (!roots.ok) return refuse(roots.problem);
  const main = roots.value.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = readWorkbook(archive.pieces(main) ?? []);
  if (!workbook.ok) return refuse(workbook.problem);
  const related = relationsOf(archive, main);
  if (!related.ok) return refuse(related.problem);
  const partOf = (type: string): Pieces =>
    archive.pieces(related.value.find((relation) => relation.type === type)?.target ?? "") ?? [];
  const styles = readStyles(partOf("styles"));
  if (!styles.ok) return refuse(styles.problem);
  const strings = sharedStrings(partOf("sharedStrings"));
  const book = { strings, styles: styles.value, dates: workbook.value.dates };
  const sheets: Sheet[] = [];
  for (const { title, id, hidden } of workbook.value.listed) {
    const relation = related.value.find((candidate) => candidate.id === id);
    if (relation !== undefined && relation.type !== "worksheet") continue; // a chart sheet holds no cells
    const part = relation === undefined ? undefined : archive.pieces(relation.target);
    if (part === undefined) return refuse("FILE_DAMAGED");
    const sheet = readSheet(title, part, book, limits, glance);
    const problem = sheet.ok ? strings.problem() : sheet.problem;
    if (problem !== undefined) return refuse(problem);
    if (sheet.ok) sheets.push(hidden ? { ...sheet.value, hidden } : sheet.value);
  }
  const notes: Problem[] = [];
  if (archive.names.some((entry) => /vbaProject\.bin$|\/macrosheets\//i.test(entry)))
    notes.push(note("MACROS_IGNORED", { name }));
  if (archive.names.some((entry) => entry.startsWith("xl/externalLinks/"))) notes.push(note("LINKS_IGNORED", { name }));
  if (archive.names.some((entry) => /^xl\/(comments|threadedComments)/i.test(entry)))
    notes.push(note("COMMENTS_IGNORED", { name }));
  return ok({ sheets, notes });
}

const MEGABYTE = 1024 * 1024;

type Listed = { readonly title: string; readonly id: string; readonly hidden: boolean };
type Workbook = { readonly listed: readonly Listed[]; readonly dates: 1900 | 1904 };

/** Fails with FILE_DAMAGED too when no sheet is listed: a workbook has one at least. */
function readWorkbook(pieces: Pieces): Result<Workbook, FileProblemCode> {
  const listed: Listed[] = [];
  let dates: 1900 | 1904 = 1900;
  const problem = scanXml(pieces, {
    open: (name, attributes) => {
      if (name === "sheet")
        listed.push({
          title: attribute(attributes, "name") ?? "",
          id: attribute(attributes, "*:id") ?? "",
          hidden: /hidden/i.test(attribute(attributes, "state") ?? ""),
        });
      else if (name === "workbookPr" && /^(1|true)$/.test(attribute(attributes, "date1904") ?? "")) dates = 1904;
    },
    close: () => {},
    text: () => {},
  });
  if (problem !== undefined) return fail(problem);
  return listed.length > 0 ? ok({ listed, dates }) : fail("FILE_DAMAGED");
}

/** What a part is related to; targets brought to paths inside the archive, types to their last word. */
function relationsOf(archive: Archive, part: string): Result<Relation[], FileProblemCode> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const relations: Relation[] = [];
  const problem = scanXml(archive.pieces(`${folder}_rels/${part.slice(slash)}.rels`) ?? [], {
    open: (name, attributes) => {
      if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") return;
      relations.push({
        id: attribute(attributes, "Id") ?? "",
        type: (attribute(attributes, "Type") ?? "").replace(/^.*\//, ""),
        target: pathOf(folder, attribute(attributes, "Target") ?? ""),
      });
    },
    close: () => {},
    text: () => {},
  });
  return problem === undefined ? ok(relations) : fail(problem);
}

function pathOf(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = folder.split("/").filter((part) => part !== "");
  for (const part of target.split("/")) {
    if (part === "..") path.pop();
    else if (part !== "." && part !== "") path.push(part);
  }
  return path.join("/");
}
