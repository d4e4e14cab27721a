import { dayOf } from "../ids/new-id.ts";
import type { Services } from "../services.ts";

/** Works out what the screens show beside leads, in the engine's thread. */
export function workInsight({ source, engine }: Services, territory: string): Promise<void> {
  const at = source.now();
  return engine.insight({ territory, at, day: dayOf(at) });
}
