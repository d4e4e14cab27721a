import { inProject, root } from "../lib/paths.mjs";
import { runNode } from "../lib/run.mjs";
import { setUp } from "../lib/setup.mjs";
import { args, lang } from "../lib/speech.mjs";

/** The benches, on what is compiled: what ships is what is measured. `npm run bench -- NAME` runs those named so. */
export async function main() {
  await setUp();
  const words = [inProject("bench/run.ts"), "--lang", lang, ...args];
  process.exitCode = (await runNode("--import", ["tsx", ...words], { cwd: root })).code;
}
