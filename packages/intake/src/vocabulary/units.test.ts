import { expect, test } from "vitest";
import { parseMeasure, periodWords, unitWords } from "./units.ts";

test.each([
  ["t/an", "t", "year"],
  ["T/AN", "t", "year"],
  ["tonnes par an", "t", "year"],
  ["tonnes/an", "t", "year"],
  ["kg / mois", "kg", "month"],
  ["m³", "m3", null],
  ["m3/j", "m3", "day"],
  ["m²", "m2", null],
  ["mètres cubes", "m3", null],
  ["MWh/an", "MWh", "year"],
  ["mwh", "MWh", null],
  ["Nm³/h", "Nm3", "hour"],
  ["kW", "kW", null],
  ["litres par semaine", "l", "week"],
  ["unités", "piece", null],
  ["salariés", "person", null],
  ["€/an", "EUR", "year"],
  ["trajets/semaine", "trip", "week"],
  ["par mois", null, "month"],
  ["/an", null, "year"],
  ["annuel", null, "year"],
])("« %s » is %s per %s", (words, unit, period) => {
  expect(parseMeasure(words)).toEqual({ unit, period });
});

test.each(["", "palettes", "t/lune", "t/an/hab", "repas", "milliers", "k€", "estimée", "2"])(
  "« %s » is no measure",
  (words) => {
    expect(parseMeasure(words)).toBeUndefined();
  },
);

test("every unit and period is read from the word that is written for it", () => {
  expect(unitWords.keys.map((unit) => unitWords.parse(unitWords.french(unit)))).toEqual(unitWords.keys);
  expect(periodWords.keys.map((period) => periodWords.parse(periodWords.french(period)))).toEqual(periodWords.keys);
});
