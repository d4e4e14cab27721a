import type { FastifyInstance } from "fastify";
import { actorOf } from "../access/actor.ts";
import { apiRoot, cookieName, sayProblem } from "../http/mount.ts";
import { httpProblems } from "../http/problems.ts";
import type { Services } from "../services.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * What happens in a territory, as server-sent events: the screens read again what they show of it. Outside the registry,
 * since an answer that does not end has no schema; its roles are those of the people who work there, and of a company,
 * which hears only that its leads were looked at again.
 */
export function eventStream(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { territory: string } }>(`${apiRoot}/territories/:territory/events`, async (request, reply) => {
    const { territory } = request.params;
    if (!uuid.test(territory)) return sayProblem(reply, httpProblems.notFound);
    const bearer = {
      cookie: request.cookies[cookieName],
      // A program reads again when it wants to: no stream is kept open for it.
      token: undefined,
      address: request.ip,
      agent: request.headers["user-agent"] ?? "",
    };
    const actor = await actorOf(services.db, services.source, bearer, territory);
    const works = actor.role === "facilitator" || actor.role === "adviser";
    if (!works && actor.role !== "company")
      return sayProblem(reply, actor.session === null ? httpProblems.signInFirst : httpProblems.notFound);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
    raw.write("retry: 2000\n\n");
    const forget = services.hub.listen(territory, (told) => {
      if (works || told.about === "leads")
        raw.write(`event: ${told.about}\ndata: ${JSON.stringify({ id: works ? told.id : "" })}\n\n`);
    });
    // A comment now and then keeps proxies from closing; a session that ended meanwhile ends the stream.
    const beat = setInterval(() => {
      void actorOf(services.db, services.source, bearer, territory).then(
        (still) => (still.role === actor.role ? raw.write(": still here\n\n") : raw.end()),
        () => raw.write(": database away\n\n"),
      );
    }, 20_000);
    request.raw.on("close", () => {
      clearInterval(beat);
      forget();
    });
  });
}
