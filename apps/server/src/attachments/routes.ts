import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { aboutObject } from "../comments/routes.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, nothing, uuid, workers } from "../http/fields.ts";
import { absent, refuse } from "../http/problems.ts";
import { fileRoute, route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { mediaTypeOf } from "./media-type.ts";

/** Ten megabytes: a signed agreement, a photograph, a quotation. */
const limit = 10 * 1024 * 1024;

export const attachmentRoutes = [
  route({
    id: "attachments.list",
    method: "GET",
    path: "/territories/:territory/attachments",
    about: { fr: "Les fichiers joints à un objet", en: "The files attached to an object" },
    who: workers,
    params: inTerritory,
    query: aboutObject,
    answer: z.object({
      attachments: z.array(
        z.object({ id: uuid, at: z.string(), who: z.string().nullable(), name: z.string(), size: z.number() }),
      ),
    }),
    handle: async ({ tx, params, query }) => {
      const rows = await tx
        .selectFrom("attachment")
        .leftJoin("account", "account.id", "attachment.account_id")
        .select(["attachment.id", "attachment.at", "attachment.name", "attachment.size", "account.name as who"])
        .where("attachment.territory_id", "=", params.territory)
        .where("attachment.object", "=", query.object)
        .where("attachment.object_id", "=", query.object_id)
        .where("attachment.removed_at", "is", null)
        .orderBy("attachment.at")
        .orderBy("attachment.id")
        .execute();
      return ok({ attachments: rows.map((row) => ({ ...row, at: row.at.toISOString() })) });
    },
  }),
  route({
    id: "attachments.add",
    method: "POST",
    path: "/territories/:territory/attachments",
    about: {
      fr: "Joindre un fichier (PDF, image, bureautique, texte ; 10 Mo au plus)",
      en: "Attach a file (PDF, picture, office, text; 10 MB at most)",
    },
    who: workers,
    rate: "heavy",
    takesFile: true,
    params: inTerritory,
    body: aboutObject,
    answer: z.object({ id: uuid }),
    status: 201,
    handle: async ({ tx, params, body, file, actor, services: { source } }) => {
      if (file === null || file.bytes.length === 0)
        return refuse(
          422,
          "FILE_EMPTY",
          "Aucun fichier, ou un fichier vide. Choisissez-en un autre.",
          "No file, or an empty one. Choose another.",
        );
      if (file.bytes.length > limit)
        return refuse(
          413,
          "ATTACHMENT_TOO_LARGE",
          "Ce fichier dépasse 10 Mo. Réduisez-le, ou notez où il se trouve dans un message.",
          "This file is over 10 MB. Make it smaller, or write in a message where it is.",
        );
      const mediaType = mediaTypeOf(file.name, file.bytes);
      if (mediaType === undefined)
        return refuse(
          422,
          "ATTACHMENT_TYPE",
          "Ce type de fichier n'est pas accepté, ou le contenu ne correspond pas au nom. Joignez un PDF, une image PNG ou JPEG, un document bureautique, un texte ou un CSV.",
          "This type of file is not accepted, or what it holds is not what its name says. Attach a PDF, a PNG or JPEG picture, an office document, a text or a CSV.",
        );
      const id = newId(source);
      const name = file.name.split(/[\\/]/).at(-1)?.slice(-200) ?? file.name;
      await tx
        .insertInto("attachment")
        .values({
          territory_id: params.territory,
          id,
          object: body.object,
          object_id: body.object_id,
          at: source.now(),
          account_id: actor.account ?? null,
          name,
          media_type: mediaType,
          size: file.bytes.length,
          bytes: file.bytes,
        })
        .execute();
      await remember(tx, source, actor, {
        territory: params.territory,
        object: "attachment",
        id,
        action: "created",
        after: { ...body, name, size: file.bytes.length },
      });
      await tell(tx, { territory: params.territory, about: "notes", id });
      return ok({ id });
    },
  }),
  fileRoute({
    id: "attachments.file",
    method: "GET",
    path: "/territories/:territory/attachments/:attachment",
    about: { fr: "Un fichier joint", en: "An attached file" },
    who: workers,
    log: "purpose",
    params: inTerritory.extend({ attachment: uuid }),
    handle: async ({ tx, params }) => {
      const row = await tx
        .selectFrom("attachment")
        .selectAll()
        .where("territory_id", "=", params.territory)
        .where("id", "=", params.attachment)
        .where("removed_at", "is", null)
        .executeTakeFirst();
      return row === undefined ? absent : ok({ name: row.name, mediaType: row.media_type, bytes: row.bytes });
    },
  }),
  ...(["remove", "restore"] as const).map((action) =>
    route({
      id: `attachments.${action}`,
      method: action === "remove" ? "DELETE" : "POST",
      path:
        action === "remove"
          ? "/territories/:territory/attachments/:attachment"
          : "/territories/:territory/attachments/:attachment/restore",
      about:
        action === "remove"
          ? { fr: "Retirer un fichier (il peut revenir)", en: "Remove a file (it can come back)" }
          : { fr: "Remettre un fichier retiré", en: "Bring back a removed file" },
      who: workers,
      params: inTerritory.extend({ attachment: uuid }),
      answer: nothing,
      handle: async ({ tx, params, actor, services: { source } }) => {
        const { numUpdatedRows } = await tx
          .updateTable("attachment")
          .set({ removed_at: action === "remove" ? source.now() : null })
          .where("territory_id", "=", params.territory)
          .where("id", "=", params.attachment)
          .where("removed_at", action === "remove" ? "is" : "is not", null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return absent;
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "attachment",
          id: params.attachment,
          action: action === "remove" ? "removed" : "restored",
        });
        await tell(tx, { territory: params.territory, about: "notes", id: params.attachment });
        return ok({});
      },
    }),
  ),
];
