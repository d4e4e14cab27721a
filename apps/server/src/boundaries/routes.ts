import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, nothing, uuid } from "../http/fields.ts";
import { absent, refuse } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { readBoundary } from "./read-boundary.ts";

const inBoundary = inTerritory.extend({ boundary: uuid });

export const boundaryRoutes = [
  route({
    id: "boundaries.upload",
    method: "POST",
    path: "/territories/:territory/boundaries",
    about: {
      fr: "Importer des limites (GeoJSON en WGS 84) pour le fond de carte",
      en: "Import boundaries (GeoJSON in WGS 84) for the background of the map",
    },
    who: ["facilitator"],
    rate: "heavy",
    takesFile: true,
    params: inTerritory,
    body: nothing,
    answer: z.object({ id: uuid, shapes: z.number() }),
    status: 201,
    handle: async ({ tx, params, file, actor, services: { source } }) => {
      const { territory } = params;
      if (file === null)
        return refuse(
          422,
          "BOUNDARY_NO_FILE",
          "Choisissez un fichier GeoJSON (.geojson ou .json).",
          "Choose a GeoJSON file (.geojson or .json).",
        );
      const read = readBoundary(file.bytes);
      if (!read.ok) return read;
      const id = newId(source);
      const shapes = read.value.features.length;
      const name = file.name.replace(/\.(geo)?json$/i, "").slice(0, 120) || "GeoJSON";
      await tx
        .insertInto("boundary")
        .values({
          territory_id: territory,
          id,
          name,
          at: source.now(),
          account_id: actor.account ?? null,
          shapes,
          geojson: JSON.stringify(read.value),
        })
        .execute();
      await remember(tx, source, actor, {
        territory,
        object: "boundary",
        id,
        action: "created",
        after: { name, shapes },
      });
      await tell(tx, { territory, about: "boundaries", id });
      return ok({ id, shapes });
    },
  }),
  ...(["remove", "restore"] as const).map((action) =>
    route({
      id: `boundaries.${action}`,
      method: action === "remove" ? "DELETE" : "POST",
      path: `/territories/:territory/boundaries/:boundary${action === "remove" ? "" : "/restore"}`,
      about:
        action === "remove"
          ? { fr: "Retirer des limites de la carte", en: "Remove boundaries from the map" }
          : { fr: "Remettre des limites retirées", en: "Put removed boundaries back" },
      who: ["facilitator"],
      params: inBoundary,
      answer: nothing,
      handle: async ({ tx, params, actor, services: { source } }) => {
        const { territory, boundary } = params;
        const { numUpdatedRows } = await tx
          .updateTable("boundary")
          .set({ removed_at: action === "remove" ? source.now() : null })
          .where("territory_id", "=", territory)
          .where("id", "=", boundary)
          .where("removed_at", action === "remove" ? "is" : "is not", null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return absent;
        await remember(tx, source, actor, {
          territory,
          object: "boundary",
          id: boundary,
          action: action === "remove" ? "removed" : "restored",
        });
        await tell(tx, { territory, about: "boundaries", id: boundary });
        return ok({});
      },
    }),
  ),
];
