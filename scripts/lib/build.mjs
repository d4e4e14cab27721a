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
