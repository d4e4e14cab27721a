import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadReference, understand } from "@simbiosi/study";
import { detailOf, type Score, scoreOf } from "./score.ts";
import { readUnseen } from "./territory.ts";

// `run.ts tuning`, `run.ts held-out`, with parts of names to choose, and --detail N to read the classes and N leads.
const words = process.argv.slice(2);
const at = words.indexOf("--detail");
const count = at < 0 ? 0 : Number(words[at + 1] ?? 30);
const [set = "tuning", ...names] = at < 0 ? words : words.slice(0, at);
const day = "2026-11-23";
const folder = join(import.meta.dirname, set);
const reference = loadReference();

const line = (name: string, s: Score): string =>
  [
    name.padEnd(18),
    `named ${s.named}/${s.flows} (sure ${s.sure})`.padEnd(26),
    `pairs ${s.found}/${s.pairs}`.padEnd(14),
    `in first 2N ${s.top}/${s.pairs}`.padEnd(20),
    `pools ${s.poolsFound}+${s.poolsNear}/${s.pools}`.padEnd(14),
    `absurd ${s.absurdShown.length}/${s.absurd}`.padEnd(13),
    `mixed ${s.mixed.length}`.padEnd(8),
    `refused ${s.refused}/${s.forbidden}`.padEnd(13),
    `leads ${s.leads}`,
  ].join(" ");

const scores: Score[] = [];
for (const file of readdirSync(folder).sort()) {
  const name = file.replace(".json", "");
  if (names.length > 0 && !names.some((part) => name.includes(part))) continue;
  const unseen = readUnseen(join(folder, file));
  const understood = understand(reference, unseen.inventory, day);
  const score = scoreOf(understood, unseen);
  scores.push(score);
  process.stdout.write(`${line(name, score)}\n`);
  if (count > 0) process.stdout.write(`${detailOf(understood, score, count)}\n`);
}
const total = (of: (score: Score) => number): number => scores.reduce((sum, score) => sum + of(score), 0);
process.stdout.write(
  `${line("ALL", {
    flows: total((s) => s.flows),
    sure: total((s) => s.sure),
    named: total((s) => s.named),
    pairs: total((s) => s.pairs),
    found: total((s) => s.found),
    top: total((s) => s.top),
    pools: total((s) => s.pools),
    poolsFound: total((s) => s.poolsFound),
    poolsNear: total((s) => s.poolsNear),
    missedPools: scores.flatMap((s) => s.missedPools),
    mixed: scores.flatMap((s) => s.mixed),
    leads: total((s) => s.leads),
    absurd: total((s) => s.absurd),
    absurdShown: scores.flatMap((s) => s.absurdShown),
    forbidden: total((s) => s.forbidden),
    refused: total((s) => s.refused),
    missed: scores.flatMap((s) => s.missed),
    notRefused: scores.flatMap((s) => s.notRefused),
  })}\n`,
);
