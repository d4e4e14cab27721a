import { fail, type Result } from "@simbiosi/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { actorOf } from "../access/actor.ts";
import { bearerOf } from "../access/tokens/bearer.ts";
import { tokenScope } from "../access/tokens/scope.ts";
import { audit } from "../changes/audit.ts";
import { asActor } from "../database/as-actor.ts";
import type { Services } from "../services.ts";
import { CheckedText } from "./checked-text.ts";
import { type HttpProblem, httpProblems, notUnderstood } from "./problems.ts";
import type { Actor, Bytes, Route } from "./route.ts";

export const apiRoot = "/api/v1";
export const cookieName = "simbiosi";

const limits = { read: 600, write: 240, "sign-in": 20, heavy: 30 } as const;

/** What a handler's refusal must undo. */
class Refused extends Error {
  readonly problem: HttpProblem;
  constructor(problem: HttpProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export const sayProblem = (reply: FastifyReply, { code, message, status, ...more }: HttpProblem): FastifyReply =>
  reply.status(status).send({
    code,
    fr: message.fr,
    en: message.en,
    ...("fields" in more ? { fields: more.fields } : {}),
    ...("current" in more ? { current: more.current } : {}),
  });

/** Whether a role may ask for a route; the database says it a second time of every row. */
const allowed = (route: Route, actor: Actor): boolean => route.who.includes("public") || route.who.includes(actor.role);

/** Why this actor may not ask for this route, or null. */
function refusal(route: Route, actor: Actor, territory: string | null): HttpProblem | null {
  const { token } = actor;
  if (token === null) return allowed(route, actor) ? null : denied(actor, territory);
  if (token.id === undefined) return httpProblems.tokenDead;
  // Of another territory than its own a token learns nothing.
  if (territory !== null && actor.role === "public") return httpProblems.notFound;
  const scope = tokenScope(route);
  if (scope === null || (scope === "write" && token.scope === "read")) return httpProblems.tokenTooNarrow;
  return allowed(route, actor) ? null : httpProblems.notYours;
}

/**
 * Serves one route of the registry: who asks, what was asked, one transaction in that name, the answer checked against
 * its schema (what the schema does not name never leaves), an entry in the audit trail for what was written.
 */
export function mount(app: FastifyInstance, services: Services, route: Route, checks = true): void {
  app.route({
    method: route.method,
    url: `${apiRoot}${route.path}`,
    config: { rateLimit: { max: limits[route.rate], timeWindow: "1 minute" } },
    ...(route.log === "silent" ? { logLevel: "silent" as const } : {}),
    handler: async (request, reply) => {
      const params = route.params.safeParse(request.params, { reportInput: true });
      // An identifier that cannot be one names nothing.
      if (!params.success) return sayProblem(reply, httpProblems.notFound);
      const territory = (params.data as { territory?: string }).territory ?? null;
      const actor = await actorOf(
        services.db,
        services.source,
        {
          cookie: request.cookies[cookieName],
          token: bearerOf(request.headers.authorization),
          address: request.ip,
          agent: request.headers["user-agent"] ?? "",
        },
        territory,
      );
      const no = checks ? refusal(route, actor, territory) : null;
      if (no !== null) return sayProblem(reply, no);
      const query = route.query.safeParse(request.query, { reportInput: true });
      if (!query.success) return sayProblem(reply, notUnderstood(query.error));
      const sent = await sentWith(request, route);
      if (!sent.ok) return sayProblem(reply, sent.problem);
      const { body, file } = sent.value;

      // A command of nobody known has nobody to be given its answer again; a secret is told once.
      const who = actor.account ?? actor.link;
      const key = who === null || who === undefined || route.secret === true ? undefined : idempotencyKey(request);
      let token: string | null | undefined;
      const cookie = {
        set: (value: string): void => {
          token = value;
        },
        clear: (): void => {
          token = null;
        },
      };
      try {
        const answered = await asActor(services.db, actor, async (tx) => {
          if (key !== undefined) {
            // Sent twice at once: the second waits for the first, then is given its answer.
            await sql`select pg_advisory_xact_lock(hashtextextended(${key + who}, 0))`.execute(tx);
            // A key of another actor or route is no key of this command.
            const before = await tx
              .selectFrom("idempotence")
              .selectAll()
              .where("key", "=", key)
              .where("actor", "=", `${who}`)
              .where("route", "=", route.id)
              .executeTakeFirst();
            if (before !== undefined) return { status: before.status, value: before.answer };
          }
          const written = route.method !== "GET";
          const seal = (content: unknown): Promise<void> =>
            territory === null
              ? Promise.resolve()
              : audit(tx, services.source, {
                  territory,
                  actor: actor.account ?? actor.link,
                  action: route.id,
                  object: objectOf(params.data as Record<string, string>, actor),
                  content,
                });
          // A reading of secrets is sealed before it is done, since after it a read token writes nothing more: which
          // filters, in which format.
          if (!written && route.log === "purpose") await seal(query.data);
          if (actor.token?.scope === "read") await sql`set transaction read only`.execute(tx);
          const result = await route.handle({
            params: params.data,
            query: query.data,
            body,
            actor,
            tx,
            services,
            file,
            cookie,
          } as never);
          if (!result.ok) {
            if (result.problem.keep === true) return { status: result.problem.status, problem: result.problem };
            throw new Refused(result.problem);
          }
          if (written) await seal(body ?? null);
          const value =
            route.answer === null || (!written && result.value instanceof CheckedText)
              ? result.value
              : route.answer.parse(result.value);
          if (key !== undefined && route.answer !== null)
            await tx
              .insertInto("idempotence")
              .values({
                key,
                actor: `${who}`,
                route: route.id,
                status: route.status,
                answer: JSON.stringify(value ?? null),
                at: services.source.now(),
              })
              .execute();
          return { status: route.status, value };
        });
        if ("problem" in answered) return sayProblem(reply, answered.problem);
        // Once it is written that the session is open, and not before.
        if (token !== undefined) setCookie(reply, token, services.origin);
        return route.answer === null
          ? sendBytes(reply, answered.value as Bytes)
          : sendValue(reply, answered.status, answered.value);
      } catch (error) {
        if (error instanceof Refused) return sayProblem(reply, error.problem);
        throw error;
      }
    },
  });
}

/** Of a territory that is not yours nothing is said, not even that it is there. */
const denied = (actor: Actor, territory: string | null): HttpProblem =>
  actor.session === null
    ? httpProblems.signInFirst
    : territory !== null && actor.role === "public"
      ? httpProblems.notFound
      : httpProblems.notYours;

const objectOf = (params: Record<string, string>, { token }: Actor): string =>
  [
    ...Object.entries(params).filter(([name]) => name !== "territory"),
    ...(token === null ? [] : [["by-token", token.id]]),
  ]
    .map(([name, value]) => `${name}:${value}`)
    .join("/");

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" && /^[0-9a-f-]{36}$/i.test(key) && request.method !== "GET" ? key : undefined;
}

type Sent = { readonly body: unknown; readonly file: { readonly name: string; readonly bytes: Buffer } | null };

async function sentWith(request: FastifyRequest, route: Route): Promise<Result<Sent, HttpProblem>> {
  let said: unknown = request.body ?? {};
  let file: Sent["file"] = null;
  if (route.takesFile === true && request.isMultipart()) {
    let part: Awaited<ReturnType<FastifyRequest["file"]>>;
    let bytes: Buffer | undefined;
    try {
      part = await request.file();
      bytes = await part?.toBuffer();
    } catch (error) {
      // A cut file must never pass for a whole one.
      const large = (error as { readonly code?: string }).code === "FST_REQ_FILE_TOO_LARGE";
      return fail(large ? httpProblems.tooLarge : httpProblems.uploadCut);
    }
    if (part !== undefined && bytes !== undefined) {
      if (part.file.truncated) return fail(httpProblems.tooLarge);
      file = { name: part.filename, bytes };
      const data = part.fields.data;
      const words = data !== undefined && "value" in data ? String(data.value) : "{}";
      try {
        said = JSON.parse(words);
      } catch {
        return fail(httpProblems.notUnderstood);
      }
    }
  }
  if (route.body === null) return { ok: true, value: { body: undefined, file } };
  const read = route.body.safeParse(said, { reportInput: true });
  return read.success ? { ok: true, value: { body: read.data, file } } : fail(notUnderstood(read.error));
}

/** Not readable by script, never sent by another site; only over HTTPS where the platform has it. */
function setCookie(reply: FastifyReply, token: string | null, origin: string): void {
  const options = { path: "/", httpOnly: true, sameSite: "strict", secure: origin.startsWith("https:") } as const;
  if (token === null) reply.clearCookie(cookieName, options);
  else reply.setCookie(cookieName, token, { ...options, maxAge: 30 * 86_400 });
}

function sendValue(reply: FastifyReply, status: number, value: unknown): FastifyReply {
  if (value instanceof CheckedText)
    return reply.status(status).header("content-type", "application/json; charset=utf-8").send(value.json);
  return reply.status(status).send(value ?? {});
}

function sendBytes(reply: FastifyReply, { name, mediaType, bytes, inline }: Bytes): FastifyReply {
  const how = inline === true ? "inline" : "attachment";
  return reply
    .header("content-type", mediaType)
    .header("content-disposition", `${how}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header("x-content-type-options", "nosniff")
    .send(Buffer.from(bytes));
}
