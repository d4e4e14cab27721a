import { expect, test } from "vitest";
import { elements, number, texts } from "../testing/read-svg.ts";
import { type GanttRow, gantt } from "./gantt.ts";

const row = (start: string | null, end: string | null, more: Partial<GanttRow> = {}): GanttRow => ({
  label: "Broyer les palettes",
  status: "planned",
  start,
  end,
  ...more,
});
const draw = (rows: readonly GanttRow[], today: string | null = null) =>
  gantt({ title: "Calendrier", groups: [{ label: "Axe 1", rows }], today, lang: "fr" });
const barsOf = (svg: string) =>
  elements(svg, "rect", "bar").map((bar) => ({ x: number(bar, "x"), width: number(bar, "width") }));

test("the length of a bar is its time, and what begins later stands further right", () => {
  const [half, year] = barsOf(
    draw([row("2026-01-01", "2026-07-02"), row("2026-01-01", "2026-12-31"), row("2027-06-01", "2027-12-31")]).svg,
  );
  // 182 days of 364.
  expect((half?.width ?? 0) * 2).toBeCloseTo(year?.width ?? 0, 1);
  expect(half?.x).toBe(year?.x);
});

test.each([
  { case: "both dates", given: row("2026-02-02", "2026-03-31"), says: "du 2 février 2026 au 31 mars 2026" },
  { case: "an end only", given: row(null, "2026-03-31"), says: "avant le 31 mars 2026" },
  { case: "a start only", given: row("2026-02-02", null), says: "à partir du 2 février 2026" },
  { case: "no date", given: row(null, null), says: "dates à fixer" },
])("with $case the action is there and says so", ({ given, says }) => {
  const { alt, svg } = draw([given, row("2026-01-01", "2026-12-31")]);
  expect(alt.replaceAll("\u00a0", " ")).toContain(says);
  expect(svg).not.toContain("NaN");
  expect(barsOf(svg).length + (texts(svg).includes("dates à fixer") ? 1 : 0)).toBe(2);
});

test.each([
  { years: 1, step: ["janv.", "déc."], because: "a year is read by months" },
  { years: 3, step: ["T1", "T4"], because: "three years are read by quarters" },
])("$because", ({ years, step }) => {
  expect(texts(draw([row("2026-01-01", `${2025 + years}-12-31`)]).svg)).toEqual(expect.arrayContaining(step));
});

test("a milestone and the day of the document are drawn and named", () => {
  const { svg, alt } = draw(
    [row("2026-01-01", "2026-12-31", { milestones: [{ day: "2026-06-01", label: "convention signée" }] })],
    "2026-11-23",
  );
  expect(elements(svg, "polygon", "milestone").length).toBe(2);
  expect(elements(svg, "line", "today").length).toBe(1);
  expect(alt).toContain("jalon convention signée");
});

test("nothing planned, or nothing dated, is said", () => {
  expect(texts(draw([]).svg)).toEqual(["Aucune action à montrer"]);
  expect(texts(draw([row(null, null)]).svg)).toContain("dates à fixer");
});

test("a day that does not exist is a bug of the caller", () => {
  expect(() => draw([row("2026-13-01", null)])).toThrow(/2026-13-01/);
});
