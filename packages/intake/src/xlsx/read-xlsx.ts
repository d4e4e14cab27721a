import { fail, ok, type Problem, type Result } from "@simbiosi/domain";
import type { Archive } from "../archive/open-archive.ts";
import { fileProblem, note } from "../problems/file-problems.ts";
import type { Glance, Limits, Sheet } from "../tables/sheet.ts";
import { attribute, scanXml } from "../xml/scan.ts";
import { readSheet } from "./read-sheet.ts";
import { readSharedStrings } from "./shared-strings.ts";
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
 * Fails with FILE_DAMAGED when the workbook, or a worksheet that it names, is missing or does not end, and with
 * FILE_OLD_FORMAT for a binary workbook (.xlsb).
 */
export function readXlsx(
  name: string,
  archive: Archive,
  limits: Limits,
  glance?: Glance,
): Result<FoundSheets, Problem> {
  if (archive.names.includes("xl/workbook.bin")) return fail(fileProblem("FILE_OLD_FORMAT", { name }));
  const damaged = fail(fileProblem("FILE_DAMAGED", { name }));
  const main = relationsOf(archive, "").find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = readWorkbook(archive.read(main) ?? nothing);
  const relations = relationsOf(archive, main);
  const partOf = (type: string): Uint8Array =>
    archive.read(relations.find((relation) => relation.type === type)?.target ?? "") ?? nothing;
  const strings = readSharedStrings(partOf("sharedStrings"));
  const styles = readStyles(partOf("styles"));
  if (workbook === undefined || strings === undefined || styles === undefined) return damaged;
  const book = { strings, styles, dates: workbook.dates };
  const sheets: Sheet[] = [];
  for (const { title, id, hidden } of workbook.listed) {
    const relation = relations.find((candidate) => candidate.id === id);
    if (relation !== undefined && relation.type !== "worksheet") continue; // a chart sheet holds no cells
    const part = relation === undefined ? undefined : archive.read(relation.target);
    const sheet = part === undefined ? undefined : readSheet(title, part, book, limits, glance);
    if (sheet === undefined) return damaged;
    sheets.push(hidden ? { ...sheet, hidden } : sheet);
  }
  const notes: Problem[] = [];
  if (archive.names.some((entry) => /vbaProject\.bin$|\/macrosheets\//i.test(entry)))
    notes.push(note("MACROS_IGNORED", { name }));
  if (archive.names.some((entry) => entry.startsWith("xl/externalLinks/"))) notes.push(note("LINKS_IGNORED", { name }));
  if (archive.names.some((entry) => /^xl\/(comments|threadedComments)/i.test(entry)))
    notes.push(note("COMMENTS_IGNORED", { name }));
  return ok({ sheets, notes });
}

/** A part that is not there reads like one that holds nothing. */
const nothing = new Uint8Array();

type Listed = { readonly title: string; readonly id: string; readonly hidden: boolean };
type Workbook = { readonly listed: readonly Listed[]; readonly dates: 1900 | 1904 };

/** Undefined when no sheet is listed: a workbook has one at least. */
function readWorkbook(bytes: Uint8Array): Workbook | undefined {
  const listed: Listed[] = [];
  let dates: 1900 | 1904 = 1900;
  const complete = scanXml(bytes, {
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
  return complete && listed.length > 0 ? { listed, dates } : undefined;
}

/** What a part is related to; targets brought to paths inside the archive, types to their last word. */
function relationsOf(archive: Archive, part: string): Relation[] {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const bytes = archive.read(`${folder}_rels/${part.slice(slash)}.rels`);
  const relations: Relation[] = [];
  if (bytes !== undefined)
    scanXml(bytes, {
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
  return relations;
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
