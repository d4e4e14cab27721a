import { expect, test } from "vitest";
import { qualityBound, qualityValue, qualityWords } from "./quality-words.ts";

test.each([
  { key: "pah_mg_kg", fr: "HAP (hydrocarbures aromatiques polycycliques), en mg/kg" },
  { key: "moisture_pct", fr: "humidité, en %" },
  { key: "temperature_c", fr: "température, en °C" },
  { key: "ph", fr: "pH" },
  { key: "my_own_measure", fr: "my own measure" },
])("$key is said $fr", ({ key, fr }) => {
  expect(qualityWords(key).fr).toBe(fr);
});

test.each([
  { key: "moisture_pct", min: null, max: 20, fr: "humidité, au plus 20 %", en: "moisture, at most 20 %" },
  { key: "temperature_c", min: 60, max: 95, fr: "température, de 60 à 95 °C", en: "temperature, 60 to 95 °C" },
  { key: "chloride_pct", min: null, max: 0.3, fr: "chlorures, au plus 0,3 %", en: "chlorides, at most 0.3 %" },
  { key: "ph", min: 6, max: null, fr: "pH, au moins 6", en: "pH, at least 6" },
])("$key between $min and $max is asked as $fr", ({ key, min, max, fr, en }) => {
  expect(qualityBound(key, min, max)).toEqual({ fr, en });
});

test("a value carries the unit of its key", () => {
  expect(qualityValue("temperature_c", 30, 110).fr).toBe("30 à 110 °C");
  expect(qualityValue("moisture_pct", 12, 12).en).toBe("12 %");
});
