import type PptxGenJS from "pptxgenjs";
import type { Inlines } from "../blocks/block.ts";
import { type FullRun, runsOf } from "../blocks/inlines.ts";
import { colours } from "./sheet.ts";

type TextProps = PptxGenJS.TextProps;

/** Words with their emphasis, as runs of one paragraph; the last one ends it with `after`. */
export function slideRuns(content: Inlines, after: PptxGenJS.TextPropsOptions = {}): TextProps[] {
  const runs = runsOf(content).map(slideRun);
  const filled = runs.length === 0 ? [{ text: "" }] : runs;
  return filled.map((run, i) => (i === filled.length - 1 ? { ...run, options: { ...run.options, ...after } } : run));
}

function slideRun(run: FullRun): TextProps {
  switch (run.kind) {
    // A deck has no headings to go to: such a link is its words.
    case "text":
    case "link":
      return { text: run.text };
    // Nor a foot where a note could stand.
    case "footnote":
      return { text: ` (${run.text})`, options: { color: colours.muted } };
    case "strong":
      return { text: run.text, options: { bold: true } };
    case "em":
      return { text: run.text, options: { italic: true } };
    case "web":
      return { text: run.text, options: { hyperlink: { url: run.url }, color: colours.accent } };
    case "break":
      return { text: "", options: { softBreakBefore: true } };
  }
}
