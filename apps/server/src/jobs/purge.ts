import { asActor } from "../database/as-actor.ts";
import type { Services } from "../services.ts";

/**
 * Days that the answer to a command is kept, for the same command sent twice: as long as a session lives at most. A phone
 * that comes back later has to sign in anew.
 */
export const answersKept = 30;

/** Forgets the answers that nobody can ask for again. */
export async function purge({ db, source }: Pick<Services, "db" | "source">): Promise<void> {
  const oldest = new Date(source.now().getTime() - answersKept * 86_400_000);
  await asActor(db, { role: "engine" }, (tx) => tx.deleteFrom("idempotence").where("at", "<", oldest).execute());
}
