import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seeded } from "@simbiosi/fixtures";
import { connect } from "../apps/server/src/database/connect.ts";
import { embeddedConnection } from "../apps/server/src/database/embedded.ts";

/**
 * The platform under the load that it is meant for: 10,000 establishments and 200,000 flows in 125 territories, 200 people
 * who each do something every ten seconds, the real server and its own database on the loopback. Answers are compared
 * first. Prints p50, p95 and p99 of each route; status 1 when a target is missed.
 *
 * The first number among the arguments is the seconds of load, the second the share of that size.
 */
const targets = { read: 200, write: 400 } as const;
/** The whole, or a part of it on a machine that is busy: places and people in proportion, so that each does as much. */
const numbers = process.argv
  .slice(2)
  .filter((word) => /^[\d.]+$/.test(word))
  .map(Number);
const share = numbers[1] ?? 1;
const size = { territories: Math.ceil(125 * share), copies: 5, users: Math.ceil(200 * share) };
const think = 10_000;
const seconds = numbers[0] ?? 90;
/** Seconds of the same load before anything is measured: what is compiled and kept on the way is not what one waits for. */
const warming = 15;
const port = 8103;
const root = `http://127.0.0.1:${port}/api/v1`;
const random = seeded(1);

const say = (words: string): void => void process.stdout.write(`${words}\n`);
const main = fileURLToPath(new URL("../apps/server/dist/main.js", import.meta.url));
const data = mkdtempSync(join(tmpdir(), "simbiosi-bench-platform-"));
chmodSync(data, 0o711);
const watch = new URL("watch-loop.mjs", import.meta.url).href;
// With --profile FOLDER, what each thread of the server did is written there as it ends.
const folder = process.argv[process.argv.indexOf("--profile") + 1];
const profile = process.argv.includes("--profile") ? ["--cpu-prof", `--cpu-prof-dir=${folder}`] : [];
const server = spawn(
  process.execPath,
  [...profile, "--import", watch, main, "--port", String(port), "--data", data],
  // The server says what goes wrong on the last but one; on the last it tells how late it was.
  { stdio: ["ignore", "pipe", "inherit", "ipc"] },
);

// However this ends, nothing is left running.
process.once("exit", () => server.kill("SIGTERM"));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/** Seconds of processor that a process or a thread has used: they hardly depend on what else the machine does. */
function ticksOf(stat: string): number {
  try {
    const ticks = readFileSync(stat, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(ticks[11] ?? 0) + Number(ticks[12] ?? 0)) / 100;
  } catch {
    return 0;
  }
}

/** Of the thread that answers, of the server with its other threads, of the processes of the database. */
const processor = () => ({
  answering: ticksOf(`/proc/${server.pid}/task/${server.pid}/stat`),
  server: ticksOf(`/proc/${server.pid}/stat`),
  database: databaseProcesses().reduce((sum, pid) => sum + ticksOf(`/proc/${pid}/stat`), 0),
});

/** The first process of the database and those that it began. */
function databaseProcesses(): string[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const told = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, "utf8");
    } catch {
      return "";
    }
  };
  const first = all.find(
    (pid) => Number(pid) !== server.pid && Number(pid) !== process.pid && told(pid, "cmdline").includes(data),
  );
  return first === undefined
    ? []
    : [first, ...all.filter((pid) => new RegExp(`^PPid:\\s+${first}$`, "m").test(told(pid, "status")))];
}

/** How late the thread that answers was, in milliseconds. */
const lateness = (): Promise<{ readonly p50: number; readonly p95: number; readonly max: number }> =>
  new Promise((resolve) => {
    server.once("message", resolve);
    server.send("read");
  });

/** Memory of the server and of the processes of its database, in MiB. */
function memory(): { readonly server: number; readonly database: number } {
  const rss = (pid: string): number => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  // Of memory that several share, each is counted its part.
  const pss = (pid: string): number => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  return { server: rss(String(server.pid)), database: databaseProcesses().reduce((sum, pid) => sum + pss(pid), 0) };
}

await new Promise<void>((resolve, reject) => {
  server.stdout?.on("data", (words: Buffer) => /http:/.test(words.toString()) && resolve());
  server.once("exit", () => reject(new Error("the server ended early")));
});
const connection = embeddedConnection(data);
if (connection === undefined) throw new Error("no database");
const { owner, close } = await connect(connection, data);

