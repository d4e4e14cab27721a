import { defineConfig } from "vitest/config";
import { chromiumPath } from "./tests/e2e/chromium.ts";
import { LongestFirst } from "./tests/longest-first.ts";

const long = process.env.SIMBIOSI_LONG !== undefined;
// Where everything is required (CI), journeys fail without a Chromium; elsewhere they are left out, and it is said.
const journeys = chromiumPath !== undefined || process.env.CI !== undefined;
if (!journeys)
  process.stderr.write(
    "Pas de Chromium ici : les parcours dans un navigateur ne sont pas essayés (apt install chromium). / No Chromium here: journeys in a browser are not tried.\n",
  );
const folders = ["packages", "apps", "fixtures", "tests"];

export default defineConfig({
  // Packages are read from their sources: a test never waits for a build, nor runs a stale one.
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source", "node"] } },
  test: {
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    exclude: [
      "**/node_modules/**",
      "**/dist/**",
      ...(long ? [] : ["**/*.long.test.ts"]),
      ...(journeys ? [] : ["tests/e2e/**"]),
    ],
    setupFiles: ["tests/setup.ts"],
    // Native libraries (Typst, resvg) and the solver do not all survive threads.
    pool: "forks",
    // By default one core is left idle: of two, that is half of the machine.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    // Far above what a test takes on a free machine: a busy one must not turn a test red.
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
