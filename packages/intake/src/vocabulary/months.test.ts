import { expect, test } from "vitest";
import { monthHeaders, monthOf, parseSeason } from "./months.ts";

/** Months as their numbers from 1, to be read at a glance. */
const monthsOf = (words: string): number[] | undefined =>
  parseSeason(words)?.flatMap((weight, month) => (weight > 0 ? [month + 1] : []));

test.each([
  ["été", [6, 7, 8]],
  ["hiver", [1, 2, 12]],
  ["printemps", [3, 4, 5]],
  ["automne", [9, 10, 11]],
  ["toute l'année", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ["Toute l’année", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ["all year", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ["nov-janv", [1, 11, 12]],
  ["novembre à janvier", [1, 11, 12]],
  ["de mai à septembre", [5, 6, 7, 8, 9]],
  ["dec-janv", [1, 12]],
  ["août – oct.", [8, 9, 10]],
  ["juin, juillet", [6, 7]],
  ["juin et juillet", [6, 7]],
  ["juin; sept-oct", [6, 9, 10]],
  ["été, décembre", [6, 7, 8, 12]],
  ["en été", [6, 7, 8]],
  ["l'hiver", [1, 2, 12]],
  ["summer", [6, 7, 8]],
  ["mars", [3]],
  ["janv-janv", [1]],
])("« %s » is months %j", (words, months) => {
  expect(monthsOf(words)).toEqual(months);
});

test.each(["", "bientôt", "juin-", "juin à la Toussaint", "1-3", "juin, peut-être", "mai-juin-juillet"])(
  "« %s » is no season",
  (words) => {
    expect(parseSeason(words)).toBeUndefined();
  },
);

test("the headers that are written are the months that are read", () => {
  expect(monthHeaders.map(monthOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test.each([
  ["T2", [3, 4, 5]],
  ["1er trimestre", [0, 1, 2]],
  ["S2", [6, 7, 8, 9, 10, 11]],
  ["2e semestre", [6, 7, 8, 9, 10, 11]],
])("« %s » is a part of the year", (words, months) => {
  expect(parseSeason(words)).toEqual(Array.from({ length: 12 }, (_, month) => (months.includes(month) ? 1 : 0)));
});
