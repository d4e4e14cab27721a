import type { Inlines, Run } from "./block.ts";

/** A run in its long form: every renderer reads this one only. */
export type FullRun = Exclude<Run, string> | { readonly kind: "text"; readonly text: string };

/**
 * Runs in their long form, each line break of the text a `break`: what was typed on several lines in a cell
 * stays on several lines.
 */
export function runsOf(content: Inlines): readonly FullRun[] {
  const runs = typeof content === "string" ? [content] : content;
  return runs.flatMap((run): readonly FullRun[] => {
    const full: FullRun = typeof run === "string" ? { kind: "text", text: run } : run;
    if (full.kind === "break" || full.kind === "footnote") return [full];
    return full.text
      .split(/\r\n?|\n/)
      .flatMap((text, i): readonly FullRun[] => [...(i > 0 ? [{ kind: "break" } as const] : []), { ...full, text }])
      .filter((piece) => piece.kind === "break" || piece.text !== "");
  });
}

/** The words alone, for measuring and for places that take no emphasis. */
export const plain = (content: Inlines): string =>
  runsOf(content)
    .map((run) => (run.kind === "break" ? "\n" : run.kind === "footnote" ? "" : run.text))
    .join("");
