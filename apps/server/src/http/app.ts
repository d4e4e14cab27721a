import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { bearerOf } from "../access/tokens/bearer.ts";
import { eventStream } from "../events/event-stream.ts";
import type { Services } from "../services.ts";
import { apiRoot, cookieName, mount, sayProblem } from "./mount.ts";
import { openApi } from "./openapi.ts";
import { httpProblems } from "./problems.ts";
import type { Route } from "./route.ts";

export type AppOptions = {
  readonly version: string;
  /** The built web application, or null where only the API is served. */
  readonly web: string | null;
  /** Off in one test only, which proves that the database alone holds. */
  readonly checks?: boolean;
  /** Off in tests that ask more than a person can. */
  readonly rates?: boolean;
  readonly log?: boolean;
};

/** Fifty megabytes, as a workbook may have. */
const fileLimit = 50 * 1024 * 1024;

/** The HTTP server: the registry's routes, the web application, and the headers that bind the browser. */
export async function makeApp(
  services: Services,
  routes: readonly Route[],
  options: AppOptions,
): Promise<FastifyInstance> {
  const app = fastify({
    logger:
      options.log === true ? { level: "info", redact: ["req.headers.cookie", "req.headers.authorization"] } : false,
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: "loopback",
    routerOptions: { ignoreTrailingSlash: true },
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: fileLimit, files: 1, fields: 4 } });
  if (options.rates !== false)
    await app.register(rateLimit, {
      global: false,
      keyGenerator: (request) => bearerOf(request.headers.authorization) ?? request.cookies[cookieName] ?? request.ip,
      errorResponseBuilder: () => Object.assign(new Error("rate"), { statusCode: 429 }),
    });
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["simbiosi", "simbiosi-offline", "default"],
        ...(services.origin.startsWith("https:") ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    strictTransportSecurity: services.origin.startsWith("https:") ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: "same-origin" },
  });

  // A page of another site may make a browser send our cookie with a form; it cannot forge the origin. What bears a token
  // is heard by that alone, and no browser adds one by itself.
  app.addHook("onRequest", async (request, reply) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
    if (bearerOf(request.headers.authorization) !== undefined) return;
    const { origin } = request.headers;
    const site = request.headers["sec-fetch-site"];
    const same =
      origin === undefined || origin === services.origin || origin === `${request.protocol}://${request.host}`;
    if (!same || site === "cross-site") return sayProblem(reply, httpProblems.foreignOrigin);
  });
  // What the API answers is somebody's: no cache keeps it.
  app.addHook("onSend", async (request, reply) => {
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
  app.setErrorHandler((error: FastifyError & { code?: string }, request, reply) => {
    if (error.statusCode === 429) return sayProblem(reply, httpProblems.tooMany);
    if (error.statusCode === 413) return sayProblem(reply, httpProblems.tooLarge);
    if (error.statusCode !== undefined && error.statusCode < 500) return sayProblem(reply, httpProblems.notUnderstood);
    // Row security said no where nothing else did: the row is not the actor's to write.
    if (error.code === "42501") return sayProblem(reply, httpProblems.notFound);
    // The transaction of a read token writes nothing.
    if (error.code === "25006") return sayProblem(reply, httpProblems.tokenTooNarrow);
    // PostgreSQL keeps no character zero.
    if (error.code === "22021" || error.code === "22P05") return sayProblem(reply, httpProblems.notUnderstood);
    if (databaseIsAway(error)) return sayProblem(reply, httpProblems.readOnly);
    request.log.error(error);
    if (options.log !== true) process.stderr.write(`${error.stack ?? error.message}\n`);
    return sayProblem(reply, httpProblems.broken);
  });

  app.get("/healthz", async (_request, reply) => {
    await services.db.selectNoFrom((eb) => eb.lit(1).as("one")).execute();
    return reply.send({ status: "ok" });
  });
  const description = openApi(routes, options.version);
  app.get(`${apiRoot}/openapi.json`, async () => description);
  for (const route of routes) mount(app, services, route, options.checks ?? true);
  eventStream(app, services);

  const page = options.web === null ? undefined : join(options.web, "index.html");
  if (options.web !== null && page !== undefined && existsSync(page)) {
    await app.register(fastifyStatic, {
      root: options.web,
      index: false,
      // Each file that was built is an address; every other one is a page of the application, or nothing.
      wildcard: false,
      setHeaders: (reply, path) => {
        // Names of built files hold a hash of what they say; the page and the worker of the shell do not.
        const fixed = path.includes("/assets/");
        reply.setHeader("cache-control", fixed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
    const shell = readFileSync(page, "utf8");
    app.setNotFoundHandler(async (request, reply) => {
      // A page of the application is drawn in the browser; a missing file or an unknown address of the API is missing.
      const asksPage =
        request.method === "GET" &&
        !request.url.startsWith("/api/") &&
        !/\.\w+$/.test(new URL(request.url, "http://x").pathname);
      if (!asksPage) return sayProblem(reply, httpProblems.notFound);
      return reply
        .header("cache-control", "no-cache")
        .type("text/html")
        .send(shell.replaceAll("%NONCE%", reply.cspNonce.style));
    });
  } else {
    app.setNotFoundHandler((_request, reply) => sayProblem(reply, httpProblems.notFound));
  }
  return app;
}

/** The database does not answer, or is starting or stopping: a state that passes. */
const databaseIsAway = (error: { readonly code?: string | undefined; readonly message: string }): boolean =>
  /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|08\w{3})$/.test(error.code ?? "") ||
  /Connection terminated|Client has encountered a connection error|connect ENOENT|timeout exceeded when trying to connect/.test(
    error.message,
  );

export const systemBytes = (size: number): Buffer => randomBytes(size);