const rowsOf = async <T>(query: string, values: unknown[] = []): Promise<T[]> =>
  (await owner.query(query, values)).rows as T[];
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// The demonstration, once its leads are found, is what every territory is copied from.
while ((await rowsOf("select 1 from detection_run r join insight i on i.run_id = r.id")).length === 0) await wait(500);
const began = performance.now();
const tokens = Array.from({ length: size.users }, () => randomBytes(32).toString("base64url"));
await owner.query(`
create table bench_place as select n, gen_random_uuid() as id from generate_series(1, ${size.territories - 1}) n;
create table bench_site as select p.id as place, e.establishment_id as old, gen_random_uuid() as id
  from bench_place p cross join participation e;
insert into territory select (jsonb_populate_record(t, jsonb_build_object('id', p.id, 'name', t.name || ' ' || p.n))).*
  from territory t cross join bench_place p;
insert into establishment select (jsonb_populate_record(e, jsonb_build_object('id', s.id))).*
  from establishment e join bench_site s on s.old = e.id;
insert into flow select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'key', f.key || ' ' || k))).*
  from flow f cross join generate_series(2, ${size.copies}) k;
insert into flow select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'establishment_id', s.id))).*
  from flow f join bench_site s on s.old = f.establishment_id;
insert into participation select (jsonb_populate_record(p, jsonb_build_object('territory_id', s.place, 'establishment_id', s.id))).*
  from participation p join bench_site s on s.old = p.establishment_id`);
for (const table of ["detection_run", "lead", "insight", "territory_total"])
  await owner.query(
    `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('territory_id', p.id))).* from ${table} t cross join bench_place p`,
  );
await owner.query(`
insert into contact (territory_id, id, establishment_id, name)
  select territory_id, gen_random_uuid(), establishment_id, 'Personne fictive' from participation;
insert into encounter (territory_id, id, establishment_id, kind, on_day, notes, recorded_at)
  select territory_id, gen_random_uuid(), establishment_id, 'call', date '2026-11-01' - k, 'Appel', now()
  from participation cross join generate_series(1, 3) k`);
await owner.query(
  `with people as (
     insert into account (id, email, name, lang, password_hash, created_at)
     select gen_random_uuid(), 'u' || n || '@bench.localhost', 'Personne ' || n, 'fr', 'x', now() from generate_series(1, $1) n
     returning id, substring(email from 2 for position('@' in email) - 2)::int as n),
   members as (
     insert into membership (territory_id, account_id, role, starts_on)
     select t.id, p.id, 'facilitator', date '2020-01-01' from people p
       join (select id, row_number() over (order by id) - 1 as place from territory) t on t.place = p.n % $2
     returning account_id)
   insert into session (id, token_hash, account_id, created_at, seen_at, expires_at, agent)
   select gen_random_uuid(), h.hash, p.id, now(), now(), now() + interval '1 day', 'bench'
   from people p join unnest($3::bytea[]) with ordinality h(hash, n) on h.n = p.n`,
  [size.users, size.territories, tokens.map((token) => createHash("sha256").update(token).digest())],
);
await owner.query("analyze");
const counted = await rowsOf<{ sites: string; flows: string; leads: string }>(
  "select (select count(*) from establishment) as sites, (select count(*) from flow) as flows, (select count(*) from lead) as leads",
);
say(
  `seeded in ${((performance.now() - began) / 1000).toFixed(1)} s: ${counted[0]?.sites} establishments, ${counted[0]?.flows} flows, ${counted[0]?.leads} leads, ${size.territories} territories, ${size.users} people; load ${loadavg()[0]?.toFixed(1)}`,
);

type User = { readonly cookie: string; territory: string; flows: Flow[]; leads: string[]; sites: string[] };
type Flow = { readonly id: string; version: number; readonly label: string };

const times = new Map<string, number[]>();
const failures = new Map<string, number>();
let rows = 0;

