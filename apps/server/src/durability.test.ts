import { expect, test, vi } from "vitest";
import { surviveKills } from "./testing/survive-kills.ts";

vi.setConfig({ testTimeout: 900_000 });

test("twenty kills of the database and the application: nothing acknowledged is lost, done twice or half done", async () => {
  const outcome = await surviveKills(20, 6, 20261130);
  const { kills, acknowledged, ...rest } = outcome;
  expect(rest).toEqual({ lost: [], doubled: 0, halves: 0, brokenSeal: null, surprises: [] });
  expect(kills.database + kills.application + kills.both).toBe(20);
  expect(acknowledged).toBeGreaterThanOrEqual(20);
});
