import type { Inlines } from "../blocks/block.ts";
import { type FullRun, runsOf } from "../blocks/inlines.ts";
import type { Writing } from "./writing.ts";
import { run } from "./xml.ts";

export const wordRuns = (content: Inlines, writing: Writing, bold = false): string =>
  runsOf(content)
    .map((piece) => wordRun(piece, writing, bold))
    .join("");

function wordRun(piece: FullRun, writing: Writing, bold: boolean): string {
  switch (piece.kind) {
    case "text":
      return run(piece.text, { bold });
    case "strong":
      return run(piece.text, { bold: true });
    case "em":
      return run(piece.text, { italics: true, bold });
    case "link":
      return `<w:hyperlink w:anchor="${writing.anchors.get(piece.to) ?? piece.to}" w:history="1">${run(piece.text, link)}</w:hyperlink>`;
    case "web":
      return `<w:hyperlink r:id="${writing.links.to("hyperlink", piece.url)}" w:history="1">${run(piece.text, link)}</w:hyperlink>`;
    case "footnote":
      return writing.footnote(piece.text);
    case "break":
      return "<w:r><w:br/></w:r>";
  }
}

const link = { style: "Hyperlink" } as const;
