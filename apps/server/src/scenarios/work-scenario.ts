import { Worker } from "node:worker_threads";
import type { ScenarioAnswer, ScenarioWish } from "@simbiosi/study";
import { asActor, type Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { dayOf } from "../ids/new-id.ts";
import { top } from "../leads/found-leads.ts";
import type { Services } from "../services.ts";
import { inventoryOf } from "../territories/inventory-of.ts";
import type { ScenarioAsk, ScenarioTold } from "./scenario.worker.ts";

const source = import.meta.url.endsWith(".ts");
const script = new URL(source ? "./from-source.mjs" : "./scenario.worker.js", import.meta.url);
/** Progress is written once in a while: a solver tells far more often than anybody reads. */
const every = 1_000;

type Named = { readonly territory: string; readonly scenario: string };

const rowOf = (tx: Tx, { territory, scenario }: Named) =>
  tx.selectFrom("scenario").selectAll().where("territory_id", "=", territory).where("id", "=", scenario);

/**
 * Finds the plan of a scenario in a thread of its own. Asked to stop, or asked again with another wish meanwhile, the
 * thread is ended at once and what it found is not written.
 */
export async function workScenario(services: Services, named: Named): Promise<void> {
  const { db, hub } = services;
  const { territory, scenario } = named;
  const standing = { role: "engine", territory } as const;
  const asked = await asActor(db, standing, async (tx) => {
    const row = await rowOf(tx, named).executeTakeFirst();
    if (row === undefined || !["asked", "solving"].includes(row.status) || row.removed_at !== null) return undefined;
    return { row, inventory: await inventoryOf(tx, territory) };
  });
  if (asked === undefined) return;
  const { version } = asked.row;

  type Said = {
    readonly status: "solving" | "done" | "failed";
    readonly progress?: unknown;
    readonly answer?: ScenarioAnswer;
  };
  /** Writes how far it is; nothing is written of a scenario that was stopped or changed. */
  const say = ({ status, progress, answer }: Said): Promise<void> =>
    asActor(db, standing, async (tx) => {
      await tx
        .updateTable("scenario")
        .set({
          status,
          progress: JSON.stringify(progress ?? null),
          answer: answer === undefined ? null : JSON.stringify(answer),
          solved_at: status === "done" ? services.source.now() : null,
        })
        .where("territory_id", "=", territory)
        .where("id", "=", scenario)
        .where("version", "=", version)
        .where("status", "in", ["asked", "solving"])
        .execute();
      await tell(tx, { territory, about: "scenarios", id: scenario });
    });
  const wanted = (): Promise<boolean> =>
    asActor(db, standing, async (tx) => {
      const row = await rowOf(tx, named).executeTakeFirst();
      return (
        row !== undefined &&
        row.version === version &&
        row.removed_at === null &&
        ["asked", "solving"].includes(row.status)
      );
    });

  await say({ status: "solving", progress: { part: 0, parts: 0, objective: null, gap: null } });
  const ask: ScenarioAsk = {
    inventory: asked.inventory,
    day: dayOf(services.source.now()),
    top,
    wish: asked.row.wish as ScenarioWish,
  };
  const worker = new Worker(script, { workerData: ask, ...(source ? { execArgv: ["--conditions=source"] } : {}) });
  let forget = (): void => undefined;
  try {
    const answer = await new Promise<ScenarioAnswer | null>((resolve, reject) => {
      let written = 0;
      const look = (): void => {
        wanted().then((still) => (still ? undefined : resolve(null)), reject);
      };
      forget = hub.listen(territory, (told) => {
        if (told.about === "scenarios" && told.id === scenario) look();
      });
      // Asked to stop between the first reading and the listening.
      look();
      worker.on("message", (told: ScenarioTold) => {
        if (told.kind === "done") return resolve(told.answer);
        const now = services.source.now().getTime();
        if (now - written < every) return;
        written = now;
        const { kind: _, ...progress } = told;
        say({ status: "solving", progress }).catch(reject);
      });
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("the thread of a scenario ended early")));
    });
    if (answer !== null) await say({ status: "done", answer });
  } catch (error) {
    await say({ status: "failed" });
    throw error;
  } finally {
    forget();
    await worker.terminate();
  }
}
