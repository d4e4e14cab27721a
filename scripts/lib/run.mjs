import { spawn } from "node:child_process";
import { constants } from "node:os";
import { sayFailure } from "./speech.mjs";

/** @typedef {{ code: number, output: string }} Ended */
/** @typedef {{ capture?: boolean, env?: NodeJS.ProcessEnv, cwd?: string, grace?: number, onStart?: (pid: number) => void }} RunOptions */

const stopSignals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const patience = 2000; // ms between a first signal, handed on, and a second one that kills: npm hands each one on twice

/**
 * Runs a program to its end, and hands it the signals that ask to stop. When one came, the whole command stops after
 * the program did, with the exit code of the signal: nothing goes on behind the person's back.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options] capture: keep what it prints instead of showing it; grace: ms it has to stop by itself
 * @returns {Promise<Ended>}
 */
export function run(command, args, { capture = false, env = process.env, cwd, grace, onStart } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", capture ? "pipe" : "inherit", capture ? "pipe" : "inherit"],
    });
    let output = "";
    /** @type {{ signal: NodeJS.Signals, at: number } | undefined} */
    let stopped;

    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      if (stopped !== undefined && performance.now() - stopped.at < patience) return;
      child.kill(stopped === undefined ? signal : "SIGKILL");
      if (stopped === undefined && grace !== undefined) setTimeout(() => child.kill("SIGKILL"), grace).unref();
      stopped ??= { signal, at: performance.now() };
    };
    // Told to end, npm ends the shell between it and us, and neither tells us: we see only that our parent changed.
    const parent = process.ppid;
    const orphaned = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent && stop("SIGTERM");
    const watch = setInterval(orphaned, 500);

    /** @param {number} code */
    const finish = (code) => {
      clearInterval(watch);
      for (const signal of stopSignals) process.off(signal, stop);
      if (stopped !== undefined) {
        sayFailure(
          "Interrompu. Relancez la même commande quand vous voulez : elle reprend proprement.",
          "Interrupted. Run the same command again when you like: it starts cleanly.",
        );
        process.exit(128 + constants.signals[stopped.signal]);
      }
      resolve({ code, output });
    };

    for (const signal of stopSignals) process.on(signal, stop);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => {
        output += chunk;
      });
    }
    child.on("spawn", () => child.pid !== undefined && onStart?.(child.pid));
    child.on("error", (error) => {
      output += error.message;
      finish(127);
    });
    child.on("close", (code, signal) => finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

/**
 * Runs an installed tool by its JavaScript file: `npx` would ask a registry when the tool is missing.
 * @param {string} script path of the tool's file
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options);
