import { Worker } from "node:worker_threads";
import { asActor } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { dayOf } from "../ids/new-id.ts";
import type { Services } from "../services.ts";
import { inventoryOf } from "../territories/inventory-of.ts";
import type { DocumentsAsk, DocumentsTold } from "./documents.worker.ts";

const source = import.meta.url.endsWith(".ts");
const script = new URL(source ? "./from-source.mjs" : "./documents.worker.js", import.meta.url);

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  json: "application/json",
  csv: "text/csv",
};

/**
 * Makes the deliverables of a territory in a thread of their own, each file written as soon as it is made, so that the
 * screen shows how far the work is. Asked to stop meanwhile, it stops after the file at hand.
 */
export async function makeDocument(
  services: Services,
  { territory, document }: { readonly territory: string; readonly document: string },
): Promise<void> {
  const { db } = services;
  const standing = { role: "engine", territory } as const;
  const asked = await asActor(db, standing, async (tx) => {
    const row = await tx
      .selectFrom("document")
      .selectAll()
      .where("territory_id", "=", territory)
      .where("id", "=", document)
      .executeTakeFirst();
    if (row === undefined || row.status === "done" || row.status === "stopped") return undefined;
    await tx
      .deleteFrom("document_file")
      .where("territory_id", "=", territory)
      .where("document_id", "=", document)
      .execute();
    return { row, inventory: await inventoryOf(tx, territory) };
  });
  if (asked === undefined) return;

  /** Writes how far it is; false once somebody asked to stop. */
  const say = (status: "making" | "done" | "failed", progress: string): Promise<boolean> =>
    asActor(db, standing, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable("document")
        .set({ status, progress })
        .where("territory_id", "=", territory)
        .where("id", "=", document)
        .where("status", "!=", "stopped")
        .executeTakeFirst();
      await tell(tx, { territory, about: "documents", id: document });
      return numUpdatedRows > 0n;
    });
  const ask: DocumentsAsk = {
    inventory: asked.inventory,
    day: dayOf(services.source.now()),
    lang: asked.row.lang,
    audience: asked.row.audience,
  };
  const worker = new Worker(script, { workerData: ask, ...(source ? { execArgv: ["--conditions=source"] } : {}) });
  const told = listen(worker);
  try {
    for await (const one of told) {
      if (one.kind === "done") {
        await say("done", "");
        return;
      }
      if (one.kind === "file")
        await asActor(db, standing, (tx) =>
          tx
            .insertInto("document_file")
            .values({
              territory_id: territory,
              document_id: document,
              name: one.name,
              media_type: mediaTypes[one.name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
              bytes: Buffer.from(one.bytes),
            })
            .execute(),
        );
      const goOn = await say("making", one.kind === "phase" ? one.words : `${one.made}/${one.of}`);
      if (!goOn) return;
    }
  } catch (error) {
    await say("failed", error instanceof Error ? error.message.slice(0, 300) : "");
    throw error;
  } finally {
    await worker.terminate();
  }
}

/** What a thread tells, in order, until it ends. */
async function* listen(worker: Worker): AsyncIterable<DocumentsTold> {
  const told: DocumentsTold[] = [];
  let wake: (() => void) | undefined;
  let ended: Error | undefined;
  worker.on("message", (one: DocumentsTold) => {
    told.push(one);
    wake?.();
  });
  worker.on("error", (error: Error) => {
    ended = error;
    wake?.();
  });
  worker.on("exit", () => {
    ended ??= new Error("the thread of documents ended early");
    wake?.();
  });
  for (;;) {
    const next = told.shift();
    if (next !== undefined) yield next;
    else if (ended !== undefined) throw ended;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}
