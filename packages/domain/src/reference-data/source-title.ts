import { type Lang, type Text, text } from "../text/text.ts";
import type { Reference } from "./reference.ts";

/** Sources that are no publication: what stands behind them is said in the reader's language. */
const unpublished: Readonly<Record<string, Text>> = {
  "team-estimate": text(
    "Estimation de l'équipe Simbiosi, à remplacer par une source",
    "Estimate by the Simbiosi team, to be replaced by a source",
  ),
  geodesy: text(
    "Distance à vol d'oiseau entre les coordonnées déclarées (rayon moyen UGGI)",
    "Great-circle distance between the declared coordinates (IUGG mean radius)",
  ),
  definition: text(
    "Vrai par définition (même ressource, unité pour unité, ou rien)",
    "True by definition (same resource, unit for unit, or none)",
  ),
};

/** What a source is called: the title it bears, in its own language, as a library would cite it; its id when unknown. */
export const sourceTitle = (id: string, { sourceById }: Pick<Reference, "sourceById">, lang: Lang): string =>
  (Object.hasOwn(unpublished, id) ? unpublished[id]?.[lang] : undefined) ?? sourceById.get(id)?.title ?? id;
