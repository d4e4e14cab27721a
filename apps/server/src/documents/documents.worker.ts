import { parentPort, workerData } from "node:worker_threads";
import type { Inventory, Lang } from "@simbiosi/domain";
import { type Audience, deliverables, diagnose, loadReference } from "@simbiosi/study";

export type DocumentsAsk = {
  readonly inventory: Inventory;
  readonly day: string;
  readonly lang: Lang;
  readonly audience: Audience;
};
export type DocumentsTold =
  | { readonly kind: "phase"; readonly words: string }
  | {
      readonly kind: "file";
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly made: number;
      readonly of: number;
    }
  | { readonly kind: "done" };

const { inventory, day, lang, audience } = workerData as DocumentsAsk;
const tell = (told: DocumentsTold): void => parentPort?.postMessage(told);

const diagnosed = await diagnose(loadReference(), inventory, [], {
  day,
  top: 10,
  objective: "gain",
  budget: null,
  gap: 0.01,
  seed: 1,
  outlook: true,
  onPhase: (words) => tell({ kind: "phase", words }),
});
const files = deliverables(diagnosed, lang, audience);
for (const [i, file] of files.entries())
  tell({ kind: "file", name: file.name, bytes: await file.make(), made: i + 1, of: files.length });
tell({ kind: "done" });
