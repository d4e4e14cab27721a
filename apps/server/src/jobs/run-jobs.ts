import { setTimeout as pause } from "node:timers/promises";
import { type Runner, type RunnerOptions, run } from "graphile-worker";
import type { Pool } from "pg";
import { quiet } from "../database/connect.ts";
import { makeDocument } from "../documents/make-document.ts";
import { workInsight } from "../insight/work-insight.ts";
import { rematch } from "../leads/rematch.ts";
import { workScenario } from "../scenarios/work-scenario.ts";
import type { Services } from "../services.ts";
import type { Tasks } from "./enqueue.ts";
import { purge } from "./purge.ts";

/** Does the work that transactions asked for, two jobs at a time. */
export async function runJobs(services: Services, owner: Pool): Promise<{ readonly stop: () => Promise<void> }> {
  const told = <T extends keyof Tasks>(payload: unknown): Tasks[T] => payload as Tasks[T];
  const options: RunnerOptions = {
    pgPool: owner,
    concurrency: 2,
    noHandleSignals: true,
    // Each night, and once it is up again where the platform was down that night.
    crontab: "17 3 * * * purge ?fill=1d",
    pollInterval: 2_000,
    logger: quiet,
    // Alone, a job is marked done by a promise that nobody awaits: a database that is away then ended the process. In
    // batches it is tried again, and ends the runner at worst.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: {
      rematch: (payload) => rematch(services, told<"rematch">(payload).territory),
      insight: (payload) => workInsight(services, told<"insight">(payload).territory),
      "solve-scenario": (payload) => workScenario(services, told<"solve-scenario">(payload)),
      "make-document": (payload) => makeDocument(services, told<"make-document">(payload)),
      purge: () => purge(services),
      "send-letter": (payload) => services.post.send(told<"send-letter">(payload)),
    },
  };
  let stopped = false;
  const end = (): boolean => stopped;
  let runner = await begin(options, end);
  // A database that goes away for long ends the runner; it is begun again until it holds.
  const keep = (async () => {
    while (!stopped) {
      await runner.promise.catch(() => undefined);
      while (!stopped) {
        await pause(1_000, undefined, { ref: false });
        try {
          if (!stopped) runner = await begin(options, end);
          break;
        } catch {
          // Still away.
        }
      }
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await runner.stop().catch(() => undefined); // it may have ended by itself
      await keep;
    },
  };
}

async function begin(options: RunnerOptions, ending: () => boolean): Promise<Runner> {
  const runner = await run(options);
  // A job that fails is tried again later; the operator reads why.
  runner.events.on("job:error", ({ job, error }) => {
    if (ending()) return; // what was under way was ended on purpose
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${job.task_identifier} failed (attempt ${job.attempts}): ${why}\n`);
  });
  return runner;
}
