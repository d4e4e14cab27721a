import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { inProject, root } from "./paths.mjs";
import { runNode } from "./run.mjs";
import { isTerminal } from "./speech.mjs";

/**
 * Compiles what changed: tsc keeps its own notes in dist/, so a deleted dist/ is built again.
 * @param {{ capture?: boolean }} [options]
 */
export function compile({ capture = false } = {}) {
  const pretty = isTerminal ? ["--pretty"] : [];
  return runNode(inProject("node_modules/typescript/bin/tsc"), ["-b", ...pretty], { capture, cwd: root });
}

/** What the web application is bundled from. */
const webSources = [
  "apps/web/src",
  "apps/web/public",
  "apps/web/index.html",
  "apps/web/vite.config.ts",
  "packages/domain/src",
  "packages/charts/src",
  "package-lock.json",
  "scripts/lib/build.mjs",
];

/** When the newest file under a path was written. @param {string} path @returns {number} */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * Bundles the web application, unless what is there is newer than all it is made from.
 * @param {{ capture?: boolean }} [options]
 */
export async function bundleWeb({ capture = false } = {}) {
  const page = inProject("apps/web/dist/index.html");
  const since = Math.max(...webSources.map((path) => newest(inProject(path))));
  if (existsSync(page) && statSync(page).mtimeMs > since) return { code: 0, output: "" };
  const words = ["build", "apps/web", "--logLevel", "warn"];
  // Asked by a test, it would inherit "test", and bundle what only serves developers: slow, and never offline.
  const env = { ...process.env, NODE_ENV: "production" };
  return runNode(inProject("node_modules/vite/bin/vite.js"), words, { capture, cwd: root, env });
}
