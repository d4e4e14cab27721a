import { expect, test } from "vitest";
import { allBlocks, everyBlock, reportOf } from "../testing/sample-report.ts";
import { mapText } from "./map-text.ts";

/** Every string of a value, by a plain walk that knows nothing of reports. */
const strings = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

// Words of the program, not of a person.
const programWords = new Set([
  "fr",
  "2026-11-23",
  "synergies",
  "https://base-empreinte.ademe.fr",
  "text",
  "number",
  "law",
  "potential",
  "strong",
  "em",
  "link",
  "web",
  "break",
  "footnote",
  ...Object.keys(everyBlock),
]);

test("every string that a person reads is changed, and nothing else", () => {
  const before = reportOf(allBlocks);
  const after = mapText(before, (text) => `${text}¤`);
  expect(strings(after).length).toBe(strings(before).length);
  strings(before).forEach((text, i) => {
    expect(strings(after)[i]).toBe(programWords.has(text) ? text : `${text}¤`);
  });
});

test("with nothing to change the report is the same", () => {
  expect(mapText(reportOf(allBlocks), (text) => text)).toEqual(reportOf(allBlocks));
});
