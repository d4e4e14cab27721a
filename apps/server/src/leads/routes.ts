import {
  bug,
  CheckSchema,
  canMove,
  ok,
  type ReasonCode,
  reasonCodes,
  type Stage,
  SynergiesSchema,
  SynergySchema,
  stages,
} from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { day, inTerritory, langAsked, uuid, version, workers } from "../http/fields.ts";
import { absent, refuse, stale } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { newId } from "../ids/new-id.ts";

const leadId = z.string().regex(/^(sub|tra|mut|sha)-[0-9a-f]{12}$/);
const inLead = inTerritory.extend({ lead: leadId });
const StageSchema = z.enum(stages);
const Decision = z.object({
  stage: StageSchema,
  stage_since: z.string(),
  reason_code: z.enum(reasonCodes).nullable(),
  reason: z.string().nullable(),
  next_step: z.string().nullable(),
  next_owner: z.string().nullable(),
  next_on: day.nullable(),
  version,
});
const Brief = SynergySchema.pick({
  id: true,
  rank: true,
  kind: true,
  title: true,
  offers: true,
  needs: true,
  establishments: true,
  quantity: true,
  distance_km: true,
  gain_eur_per_year: true,
  investment_eur: true,
  co2e_t_per_year: true,
  diverted_t_per_year: true,
  ease: true,
  doubts: true,
  reasons: true,
}).extend({ verdict: SynergySchema.shape.verdict.shape.outcome, decision: Decision.nullable() });

type LeadRow = {
  readonly lead: z.output<typeof SynergySchema>;
  readonly explanations: z.output<typeof SynergiesSchema>["explanations"];
};

type DecisionRow = {
  stage: string;
  stage_since: Date;
  reason_code: string | null;
  reason: string | null;
  next_step: string | null;
  next_owner: string | null;
  next_on: string | null;
  version: number;
};
const decisionOf = (row: DecisionRow | undefined) =>
  row === undefined
    ? null
    : {
        stage: row.stage as Stage,
        stage_since: row.stage_since.toISOString(),
        reason_code: row.reason_code as ReasonCode | null,
        reason: row.reason,
        next_step: row.next_step,
        next_owner: row.next_owner,
        next_on: row.next_on,
        version: row.version,
      };

const Changes = z.object({
  found: z.array(z.object({ id: z.string(), title: z.string(), why: z.array(z.string()) })),
  gone: z.array(z.object({ id: z.string(), title: z.string(), why: z.array(z.string()) })),
  moved: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      before: z.number().nullable(),
      now: z.number().nullable(),
      why: z.array(z.string()),
    }),
  ),
});

