import { parentPort, workerData } from "node:worker_threads";
import type { Inventory } from "@simbiosi/domain";
import { loadReference, type ScenarioAnswer, type ScenarioWish, solveScenario } from "@simbiosi/study";

export type ScenarioAsk = {
  readonly inventory: Inventory;
  readonly day: string;
  readonly top: number;
  readonly wish: ScenarioWish;
};
export type ScenarioTold =
  | {
      readonly kind: "progress";
      readonly part: number;
      readonly parts: number;
      readonly objective: number | null;
      readonly gap: number | null;
    }
  | { readonly kind: "done"; readonly answer: ScenarioAnswer };

const { inventory, day, top, wish } = workerData as ScenarioAsk;
const tell = (told: ScenarioTold): void => parentPort?.postMessage(told);
const answer = await solveScenario(loadReference(), inventory, day, top, wish, {
  onProgress: ({ part, parts, objective, gap }) => tell({ kind: "progress", part, parts, objective, gap }),
});
tell({ kind: "done", answer });
