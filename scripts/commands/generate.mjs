import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inProject } from "../lib/paths.mjs";
import { setUp } from "../lib/setup.mjs";
import { args, say, sayFailure } from "../lib/speech.mjs";

/** Writes the generated files; with `--check`, writes nothing and fails when one is out of date. */
export async function main() {
  await setUp();
  (await import("tsx/esm/api")).register(); // the territories are read from their sources
  const { generatedFiles, outOfDate } = await import("../lib/generated.mjs"); // needs what setUp builds
  const files = await generatedFiles();
  const stale = outOfDate(files);
  if (args.includes("--check")) {
    if (stale.length === 0) return;
    sayFailure(
      `Fichiers à régénérer (npm run generate) : ${stale.join(", ")}`,
      `Files to generate again (npm run generate): ${stale.join(", ")}`,
    );
    process.exit(1);
  }
  for (const path of stale) {
    mkdirSync(dirname(inProject(path)), { recursive: true });
    writeFileSync(inProject(path), files.get(path) ?? "");
  }
  say(
    `${stale.length} fichier(s) écrit(s) sur ${files.size}.`,
    `${stale.length} file(s) written out of ${files.size}.`,
  );
}
