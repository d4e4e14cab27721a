import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { tell } from "../events/tell.ts";
import { inTerritory, nothing, uuid, workers } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { fileRoute, route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { enqueue } from "../jobs/enqueue.ts";

const Audience = z.enum(["facilitator", "funder", "public"]);
const inDocument = inTerritory.extend({ document: uuid });

export const documentRoutes = [
  route({
    id: "documents.list",
    method: "GET",
    path: "/territories/:territory/documents",
    about: { fr: "Les livrables demandés, par public", en: "The deliverables asked for, by audience" },
    who: workers,
    params: inTerritory,
    answer: z.object({
      documents: z.array(
        z.object({
          id: uuid,
          at: z.string(),
          audience: Audience,
          lang: z.enum(["fr", "en"]),
          status: z.enum(["asked", "making", "done", "failed", "stopped"]),
          progress: z.string(),
          files: z.array(z.object({ name: z.string(), size: z.number() })),
        }),
      ),
    }),
    handle: async ({ tx, params }) => {
      const rows = await tx
        .selectFrom("document")
        .selectAll()
        .where("territory_id", "=", params.territory)
        .orderBy("at", "desc")
        .execute();
      const files = await tx
        .selectFrom("document_file")
        .select(({ fn }) => ["document_id", "name", fn<number>("length", ["bytes"]).as("size")])
        .where("territory_id", "=", params.territory)
        .orderBy("name")
        .execute();
      return ok({
        documents: rows.map(({ id, at, audience, lang, status, progress }) => ({
          id,
          at: at.toISOString(),
          audience,
          lang,
          status,
          progress,
          files: files
            .filter(({ document_id }) => document_id === id)
            .map(({ name, size }) => ({ name, size: Number(size) })),
        })),
      });
    },
  }),
  route({
    id: "documents.ask",
    method: "POST",
    path: "/territories/:territory/documents",
    about: {
      fr: "Faire les livrables du territoire, tels que sont les données",
      en: "Make the deliverables of the territory from the data as they are",
    },
    who: workers,
    rate: "heavy",
    params: inTerritory,
    body: z.object({ audience: Audience, lang: z.enum(["fr", "en"]) }),
    answer: z.object({ id: uuid }),
    status: 202,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const id = newId(source);
      await tx
        .insertInto("document")
        .values({
          territory_id: params.territory,
          id,
          at: source.now(),
          account_id: actor.account ?? null,
          audience: body.audience,
          lang: body.lang,
          status: "asked",
        })
        .execute();
      await enqueue(tx, "make-document", { territory: params.territory, document: id }, `document:${id}`);
      await tell(tx, { territory: params.territory, about: "documents", id });
      return ok({ id });
    },
  }),
  route({
    id: "documents.stop",
    method: "POST",
    path: "/territories/:territory/documents/:document/stop",
    about: { fr: "Arrêter un travail en cours", en: "Stop work under way" },
    who: workers,
    params: inDocument,
    answer: nothing,
    handle: async ({ tx, params }) => {
      const { numUpdatedRows } = await tx
        .updateTable("document")
        .set({ status: "stopped" })
        .where("territory_id", "=", params.territory)
        .where("id", "=", params.document)
        .where("status", "in", ["asked", "making"])
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return absent;
      await tell(tx, { territory: params.territory, about: "documents", id: params.document });
      return ok({});
    },
  }),
  fileRoute({
    id: "documents.file",
    method: "GET",
    path: "/territories/:territory/documents/:document/files/:name",
    about: { fr: "Un fichier d'un livrable", en: "One file of a deliverable" },
    who: workers,
    log: "purpose",
    params: inDocument.extend({ name: z.string().max(200) }),
    handle: async ({ tx, params }) => {
      const row = await tx
        .selectFrom("document_file")
        .selectAll()
        .where("territory_id", "=", params.territory)
        .where("document_id", "=", params.document)
        .where("name", "=", params.name)
        .executeTakeFirst();
      if (row === undefined) return absent;
      return ok({ name: row.name.split("/").at(-1) ?? row.name, mediaType: row.media_type, bytes: row.bytes });
    },
  }),
];
