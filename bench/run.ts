import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { seeded } from "@simbiosi/fixtures";
import { campaigns } from "./campaigns.ts";
import type { BenchCase } from "./case.ts";
import { detectTerritory, scoreColumns, scorePlain } from "./cases/detect.ts";
import { planTerritory } from "./cases/portfolio.ts";
import { foldLabels } from "./cases/words.ts";

const cases: readonly BenchCase[] = [foldLabels, detectTerritory, scorePlain, scoreColumns, planTerritory];

const warmUps = 2;
const rounds = 7;
const seed = 1;

/** Milliseconds of each round, in order of size. */
async function measure(bench: BenchCase): Promise<{ times: number[]; count: number; of: string }> {
  const work = await bench.prepare(seeded(seed));
  for (let i = 0; i < warmUps; i += 1) await work();
  const times: number[] = [];
  let last = { count: 0, of: "" };
  for (let i = 0; i < rounds; i += 1) {
    const start = performance.now();
    last = await work();
    times.push(performance.now() - start);
  }
  return { times: times.sort((a, b) => a - b), ...last };
}

// The scripts hand the language on first; the rest are names, or parts of names.
const words = process.argv.slice(2);
const french = words[words.indexOf("--lang") + 1] !== "en";
const names = words.filter((word, i) => word !== "--lang" && words[i - 1] !== "--lang");
const asked = cases.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));

const ms = (time: number | undefined): string => `${(time ?? 0).toFixed(1)} ms`;
process.stdout.write(
  french
    ? `${asked.length} mesure(s), graine ${seed}, ${rounds} tours : médiane (plus court à plus long). Seuls les rapports comptent.\n`
    : `${asked.length} case(s), seed ${seed}, ${rounds} rounds: median (shortest to longest). Only ratios count.\n`,
);
for (const bench of asked) {
  const { times, count, of } = await measure(bench);
  const median = ms(times[Math.floor(times.length / 2)]);
  process.stdout.write(`${bench.name}  ${median} (${ms(times[0])} to ${ms(times.at(-1))})  ${count} ${of}\n`);
}
// Whole jobs, each cold in a process of its own, so that the most memory it held is its own.
const jobs = [
  ...campaigns.map(({ name }) => ({ name, script: "campaign.ts" })),
  { name: "demo", script: "demo.ts" },
  { name: "platform", script: "platform.ts" },
];
// The platform's takes minutes and the whole machine: only when it is asked for.
const wanted = jobs.filter(
  ({ name }) => (names.length === 0 && name !== "platform") || names.some((part) => name.includes(part)),
);
for (const { name, script } of wanted) {
  process.stdout.write(`${name}\n`);
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status } = spawnSync(process.execPath, [...process.execArgv, path, name], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
if (asked.length + wanted.length === 0) process.exitCode = 1;