async function ask<T>(user: User, name: string, path: string, method = "GET", body?: object): Promise<T | undefined> {
  const start = performance.now();
  const answer = await fetch(`${root}${path}`, {
    method,
    headers: {
      cookie: `simbiosi=${user.cookie}`,
      origin: `http://127.0.0.1:${port}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const words = await answer.text();
  times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  if (answer.ok) return JSON.parse(words) as T;
  // Somebody else of the territory was first: an answer, and the right one.
  if (answer.status !== 409)
    failures.set(`${name} ${answer.status}`, (failures.get(`${name} ${answer.status}`) ?? 0) + 1);
  return undefined;
}

const at = (user: User, path = ""): string => `/territories/${user.territory}${path}`;
const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

type Act = {
  readonly name: string;
  readonly weight: number;
  readonly writes?: true;
  readonly go: (user: User) => Promise<unknown>;
};
const acts: readonly Act[] = [
  { name: "me", weight: 8, go: (u) => ask(u, "me", "/me") },
  {
    name: "establishments",
    weight: 15,
    go: async (u) => {
      const got = await ask<{ establishments: { id: string }[] }>(u, "establishments", at(u, "/establishments"));
      if (got === undefined) return;
      u.sites = got.establishments.map(({ id }) => id);
      rows += u.sites.length;
    },
  },
  {
    name: "flows",
    weight: 15,
    go: async (u) => {
      const got = await ask<{ flows: Flow[] }>(u, "flows", at(u, "/flows"));
      if (got === undefined) return;
      u.flows = got.flows;
      rows += u.flows.length;
    },
  },
  {
    name: "leads",
    weight: 14,
    go: async (u) => {
      const got = await ask<{ leads: { id: string }[] }>(u, "leads", at(u, "/leads"));
      if (got === undefined) return;
      u.leads = got.leads.map(({ id }) => id);
      rows += u.leads.length;
    },
  },
  { name: "lead", weight: 12, go: (u) => ask(u, "lead", at(u, `/leads/${one(u.leads)}`)) },
  { name: "portfolio", weight: 5, go: (u) => ask(u, "portfolio", at(u, "/portfolio")) },
  { name: "contacts", weight: 5, go: (u) => ask(u, "contacts", at(u, "/contacts")) },
  { name: "understanding", weight: 3, go: (u) => ask(u, "understanding", at(u, "/understanding")) },
  { name: "history", weight: 5, go: (u) => ask(u, "history", at(u, `/establishments/${one(u.sites)}/history`)) },
  { name: "duties", weight: 2, go: (u) => ask(u, "duties", at(u, `/establishments/${one(u.sites)}/obligations`)) },
  {
    name: "export",
    weight: 1,
    go: (u) =>
      fetch(`${root}${at(u, "/exports/flows")}`, { headers: { cookie: `simbiosi=${u.cookie}` } }).then((a) =>
        a.arrayBuffer(),
      ),
  },
  {
    name: "edit flow",
    weight: 6,
    writes: true,
    go: async (u) => {
      const flow = one(u.flows);
      if (flow === undefined) return;
      const fields = { quantity: Math.round(random() * 1_000) };
      const got = await ask<{ version: number }>(u, "edit flow", at(u, `/flows/${flow.id}`), "PATCH", {
        version: flow.version,
        fields,
      });
      if (got !== undefined) flow.version = got.version;
    },
  },
  {
    name: "log a call",
    weight: 3,
    writes: true,
    go: (u) =>
      ask(u, "log a call", at(u, "/encounters"), "POST", {
        establishments: [one(u.sites)],
        kind: "call",
        on_day: "2026-11-30",
        notes: "Appel",
      }),
  },
  {
    name: "decide",
    weight: 3,
    writes: true,
    go: (u) => ask(u, "decide", at(u, `/leads/${one(u.leads)}/decision`), "POST", { stage: "to-qualify" }),
  },
];
const heaviest = acts.reduce((sum, { weight }) => sum + weight, 0);
const act = (): Act => {
  const at = random() * heaviest;
  let before = 0;
  for (const one of acts) {
    before += one.weight;
    if (at < before) return one;
  }
  return acts[0] as Act;
};

const users: User[] = [];
for (const cookie of tokens) {
  const user: User = { cookie, territory: "", flows: [], leads: [], sites: [] };
  const me = await ask<{ territories: { id: string }[] }>(user, "me", "/me");
  user.territory = me?.territories[0]?.id ?? "";
  users.push(user);
}

// Equal answers first: every territory is a copy, and must read as one.
const readings = await Promise.all(
  users.slice(0, 3).map(async (user) => {
    const sites = await ask<{ establishments: { name: string }[] }>(user, "me", at(user, "/establishments"));
    const flows = await ask<{ flows: { label: string }[] }>(user, "me", at(user, "/flows"));
    const leads = await ask<{ leads: { title: string }[] }>(user, "me", at(user, "/leads"));
    return JSON.stringify([
      sites?.establishments.map(({ name }) => name),
      flows?.flows.map(({ label }) => label).toSorted(),
      leads?.leads.map(({ title }) => title),
    ]);
  }),
);
if (new Set(readings).size !== 1) throw new Error("territories that are copies read differently");
// Everybody opens their screens once before anything is measured.
const open = ["establishments", "flows", "leads"].flatMap((name) => acts.filter((one) => one.name === name));
for (const user of users) await Promise.all(open.map(({ go }) => go(user)));
times.clear();
rows = 0;

say(
  `memory before: server ${memory().server.toFixed(0)} MiB, database ${memory().database.toFixed(0)} MiB; load ${loadavg()[0]?.toFixed(1)}`,
);
/** Everybody does what they do, for so many seconds. */
async function load(during: number): Promise<void> {
  const until = performance.now() + 1_000 * during;
  await Promise.all(
    users.map(async (user) => {
      await wait(random() * think);
      while (performance.now() < until) {
        await act().go(user);
        await wait(think * (0.5 + random()));
      }
    }),
  );
}
await load(warming);
times.clear();
const failedWarming = [...failures.values()].reduce((sum, count) => sum + count, 0);
failures.clear();
rows = 0;
server.send("reset");
const runs = async (): Promise<number> =>
  Number(
    (
      await rowsOf<{ n: string }>(
        "select count(*) as n from detection_run where at > now() - make_interval(secs => $1)",
        [(performance.now() - start) / 1_000],
      )
    )[0]?.n ?? 0,
  );
const start = performance.now();
let peak = 0;
const used = processor();
const watching = setInterval(() => {
  peak = Math.max(peak, memory().server);
}, 1_000);
say(
  `measured from here, after ${warming} s of the same load (${failedWarming} failed); load ${loadavg()[0]?.toFixed(1)}`,
);
await load(seconds);
clearInterval(watching);
const took = (performance.now() - start) / 1_000;
const after = processor();
const late = await lateness();

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
const line = (name: string, found: readonly number[]): void => {
  const sorted = [...found].sort((a, b) => a - b);
  say(
    `  ${name.padEnd(16)} ${String(sorted.length).padStart(6)}  p50 ${rank(sorted, 0.5).toFixed(0).padStart(5)} ms  p95 ${rank(sorted, 0.95).toFixed(0).padStart(5)} ms  p99 ${rank(sorted, 0.99).toFixed(0).padStart(5)} ms`,
  );
};
const writing = new Set(acts.filter(({ writes }) => writes).map(({ name }) => name));
for (const { name } of acts) line(name, times.get(name) ?? []);
const of = (writes: boolean): number[] =>
  [...times].flatMap(([name, found]) => (writing.has(name) === writes ? found : []));
line("every read", of(false));
line("every write", of(true));
const asked = of(false).length + of(true).length;
const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
const each = (of: keyof typeof after): string => (((after[of] - used[of]) * 1_000) / asked).toFixed(0);
const busy = (of: keyof typeof after): string => ((100 * (after[of] - used[of])) / took).toFixed(0);
say(
  `  ${asked} answers in ${took.toFixed(0)} s, ${failed} failed; of processor for each: ${each("answering")} ms in the thread that answers (busy ${busy("answering")} %), ${each("server")} ms in all threads of the server, matching included (${busy("server")} %), ${each("database")} ms in the database (${busy("database")} %)`,
);
say(
  `  the thread that answers was late by p50 ${late.p50.toFixed(0)} ms, p95 ${late.p95.toFixed(0)} ms, ${late.max.toFixed(0)} ms at most`,
);
const pending = await rowsOf<{ task: string; count: string }>(
  "select task_identifier as task, count(*) from graphile_worker.jobs group by 1 order by 1",
);
say(
  `  ${(rows / took).toFixed(0)} rows/s in lists; peak server ${peak.toFixed(0)} MiB, database ${memory().database.toFixed(0)} MiB; ${await runs()} territories matched meanwhile, jobs waiting: ${pending.map(({ task, count }) => `${count} ${task}`).join(", ") || "none"}; load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(" ")} at the end`,
);
for (const [what, count] of failures) say(`  failed: ${what} × ${count}`);
const missed =
  rank(
    of(false).sort((a, b) => a - b),
    0.95,
  ) > targets.read ||
  rank(
    of(true).sort((a, b) => a - b),
    0.95,
  ) > targets.write;
if (missed || failures.size > 0) process.exitCode = 1;

await close();
server.removeAllListeners("exit");
server.kill("SIGTERM");
await new Promise((resolve) => server.once("exit", resolve));
rmSync(data, { recursive: true, force: true });
