import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { installKey } from "../scripts/lib/install.mjs";
import { adviceFor } from "../scripts/lib/install-advice.mjs";
import { holders, withLock } from "../scripts/lib/lock.mjs";
import { foldersToFill } from "../scripts/lib/progress.mjs";
import { nodeIsRecentEnough } from "../scripts/lib/require-node.mjs";
import { totalsLine, totalsOf } from "../scripts/lib/vitest.mjs";

const rootFile = (name: string): string => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), "utf8");

test.each([
  ["12.22.9", false, "Ubuntu 22.04"],
  ["18.19.0", false, "Debian 12"],
  ["20.10.0", false, "no import.meta.dirname yet"],
  ["20.11.0", true, "the floor"],
  ["20.20.2", true, "what we work with"],
  ["24.1.0", true, "later major, smaller minor"],
])("Node %s is enough: %s (%s)", (version, enough) => {
  expect(nodeIsRecentEnough(version)).toBe(enough);
});

const parts = { lock: "{}", npmrc: "audit=false", node: "20.20.2", platform: "linux-x64" };

test.each([
  ["the lock file", { lock: "{ }" }],
  ["the settings of npm", { npmrc: "audit=true" }],
  ["the major of Node", { node: "24.1.0" }],
  ["the machine", { platform: "linux-arm64" }],
])("everything is installed again when %s changes", (_, change) => {
  expect(installKey({ ...parts, ...change })).not.toBe(installKey(parts));
});

test("a new minor of Node installs nothing again", () => {
  expect(installKey({ ...parts, node: "20.21.0" })).toBe(installKey(parts));
});

test.each([
  [
    "npm error code EUSAGE\nnpm ci can only install packages when your package.json and package-lock.json are in sync",
    "npm install",
  ],
  ["npm error code ENOSPC\nnpm error no space left on device", "disk is full"],
  ["npm error code EACCES\nnpm error path /home/x/.npm", "chown"],
  ["npm error code ENOTFOUND\nnpm error network request failed", "proxy"],
  ["npm error code E404", "registry you use"],
  ["spawn npm ENOENT", "install it (package npm)"],
  ["npm error code ESURPRISE", "starts afresh"],
])("after %j the advice mentions “%s”", (output, words) => {
  expect(adviceFor(output).en).toContain(words);
});

test("progress counts the folders that this machine will have", () => {
  const lock = JSON.stringify({
    packages: {
      "": {},
      "packages/domain": {},
      "node_modules/@simbiosi/domain": { link: true },
      "node_modules/zod": {},
      "node_modules/a/node_modules/zod": {},
      "node_modules/native-linux": { optional: true, os: ["linux"], cpu: ["x64"] },
      "node_modules/native-musl": { os: ["linux"], cpu: ["x64"], libc: ["musl"] },
      "node_modules/used-by-the-one-for-mac": { optional: true },
      "node_modules/native-mac": { os: ["darwin"], cpu: ["arm64"] },
    },
  });
  expect(foldersToFill(lock, { platform: "linux", arch: "x64" })).toEqual([
    "node_modules/zod",
    "node_modules/a/node_modules/zod",
    "node_modules/native-linux",
  ]);
});

test("two commands launched together install one after the other", async () => {
  const folder = mkdtempSync(join(tmpdir(), "simbiosi-lock-"));
  const lock = join(folder, "lock");
  const dead = 2 ** 30; // above any process id of Linux
  writeFileSync(lock, `${dead}\n`);
  expect(holders(lock)).toEqual([]); // left by a command that was killed: nobody holds it
  const story: string[] = [];
  await withLock(lock, async (alsoHolds) => {
    alsoHolds(process.ppid);
    story.push("first begins");
    const second = withLock(lock, async () => story.push("second"), 5);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(holders(lock)).toEqual([process.ppid]);
    story.push("first ends");
    return () => second;
  }).then((waitForSecond) => waitForSecond());
  expect(story).toEqual(["first begins", "first ends", "second"]);
  expect(holders(lock)).toEqual([]);
  rmSync(folder, { recursive: true });
});

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });
const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [file("passed", 3)],
};

test.each([
  ["all green", report, 0, "3 passed, 0 failed"],
  ["one red", { ...report, numPassedTests: 2, numFailedTests: 1 }, 1, "2 passed, 1 failed"],
  ["one skipped", { ...report, numPassedTests: 2, numPendingTests: 1 }, 0, "2 passed, 0 failed, 1 skipped"],
  ["a file that cannot be read", { ...report, testResults: [file("failed", 0)] }, 1, "3 passed, 1 failed"],
  ["an error outside the tests", report, 1, "3 passed, 1 failed"],
  ["a runner that died", undefined, 134, "0 passed, 1 failed"],
] as const)("totals of a run with %s", (_, given, code, line) => {
  const wanted = given && { ...given, testResults: [...given.testResults] };
  expect(totalsLine(totalsOf(wanted, code))).toBe(line);
});

test("the lock file names no registry", () => {
  expect(rootFile("package-lock.json")).not.toMatch(/"resolved": "http/);
});
