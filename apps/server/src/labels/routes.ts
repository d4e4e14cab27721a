import { doubtful, families, hopeless, ok } from "@simbiosi/domain";
import { resolverOf } from "@simbiosi/study";
import { z } from "zod";
import { inTerritory, uuid, workers } from "../http/fields.ts";
import { route } from "../http/route.ts";

const Text = z.object({ fr: z.string(), en: z.string() });
const Class = z.object({ id: z.string(), name: Text });
/** As many other readings as a thumb chooses among. */
const mostOthers = 4;

export const labelRoutes = [
  route({
    id: "labels.understand",
    method: "GET",
    path: "/territories/:territory/label",
    about: {
      fr: "Ce que le logiciel comprend d'une désignation, avant de l'enregistrer",
      en: "What the program understands of a label, before it is saved",
    },
    who: [...workers, "company"],
    params: inTerritory,
    query: z.object({
      label: z.string().trim().min(1).max(300),
      direction: z.enum(["in", "out"]),
      family: z.enum(families).optional(),
      waste_code: z.string().max(20).optional(),
      establishment: uuid.optional(),
    }),
    answer: z.object({
      /** `sure`: named. `doubtful`: "is it …?". `unknown`: nothing near enough was found. */
      state: z.enum(["sure", "doubtful", "unknown"]),
      resource: Class.nullable(),
      question: Text.nullable(),
      others: z.array(Class),
    }),
    handle: async ({ tx, query, services: { reference } }) => {
      const site =
        query.establishment === undefined
          ? undefined
          : await tx
              .selectFrom("establishment")
              .select(["name", "data"])
              .where("id", "=", query.establishment)
              .executeTakeFirst();
      const naf = (site?.data as { naf?: string | null } | undefined)?.naf ?? null;
      const {
        resource,
        confidence,
        question,
        others = [],
      } = resolverOf(reference)(
        {
          label: query.label,
          direction: query.direction,
          family: query.family ?? null,
          waste_code: query.waste_code ?? null,
          cpa: null,
          resource: null,
        },
        site === undefined ? undefined : { naf, name: site.name },
      );
      const near = resource !== null && confidence >= hopeless;
      return ok({
        state: !near ? ("unknown" as const) : confidence < doubtful ? ("doubtful" as const) : ("sure" as const),
        resource: near ? { id: resource.id, name: resource.name } : null,
        question,
        others: others.slice(0, mostOthers).map((one) => ({ id: one.resource.id, name: one.resource.name })),
      });
    },
  }),
];
