import { families, ok, type Reference, type ResourceClass } from "@simbiosi/domain";
import { z } from "zod";
import { inTerritory, langAsked, workers } from "../http/fields.ts";
import { route } from "../http/route.ts";
import { findClasses } from "./find-classes.ts";

const Class = z.object({
  id: z.string(),
  name: z.string(),
  /** From the family down to just above the class. */
  path: z.array(z.string()),
  family: z.enum(families),
  unit: z.string(),
});

const told = (reference: Reference, row: ResourceClass, lang: "fr" | "en") => {
  const path: string[] = [];
  let above = reference.resourceById.get(row.parent ?? "");
  while (above !== undefined) {
    path.unshift(above.name[lang]);
    above = reference.resourceById.get(above.parent ?? "");
  }
  return { id: row.id, name: row.name[lang], path, family: row.family, unit: row.unit };
};

export const resourceRoutes = [
  route({
    id: "resources.list",
    method: "GET",
    path: "/territories/:territory/resources",
    about: {
      fr: "Les classes de ressources, ou celles que des mots désignent dans l'une des deux langues",
      en: "The classes of resources, or those that words name in either language",
    },
    who: workers,
    params: inTerritory,
    query: langAsked.extend({ q: z.string().max(200).optional() }),
    answer: z.object({ resources: z.array(Class) }),
    handle: async ({ query, services: { reference } }) => {
      const rows = query.q === undefined ? reference.resources : findClasses(reference, query.q, 12);
      return ok({ resources: rows.map((row) => told(reference, row, query.lang)) });
    },
  }),
];
