import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, dayOfBareNumber, dayOfSerial, lastDayOf, parseDay } from "./date.ts";

test.each([
  ["2027-12-31", "2027-12-31"],
  ["31/12/2027", "2027-12-31"],
  ["31-12-2027", "2027-12-31"],
  ["31.12.27", "2027-12-31"],
  ["1/2/2027", "2027-02-01"],
  ["31 déc. 2027", "2027-12-31"],
  ["31 décembre 2027", "2027-12-31"],
  ["1er janvier 2027", "2027-01-01"],
  ["vendredi 31 décembre 2027", "2027-12-31"],
  ["31-Dec-27", "2027-12-31"],
  ["December 31, 2027", "2027-12-31"],
  ["31/12/2027 14:30", "2027-12-31"],
  ["2027-12-31T00:00:00Z", "2027-12-31"],
])("« %s » is the day %s", (words, day) => {
  expect(parseDay(words)).toBe(day);
});

test.each(["12/31/2027", "30/02/2027", "2027", "décembre 2027", "fin 2027", "31/13/2027", "", "bientôt"])(
  "« %s » is no day",
  (words) => {
    expect(parseDay(words)).toBeUndefined();
  },
);

test("serial numbers count as Excel shows them, and those of its wrong leap year are refused", () => {
  expect(dayOfSerial(46_752)).toBe("2027-12-31");
  expect(dayOfSerial(61)).toBe("1900-03-01");
  expect(dayOfSerial(60)).toBeUndefined(); // 29 February 1900 never was
  expect(dayOfSerial(45_290, 1904)).toBe("2027-12-31");
  expect(dayOfBareNumber(2027)).toBeUndefined(); // a year, not a serial
});

test("a serial is the number of days since 30 December 1899, counted one by one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 200_000 }), (serial) => {
      const naive = new Date(Date.UTC(1899, 11, 30));
      naive.setUTCDate(naive.getUTCDate() + serial);
      expect(dayOfSerial(serial)).toBe(naive.toISOString().slice(0, 10));
    }),
  );
});

test("a day that is not in the calendar is none", () => {
  expect(dayOf(2024, 2, 29)).toBe("2024-02-29");
  expect(dayOf(2023, 2, 29)).toBeUndefined();
  expect(dayOf(12, 1, 1)).toBe("0012-01-01");
});

test.each([
  ["12/2027", "2027-12-31"],
  ["02/2028", "2028-02-29"],
  ["déc-27", "2027-12-31"],
  ["fin février 2027", "2027-02-28"],
  ["fin 2027", "2027-12-31"],
  ["2027", "2027-12-31"],
])("a contract of « %s » ends on %s", (words, day) => {
  expect(lastDayOf(words)).toBe(day);
});

test.each(["12/27", "13/2027", "31/12/2027", "bientôt", "1999", "", "27"])("« %s » names no month or year", (words) => {
  expect(lastDayOf(words)).toBeUndefined();
});
