import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { adviceFor } from "./install-advice.mjs";
import { withLock } from "./lock.mjs";
import { inProject, root } from "./paths.mjs";
import { watchProgress } from "./progress.mjs";
import { run, runNode } from "./run.mjs";
import { elapsed, say, sayFailure } from "./speech.mjs";

/** The packages whose install scripts are run, by name; every other one stays data. None needs it today. */
const runTheirScripts = /** @type {string[]} */ ([]);

/**
 * What an installation depends on, as one hash: when it differs from the stamp, everything is installed again.
 * @param {{ lock: string, npmrc: string, node: string, platform: string }} parts node: as in process.versions.node
 */
export function installKey({ lock, npmrc, node, platform }) {
  const parts = [lock, npmrc, node.split(".")[0], platform, ...runTheirScripts];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** A fresh copy of a file's words, or none when it does not exist. @param {string} path */
const words = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

const stampPath = inProject("node_modules/.simbiosi-setup");

/**
 * Installs what the lock file names, unless that very installation is already there.
 * The stamp is written last: an installation that was interrupted has none, and npm cannot mend it, so it is removed.
 * @returns {Promise<boolean>} false when it failed, which has then been said
 */
export async function install() {
  const lock = words(inProject("package-lock.json"));
  const platform = `${process.platform}-${process.arch}`;
  const key = installKey({ lock, npmrc: words(inProject(".npmrc")), node: process.versions.node, platform });
  if (words(stampPath) === key) return true;

  if (!canWrite(root)) {
    sayFailure(
      `Je ne peux pas écrire dans ${root} : rendez le dossier modifiable (chmod u+w) ou clonez-le dans un dossier à vous.`,
      `Cannot write in ${root}: make the folder writable (chmod u+w), or clone it into a folder of yours.`,
    );
    return false;
  }
  return withLock(inProject(".simbiosi-setup.lock"), async (alsoHolds) => {
    if (words(stampPath) === key) return true; // another command has just done it
    if (existsSync(inProject("node_modules"))) {
      say("Retrait d'une installation incomplète ou périmée.", "Removing an incomplete or outdated installation.");
      rmSync(inProject("node_modules"), { recursive: true, force: true, maxRetries: 3 });
    }
    if (!(await npmCi(lock, alsoHolds))) return false;
    writeFileSync(`${stampPath}.new`, key);
    renameSync(`${stampPath}.new`, stampPath);
    return true;
  });
}

/**
 * @param {string} lock
 * @param {(pid: number) => void} onStart
 */
async function npmCi(lock, onStart) {
  const since = performance.now();
  const cache = cacheToLend();
  // Whatever the user's own configuration says: nothing runs at install time, and the tools of development are there.
  const options = ["--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const env = cache === undefined ? process.env : { ...process.env, npm_config_cache: cache };
  const stopWatching = watchProgress(lock);
  // npm takes ten seconds to give up, to save what we throw away: one is enough.
  const ended = await npm(["ci", ...options], { capture: true, cwd: root, env, grace: 1000, onStart });
  stopWatching();
  if (ended.code === 0 && runTheirScripts.length > 0) {
    const rebuilt = await npm(["rebuild", "--ignore-scripts=false", ...runTheirScripts], {
      capture: true,
      cwd: root,
      env,
    });
    ended.code = rebuilt.code;
    ended.output += rebuilt.output;
  }
  if (cache !== undefined) rmSync(cache, { recursive: true, force: true });
  if (ended.code !== 0) {
    process.stderr.write(`${ended.output.split("\n").slice(-30).join("\n")}\n`);
    const advice = adviceFor(ended.output);
    sayFailure(`L'installation a échoué. ${advice.fr}`, `The installation failed. ${advice.en}`);
    return false;
  }
  say(`Bibliothèques installées en ${elapsed(since)}.`, `Libraries installed in ${elapsed(since)}.`);
  return true;
}

/**
 * The npm that launched this command, or else the one on the path.
 * @param {string[]} args
 * @param {import("./run.mjs").RunOptions} options
 */
function npm(args, options) {
  const launcher = process.env.npm_execpath ?? "";
  return basename(launcher) === "npm-cli.js" ? runNode(launcher, args, options) : run("npm", args, options);
}

/** A passing cache for npm when its own cannot be written (a service account has no home); otherwise nothing. */
function cacheToLend() {
  const own = process.env.npm_config_cache ?? join(homedir(), ".npm");
  let nearest = own; // npm makes the missing folders
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  if (canWrite(nearest)) return undefined;
  say(
    `Le cache de npm (${own}) n'est pas modifiable : j'en utilise un provisoire, retiré ensuite.`,
    `The cache of npm (${own}) cannot be written: using a passing one, removed afterwards.`,
  );
  return mkdtempSync(join(tmpdir(), "simbiosi-npm-"));
}

/** @param {string} path */
function canWrite(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
