import { fail, ok, type Result } from "@simbiosi/domain";
import type { Pieces } from "../archive/unfold.ts";
import type { FileProblemCode } from "../problems/file-problems.ts";
import { attribute, scanXml } from "../xml/scan.ts";

/** What the format of a cell says of its number. */
export type NumberStyle = "date" | "time" | "percent" | undefined;

/** Built-in formats by number (ECMA-376 part 1, 18.8.30), with the ones of East Asian versions. */
function builtIn(id: number): NumberStyle {
  if (id === 9 || id === 10) return "percent";
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return "date";
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? "time" : undefined;
}

/** What a format's code shows: `dd/mm/yyyy` a date, `[h]:mm` a time, `0%` a share; words in quotes show nothing. */
export function styleOf(code: string): NumberStyle {
  const positive = code.replace(/"[^"]*"|\\.|_.|\*./g, "").split(";")[0] ?? "";
  const elapsed = /\[(h+|m+|s+)\]/i.test(positive);
  const bare = positive.replace(/\[[^\]]*\]/g, "").toLowerCase();
  if (elapsed) return "time";
  if (bare.includes("%")) return "percent";
  if (/general|@/.test(bare)) return undefined;
  if (/[yd]|mmm/.test(bare)) return "date";
  if (/[hs]/.test(bare)) return "time";
  return /^[\s./-]*m+[\s./-]*$/.test(bare) ? "date" : undefined;
}

/** The number style of each cell format of `styles.xml`, by index. Fails as {@link scanXml} does. */
export function readStyles(pieces: Pieces): Result<NumberStyle[], FileProblemCode> {
  const codes = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let inCellFormats = false;
  const problem = scanXml(pieces, {
    open: (name, attributes) => {
      if (name === "numFmt")
        codes.set(Number(attribute(attributes, "numFmtId")), styleOf(attribute(attributes, "formatCode") ?? ""));
      else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) {
        const id = Number(attribute(attributes, "numFmtId") ?? 0);
        styles.push(codes.has(id) ? codes.get(id) : builtIn(id));
      }
    },
    close: (name) => {
      if (name === "cellXfs") inCellFormats = false;
    },
    text: () => {},
  });
  return problem === undefined ? ok(styles) : fail(problem);
}
