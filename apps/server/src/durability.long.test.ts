import { expect, test, vi } from "vitest";
import { surviveKills } from "./testing/survive-kills.ts";

vi.setConfig({ testTimeout: 10_800_000 });

test("a thousand kills of the database and the application: nothing acknowledged is lost, done twice or half done", async () => {
  const { kills, acknowledged, ...rest } = await surviveKills(1_000, 10, 7);
  expect(rest).toEqual({ lost: [], doubled: 0, halves: 0, brokenSeal: null, surprises: [] });
  expect(kills.database + kills.application + kills.both).toBe(1_000);
  expect(acknowledged).toBeGreaterThanOrEqual(1_000);
});
