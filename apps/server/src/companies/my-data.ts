import { ok } from "@simbiosi/domain";
import { inventoryBytes } from "@simbiosi/study";
import { z } from "zod";
import { inRole } from "../database/as-actor.ts";
import { inTerritory } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { fileRoute, route } from "../http/route.ts";
import { dayOf } from "../ids/new-id.ts";
import { inventoryOf } from "../territories/inventory-of.ts";
import { eraseCompany } from "./erase.ts";

/** What a company types to have itself erased, in either language. */
const Confirmation = z.enum(["EFFACER", "ERASE"]);

export const myDataRoutes = [
  fileRoute({
    id: "my-data.export",
    method: "GET",
    path: "/territories/:territory/my-data",
    about: {
      fr: "Tout ce que Simbiosi sait de l'entreprise, dans un fichier : un classeur, ou tout en JSON",
      en: "All that Simbiosi knows of the company in one file: a workbook, or everything in JSON",
    },
    who: ["company"],
    rate: "heavy",
    params: inTerritory,
    query: z.object({ format: z.enum(["json", "xlsx"]).default("json") }),
    handle: async ({ tx, params, query, actor, services: { source } }) => {
      const own = actor.establishment ?? null;
      if (own === null) return absent;
      const day = dayOf(source.now());
      const name = `simbiosi-mes-donnees-${day}.${query.format}`;
      const inventory = await inventoryOf(tx, params.territory);
      const mine = {
        ...inventory,
        establishments: inventory.establishments.filter(({ id }) => id === own),
        flows: inventory.flows.filter(({ establishment }) => establishment === own),
      };
      if (query.format === "xlsx")
        return ok({
          name,
          mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          bytes: await inventoryBytes(name, mine, day),
        });
      const of = { territory: params.territory, own };
      const removed = await tx
        .selectFrom("flow")
        .select(["id", "data", "removed_at"])
        .where("establishment_id", "=", own)
        .where("removed_at", "is not", null)
        .orderBy("id")
        .execute();
      const answers = await tx
        .selectFrom("synergy_establishment")
        .select(["lead_id as lead", "answer", "answer_reason as reason", "answered_at"])
        .where("territory_id", "=", of.territory)
        .where("establishment_id", "=", own)
        .orderBy("lead_id")
        .execute();
      const proposals = await tx
        .selectFrom("lead_glimpse")
        .select(["lead_id as lead", "fr", "en"])
        .where("territory_id", "=", of.territory)
        .where("establishment_id", "=", own)
        .orderBy("lead_id")
        .execute();
      const history = await tx
        .selectFrom("change")
        .select(["at", "source", "object", "object_id", "action", "before", "after"])
        .where("territory_id", "=", of.territory)
        .where("establishment_id", "=", own)
        .orderBy("at")
        .orderBy("id")
        .execute();
      const links = await tx
        .selectFrom("company_link")
        .select(["email", "created_at", "expires_at", "used_at", "revoked_at"])
        .where("territory_id", "=", of.territory)
        .where("establishment_id", "=", own)
        .orderBy("created_at")
        .execute();
      // The facilitator's book of contacts: the people named there, not what was noted of a talk.
      await inRole(tx, "engine");
      const contacts = await tx
        .selectFrom("contact")
        .select(["name", "position", "email", "phone"])
        .where("territory_id", "=", of.territory)
        .where("establishment_id", "=", own)
        .orderBy("id")
        .execute();
      const encounters = await tx
        .selectFrom("encounter")
        .select(["kind", "on_day"])
        .where("territory_id", "=", of.territory)
        .where("establishment_id", "=", own)
        .orderBy("on_day")
        .orderBy("id")
        .execute();
      await inRole(tx, actor.role);
      const whole = { day, inventory: mine, removed, proposals, answers, history, links, contacts, encounters };
      return ok({
        name,
        mediaType: "application/json",
        bytes: new TextEncoder().encode(`${JSON.stringify(whole, null, 2)}\n`),
      });
    },
  }),
  route({
    id: "my-data.erase",
    method: "POST",
    path: "/territories/:territory/my-data/erasure",
    about: {
      fr: "Quitter le territoire et effacer les données de l'entreprise ; l'animation est prévenue",
      en: "Leave the territory and erase the company's data; the facilitator is told",
    },
    who: ["company"],
    rate: "heavy",
    params: inTerritory,
    body: z.object({ confirm: Confirmation }),
    answer: z.object({
      flows: z.number().int(),
      changes: z.number().int(),
      entries: z.number().int(),
      elsewhere: z.boolean(),
    }),
    handle: async ({ tx, params, actor, services, cookie }) => {
      const own = actor.establishment ?? null;
      if (own === null) return absent;
      const erased = await eraseCompany(tx, services, actor, params.territory, own);
      cookie.clear();
      return ok(erased);
    },
  }),
];
