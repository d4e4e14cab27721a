import { setUp } from "../lib/setup.mjs";
import { args, say } from "../lib/speech.mjs";
import { runTests, totalsLine } from "../lib/vitest.mjs";

/** Every test with up to a hundred times more generated cases, from a new seed, and the files named *.long.test.ts. */
export async function main() {
  await setUp();
  say(
    "Tests longs : beaucoup plus de cas tirés au sort, avec une graine nouvelle (affichée en cas d'échec).",
    "Long tests: many more generated cases, from a new seed (shown when one fails).",
  );
  const totals = await runTests(args, { SIMBIOSI_LONG: "1" });
  process.stdout.write(`\n${totalsLine(totals)}\n`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}
