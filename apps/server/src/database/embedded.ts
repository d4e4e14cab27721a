import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { bug, fail, ok, type Result } from "@simbiosi/domain";
import pg from "pg";
import { binariesIn } from "./binaries.ts";
import { embeddedProblems } from "./embedded-problems.ts";

/** A running embedded database: how to reach it as its owner, and how to stop it. */
export type Embedded = {
  readonly connection: pg.ClientConfig;
  /** The postmaster that serves it now: another one once it had to be raised again. */
  readonly pid: () => number;
  /** True when a database that had lost its parent was found running and taken over. */
  readonly adopted: boolean;
  readonly stop: () => Promise<void>;
};

// PostgreSQL refuses to run as root: the account of nobody, which owns no file of the system.
const nobody = { uid: 65534, gid: 65534 };
const owner = "simbiosi";
// Crash recovery was once seen to take more than ten seconds on a busy machine.
const patience = 60_000;

/**
 * Starts the PostgreSQL that is shipped with Simbiosi on the cluster of `data`, which is made on first use.
 * A socket only, in a folder of its own closed to others; no network. Started as root, it runs as nobody. A database
 * left running by a process that was killed is adopted when it answers, stopped when it does not.
 * Fails with DATABASE_NOT_SHIPPED, DATA_FOLDER_CLOSED, SOCKET_FOLDER_TAKEN, DATABASE_NOT_STARTED.
 * @param data the data folder; `postgresql` inside it becomes the database's own
 */
export async function startEmbedded(data: string): Promise<Result<Embedded>> {
  const asRoot = process.getuid?.() === 0;
  const account = asRoot ? nobody : undefined;
  mkdirSync(data, { recursive: true });
  if (asRoot && !enterable(data)) return fail(embeddedProblems.closedFolder(data));
  const binaries = binariesIn(join(data, "programs"));
  if (binaries === undefined) return fail(embeddedProblems.unsupported(`${process.platform}-${process.arch}`));

  const cluster = join(data, "postgresql");
  const secret = join(data, "database-password");
  if (!existsSync(secret)) writeFileSync(secret, randomBytes(24).toString("base64url"), { mode: 0o600 });
  const password = readFileSync(secret, "utf8");
  if (!existsSync(join(cluster, "PG_VERSION"))) {
    const made = makeCluster(binaries, cluster, password, account);
    if (!made.ok) return made;
  }

  const sockets = socketFolder(cluster, account);
  if (!sockets.ok) return sockets;
  const connection: pg.ClientConfig = { host: sockets.value, user: owner, password, database: "postgres" };

  const raise = (): Promise<Result<Postmaster>> => startPostmaster(binaries, cluster, connection, account);
  const first = await raise();
  if (!first.ok) return first;
  let { pid } = first.value;
  let stopping = false;
  let mending: Promise<void> | undefined;
  // A database that died under the server (killed, short of memory) is raised again; what was committed is there.
  const watch = setInterval(() => {
    if (stopping || mending !== undefined || alive(pid)) return;
    mending = raise()
      .then((again) => {
        if (again.ok) pid = again.value.pid;
      })
      .finally(() => {
        mending = undefined;
      });
  }, 250).unref();
  return ok({
    connection,
    pid: () => pid,
    adopted: first.value.adopted,
    stop: async () => {
      stopping = true;
      clearInterval(watch);
      await mending;
      await stopPostmaster(pid);
    },
  });
}

/** How the owner reaches the database that serves this data folder, when one does: for what reads while it runs. */
export function embeddedConnection(data: string): pg.ClientConfig | undefined {
  const secret = join(data, "database-password");
  if (!existsSync(secret)) return undefined;
  const sockets = socketFolder(join(data, "postgresql"), process.getuid?.() === 0 ? nobody : undefined);
  if (!sockets.ok) return undefined;
  return { host: sockets.value, user: owner, password: readFileSync(secret, "utf8"), database: "postgres" };
}

type Postmaster = { readonly pid: number; readonly adopted: boolean };

