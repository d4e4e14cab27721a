import { z } from "zod";
import { tokenScope } from "../access/tokens/scope.ts";
import { ProblemSchema } from "./problems.ts";
import type { Route } from "./route.ts";

type Json = Readonly<Record<string, unknown>>;

/** A schema as OpenAPI 3.1 says it; what comes in and what goes out differ where a default fills a hole. */
const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
    reused: "inline",
    override: ({ zodSchema, jsonSchema }) => {
      // What comes out of a transformation has no schema of its own; ours fill in a missing null or tidy a word, so what
      // went in says it.
      const { def } = zodSchema._zod;
      if (io === "output" && def.type === "pipe" && def.out._zod.def.type === "transform")
        Object.assign(jsonSchema, schemaOf(def.in as z.ZodType, "output"));
    },
  });
  return plain as Json;
};

const parametersOf = (schema: z.ZodType, where: "path" | "query"): readonly Json[] => {
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: one,
  }));
};

const content = (schema: z.ZodType, io: "input" | "output"): Json => ({
  "application/json": { schema: schemaOf(schema, io) },
});

/** Nothing for what is public; a session for the rest, or a token where its scope reaches. */
function securityOf(route: Route): readonly Json[] {
  if (route.who.includes("public")) return [];
  const scope = tokenScope(route);
  return [{ session: [] }, ...(scope === null ? [] : [{ token: [scope] }])];
}

/** The whole API as OpenAPI 3.1, from the same registry that serves it. */
export function openApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const one of routes) {
    const path = `/api/v1${one.path.replace(/:(\w+)/g, "{$1}")}`;
    const body =
      one.body === null && one.takesFile !== true
        ? {}
        : {
            requestBody: {
              required: true,
              content: {
                ...(one.body === null ? {} : content(one.body, "input")),
                ...(one.takesFile === true
                  ? {
                      "multipart/form-data": {
                        schema: {
                          type: "object",
                          properties: { data: { type: "string" }, file: { type: "string", format: "binary" } },
                          required: ["file"],
                        },
                      },
                    }
                  : {}),
              },
            },
          };
    const answer =
      one.answer === null
        ? {
            description: "A file",
            content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
          }
        : { description: "Done", content: content(one.answer, "output") };
    paths[path] = {
      ...paths[path],
      [one.method.toLowerCase()]: {
        operationId: one.id,
        summary: one.about.en,
        description: `${one.about.fr}\n\nRoles: ${one.who.join(", ")}.`,
        tags: [one.id.split(".")[0] ?? one.id],
        parameters: [...parametersOf(one.params, "path"), ...parametersOf(one.query, "query")],
        ...body,
        security: securityOf(one),
        responses: {
          [one.status]: answer,
          default: {
            description: "A problem",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        },
      },
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Simbiosi", version, license: { name: "EUPL-1.2" } },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "simbiosi", description: "The session of a browser" },
        token: {
          type: "http",
          scheme: "bearer",
          description:
            "A token made in Settings, in one territory: `read` changes nothing, `write` does what its maker may",
        },
      },
      schemas: { Problem: schemaOf(ProblemSchema, "output") },
    },
  };
}
