import { bundleWeb, compile } from "./build.mjs";
import { install } from "./install.mjs";
import { sayFailure } from "./speech.mjs";

/**
 * Makes the project ready to run: libraries installed, and compiled unless `build` is false.
 * Ends the command when it cannot, after saying why and what to do.
 * @param {{ build?: boolean }} [options]
 */
export async function setUp({ build = true } = {}) {
  if (!(await install())) process.exit(1);
  if (!build || ((await compile()).code === 0 && (await bundleWeb()).code === 0)) return;
  sayFailure(
    "Le programme ne se compile pas : corrigez les erreurs ci-dessus, ou revenez à une version publiée (git checkout).",
    "The program does not compile: mend the errors above, or go back to a published version (git checkout).",
  );
  process.exit(1);
}
