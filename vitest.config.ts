import { defineConfig } from "vitest/config";

const long = process.env.SIMBIOSI_LONG !== undefined;
const folders = ["packages", "apps", "fixtures", "tests"];

export default defineConfig({
  // Packages are read from their sources: a test never waits for a build, nor runs a stale one.
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source", "node"] } },
  test: {
    include: folders.map((folder) => `${folder}/**/*.test.ts`),
    exclude: ["**/node_modules/**", "**/dist/**", ...(long ? [] : ["**/*.long.test.ts"])],
    setupFiles: ["tests/setup.ts"],
    // Native libraries (Typst, resvg) and the solver do not all survive threads.
    pool: "forks",
    // Far above what a test takes on a free machine: a busy one must not turn a test red.
    testTimeout: long ? 600_000 : 60_000,
    hookTimeout: 60_000,
    allowOnly: false,
  },
});
