import { collectivite, type Diagnosis } from "@simbiosi/domain";
import type { Speech } from "./speech.ts";

/** The name of a party as a reader knows it. */
export function partyName({ inventory }: Diagnosis, id: string, { say }: Speech): string {
  if (id.startsWith(collectivite))
    return say("La collectivité (service public des déchets)", "The public waste service");
  return inventory.establishments.find((one) => one.id === id)?.name ?? id;
}
