import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { binariesIn } from "../database/binaries.ts";
import { startEmbedded } from "../database/embedded.ts";

export type PostgresServer = {
  /** Makes a database of this name, whose owner is no superuser, and gives its address. */
  readonly database: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/**
 * A PostgreSQL server as a hosting company gives one: reached by TCP with a password, its owner no superuser. The shipped
 * programs listening on the loopback, rather than a Debian package: the same version everywhere, no root needed, and
 * what differs for the platform (address, password, rights of the owner) is the same.
 */
export async function postgresServer(): Promise<PostgresServer> {
  const data = mkdtempSync(join(tmpdir(), "simbiosi-server-"));
  chmodSync(data, 0o711);
  // Makes the cluster and its password, then gives way to the one that listens.
  const first = await startEmbedded(data);
  if (!first.ok) throw new Error(first.problem.message.en);
  const { user, password, host } = first.value.connection;
  await first.value.stop();
  const port = await freePort();
  const binaries = binariesIn(join(data, "programs"));
  const child: ChildProcess = spawn(
    join(binaries ?? "", "bin", "postgres"),
    ["-D", join(data, "postgresql"), "-k", host ?? "", "-p", String(port), "-c", "listen_addresses=127.0.0.1"],
    { stdio: "ignore", cwd: "/", ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}) },
  );
  const admin: pg.ClientConfig = {
    host: "127.0.0.1",
    port,
    user: user ?? "",
    password: password as string,
    database: "postgres",
  };
  const run = async (words: string): Promise<void> => {
    const client = new pg.Client(admin);
    await client.connect();
    try {
      await client.query(words);
    } finally {
      await client.end();
    }
  };
  for (let tries = 0; ; tries += 1)
    try {
      await run("create role hosted login createrole nosuperuser nobypassrls password 'a password of a test'");
      break;
    } catch (error) {
      if (tries > 600) throw error;
      await pause(50);
    }
  return {
    database: async (name) => {
      await run(`create database "${name}" owner hosted`);
      return `postgres://hosted:${encodeURIComponent("a password of a test")}@127.0.0.1:${port}/${name}`;
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGQUIT");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