export const leadRoutes = [
  route({
    id: "leads.list",
    method: "GET",
    path: "/territories/:territory/leads",
    about: {
      fr: "Les pistes détectées, et ce qu'on en a décidé",
      en: "The leads that were found, and what was decided of them",
    },
    who: workers,
    params: inTerritory,
    query: langAsked,
    answer: z.object({
      run: z.object({ at: z.string(), leads: z.number(), flows: z.number(), changes: Changes }).nullable(),
      leads: z.array(Brief),
    }),
    handle: async ({ tx, params, query }) => {
      const { lang } = query;
      const rows = await tx
        .selectFrom("lead")
        .select(["id", lang])
        .where("territory_id", "=", params.territory)
        .orderBy("rank")
        .execute();
      const decisions = await tx
        .selectFrom("synergy")
        .selectAll()
        .where("territory_id", "=", params.territory)
        .execute();
      const decided = new Map(decisions.map((row) => [row.lead_id, row]));
      const run = await tx
        .selectFrom("detection_run")
        .selectAll()
        .where("territory_id", "=", params.territory)
        .executeTakeFirst();
      type Told = { id: string; fr: string; en: string; why: string[] };
      const changes = run?.changes as {
        found: Told[];
        gone: Told[];
        moved: (Told & { before: number | null; now: number | null })[];
      };
      const titled = <T extends Told>(list: readonly T[]) => list.map((one) => ({ ...one, title: one[lang] }));
      return ok({
        run:
          run === undefined
            ? null
            : {
                at: run.at.toISOString(),
                leads: run.leads,
                flows: run.flows,
                changes: { found: titled(changes.found), gone: titled(changes.gone), moved: titled(changes.moved) },
              },
        leads: rows.map((row) => {
          const { lead } = row[lang] as LeadRow;
          return { ...lead, verdict: lead.verdict.outcome, decision: decisionOf(decided.get(row.id)) };
        }),
      });
    },
  }),
  route({
    id: "leads.read",
    method: "GET",
    path: "/territories/:territory/leads/:lead",
    about: {
      fr: "Une piste, avec l'explication de chaque chiffre",
      en: "One lead, with the explanation of each figure",
    },
    who: workers,
    log: "purpose",
    params: inLead,
    query: langAsked,
    answer: z.object({
      lead: SynergySchema,
      explanations: SynergiesSchema.shape.explanations,
      disclaimer: z.string(),
      decision: Decision.nullable(),
      answers: z.array(
        z.object({
          establishment: uuid,
          answer: z.enum(["interested", "not-now", "no"]).nullable(),
          reason: z.string().nullable(),
          at: z.string().nullable(),
        }),
      ),
      events: z.array(
        z.object({
          at: z.string(),
          who: z.string().nullable(),
          from: StageSchema.nullable(),
          to: StageSchema,
          reason_code: z.enum(reasonCodes).nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
    handle: async ({ tx, params, query }) => {
      const { territory, lead } = params;
      const row = await tx
        .selectFrom("lead")
        .select(["fr", "en"])
        .where("territory_id", "=", territory)
        .where("id", "=", lead)
        .executeTakeFirst();
      if (row === undefined) return absent;
      const run = await tx
        .selectFrom("detection_run")
        .select("rest")
        .where("territory_id", "=", territory)
        .executeTakeFirst();
      const decision = await tx
        .selectFrom("synergy")
        .selectAll()
        .where("territory_id", "=", territory)
        .where("lead_id", "=", lead)
        .executeTakeFirst();
      const answers = await tx
        .selectFrom("synergy_establishment")
        .selectAll()
        .where("territory_id", "=", territory)
        .where("lead_id", "=", lead)
        .orderBy("establishment_id")
        .execute();
      const events = await tx
        .selectFrom("synergy_event")
        .leftJoin("account", "account.id", "synergy_event.account_id")
        .selectAll("synergy_event")
        .select("account.name as who")
        .where("synergy_event.territory_id", "=", territory)
        .where("synergy_event.lead_id", "=", lead)
        .orderBy("synergy_event.at")
        .execute();
      const rest = (run?.rest ?? bug("a lead without its run")) as Record<"fr" | "en", { disclaimer: string }>;
      return ok({
        ...(row[query.lang] as LeadRow),
        disclaimer: rest[query.lang].disclaimer,
        decision: decisionOf(decision),
        answers: answers.map((one) => ({
          establishment: one.establishment_id,
          answer: one.answer,
          reason: one.answer_reason,
          at: one.answered_at?.toISOString() ?? null,
        })),
        events: events.map((one) => ({
          at: one.at.toISOString(),
          who: one.who,
          from: one.from_stage as Stage | null,
          to: one.to_stage as Stage,
          reason_code: one.reason_code as ReasonCode | null,
          reason: one.reason,
        })),
      });
    },
  }),
  route({
    id: "leads.decide",
    method: "POST",
    path: "/territories/:territory/leads/:lead/decision",
    about: {
      fr: "Garder, écarter avec sa raison, faire avancer ou annuler ; dire le prochain pas",
      en: "Keep, set aside with its reason, move on or undo; say the next step",
    },
    who: workers,
    params: inLead,
    body: z.object({
      stage: StageSchema,
      /** The version that was on the screen; absent for a first decision. */
      version: version.optional(),
      reason_code: z.enum(reasonCodes).nullable().default(null),
      reason: z.string().max(2_000).nullable().default(null),
      next_step: z.string().max(500).nullable().optional(),
      next_owner: z.string().max(200).nullable().optional(),
      next_on: day.nullable().optional(),
    }),
    answer: Decision,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const { territory, lead: id } = params;
      const lead = await tx
        .selectFrom("lead")
        .select(["fr", "en"])
        .where("territory_id", "=", territory)
        .where("id", "=", id)
        .executeTakeFirst();
      const before = await tx
        .selectFrom("synergy")
        .selectAll()
        .where("territory_id", "=", territory)
        .where("lead_id", "=", id)
        .forUpdate()
        .executeTakeFirst();
      if (lead === undefined && before === undefined) return absent;
      if (before !== undefined && before.version !== body.version)
        return { ok: false, problem: stale(decisionOf(before)) };
      const from = (before?.stage ?? "detected") as Stage;
      if (from !== body.stage && !canMove(from, body.stage))
        return refuse(
          422,
          "MOVE_NOT_ALLOWED",
          "Ce passage d'étape n'est pas possible : suivez l'ordre des étapes.",
          "This move is not possible: follow the order of the stages.",
        );
      const stops = body.stage === "abandoned" || body.stage === "on-hold";
      if (stops && body.reason_code === null)
        return refuse(
          422,
          "REASON_NEEDED",
          "Dites pourquoi : choisissez une raison dans la liste.",
          "Say why: choose a reason in the list.",
        );
      if (body.reason_code === "other" && (body.reason ?? "").trim() === "")
        return refuse(
          422,
          "REASON_WORDS_NEEDED",
          "Précisez cette autre raison en quelques mots.",
          "Tell this other reason in a few words.",
        );
      const now = source.now();
      const titleIn = (lang: "fr" | "en"): string => (lead === undefined ? "" : (lead[lang] as LeadRow).lead.title);
      const row = {
        stage: body.stage,
        reason_code: body.reason_code,
        reason: body.reason,
        next_step: body.next_step === undefined ? (before?.next_step ?? null) : body.next_step,
        next_owner: body.next_owner === undefined ? (before?.next_owner ?? null) : body.next_owner,
        next_on: body.next_on === undefined ? (before?.next_on ?? null) : body.next_on,
        stage_since: before !== undefined && from === body.stage ? before.stage_since : now,
        version: (before?.version ?? 0) + 1,
      };
      if (before === undefined) {
        await tx
          .insertInto("synergy")
          .values({ territory_id: territory, lead_id: id, title_fr: titleIn("fr"), title_en: titleIn("en"), ...row })
          .execute();
        await joinParties(tx, territory, id, lead === undefined ? [] : (lead.fr as LeadRow).lead.establishments);
      } else
        await tx
          .updateTable("synergy")
          .set(row)
          .where("territory_id", "=", territory)
          .where("lead_id", "=", id)
          .execute();
      if (from !== body.stage)
        await tx
          .insertInto("synergy_event")
          .values({
            territory_id: territory,
            id: newId(source),
            lead_id: id,
            at: now,
            account_id: actor.account ?? null,
            from_stage: from,
            to_stage: body.stage,
            reason_code: body.reason_code,
            reason: body.reason,
          })
          .execute();
      await remember(tx, source, actor, {
        territory,
        object: "synergy",
        id,
        action: before === undefined ? "created" : "changed",
        before: decisionOf(before),
        after: row,
      });
      await tell(tx, { territory, about: "synergies", id });
      return ok(decisionOf(row) ?? bug("a decision just made"));
    },
  }),
  route({
    id: "leads.rest",
    method: "GET",
    path: "/territories/:territory/understanding",
    about: {
      fr: "Ce qui a été compris, refusé par la loi, sans partenaire, et les questions qui valent le plus",
      en: "What was understood, refused by law, without a partner, and the questions worth most",
    },
    who: workers,
    params: inTerritory,
    query: langAsked,
    answer: z.object({
      check: CheckSchema.nullable(),
      refused: SynergiesSchema.shape.refused,
      unmatched: SynergiesSchema.shape.unmatched,
      below_threshold: SynergiesSchema.shape.below_threshold,
    }),
    handle: async ({ tx, params, query }) => {
      const run = await tx
        .selectFrom("detection_run")
        .select("rest")
        .where("territory_id", "=", params.territory)
        .executeTakeFirst();
      if (run === undefined) return ok({ check: null, refused: [], unmatched: [], below_threshold: [] });
      return ok((run.rest as Record<"fr" | "en", never>)[query.lang]);
    },
  }),
];

async function joinParties(tx: Tx, territory: string, lead: string, establishments: readonly string[]): Promise<void> {
  // Public parties such as @collectivite are no establishment.
  const ids = establishments.filter((id) => !id.startsWith("@"));
  if (ids.length === 0) return;
  await tx
    .insertInto("synergy_establishment")
    .values(
      ids.map((id) => ({
        territory_id: territory,
        lead_id: lead,
        establishment_id: id,
        answer: null,
        answer_reason: null,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}
