import { dayOf, newId } from "../ids/new-id.ts";
import type { Services } from "../services.ts";

/**
 * Finds the leads of a territory again, in the engine's thread.
 * As of the moment it is asked: what is edited while it runs is for the next run, and known not to be seen yet.
 */
export function rematch({ source, engine }: Services, territory: string): Promise<void> {
  const at = source.now();
  return engine.match({ territory, at, day: dayOf(at), run: newId(source) });
}
