import { ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, nothing, uuid, version, workers } from "../http/fields.ts";
import { absent, stale } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";
import { enqueue } from "../jobs/enqueue.ts";

const leadId = z.string().regex(/^(sub|tra|mut|sha)-[0-9a-f]{12}$/);
const Wish = z.object({
  objective: z.enum(["gain", "co2e", "diverted"]),
  budget: z.number().nonnegative().max(1e10).nullable(),
  excluded: z.array(leadId).max(500),
  required: z.array(leadId).max(50),
});
const Flat = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  state: z.enum(["known", "unknown", "not-applicable"]),
});
const Text = z.object({ fr: z.string(), en: z.string() });
const Answer = z.object({
  status: z.enum(["optimal", "feasible", "infeasible", "unbounded", "stopped"]),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  conflicts: z.array(Text),
  investment: z.number(),
  totals: z.array(z.object({ measure: z.enum(["gain", "co2e", "diverted"]), figure: Flat })),
  leads: z.array(z.object({ id: z.string(), title: Text, gain: Flat, co2e: Flat, diverted: Flat, investment: Flat })),
});
const Progress = z.object({
  part: z.number(),
  parts: z.number(),
  objective: z.number().nullable(),
  gap: z.number().nullable(),
});
const name = z.string().trim().min(1).max(120);
const inScenario = inTerritory.extend({ scenario: uuid });

const rowOf = (tx: Tx, params: { readonly territory: string; readonly scenario: string }) =>
  tx
    .selectFrom("scenario")
    .selectAll()
    .where("territory_id", "=", params.territory)
    .where("id", "=", params.scenario)
    .forUpdate()
    .executeTakeFirst();

export const scenarioRoutes = [
  route({
    id: "scenarios.list",
    method: "GET",
    path: "/territories/:territory/scenarios",
    about: { fr: "Les scénarios, et le plan trouvé pour chacun", en: "The scenarios, and the plan found for each" },
    who: workers,
    params: inTerritory,
    answer: z.object({
      scenarios: z.array(
        z.object({
          id: uuid,
          name: z.string(),
          wish: Wish,
          status: z.enum(["asked", "solving", "done", "failed", "stopped"]),
          progress: Progress.nullable(),
          answer: Answer.nullable(),
          asked_at: z.string(),
          solved_at: z.string().nullable(),
          version,
        }),
      ),
    }),
    handle: async ({ tx, params }) => {
      const rows = await tx
        .selectFrom("scenario")
        .selectAll()
        .where("territory_id", "=", params.territory)
        .where("removed_at", "is", null)
        .orderBy("asked_at")
        .orderBy("id")
        .execute();
      return ok({
        scenarios: rows.map((row) => ({
          id: row.id,
          name: row.name,
          wish: Wish.parse(row.wish),
          status: row.status,
          progress: Progress.nullable().parse(row.progress),
          answer: Answer.nullable().parse(row.answer),
          asked_at: row.asked_at.toISOString(),
          solved_at: row.solved_at?.toISOString() ?? null,
          version: row.version,
        })),
      });
    },
  }),
  route({
    id: "scenarios.create",
    method: "POST",
    path: "/territories/:territory/scenarios",
    about: { fr: "Demander un scénario", en: "Ask for a scenario" },
    who: workers,
    rate: "heavy",
    params: inTerritory,
    body: z.object({ name, wish: Wish }),
    answer: z.object({ id: uuid, version }),
    status: 202,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const { territory } = params;
      const id = newId(source);
      await tx
        .insertInto("scenario")
        .values({
          territory_id: territory,
          id,
          name: body.name,
          wish: JSON.stringify(body.wish),
          status: "asked",
          asked_at: source.now(),
        })
        .execute();
      await enqueue(tx, "solve-scenario", { territory, scenario: id }, `scenario:${id}`);
      await remember(tx, source, actor, { territory, object: "scenario", id, action: "created", after: body });
      await tell(tx, { territory, about: "scenarios", id });
      return ok({ id, version: 1 });
    },
  }),
  route({
    id: "scenarios.update",
    method: "PATCH",
    path: "/territories/:territory/scenarios/:scenario",
    about: {
      fr: "Changer un scénario et chercher de nouveau son plan",
      en: "Change a scenario and look for its plan again",
    },
    who: workers,
    rate: "heavy",
    params: inScenario,
    body: z.object({ version, name: name.optional(), wish: Wish.optional() }),
    answer: z.object({ version }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const { territory, scenario } = params;
      const row = await rowOf(tx, params);
      if (row === undefined || row.removed_at !== null) return absent;
      const before = { name: row.name, wish: row.wish };
      if (row.version !== body.version) return { ok: false, problem: stale({ ...before, version: row.version }) };
      const after = { name: body.name ?? row.name, wish: body.wish ?? row.wish };
      const next = row.version + 1;
      await tx
        .updateTable("scenario")
        .set({
          name: after.name,
          wish: JSON.stringify(after.wish),
          status: "asked",
          progress: null,
          answer: null,
          solved_at: null,
          asked_at: source.now(),
          version: next,
        })
        .where("territory_id", "=", territory)
        .where("id", "=", scenario)
        .execute();
      await enqueue(tx, "solve-scenario", { territory, scenario }, `scenario:${scenario}`);
      await remember(tx, source, actor, {
        territory,
        object: "scenario",
        id: scenario,
        action: "changed",
        before,
        after,
      });
      await tell(tx, { territory, about: "scenarios", id: scenario });
      return ok({ version: next });
    },
  }),
  route({
    id: "scenarios.stop",
    method: "POST",
    path: "/territories/:territory/scenarios/:scenario/stop",
    about: { fr: "Arrêter la recherche d'un plan", en: "Stop looking for a plan" },
    who: workers,
    params: inScenario,
    answer: nothing,
    handle: async ({ tx, params }) => {
      const { numUpdatedRows } = await tx
        .updateTable("scenario")
        .set({ status: "stopped" })
        .where("territory_id", "=", params.territory)
        .where("id", "=", params.scenario)
        .where("status", "in", ["asked", "solving"])
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return absent;
      await tell(tx, { territory: params.territory, about: "scenarios", id: params.scenario });
      return ok({});
    },
  }),
  ...(["remove", "restore"] as const).map((action) =>
    route({
      id: `scenarios.${action}`,
      method: action === "remove" ? "DELETE" : "POST",
      path: `/territories/:territory/scenarios/:scenario${action === "remove" ? "" : "/restore"}`,
      about:
        action === "remove"
          ? { fr: "Retirer un scénario", en: "Remove a scenario" }
          : { fr: "Remettre un scénario retiré", en: "Put a removed scenario back" },
      who: workers,
      params: inScenario,
      answer: nothing,
      handle: async ({ tx, params, actor, services: { source } }) => {
        const { territory, scenario } = params;
        const row = await rowOf(tx, params);
        if (row === undefined || (row.removed_at === null) !== (action === "remove")) return absent;
        await tx
          .updateTable("scenario")
          .set({ removed_at: action === "remove" ? source.now() : null })
          .where("territory_id", "=", territory)
          .where("id", "=", scenario)
          .execute();
        await remember(tx, source, actor, {
          territory,
          object: "scenario",
          id: scenario,
          action: action === "remove" ? "removed" : "restored",
        });
        await tell(tx, { territory, about: "scenarios", id: scenario });
        return ok({});
      },
    }),
  ),
];
