import { bundleWeb, compile } from "./build.mjs";
import { firstLoad } from "./first-load.mjs";
import { inProject, root } from "./paths.mjs";
import { runNode } from "./run.mjs";
import { elapsed, say } from "./speech.mjs";

/** What the arrows are read from: everything that is written by hand. */
export const guarded = ["packages", "apps", "fixtures", "bench", "tests"];

/**
 * @param {string} file inside node_modules
 * @param {string[]} args
 */
const tool = (file, args) => () => runNode(inProject(`node_modules/${file}`), args, { capture: true, cwd: root });

const checks = [
  {
    fr: "Format et règles d'écriture (Biome)",
    en: "Format and lint (Biome)",
    run: tool("@biomejs/biome/bin/biome", ["ci"]),
  },
  { fr: "Types (TypeScript)", en: "Types (TypeScript)", run: () => compile({ capture: true }) },
  {
    fr: "Types du web (TypeScript)",
    en: "Types of the web (TypeScript)",
    run: tool("typescript/bin/tsc", ["-p", "apps/web"]),
  },
  { fr: "Application web (Vite)", en: "Web application (Vite)", run: () => bundleWeb({ capture: true }) },
  { fr: "Premier chargement (150 ko)", en: "First load (150 kB)", run: firstLoad },
  {
    // Tests, fixtures, benches and scripts, against the sources: they are not built, so they have a project of their own.
    fr: "Types des tests et des outils (TypeScript)",
    en: "Types of tests and tools (TypeScript)",
    run: tool("typescript/bin/tsc", ["-p", "tests"]),
  },
  {
    fr: "Flèches entre paquets (dependency-cruiser)",
    en: "Arrows between packages (dependency-cruiser)",
    run: tool("dependency-cruiser/bin/dependency-cruise.mjs", ["--config", ".dependency-cruiser.cjs", ...guarded]),
  },
  {
    fr: "Code mort (knip)",
    en: "Dead code (knip)",
    run: tool("knip/bin/knip.js", ["--no-progress", "--no-config-hints"]),
  },
  {
    // Only this mode sees a package that is imported and not declared, and code that tests alone use.
    fr: "Dépendances de ce qui est livré (knip)",
    en: "Dependencies of what ships (knip)",
    run: tool("knip/bin/knip.js", ["--strict", "--no-progress", "--no-config-hints"]),
  },
];

/**
 * Runs every check, even after one failed, and shows what the failing ones printed.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  let failed = 0;
  for (const check of checks) {
    const since = performance.now();
    const { code, output } = await check.run();
    const mark = code === 0 ? "✓" : "✗";
    say(`${mark} ${check.fr}, ${elapsed(since)}`, `${mark} ${check.en}, ${elapsed(since)}`);
    if (code === 0) continue;
    failed += 1;
    process.stderr.write(`${output.trimEnd()}\n\n`);
  }
  return { passed: checks.length - failed, failed };
}