/** Adopts the database that serves the cluster, or starts one after stopping what no longer answers. */
async function startPostmaster(
  binaries: string,
  cluster: string,
  connection: pg.ClientConfig,
  account: Account,
): Promise<Result<Postmaster>> {
  const sockets = connection.host ?? bug("a socket has a folder");
  const orphan = runningPostmaster(cluster);
  if (orphan !== undefined) {
    if (await answers(connection, 5_000)) return ok({ pid: orphan, adopted: true });
    await stopPostmaster(orphan);
  }
  forgetStaleLocks(cluster, sockets);
  for (let attempt = 0; ; attempt += 1) {
    const child = spawn(
      join(binaries, "bin", "postgres"),
      [
        ["-D", cluster, "-k", sockets],
        ["-c", "listen_addresses="],
        ["-c", "unix_socket_permissions=0700"],
        ["-c", "shared_buffers=64MB"],
        ["-c", "max_connections=60"],
        ["-c", "log_min_messages=warning"],
      ].flat(),
      // A group of its own: Ctrl-C in the terminal reaches the server, which then stops the database in order.
      { ...account, detached: true, stdio: ["ignore", "ignore", "pipe"], cwd: "/" },
    );
    const words: string[] = [];
    child.stderr?.on("data", (chunk: Buffer) => {
      words.push(chunk.toString("utf8"));
      if (words.length > 20) words.shift();
    });
    const { pid } = child;
    if (pid !== undefined && (await ready(child, connection))) {
      // Its parent may end before it does; neither it nor its pipe must keep the parent alive.
      child.unref();
      (child.stderr as Socket | null)?.unref();
      return ok({ pid, adopted: false });
    }
    child.kill("SIGINT");
    const said = words.join("").trim();
    // The servants of a database that was killed take a moment to notice, and hold its memory until then.
    if (attempt < 40 && /shared memory block/.test(said)) await pause(250);
    else return fail(embeddedProblems.notStarted(said.split("\n").slice(-4).join(" / ")));
  }
}

type Account = { readonly uid: number; readonly gid: number } | undefined;

function makeCluster(binaries: string, cluster: string, password: string, account: Account): Result<undefined> {
  rmSync(cluster, { recursive: true, force: true }); // what an interrupted first start left
  mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = join(dirname(cluster), `first-password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) for (const path of [cluster, passwordFile]) chownSync(path, account.uid, account.gid);
  const { status, stderr } = spawnSync(
    join(binaries, "bin", "initdb"),
    [
      ["-D", cluster, "-U", owner, "-A", "scram-sha-256", `--pwfile=${passwordFile}`],
      ["-E", "UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=fr-FR", "--data-checksums"],
    ].flat(),
    { ...account, encoding: "utf8", cwd: "/" },
  );
  rmSync(passwordFile, { force: true });
  if (status === 0) return ok(undefined);
  rmSync(cluster, { recursive: true, force: true });
  return fail(embeddedProblems.notStarted(stderr.trim().split("\n").slice(-4).join(" / ")));
}

/**
 * A folder for the socket, ours alone: short, since the path of a socket has 107 bytes at most, and the same for the
 * same cluster, so that an orphan is found again.
 */
function socketFolder(cluster: string, account: Account): Result<string> {
  const uid = account?.uid ?? process.getuid?.() ?? bug("no user id on this platform");
  const hash = createHash("sha256").update(cluster).digest("hex").slice(0, 12);
  const folder = join(tmpdir(), `simbiosi-${hash}`);
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    if (account !== undefined) chownSync(folder, account.uid, account.gid);
  }
  // Whoever owns the folder could stand in for the database: it must be ours, a true folder, and closed.
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid) return fail(embeddedProblems.socketTaken(folder));
  chmodSync(folder, 0o700);
  return ok(folder);
}

/** Whether an account without rights can go down to this folder: every folder above it must be open to all. */
function enterable(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((lstatSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** The process that serves this cluster, when one does: the number in its file, if that is a database indeed. */
function runningPostmaster(cluster: string): number | undefined {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !alive(pid)) return undefined;
  // The number may have been given to another program since.
  const words = commandOf(pid);
  return words === undefined || words.includes(cluster) ? pid : undefined;
}

/**
 * Locks that name a process which is no database of this cluster: PostgreSQL itself only sees that the number is alive,
 * be it another program's by now or a dead process's that nobody buried, and would refuse to start.
 */
function forgetStaleLocks(cluster: string, sockets: string): void {
  if (runningPostmaster(cluster) !== undefined) return;
  for (const lock of [join(cluster, "postmaster.pid"), join(sockets, ".s.PGSQL.5432.lock")])
    rmSync(lock, { force: true });
}

function commandOf(pid: number): string | undefined {
  try {
    accessSync(`/proc/${pid}/cmdline`, constants.R_OK);
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return undefined; // no /proc here
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !buried(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Dead, though its parent has not asked how it ended. */
function buried(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

async function stopPostmaster(pid: number): Promise<void> {
  // Fast, then at once: neither loses what was committed.
  for (const [signal, wait] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (!alive(pid)) return;
    try {
      process.kill(pid, signal);
      // One that was suspended hears nothing else.
      process.kill(pid, "SIGCONT");
    } catch {
      return;
    }
    for (let waited = 0; waited < wait && alive(pid); waited += 25) await pause(25);
  }
}

async function answers(connection: pg.ClientConfig, within: number): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: within });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ready(child: ChildProcess, connection: pg.ClientConfig): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 50) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    if (await answers(connection, 2_000)) return true;
    await pause(50);
  }
  return false;
}
