import { loadReference } from "@simbiosi/reference";
import { campaigns } from "./campaigns.ts";

/**
 * One campaign in a process of its own, cold: what it takes phase by phase, on the clock and on the processor, and the
 * most memory it held. Run by `run.ts`.
 */
const name = process.argv[2];
const campaign = campaigns.find((one) => one.name === name);
if (campaign === undefined) throw new Error(`No campaign ${name}`);

const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const began = { clock: performance.now(), processor: processor() };
let open: { phase: string; clock: number; processor: number } | undefined;
const phase = (next: string | undefined): void => {
  const now = { clock: performance.now(), processor: processor() };
  if (open !== undefined)
    process.stdout.write(
      `  ${open.phase.padEnd(12)} ${(now.clock - open.clock).toFixed(0).padStart(7)} ms  ${(now.processor - open.processor).toFixed(0).padStart(7)} ms CPU\n`,
    );
  open = next === undefined ? undefined : { phase: next, ...now };
};
phase("reference");
const words = await campaign.run(loadReference(), phase);
phase(undefined);
const mebibytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  `  ${"total".padEnd(12)} ${(performance.now() - began.clock).toFixed(0).padStart(7)} ms  ${(processor() - began.processor).toFixed(0).padStart(7)} ms CPU  peak ${mebibytes.toFixed(0)} MiB  ${words}\n`,
);
