import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { firstBrokenSeal } from "../changes/audit.ts";
import { asActor } from "../database/as-actor.ts";
import { connect } from "../database/connect.ts";
import { startEmbedded } from "../database/embedded.ts";

export type Outcome = {
  readonly kills: Readonly<Record<"database" | "application" | "both", number>>;
  readonly acknowledged: number;
  /** Acknowledged, and not there afterwards. */
  readonly lost: readonly string[];
  /** Commands sent again until they were acknowledged, and done more than once. */
  readonly doubled: number;
  /** A write without its entry in the sealed trail, or an entry without its write. */
  readonly halves: number;
  readonly brokenSeal: unknown;
  /** Answers beside "done", "the database is away" and "too many". */
  readonly surprises: readonly string[];
};

const program = new URL("./serve-and-wait.ts", import.meta.url).pathname;

/**
 * Kills the application, the database or both at random points while two people write, and looks for what they were told
 * was saved.
 * @param every one kill in this many takes the application with it, which takes long to come back
 */
export async function surviveKills(kills: number, every: number, seed: number): Promise<Outcome> {
  const data = mkdtempSync(join(tmpdir(), "simbiosi-kills-"));
  chmodSync(data, 0o711);
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const surprises: string[] = [];
  let child: ChildProcess | undefined;
  let address = "";
  let meant = false;
  type Told = {
    readonly address: string;
    readonly accounts: readonly { role: string; email: string; password: string }[];
  };
  const start = async (): Promise<Told> => {
    const one = spawn(process.execPath, ["--conditions=source", "--import", "tsx", program, data], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = one;
    let said = "";
    let complaints = "";
    one.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    one.stderr?.on("data", (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    one.once("exit", (status, signal) => {
      if (!meant) surprises.push(`the application ended by itself (${status ?? signal}): ${complaints.slice(-1_000)}`);
    });
    while (!said.includes("\n")) {
      if (one.exitCode !== null) throw new Error(`the application did not start: ${complaints}`);
      await pause(50);
    }
    meant = false;
    const told = JSON.parse(said.split("\n")[0] ?? "") as Told;
    address = told.address;
    return told;
  };
  const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(`${address}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    });

  const { accounts } = await start();
  const account = accounts.find(({ role }) => role === "facilitator");
  const entered = await send("POST", "/sign-in", { email: account?.email, password: account?.password });
  const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const me = (await (await send("GET", "/me", undefined, { cookie })).json()) as { territories: { id: string }[] };
  const territory = me.territories[0]?.id ?? "";
  const sites = (await (
    await send("GET", `/territories/${territory}/establishments`, undefined, { cookie })
  ).json()) as {
    establishments: { id: string }[];
  };
  const establishment = sites.establishments[0]?.id ?? "";

  let done = false;
  let acknowledged = 0;
  const told: string[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let count = 0; !done; count += 1) {
      // The same key until it is acknowledged, as a phone does that lost the network.
      const key = `00000000-0000-4000-800${writer}-${String(count).padStart(12, "0")}`;
      for (;;) {
        try {
          const body = { establishment, email: `${writer}.${count}@test.localhost` };
          const answer = await send("POST", `/territories/${territory}/company-links`, body, {
            cookie,
            "idempotency-key": key,
          });
          if (answer.status === 201) {
            told.push(((await answer.json()) as { id: string }).id);
            acknowledged += 1;
            break;
          }
          if (answer.status !== 503 && answer.status !== 429) surprises.push(`${answer.status} ${await answer.text()}`);
        } catch {
          // The application is away: nothing was told.
        }
        if (done) return;
        await pause(100);
      }
      // Below the rate that the API allows one person.
      await pause(450);
    }
  };
  const writers = [1, 2].map(write);
  const acknowledgedAgain = async (): Promise<void> => {
    const before = acknowledged;
    for (let waited = 0; acknowledged === before; waited += 20) {
      if (waited > 120_000 || surprises.length > 0)
        throw new Error(`nothing is acknowledged any more: ${surprises.slice(-3).join("; ")}`);
      await pause(20);
    }
  };
  /** Kills the one that runs. An answer may come late, when the one that gave it is dead and the next not there yet. */
  const killDatabase = async (): Promise<void> => {
    for (let waited = 0; waited < 120_000; waited += 50) {
      try {
        const pid = Number(readFileSync(join(data, "postgresql", "postmaster.pid"), "utf8").split("\n")[0]);
        process.kill(pid, "SIGKILL");
        return;
      } catch {
        await pause(50);
      }
    }
    throw new Error("the database did not come back");
  };
  const killApplication = async (): Promise<void> => {
    meant = true;
    child?.kill("SIGKILL");
    await start();
  };
  const count = { database: 0, application: 0, both: 0 };
  try {
    for (let i = 1; i <= kills; i += 1) {
      await acknowledgedAgain();
      await pause(random() * 500);
      const what = i % every !== 0 ? "database" : random() < 0.5 ? "application" : "both";
      count[what] += 1;
      if (what !== "application") await killDatabase();
      if (what !== "database") await killApplication();
    }
    await acknowledgedAgain();
  } finally {
    done = true;
    await Promise.all(writers);
    meant = true;
    child?.kill("SIGKILL");
  }

  // What is there is asked of the database itself, started again by another process.
  const embedded = await startEmbedded(data);
  if (!embedded.ok) throw new Error(embedded.problem.message.en);
  const { db, close } = await connect(embedded.value.connection, data);
  const client = new pg.Client(embedded.value.connection);
  await client.connect();
  const { rows } = await client.query<{ id: string; email: string }>("select id, email from company_link");
  const sealed = await client.query<{ n: number }>(
    "select count(*)::int as n from audit where action = 'links.create'",
  );
  const letters = await client.query<{ n: number }>(
    "select count(distinct payload->>'to')::int as n from graphile_worker._private_jobs where payload->>'to' is not null",
  );
  await client.end();
  const brokenSeal = await asActor(db, { role: "engine", territory }, (tx) => firstBrokenSeal(tx, territory));
  await close();
  await embedded.value.stop();
  rmSync(data, { recursive: true, force: true });
  const there = new Set(rows.map(({ id }) => id));
  return {
    kills: count,
    acknowledged,
    lost: told.filter((id) => !there.has(id)),
    doubled: rows.length - new Set(rows.map(({ email }) => email)).size,
    halves: Math.abs((sealed.rows[0]?.n ?? 0) - rows.length) + Math.max(0, (letters.rows[0]?.n ?? 0) - rows.length),
    brokenSeal,
    surprises,
  };
}
