import type { Flow } from "@simbiosi/domain";
import { isEmpty, wordsOf } from "../cells/cell.ts";
import { sampleOf } from "../recognise/content-tests.ts";
import { directionIn } from "../recognise/direction-words.ts";
import { likenesses } from "../recognise/header-similarity.ts";
import { meaningsOf, READ_FROM } from "../recognise/recognise-columns.ts";
import { foldKey } from "../vocabulary/fold-key.ts";
import type { Header } from "./find-header.ts";
import { matchHeader } from "./headers.ts";
import type { HeaderMapping } from "./mapping.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

type Direction = Flow["direction"];

/** The columns of a sheet that speak of one direction; most sheets have one view, over all their columns. */
export type View = {
  /** What the headers say of every row of the view, and the header that says it. */
  readonly direction: Direction | undefined;
  readonly saidBy: string | null;
  /** Columns of the other view, which this one must not read. */
  readonly without: ReadonlySet<number>;
  /** Whether a row tells something of this view. */
  readonly holds: (row: SheetRow) => boolean;
  /** Columns of measures that both views read: a row that fills both flows counts them twice. */
  readonly shared: readonly number[];
};

/** All columns, of no direction. */
export const wholeView: View = {
  direction: undefined,
  saidBy: null,
  without: new Set(),
  holds: () => true,
  shared: [],
};

type Label = { readonly index: number; readonly header: string; readonly direction: Direction | undefined };

/**
 * A sheet where offers and needs stand side by side ("Que proposez-vous ?", "Que cherchez-vous ?") is two views of the
 * same rows: a row that fills both is two flows. Columns that come twice belong to the label at their left, or to the
 * direction that their header says; columns that come once belong to both.
 */
export function viewsOf(sheet: Sheet, header: Header, mapping: HeaderMapping): readonly View[] {
  const labels = labelColumns(sheet, header, mapping);
  const need = labels.find(({ direction }) => direction === "in");
  const offer = labels.find(({ direction }) => direction === "out") ?? labels.find(({ direction }) => !direction);
  if (offer === undefined || need === undefined) {
    const said = labels.find(({ direction }) => direction !== undefined);
    return [{ ...wholeView, direction: said?.direction, saidBy: said?.header ?? null }];
  }
  const own = ownColumns(header, offer, need);
  const shared = header.words.flatMap((word, index) =>
    word !== "" && isMeasure(word) && !own.offer.has(index) && !own.need.has(index) ? [index] : [],
  );
  const view = (label: Label, direction: Direction, ours: Set<number>, theirs: Set<number>): View => ({
    direction,
    saidBy: label.header,
    without: theirs,
    shared,
    holds: ({ cells }) => [...ours].some((index) => !isEmpty(cells[index])),
  });
  return [view(offer, "out", own.offer, own.need), view(need, "in", own.need, own.offer)];
}

const measures = new Set("quantity unit period months waste_code status outlet unit_cost_eur evidence".split(" "));

/** Whether a column says something of one flow: two flows of a row cannot share it. */
function isMeasure(header: string): boolean {
  const match = matchHeader("flows", header);
  if (match?.is === "field") return measures.has(match.field.key);
  if (match !== undefined) return match.is === "outlet" || match.is === "month";
  return measures.has(likenesses("flows", header)[0]?.meaning ?? "");
}

/** Columns that name a flow; none when a column of its own says the direction of each row. */
function labelColumns(sheet: Sheet, header: Header, mapping: HeaderMapping): Label[] {
  const labels: Label[] = [];
  for (const [index, words] of header.words.entries()) {
    if (words === "") continue;
    const given = Object.hasOwn(mapping, words) ? mapping[words] : undefined;
    const match = given === undefined ? matchHeader("flows", words) : undefined;
    const exact = given ?? (match?.is === "field" ? match.field.key : undefined);
    if (exact === "direction") return [];
    const meaning = exact ?? (given === null || match !== undefined ? "" : surest(sheet, header, index, words));
    if (meaning === "direction") return [];
    if (!meaning.startsWith("label")) continue;
    const said =
      meaning === "label:in"
        ? "in"
        : meaning === "label:out"
          ? "out"
          : (directionIn(words) ?? groupAbove(sheet, header, index));
    labels.push({ index, header: words, direction: said });
  }
  return labels;
}

function surest(sheet: Sheet, { lastRow }: Header, index: number, words: string): string {
  const found = meaningsOf("flows", words, sampleOf(sheet, index, lastRow));
  const best = found.toSorted((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score >= READ_FROM ? best.meaning : "";
}

/** The direction of a group written above the headers, over this column or to its left. */
function groupAbove(sheet: Sheet, { lastRow, words }: Header, index: number): Direction | undefined {
  const above = sheet.rows.findLast(
    ({ number, cells }) =>
      number < lastRow && number >= lastRow - 2 && !words.every((word, i) => wordsOf(cells[i] ?? null) === word),
  );
  for (let i = index; above !== undefined && i >= 0; i--)
    if (!isEmpty(above.cells[i])) return directionIn(wordsOf(above.cells[i] ?? null));
  return undefined;
}

function ownColumns(
  { words }: Header,
  offer: Label,
  need: Label,
): { readonly offer: Set<number>; readonly need: Set<number> } {
  const own = { offer: new Set([offer.index]), need: new Set([need.index]) };
  const [first, second] = [Math.min(offer.index, need.index), Math.max(offer.index, need.index)];
  const keys = words.map((word) => foldKey(word));
  for (const [index, word] of words.entries()) {
    if (word === "" || index === offer.index || index === need.index) continue;
    const said = directionIn(word);
    const twice = index > first && keys.filter((key) => key === keys[index]).length > 1;
    const left = index > second ? second : first;
    const between = index > first && index < second && isMeasure(word);
    const side = said ?? (twice || between ? (left === offer.index ? "out" : "in") : undefined);
    if (side !== undefined) own[side === "out" ? "offer" : "need"].add(index);
  }
  return own;
}
