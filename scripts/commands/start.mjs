import { existsSync } from "node:fs";
import { inProject, root } from "../lib/paths.mjs";
import { runNode } from "../lib/run.mjs";
import { setUp } from "../lib/setup.mjs";
import { args, lang, say, sayFailure } from "../lib/speech.mjs";

const inventory = "fixtures/marana-golo/marana-golo.xlsx";
const folder = "out/marana-golo";

/** The main job on the demonstration inventory. Arguments go on to the command: `npm start -- --lang en`. */
export async function main() {
  await setUp();
  if (!existsSync(inProject(inventory))) {
    sayFailure(
      `L'inventaire de démonstration manque (${inventory}) : rétablissez-le avec git checkout.`,
      `The demonstration inventory is missing (${inventory}): bring it back with git checkout.`,
    );
    process.exit(1);
  }
  say(
    `Diagnostic d'un territoire de démonstration, inventé : ${inventory}\n`,
    `Diagnostic of a demonstration territory, invented: ${inventory}\n`,
  );
  const words = ["diagnose", inventory, "--out", folder, "--lang", lang, ...args];
  const { code } = await runNode(inProject("apps/cli/bin/simbiosi.mjs"), words, { cwd: root });
  if (code === 1) {
    // The demonstration is meant to be messy: rows refused are part of what it shows.
    say(
      "\nDes lignes ont été refusées, c'est voulu : la démonstration contient les défauts d'un vrai classeur. Le fichier refused-rows.csv dit lesquels et quoi faire.",
      "\nSome rows were refused, on purpose: the demonstration has the faults of a real workbook. The file refused-rows.csv says which and what to do.",
    );
  }
  if (code > 1) process.exit(code);
  say(
    `\nPour votre propre classeur : npx --no simbiosi diagnose VOTRE-FICHIER.xlsx --out out/mon-territoire`,
    `\nFor your own workbook: npx --no simbiosi diagnose YOUR-FILE.xlsx --out out/my-territory --lang en`,
  );
}
