import type { Result, Text } from "@simbiosi/domain";
import { z } from "zod";
import type { Standing, Tx } from "../database/as-actor.ts";
import type { Services } from "../services.ts";
import type { CheckedText } from "./checked-text.ts";
import type { HttpProblem } from "./problems.ts";

/** Roles as the API knows them; `public` is anybody, `member` whoever has signed in, outside any territory. */
export const roles = ["public", "member", "company", "facilitator", "adviser", "lead", "officer", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who asks: the standing of the transaction, and what answers and traces need of the person. */
export type Actor = Standing & {
  readonly role: Role;
  readonly session: string | null;
  readonly link: string | null;
  /** Of a program: the token it bears in a person's name, null for a browser. A dead one has no identifier. */
  readonly token: { readonly id: string | undefined; readonly scope: "read" | "write" } | null;
  readonly address: string;
  readonly agent: string;
};

/** One request, parsed, in the name of its actor and inside its transaction. */
export type Ask<P, Q, B> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly actor: Actor;
  readonly tx: Tx;
  readonly services: Services;
  /** A file that came with the request, whole and within the limit. */
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
  /** Opens or ends the session of the browser, once the transaction is done. */
  readonly cookie: { readonly set: (token: string) => void; readonly clear: () => void };
};

/** What a handler may give back beside a value: bytes with a name, a cookie to set or to clear. */
export type Bytes = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly inline?: boolean;
};

export type Route = {
  /** Concept and action: `flows.update`. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Under /api/v1. A `:territory` in it makes the route a tenant's. */
  readonly path: `/${string}`;
  readonly about: Text;
  /** Roles that may ask. A route without `public` asks for a session. */
  readonly who: readonly Role[];
  readonly rate: "read" | "write" | "sign-in" | "heavy";
  /** `purpose`: a reading of secrets, written to the audit trail. `silent`: nothing of it is logged. */
  readonly log: "plain" | "purpose" | "silent";
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | null;
  /** A file is sent (multipart), beside the body as field `data` in JSON. */
  readonly takesFile?: boolean;
  /** Null: the answer is a file. */
  readonly answer: z.ZodType | null;
  readonly status: 200 | 201 | 202;
  /** The answer holds a secret that is told once: it is not kept for the same command sent again. */
  readonly secret?: true;
  readonly handle: (ask: Ask<never, never, never>) => Promise<Result<unknown, HttpProblem>>;
};

type Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = Omit<
  Route,
  "params" | "query" | "body" | "answer" | "handle" | "status" | "rate" | "log"
> & {
  readonly params: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  readonly status?: 200 | 201 | 202;
  readonly rate?: Route["rate"];
  readonly log?: Route["log"];
  readonly handle: (
    ask: Ask<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<Result<z.input<A> | CheckedText, HttpProblem>>;
};

type FileSpec<P extends z.ZodType, Q extends z.ZodType> = Omit<
  Spec<P, Q, z.ZodNever, z.ZodType>,
  "answer" | "handle"
> & {
  readonly handle: (ask: Ask<z.output<P>, z.output<Q>, never>) => Promise<Result<Bytes, HttpProblem>>;
};

const nothing = z.object({});

/** Declares a route; the types of the handler follow from its schemas. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  spec: Spec<P, Q, B, A>,
): Route {
  return {
    status: 200,
    log: "plain",
    rate: spec.method === "GET" ? "read" : "write",
    ...spec,
    query: spec.query ?? nothing,
    body: spec.body ?? null,
    handle: spec.handle as Route["handle"],
  };
}

/** Declares a route that answers with a file. */
export function fileRoute<P extends z.ZodType, Q extends z.ZodType>(spec: FileSpec<P, Q>): Route {
  return {
    status: 200,
    log: "plain",
    rate: "read",
    ...spec,
    query: spec.query ?? nothing,
    body: null,
    answer: null,
    handle: spec.handle as Route["handle"],
  };
}
