import { collectivite, type Diagnosis } from "@simbiosi/domain";
import type { Speech } from "./speech.ts";

/** The name of a party as a reader knows it. */
export function partyName({ inventory }: Diagnosis, id: string, { say }: Speech): string {
  if (id.startsWith(collectivite))
    return say("La collectivité (service public des déchets)", "The public waste service");
  return inventory.establishments.find((one) => one.id === id)?.name ?? id;
}

// The others are counted: the workbook has a row for each.
const named = 3;

/** The first names of a list, and how many more there are. */
export function someNames(names: readonly string[], { say }: Pick<Speech, "say">): string {
  const more = names.length - named;
  if (more <= 0) return names.join(" ; ");
  return `${names.slice(0, named).join(" ; ")}${say(` et ${more} autre${more > 1 ? "s" : ""}`, ` and ${more} other${more > 1 ? "s" : ""}`)}`;
}
