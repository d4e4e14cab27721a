import { type Runner, run } from "graphile-worker";
import type { Pool } from "pg";
import { quiet } from "../database/connect.ts";
import { makeDocument } from "../documents/make-document.ts";
import { workInsight } from "../insight/work-insight.ts";
import { rematch } from "../leads/rematch.ts";
import { workScenario } from "../scenarios/work-scenario.ts";
import type { Services } from "../services.ts";
import type { Tasks } from "./enqueue.ts";

/** Does the work that transactions asked for, two jobs at a time. */
export async function runJobs(services: Services, owner: Pool): Promise<Runner> {
  const told = <T extends keyof Tasks>(payload: unknown): Tasks[T] => payload as Tasks[T];
  const runner = await run({
    pgPool: owner,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: quiet,
    taskList: {
      rematch: (payload) => rematch(services, told<"rematch">(payload).territory),
      insight: (payload) => workInsight(services, told<"insight">(payload).territory),
      "solve-scenario": (payload) => workScenario(services, told<"solve-scenario">(payload)),
      "make-document": (payload) => makeDocument(services, told<"make-document">(payload)),
      "send-letter": (payload) => services.post.send(told<"send-letter">(payload)),
    },
  });
  // A job that fails is tried again later; the operator reads why.
  runner.events.on("job:error", ({ job, error }) => {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${job.task_identifier} failed (attempt ${job.attempts}): ${why}\n`);
  });
  return runner;
}
