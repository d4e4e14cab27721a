import { expect, test } from "vitest";
import { parseMeasure, parseScaled, periodWords, unitWords } from "./units.ts";

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

test.each([
  ["hl", "l", null, 100],
  ["hl/an", "l", "year", 100],
  ["GWh/an", "MWh", "year", 1000],
  ["kT", "t", null, 1000],
  ["t/trimestre", "t", "year", 4],
  ["trimestriel", null, "year", 4],
  ["quintaux par semestre", "t", "year", 0.2],
  ["MW", "kW", null, 1000],
  ["tonnes/an (estimation)", "t", "year", 1],
  ["tonne(s)", "t", null, 1],
  ["m3/mois", "m3", "month", 1],
] as const)("« %s » is %s per %s, %d times", (words, unit, period, times) => {
  expect(parseScaled(words)).toEqual({ unit, period, times });
});

// Written alike and a billion apart, or no measure at all.
test.each(["mW", "ML", "benne/semaine", "t/campagne", "hl/lune", "hl/an/hab", "trimestre/an", "%", ""])(
  "« %s » is no multiple of a measure",
  (words) => {
    expect(parseScaled(words)).toBeUndefined();
  },
);
