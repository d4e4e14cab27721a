import { ok, proposedSheets } from "@simbiosi/domain";
import { z } from "zod";
import type { Tx } from "../database/as-actor.ts";
import { inTerritory, langAsked, uuid, workers } from "../http/fields.ts";
import { absent, refuse } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { type LeadRow, leadId } from "../leads/lead-row.ts";
import type { Services } from "../services.ts";
import { type ActionRow, sheetIn } from "./action-row.ts";
import { change, rowsOf, write } from "./store.ts";

const inLead = inTerritory.extend({ lead: leadId });

/** From a kept lead to the plan. */
export const leadActionRoutes = [
  route({
    id: "leads.actions",
    method: "GET",
    path: "/territories/:territory/leads/:lead/actions",
    about: {
      fr: "Les fiches action qu'une piste gardée demande, et celles qui la portent déjà",
      en: "The action sheets that a kept lead asks for, and those that carry it already",
    },
    who: workers,
    params: inLead,
    query: langAsked,
    answer: z.object({
      proposals: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          axis: z.string(),
          why: z.string(),
          owner: z.string(),
          months: z.number(),
          /** A sheet of the plan that is about the same: accepting links it. */
          standing: z.object({ id: uuid, title: z.string() }).nullable(),
        }),
      ),
      linked: z.array(z.object({ id: uuid, title: z.string() })),
    }),
    handle: async ({ tx, params, query, services }) => {
      const found = await proposalsOf(tx, services, params.territory, params.lead, query.lang);
      if (found === undefined) return absent;
      const { proposals, rows } = found;
      const named = (row: ActionRow) => ({ id: row.id, title: sheetIn(row).title });
      const linked = rows.filter((row) => sheetIn(row).leads.includes(params.lead));
      return ok({
        proposals: proposals
          .filter(({ key }) => !linked.some((row) => row.key === key))
          .map(({ key, why, months, sheet }) => {
            const same = rows.find((row) => row.key === key);
            return {
              key,
              why,
              months,
              title: sheet.title,
              axis: sheet.axis,
              owner: sheet.steps[0]?.owner ?? "",
              standing: same === undefined ? null : named(same),
            };
          }),
        linked: linked.map(named),
      });
    },
  }),
  route({
    id: "leads.plan",
    method: "POST",
    path: "/territories/:territory/leads/:lead/actions",
    about: {
      fr: "Mettre au plan les fiches choisies parmi celles qu'une piste gardée demande",
      en: "Put into the plan the sheets chosen among those that a kept lead asks for",
    },
    who: workers,
    params: inLead,
    query: langAsked,
    body: z.object({ keys: z.array(z.string().max(200)).min(1).max(50) }),
    answer: z.object({ made: z.array(uuid), linked: z.array(uuid) }),
    handle: async ({ tx, params, query, body, actor, services }) => {
      const { territory, lead } = params;
      const { source } = services;
      const found = await proposalsOf(tx, services, territory, lead, query.lang);
      if (found === undefined) return absent;
      const decision = await tx
        .selectFrom("synergy")
        .select("stage")
        .where("territory_id", "=", territory)
        .where("lead_id", "=", lead)
        .executeTakeFirst();
      if (decision === undefined || decision.stage === "detected" || decision.stage === "abandoned")
        return refuse(
          409,
          "LEAD_NOT_KEPT",
          "Gardez d'abord cette piste : seules les pistes gardées entrent au plan d'actions.",
          "Keep this lead first: only kept leads enter the action plan.",
        );
      const made: string[] = [];
      const linked: string[] = [];
      for (const { key, sheet } of found.proposals.filter((one) => body.keys.includes(one.key))) {
        const same = found.rows.find((row) => row.key === key);
        if (same === undefined) {
          const id = newId(source);
          await write(tx, source, actor, territory, id, sheet, key);
          made.push(id);
        } else {
          const { leads, partners } = sheetIn(same);
          const union = (some: readonly string[], more: readonly string[]) => [...new Set([...some, ...more])];
          await change(tx, source, actor, territory, same, {
            leads: union(leads, [lead]),
            partners: union(partners, sheet.partners),
          });
          linked.push(same.id);
        }
      }
      return ok({ made, linked });
    },
  }),
];

async function proposalsOf(
  tx: Tx,
  { source, reference }: Services,
  territory: string,
  lead: string,
  lang: "fr" | "en",
) {
  const found = await tx
    .selectFrom("lead")
    .select(lang)
    .where("territory_id", "=", territory)
    .where("id", "=", lead)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const said = (found as Readonly<Record<string, unknown>>)[lang] as LeadRow;
  const day = source.now().toISOString().slice(0, 10);
  return { proposals: proposedSheets(reference, said.lead, day, lang), rows: await rowsOf(tx, territory) };
}
