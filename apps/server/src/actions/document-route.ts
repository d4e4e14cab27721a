import { actionFilterKeys, ok, shownActions } from "@simbiosi/domain";
import { planDocument } from "@simbiosi/study";
import { z } from "zod";
import { present } from "../contacts/routes.ts";
import { inTerritory, langAsked, workers } from "../http/fields.ts";
import { fileRoute } from "../http/route.ts";
import { dayOf } from "../ids/new-id.ts";
import { actionOf, rowsOf } from "./store.ts";

export const planDocumentRoute = fileRoute({
  id: "actions.document",
  method: "GET",
  path: "/territories/:territory/action-plan",
  about: {
    fr: "Le plan d'actions en document (Word ou PDF), filtré comme à l'écran",
    en: "The action plan as a document (Word or PDF), filtered as on screen",
  },
  who: workers,
  rate: "heavy",
  log: "purpose",
  params: inTerritory,
  query: langAsked.extend({
    format: z.enum(["docx", "pdf"]),
    ...Object.fromEntries(actionFilterKeys.map((key) => [key, z.string().max(200).optional()])),
  }),
  handle: async ({ tx, params, query, services: { source } }) => {
    const { lang, format, ...filters } = query;
    const day = dayOf(source.now());
    const actions = (await rowsOf(tx, params.territory)).map((row) => actionOf(row, source));
    const sites = await present(tx, params.territory);
    const leads = await tx
      .selectFrom("synergy")
      .select(["lead_id", `title_${lang}`])
      .where("territory_id", "=", params.territory)
      .execute();
    const place = await tx
      .selectFrom("territory")
      .select("name")
      .where("id", "=", params.territory)
      .executeTakeFirstOrThrow();
    const bytes = await planDocument(
      {
        territory: place.name,
        sheets: shownActions(actions, filters),
        names: new Map(sites.map(({ id, name }) => [id, name])),
        leads: new Map(leads.map(({ lead_id, ...title }) => [lead_id, Object.values(title)[0] ?? ""])),
        day,
      },
      format,
      lang,
    );
    return ok({
      name: `${lang === "fr" ? "plan-d-actions" : "action-plan"}.${format}`,
      mediaType:
        format === "pdf"
          ? "application/pdf"
          : "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      bytes,
    });
  },
});
