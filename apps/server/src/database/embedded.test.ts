import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import { claim } from "./claim.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";

// Each makes a cluster of its own: a second on a free machine, a minute on a busy one.
vi.setConfig({ testTimeout: 240_000 });

const asRoot = process.getuid?.() === 0;
const toUndo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of toUndo.reverse().splice(0)) await step();
});

function folder(mode = 0o711): string {
  const data = mkdtempSync(join(tmpdir(), "simbiosi-launcher-"));
  chmodSync(data, mode);
  toUndo.push(() => rmSync(data, { recursive: true, force: true }));
  return data;
}

async function start(data: string): Promise<Embedded> {
  const started = await startEmbedded(data);
  if (!started.ok) throw new Error(started.problem.message.en);
  toUndo.push(started.value.stop);
  return started.value;
}

async function query(connection: pg.ClientConfig, words: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(words)).rows;
  } finally {
    await client.end();
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error("waited thirty seconds in vain");
}

const launcher = new URL("../testing/launch-and-wait.ts", import.meta.url).pathname;

/** A process of its own that starts the database, says so, and waits to be killed. */
async function elsewhere(data: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", launcher, data], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  toUndo.push(() => child.kill("SIGKILL"));
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until(() => said.includes("ready"));
  return child;
}

test("a socket only, closed to others; scram; no port; as root it runs as nobody", async () => {
  const data = folder();
  const { connection, pid, adopted } = await start(data);
  expect(adopted).toBe(false);
  expect(await query(connection, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
  expect(await query(connection, "show fsync")).toEqual([{ fsync: "on" }]);
  expect(statSync(connection.host ?? "").mode & 0o777).toBe(0o700);
  await expect(query({ ...connection, password: "wrong" }, "select 1")).rejects.toThrow(/password/);
  const owner = statSync(`/proc/${pid()}`).uid;
  expect(owner).toBe(asRoot ? 65534 : process.getuid?.());
  expect(statSync(join(data, "database-password")).mode & 0o777).toBe(0o600);
});

test.runIf(asRoot)("a folder that the account of the database cannot enter is told, with the way out", async () => {
  const closed = folder(0o700);
  const started = await startEmbedded(join(closed, "data"));
  expect(started).toMatchObject({ ok: false, problem: { code: "DATA_FOLDER_CLOSED" } });
});

describe("an orphan left by a process that was killed", () => {
  test("is adopted when it answers, with what was written", async () => {
    const data = folder();
    const parent = await elsewhere(data);
    parent.kill("SIGKILL");
    await until(() => parent.signalCode !== null);
    const { adopted, connection } = await start(data);
    expect(adopted).toBe(true);
    expect(await query(connection, "select words from said")).toEqual([{ words: "before the kill" }]);
  });

  test("is stopped when it does not, and another serves the same data", async () => {
    const data = folder();
    const parent = await elsewhere(data);
    parent.kill("SIGKILL");
    const old = Number(readFileSync(join(data, "postgresql", "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(old, "SIGSTOP");
    const { adopted, pid, connection } = await start(data);
    expect(adopted).toBe(false);
    expect(pid()).not.toBe(old);
    expect(await query(connection, "select words from said")).toEqual([{ words: "before the kill" }]);
  });
});

test("a database that dies under the server is raised again by itself", async () => {
  const { pid, connection } = await start(folder());
  await query(connection, "create table kept as select 7 as n");
  const first = pid();
  process.kill(first, "SIGKILL");
  await until(() => pid() !== first);
  expect(await query(connection, "select n from kept")).toEqual([{ n: 7 }]);
});

test("stopping leaves no process and no lock", async () => {
  const data = folder();
  const { stop, pid } = await start(data);
  const last = pid();
  await stop();
  expect(existsSync(join(data, "postgresql", "postmaster.pid"))).toBe(false);
  expect(existsSync(`/proc/${last}/exe`)).toBe(false);
});

test("a first start that was interrupted is begun again", async () => {
  const data = folder();
  mkdirSync(join(data, "postgresql", "base"), { recursive: true });
  writeFileSync(join(data, "postgresql", "half-made"), "");
  const { connection } = await start(data);
  expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(existsSync(join(data, "postgresql", "half-made"))).toBe(false);
});

test("locks that name another program do not prevent the start", async () => {
  const data = folder();
  const { stop } = await start(data);
  await stop();
  // This very process is alive and is no database.
  writeFileSync(join(data, "postgresql", "postmaster.pid"), `${process.pid}\n${join(data, "postgresql")}\n`);
  expect((await start(data)).adopted).toBe(false);
});

describe("one process per data folder", () => {
  test("a second is refused, by name of the first; the folder is free once it is given back", () => {
    const data = folder();
    const first = claim(data);
    expect(claim(data)).toMatchObject({
      ok: false,
      problem: { code: "ALREADY_SERVED", message: { en: expect.stringContaining(`process ${process.pid}`) } },
    });
    if (first.ok) first.value();
    expect(claim(data).ok).toBe(true);
  });

  test.each([
    ["of a process that is no more", "999999999 123"],
    ["of a number that was given to another program since", `${process.ppid} 1`],
    ["that was cut short", ""],
  ])("a file %s is taken over", (_, words) => {
    const data = folder();
    writeFileSync(join(data, "server.pid"), words);
    expect(claim(data).ok).toBe(true);
  });
});

test("a port that is taken is told, and nothing keeps running", async () => {
  const { serve } = await import("../serve.ts");
  const other = createServer().listen(0, "127.0.0.1");
  toUndo.push(() => other.close());
  await until(() => other.listening);
  const { port } = other.address() as { port: number };
  const data = folder();
  const served = await serve({
    data,
    host: "127.0.0.1",
    port,
    demo: false,
    databaseUrl: null,
    origin: null,
    smtp: null,
    from: "test@localhost",
    web: null,
    version: "test",
    log: false,
    oidc: null,
  });
  expect(served).toMatchObject({ ok: false, problem: { code: "PORT_TAKEN" } });
  expect(existsSync(join(data, "postgresql", "postmaster.pid"))).toBe(false);
  expect(claim(data).ok).toBe(true);
});
