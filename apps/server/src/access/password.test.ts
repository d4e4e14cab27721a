import { describe, expect, test } from "vitest";
import { secondsToWait } from "./lockout.ts";
import { passwordFits, strongEnough } from "./password.ts";

describe("a password must hold by itself: 80 bits", () => {
  test.each([
    ["Tr0ub4dor&3xy!", true, "fourteen of all kinds"],
    ["aB3$eF6&iJ9)", true, "twelve of all kinds, the CNIL's example"],
    ["aB3$eF6&iJ9", false, "eleven of all kinds"],
    ["le maquis sent bon au printemps", true, "a sentence"],
    ["maquisprintemps", false, "fifteen small letters"],
    ["maquisprintempscorse", true, "twenty small letters"],
    ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false, "one letter many times"],
    ["1234567890123456789012345", true, "25 digits: 83 bits"],
    ["123456789012", false, "twelve digits"],
    ["", false, "nothing"],
    ["marie.dupont-Bastia-2026!", false, "says whose it is"],
  ])("%s: %s (%s)", (password, holds) => {
    expect(strongEnough(password, "marie.dupont@epci.example").ok).toBe(holds);
  });
});

test.each([
  [0, 0],
  [4, 0],
  [5, 5],
  [6, 10],
  [7, 20],
  [10, 160],
  [11, 300],
  [500, 300],
])("after %i failures one waits %i seconds", (failures, seconds) => {
  expect(secondsToWait(failures)).toBe(seconds);
});

test("an account without password is entered by none", async () => {
  expect(await passwordFits("of nobody", null)).toBe(false);
});
