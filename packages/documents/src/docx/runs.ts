import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { Inlines } from "../blocks/block.ts";
import { type FullRun, runsOf } from "../blocks/inlines.ts";

/** Finds the bookmark of an anchor. */
export type Bookmarks = ReadonlyMap<string, string>;

export function wordRuns(content: Inlines, bookmarks: Bookmarks, bold = false): ParagraphChild[] {
  return runsOf(content).map((run) => wordRun(run, bookmarks, bold));
}

function wordRun(run: FullRun, bookmarks: Bookmarks, bold: boolean): ParagraphChild {
  switch (run.kind) {
    case "text":
      return new TextRun({ text: run.text, ...(bold ? { bold } : {}) });
    case "strong":
      return new TextRun({ text: run.text, bold: true });
    case "em":
      return new TextRun({ text: run.text, italics: true, ...(bold ? { bold } : {}) });
    case "link":
      return new InternalHyperlink({
        anchor: bookmarks.get(run.to) ?? run.to,
        children: [new TextRun({ text: run.text, style: "Hyperlink" })],
      });
    case "web":
      return new ExternalHyperlink({
        link: run.url,
        children: [new TextRun({ text: run.text, style: "Hyperlink" })],
      });
    case "footnote":
      return new FootnoteReferenceRun({ children: [new Paragraph({ style: "FootnoteText", text: run.text })] });
    case "break":
      return new TextRun({ break: 1 });
  }
}
