import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/**
 * The main job as a user runs it: the command, cold, on the demonstration workbook, from the file to the last document.
 * Prints what each phase takes, on the clock and on the processor, and the most memory that all its processes held
 * together; status 1 when a target is missed.
 */
const targets = { seconds: 10, mebibytes: 600 } as const;

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const out = mkdtempSync(join(tmpdir(), "simbiosi-bench-"));
const workbook = here("fixtures/marana-golo/marana-golo.xlsx");
const load = (): string => (loadavg()[0] ?? 0).toFixed(1);
process.stdout.write(`  load ${load()} before\n`);

const began = performance.now();
// The child says itself, as it ends, what the system counted for it: no sample misses a peak or a late second.
const tells = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; import { isMainThread } from "node:worker_threads"; if (isMainThread) process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));',
)}`;
const child = spawn(
  here("apps/cli/bin/simbiosi.mjs"),
  ["diagnose", workbook, "--out", out, "--date", "2026-11-23", "--seed", "1"],
  { stdio: ["ignore", "ignore", "pipe", "pipe"], env: { ...process.env, NODE_OPTIONS: `--import ${tells}` } },
);

/** Lines of a file of /proc, none where there is no such thing: other systems, or a process that has just ended. */
function proc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return "";
  }
}

function descendants(pid: number): readonly number[] {
  let threads: readonly string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  const children = threads.flatMap((thread) =>
    proc(`${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number),
  );
  return children.flatMap((one) => [one, ...descendants(one)]);
}

/** Of the process and of what it has started. */
function now(): { readonly clock: number; readonly processor: number; readonly memory: number } {
  const all = child.pid === undefined ? [] : [child.pid, ...descendants(child.pid)];
  let processor = 0;
  let memory = 0;
  for (const pid of all) {
    const ticks = proc(`${pid}/stat`).split(") ")[1]?.split(" ") ?? [];
    processor += (Number(ticks[11] ?? 0) + Number(ticks[12] ?? 0)) / 100;
    memory += Number(/VmRSS:\s+(\d+)/.exec(proc(`${pid}/status`))?.[1] ?? 0) / 1024;
  }
  return { clock: (performance.now() - began) / 1000, processor, memory };
}

let open = { phase: "start", clock: 0, processor: 0 };
let peakOfPhase = 0;
let peak = 0;
const look = (): ReturnType<typeof now> => {
  const seen = now();
  peakOfPhase = Math.max(peakOfPhase, seen.memory);
  peak = Math.max(peak, seen.memory);
  return seen;
};
const close = (next: string): void => {
  const { clock, processor } = look();
  process.stdout.write(
    `  ${open.phase.padEnd(44)} ${(clock - open.clock).toFixed(2).padStart(6)} s  ${(processor - open.processor).toFixed(2).padStart(6)} s CPU  ${peakOfPhase.toFixed(0).padStart(4)} MiB\n`,
  );
  open = { phase: next, clock, processor };
  peakOfPhase = 0;
};
const watching = setInterval(look, 20);
if (child.stderr === null) throw new Error("the command tells nothing");
createInterface({ input: child.stderr }).on("line", close);
let told = "";
child.stdio[3]?.on("data", (bytes: Buffer) => {
  told += bytes.toString("utf8");
});

const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
clearInterval(watching);
const seconds = (performance.now() - began) / 1000;
rmSync(out, { recursive: true, force: true });
// Rows are refused on purpose in the demonstration: status 1.
if ((status !== 0 && status !== 1) || told === "") throw new Error(`The command ended with ${status}`);
const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(told) as NodeJS.ResourceUsage;
const mebibytes = Math.max(peak, maxRSS / 1024);
const met = (is: number, most: number): string => (is <= most ? "met" : "MISSED");
process.stdout.write(
  `  total ${seconds.toFixed(2)} s (target ${targets.seconds} s: ${met(seconds, targets.seconds)})  ${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} s CPU  peak ${mebibytes.toFixed(0)} MiB (target ${targets.mebibytes} MiB: ${met(mebibytes, targets.mebibytes)})  load ${load()} after\n`,
);
if (seconds > targets.seconds || mebibytes > targets.mebibytes) process.exitCode = 1;
