import { expect, test } from "vitest";
import { sectorLineage } from "./sector.ts";
import { staffRange } from "./staff.ts";

test.each([
  ["10.83Z", ["10", "10.8", "10.83", "10.83Z"]],
  ["1083z", ["10", "10.8", "10.83", "10.83Z"]],
  ["10.83", ["10", "10.8", "10.83"]],
  ["10.8", ["10", "10.8"]],
  ["10", ["10"]],
  ["torréfaction", []],
  [null, []],
])("activity %s is also %j", (naf, line) => {
  expect(sectorLineage(naf)).toEqual(line);
});

test.each([
  { staff: 24, range: { low: 24, high: 24 } },
  { staff: "21", range: { low: 50, high: 99 } },
  { staff: "53", range: { low: 10_000, high: Number.POSITIVE_INFINITY } },
  { staff: "NN", range: { low: 0, high: 0 } },
  { staff: "une dizaine", range: undefined },
  { staff: null, range: undefined },
])("staff $staff", ({ staff, range }) => {
  expect(staffRange(staff)).toEqual(range);
});
