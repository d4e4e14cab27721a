import type { Reference } from "@simbiosi/domain";
import type { Speech } from "./speech.ts";

/**
 * What a source is called: the title it bears, in its own language, as a library would cite it. What is no publication
 * is said in the reader's language.
 */
export function sourceTitle(id: string, { sourceById }: Pick<Reference, "sourceById">, { say }: Speech): string {
  switch (id) {
    case "team-estimate":
      return say(
        "Estimation de l'équipe Simbiosi, à remplacer par une source",
        "Estimate by the Simbiosi team, to be replaced by a source",
      );
    case "geodesy":
      return say(
        "Distance à vol d'oiseau entre les coordonnées déclarées (rayon moyen UGGI)",
        "Great-circle distance between the declared coordinates (IUGG mean radius)",
      );
    default:
      return sourceById.get(id)?.title ?? id;
  }
}
