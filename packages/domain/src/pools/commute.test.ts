import { expect, test } from "vitest";
import { site } from "../testing/tiny-reference.ts";
import { sharedCommuters } from "./commute.ts";

const morning = ["06:00-14:00"];
/** By hand, with a quarter of an hour of tolerance. */
test.each([
  {
    what: "same commune, same hours: all can ride",
    sites: [
      { home_communes: { A: 10 }, shifts: morning },
      { home_communes: { A: 4 }, shifts: morning },
    ],
    people: [10, 4],
  },
  {
    what: "ten minutes apart is the same hour, an hour is not",
    sites: [
      { home_communes: { A: 10 }, shifts: morning },
      { home_communes: { A: 4 }, shifts: ["06:10-14:10"] },
      { home_communes: { A: 3 }, shifts: ["07:00-15:00"] },
    ],
    people: [10, 4, 0],
  },
  {
    what: "only those whose commune has a colleague elsewhere",
    sites: [
      { home_communes: { A: 10, B: 6 }, shifts: morning },
      { home_communes: { B: 2, C: 5 }, shifts: morning },
    ],
    people: [6, 2],
  },
  {
    what: "two shifts: people are spread over both, one shift is met",
    sites: [
      { home_communes: { A: 10 }, shifts: ["06:00-14:00", "14:00-22:00"] },
      { home_communes: { A: 4 }, shifts: morning },
    ],
    people: [5, 4],
  },
  {
    what: "around midnight",
    sites: [
      { home_communes: { A: 3 }, shifts: ["23:55-08:00"] },
      { home_communes: { A: 2 }, shifts: ["00:05-08:00"] },
    ],
    people: [3, 2],
  },
  {
    what: "hours not told: nobody is counted",
    sites: [{ home_communes: { A: 3 } }, { home_communes: { A: 2 }, shifts: morning }],
    people: [0, 0],
  },
])("$what", ({ sites, people }) => {
  const group = sites.map((card, i) => site(`s${i}`, card));
  expect(sharedCommuters(group, 0.25)).toEqual(people);
});
