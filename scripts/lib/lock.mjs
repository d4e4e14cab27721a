import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { say } from "./speech.mjs";

/**
 * Whether a process of this machine is running.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"; // alive, and someone else's
  }
}

/**
 * The processes written in a lock that still run; a lock left by a machine that stopped holds none.
 * @param {string} path
 */
export function holders(path) {
  try {
    return readFileSync(path, "utf8")
      .split("\n")
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid && isAlive(pid));
  } catch {
    return [];
  }
}

/**
 * Does the work while no other command does: `npm start` and `npm test` launched together must not install at once.
 * The installer is a holder too, since it may outlive a command that was killed.
 * @template T
 * @param {string} path of the lock
 * @param {(alsoHolds: (pid: number) => void) => Promise<T>} work
 * @param {number} [every] ms between two looks
 */
export async function withLock(path, work, every = 500) {
  const take = () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${process.pid}\n`, { flag: "wx" });
  };
  for (let told = false; ; ) {
    try {
      take();
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const others = holders(path);
    if (others.length === 0) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) {
      const pids = others.join(", ");
      say(
        `Une autre installation est en cours (processus ${pids}) ; j'attends qu'elle finisse. Si ce n'en est pas une, supprimez ${path}.`,
        `Another installation is under way (process ${pids}); waiting for it to end. If it is not one, delete ${path}.`,
      );
      told = true;
    }
    await pause(every);
  }
  const release = () => rmSync(path, { force: true });
  process.on("exit", release);
  try {
    return await work((pid) => writeFileSync(path, `${pid}\n`, { flag: "a" }));
  } finally {
    release();
    process.off("exit", release);
  }
}
