import { inProject, root } from "../lib/paths.mjs";
import { runNode } from "../lib/run.mjs";
import { setUp } from "../lib/setup.mjs";
import { args, lang } from "../lib/speech.mjs";

/** The platform, on its demonstration territory the first time. Arguments go on: `npm start -- --lang en --port 8081`. */
export async function main() {
  await setUp();
  const { code } = await runNode(inProject("apps/cli/bin/simbiosi.mjs"), ["serve", "--lang", lang, ...args], {
    cwd: root,
  });
  process.exitCode = code;
}
