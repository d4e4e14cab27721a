import { runChecks } from "../lib/checks.mjs";
import { setUp } from "../lib/setup.mjs";
import { sayFailure } from "../lib/speech.mjs";

/** Format, types, arrows, dead code. */
export async function main() {
  await setUp({ build: false }); // the types are one of the checks
  const { failed } = await runChecks();
  if (failed === 0) return;
  sayFailure(
    `${failed} vérification(s) en échec : voir ci-dessus. Le format se corrige seul : npx --no biome check --write`,
    `${failed} check(s) failed: see above. Format mends itself: npx --no biome check --write`,
  );
  process.exitCode = 1;
}
