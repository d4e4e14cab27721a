import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { guarded } from "../scripts/lib/checks.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** A copy of the house with empty rooms: every real package.json, one-line front doors, stubs for libraries. */
let house = "";

function write(path: string, content: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), content);
}

function link(workspace: string, name: string): void {
  mkdirSync(join(house, "node_modules/@simbiosi"), { recursive: true });
  symlinkSync(join(house, workspace), join(house, "node_modules/@simbiosi", name));
}

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), "simbiosi-arrows-"));
  for (const file of ["package.json", ".dependency-cruiser.cjs"]) cpSync(join(root, file), join(house, file));
  for (const name of readdirSync(join(root, "packages"))) {
    write(`packages/${name}/package.json`, readFileSync(join(root, "packages", name, "package.json"), "utf8"));
    write(`packages/${name}/src/index.ts`, `export const ${name} = "${name}";\n`);
    write(`packages/${name}/src/inner.ts`, "export const inner = 1;\n");
    link(`packages/${name}`, name);
  }
  for (const name of ["fixtures", "bench"]) {
    write(`${name}/package.json`, readFileSync(join(root, name, "package.json"), "utf8"));
    write(`${name}/index.ts`, `export const ${name} = "${name}";\n`);
    link(name, name);
  }
  write("apps/cli/package.json", readFileSync(join(root, "apps/cli/package.json"), "utf8"));
  write("apps/cli/src/main.ts", "export const main = 1;\n");
  write("apps/other/src/main.ts", "export const other = 1;\n");
  write("tests/helper.ts", "export const helper = 1;\n");
  for (const library of ["zod", "fflate", "fast-check"]) {
    write(`node_modules/${library}/package.json`, `{ "name": "${library}", "version": "1.0.0", "main": "index.js" }`);
    write(`node_modules/${library}/index.js`, "module.exports = {};\n");
  }
});

afterEach(() => rmSync(house, { recursive: true }));

function cruise(folder: string, places: readonly string[]): { code: number | null; output: string } {
  const words = [cruiser, "--config", ".dependency-cruiser.cjs", ...places];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  return { code: status, output: stdout + stderr };
}

/** Each rule, broken: the file, what it holds, and what the rule must say. */
const offences = [
  ["arrows-of-domain", "packages/domain/src/a.ts", 'import "@simbiosi/engine";', "the domain looks up"],
  ["arrows-of-charts", "packages/charts/src/a.ts", 'export const a = import("@simbiosi/documents");', "dynamic import"],
  ["arrows-of-reference", "packages/reference/src/a.ts", 'import "@simbiosi/engine";', "sideways"],
  ["arrows-of-engine", "packages/engine/src/a.ts", 'import type { intake } from "@simbiosi/intake";', "type only"],
  ["arrows-of-intake", "packages/intake/src/a.ts", 'export { reference } from "@simbiosi/reference";', "re-export"],
  ["arrows-of-documents", "packages/documents/src/a.test.ts", 'import "@simbiosi/study";', "a test looks up"],
  ["arrows-of-study", "packages/study/src/a.ts", 'import "../../../apps/cli/src/main.ts";', "a package imports an app"],
  ["package-without-arrows", "packages/novelty/src/a.ts", 'import "@simbiosi/domain";', "a package nobody declared"],
  ["front-door", "packages/study/src/a.ts", 'import "../../engine/src/inner.ts";', "by the window"],
  ["by-name", "packages/intake/src/a.ts", 'import "../../domain/src/index.ts";', "front door, reached by a path"],
  ["apps-apart", "apps/cli/src/a.ts", 'import "../../other/src/main.ts";', "an app imports another"],
  ["arrows-of-web", "apps/web/src/a.ts", 'import "@simbiosi/study";', "the web looks behind the API"],
  ["web-knows-no-node", "apps/web/src/a.ts", 'import "node:fs";', "the web reads files"],
  ["ships-alone", "packages/engine/src/a.ts", 'import "@simbiosi/fixtures";', "invented territories ship"],
  ["ships-alone", "apps/cli/src/a.ts", 'import "../../../bench/index.ts";', "benches ship"],
  ["tests-stay-out", "packages/domain/src/a.test.ts", 'import "../../../tests/helper.ts";', "helpers of the house"],
  ["declared-libraries-only", "packages/engine/src/a.ts", 'import "fflate";', "declared by another package"],
  ["declared-libraries-only", "packages/domain/src/a.ts", 'import "fast-check";', "a tool of development ships"],
  ["pure-packages-know-no-node", "packages/domain/src/a.ts", 'import "node:fs";', "the domain reads files"],
  ["pure-packages-know-no-node", "packages/charts/src/a.ts", 'import type { Hash } from "crypto";', "no prefix"],
  ["domain-depends-on-zod-only", "packages/domain/src/a.ts", 'import "fflate";', "a second library"],
  ["detection-knows-no-worker", "packages/engine/src/detection/a.ts", 'import "../node/solver.ts";', "a worker"],
  ["no-cycle", "packages/domain/src/a.ts", 'import "./b.ts";', "a needs b needs a"],
  ["resolvable", "packages/domain/src/a.ts", 'import "./missing.ts";', "leads nowhere"],
] as const;

test.each(offences)("%s fires on %s: %s (%s)", (rule, path, content) => {
  write("packages/domain/src/b.ts", 'import "./a.ts";\n');
  if (rule !== "no-cycle") rmSync(join(house, "packages/domain/src/b.ts"));
  write("packages/engine/src/node/solver.ts", "export const solver = 1;\n");
  write(path, `${content}\n`);
  const { code, output } = cruise(house, ["packages", "apps"]);
  expect(output).toContain(`error ${rule}: ${path} →`);
  expect(code).not.toBe(0);
});

test("the house as it stands breaks none", () => {
  const { code, output } = cruise(root, guarded);
  expect(output).toContain("no dependency violations found");
  expect(code).toBe(0);
});

test("every rule is broken by one of the offences above", () => {
  const config = readFileSync(join(root, ".dependency-cruiser.cjs"), "utf8");
  const written = [...config.matchAll(/name: "([a-z-]+)"/g)].map(([, name]) => name);
  const arrows = readdirSync(join(root, "packages")).map((name) => `arrows-of-${name}`);
  expect([...new Set<string>(offences.map(([rule]) => rule))].sort()).toEqual([...written, ...arrows].sort());
});

test("what the arrows allow stays silent", () => {
  write("packages/domain/src/a.ts", 'import "zod";\nimport "./inner.ts";\n');
  write("packages/domain/src/a.test.ts", 'import "fast-check";\nimport "node:fs";\nimport "@simbiosi/fixtures";\n');
  write("packages/documents/src/a.ts", 'import "@simbiosi/charts";\nimport "fflate";\nimport "node:fs";\n');
  write("packages/study/src/a.ts", 'import "@simbiosi/engine";\nimport type { domain } from "@simbiosi/domain";\n');
  write("apps/cli/src/a.ts", 'import "@simbiosi/study";\nimport "@simbiosi/domain";\n');
  write("fixtures/a.ts", 'import "@simbiosi/study";\n');
  const { code, output } = cruise(house, ["packages", "apps", "fixtures"]);
  expect(output).toContain("no dependency violations found");
  expect(code).toBe(0);
});
