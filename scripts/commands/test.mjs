import { writeFileSync } from "node:fs";
import { runChecks } from "../lib/checks.mjs";
import { setUp } from "../lib/setup.mjs";
import { args, say } from "../lib/speech.mjs";
import { runTests, totalsLine } from "../lib/vitest.mjs";

/** Checks, then every test; arguments go on to the runner: `npm test -- packages/domain`. Each check counts as a test. */
export async function main() {
  await setUp({ build: false }); // the checks compile, and report what does not
  say("Vérifications", "Checks");
  const checks = await runChecks();
  say("Tests", "Tests");
  const tests = await runTests(args);
  const totals = { ...tests, passed: checks.passed + tests.passed, failed: checks.failed + tests.failed };
  const line = totalsLine(totals);
  process.stdout.write(`\n${line}\n`);
  // npm prints lines of its own after a failure, so .ci/run asks for the totals in a file.
  if (process.env.SIMBIOSI_TOTALS !== undefined) writeFileSync(process.env.SIMBIOSI_TOTALS, `${line}\n`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}
