import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, problem, type Result, text } from "@simbiosi/domain";

/**
 * The data folder is one process's at a time; a file left by one that was killed is taken over. Whose it is is said by
 * the number and the birth of the process: a number is given again.
 */
export function claim(data: string): Result<() => void> {
  const file = join(data, "server.pid");
  const mine = identity(process.pid);
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: "wx" });
      return ok(() => rmSync(file, { force: true }));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const held = readFileSync(file, "utf8");
    const pid = Number(held.split(" ")[0]);
    if (lives(pid) && identity(pid) === held)
      return fail(
        problem(
          "ALREADY_SERVED",
          text(
            "Simbiosi tourne déjà sur ces données (processus {pid}). Ouvrez-le dans le navigateur, ou arrêtez-le d'abord.",
            "Simbiosi already runs on these data (process {pid}). Open it in the browser, or stop it first.",
          ),
          { pid },
        ),
      );
    rmSync(file, { force: true });
  }
}

/** A process by its number and, where the system tells it, the moment it began. */
function identity(pid: number): string {
  try {
    // The name of the program stands in brackets and may hold anything; the moment is the 20th word after it.
    const words = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${pid} ${words.slice(words.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return `${pid} `;
  }
}

function lives(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
