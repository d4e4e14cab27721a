import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, root } from "./paths.mjs";
import { runNode } from "./run.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} Report */

/**
 * What a run of the tests amounts to. A file that could not be read has no test to count, and a run can fail with every
 * test green (an error outside tests, no test found): each is a failure all the same.
 * @param {Report | undefined} report
 * @param {number} code exit code of the runner
 * @returns {Totals}
 */
export function totalsOf(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const unread = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unread.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Runs the tests and shows them as they go.
 * @param {string[]} args for the runner: folders, names of tests
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Totals>}
 */
export async function runTests(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "simbiosi-tests-"));
  const file = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await runNode(inProject("node_modules/vitest/vitest.mjs"), ["run", ...reporters, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  const report = existsSync(file) ? /** @type {Report} */ (JSON.parse(readFileSync(file, "utf8"))) : undefined;
  rmSync(folder, { recursive: true, force: true });
  return totalsOf(report, code);
}

/**
 * The last line: what people and machines look for.
 * @param {Totals} totals
 */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
