import {
  bug,
  CheckSchema,
  funnelOf,
  ok,
  type ReasonCode,
  reasonCodes,
  type Stage,
  SynergiesSchema,
  SynergySchema,
} from "@simbiosi/domain";
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "../database/as-actor.ts";
import { CheckedText, type RowTexts } from "../http/checked-text.ts";
import { day, inTerritory, langAsked, uuid, version, workers } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { decide, takeBack } from "./decide.ts";
import { Brief, briefIn, Decision, decisionOf, FoundBrief, type LeadRow, leadId, StageSchema } from "./lead-row.ts";
import type { RunChanges, Told } from "./write-leads.ts";

const inLead = inTerritory.extend({ lead: leadId });
const many = 200;

/** A flow or a company that was touched, by name: why a run found something else than the one before. */
const Why = z.object({
  id: z.string(),
  object: z.enum(["flow", "establishment"]),
  name: z.string().nullable(),
  company: z.string().nullable(),
});
const Change = z.object({ id: z.string(), title: z.string(), why: z.array(Why) });
const Changes = z.object({
  found: z.array(Change),
  gone: z.array(Change),
  moved: z.array(Change.extend({ before: z.number().nullable(), now: z.number().nullable() })),
  counts: z.object({ found: z.number(), gone: z.number(), moved: z.number() }),
});

/** A lead that was decided on. */
const Card = z.object({
  id: z.string(),
  title: z.string(),
  decision: Decision,
  /** Null when the last run no longer finds it: what was decided stays. */
  lead: Brief.omit({ decision: true, reasons: true, doubts: true }).nullable(),
});

/** What the last run says beside its leads. */
const Understanding = z.object({
  check: CheckSchema.nullable(),
  refused: SynergiesSchema.shape.refused,
  unmatched: SynergiesSchema.shape.unmatched,
  below_threshold: SynergiesSchema.shape.below_threshold,
});

/** One that could not be decided, and why. */
const Refusal = z.object({ lead: z.string(), code: z.string(), fr: z.string(), en: z.string() });

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
      run: z.object({ at: z.string(), leads: z.number(), flows: z.number() }).nullable(),
      leads: z.array(Brief),
    }),
    handle: async ({ tx, params, query, services: { texts } }) => {
      const leads = await briefTexts({ tx, territory: params.territory, lang: query.lang }, texts);
      const decided = await decisionsOf(tx, params.territory);
      const run = await runOf(tx, params.territory);
      const told = run === undefined ? null : { at: run.at.toISOString(), leads: run.leads, flows: run.flows };
      const rows = leads.map(([id, brief]) => {
        const decision = decided.get(id);
        const words = decision === undefined ? "null" : JSON.stringify(Decision.parse(decision));
        return `${brief.slice(0, -1)},"decision":${words}}`;
      });
      return ok(new CheckedText(`{"run":${JSON.stringify(told)},"leads":[${rows.join(",")}]}`));
    },
  }),
  route({
    id: "leads.run",
    method: "GET",
    path: "/territories/:territory/run",
    about: {
      fr: "Ce que la dernière recherche de pistes a changé, et pourquoi ; si une autre est en cours",
      en: "What the last search for leads changed, and why; whether another is under way",
    },
    who: workers,
    params: inTerritory,
    query: langAsked,
    answer: z.object({
      /** Something was edited that the last run has not seen yet. */
      matching: z.boolean(),
      run: z.object({ at: z.string(), leads: z.number(), flows: z.number(), changes: Changes }).nullable(),
    }),
    handle: async ({ tx, params, query: { lang } }) => {
      const run = await tx
        .selectFrom("detection_run")
        .select(["at", "leads", "flows", "changes"])
        .where("territory_id", "=", params.territory)
        .executeTakeFirst();
      if (run === undefined) return ok({ matching: true, run: null });
      const newer = await tx
        .selectFrom("change")
        .select("id")
        .where("territory_id", "=", params.territory)
        .where("object", "in", ["flow", "establishment"])
        .where("at", ">", run.at)
        .limit(1)
        .executeTakeFirst();
      const changes = run.changes as RunChanges;
      const name = await namesOf(tx, params.territory, [...changes.found, ...changes.gone, ...changes.moved]);
      const told = <T extends Told>(one: T) => ({
        id: one.id,
        title: one[lang],
        why: one.why.map((id) => name(id)),
      });
      return ok({
        matching: newer !== undefined,
        run: {
          at: run.at.toISOString(),
          leads: run.leads,
          flows: run.flows,
          changes: {
            found: changes.found.map(told),
            gone: changes.gone.map(told),
            moved: changes.moved.map((one) => ({ ...told(one), before: one.before, now: one.now })),
            counts: changes.counts,
          },
        },
      });
    },
  }),
  route({
    id: "leads.portfolio",
    method: "GET",
    path: "/territories/:territory/portfolio",
    about: {
      fr: "Les pistes décidées, par étape, et combien sont allées jusqu'où",
      en: "The leads that were decided on, by stage, and how many came how far",
    },
    who: workers,
    params: inTerritory,
    query: langAsked,
    answer: z.object({
      cards: z.array(Card),
      funnel: z.array(
        z.object({
          stage: StageSchema,
          here: z.number(),
          reached: z.number(),
          conversion: z.number().nullable(),
        }),
      ),
    }),
    handle: async ({ tx, params, query }) => {
      const { territory } = params;
      const events = await tx
        .selectFrom("synergy_event")
        .select(["lead_id", "to_stage"])
        .where("territory_id", "=", territory)
        .orderBy("at")
        .orderBy("id")
        .execute();
      const histories = new Map<string, Stage[]>();
      for (const { lead_id, to_stage } of events)
        histories.set(lead_id, [...(histories.get(lead_id) ?? []), to_stage as Stage]);
      return ok({
        cards: [...(await cardsOf(tx, territory, query.lang))],
        funnel: [...funnelOf([...histories.values()])],
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
      /** Next steps as they were said, newest last. */
      steps: z.array(
        z.object({
          at: z.string(),
          who: z.string().nullable(),
          next_step: z.string().nullable(),
          next_owner: z.string().nullable(),
          next_on: z.string().nullable(),
        }),
      ),
    }),
    handle: async ({ tx, params, query }) => {
      const { territory, lead } = params;
      const row = await tx
        .selectFrom("lead")
        .select(sql<LeadRow>`${sql.ref(query.lang)}`.as("said"))
        .where("territory_id", "=", territory)
        .where("id", "=", lead)
        .executeTakeFirst();
      if (row === undefined) return absent;
      const run = await tx
        .selectFrom("detection_run")
        // Of megabytes, one sentence.
        .select(sql<string>`rest #>> array[${query.lang}::text, 'disclaimer']`.as("disclaimer"))
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
      const edits = await tx
        .selectFrom("change")
        .leftJoin("account", "account.id", "change.account_id")
        .select(["change.at", "change.before", "change.after", "account.name as who"])
        .where("change.territory_id", "=", territory)
        .where("change.object", "=", "synergy")
        .where("change.object_id", "=", lead)
        .orderBy("change.at")
        .orderBy("change.id")
        .execute();
      return ok({
        ...row.said,
        disclaimer: run?.disclaimer ?? bug("a lead without its run"),
        decision: decision === undefined ? null : decisionOf(decision),
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
        steps: edits.flatMap(({ at, who, before, after }) => {
          const [was, is] = [before as Decision | null, after as Decision | null];
          const same =
            was?.next_step === is?.next_step && was?.next_owner === is?.next_owner && was?.next_on === is?.next_on;
          return is === null || same || (was === null && is.next_step === null && is.next_on === null)
            ? []
            : {
                at: at.toISOString(),
                who,
                next_step: is.next_step,
                next_owner: is.next_owner,
                next_on: is.next_on,
              };
        }),
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
    handle: ({ tx, params, body, actor, services: { source } }) =>
      decide({ tx, source, actor, territory: params.territory }, params.lead, body),
  }),
  route({
    id: "leads.decide-many",
    method: "POST",
    path: "/territories/:territory/decisions",
    about: {
      fr: "Garder ou écarter plusieurs pistes d'un coup ; celles qui ne peuvent l'être sont dites",
      en: "Keep or set aside several leads at once; those that cannot be are told",
    },
    who: workers,
    params: inTerritory,
    body: z.object({
      leads: z
        .array(z.object({ lead: leadId, version: version.optional() }))
        .min(1)
        .max(many),
      stage: StageSchema,
      reason_code: z.enum(reasonCodes).nullable().default(null),
      reason: z.string().max(2_000).nullable().default(null),
    }),
    answer: z.object({ decided: z.array(z.object({ lead: leadId, version })), refused: z.array(Refusal) }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const decided: { lead: string; version: number }[] = [];
      const refused: z.input<typeof Refusal>[] = [];
      for (const one of body.leads) {
        const move = { stage: body.stage, reason_code: body.reason_code, reason: body.reason, version: one.version };
        const done = await decide({ tx, source, actor, territory: params.territory }, one.lead, move);
        if (done.ok) decided.push({ lead: one.lead, version: done.value.version });
        else refused.push({ lead: one.lead, code: done.problem.code, ...done.problem.message });
      }
      return ok({ decided, refused });
    },
  }),
  route({
    id: "leads.undo",
    method: "POST",
    path: "/territories/:territory/decisions/undo",
    about: {
      fr: "Annuler ses dernières décisions (pendant dix minutes)",
      en: "Take back one's last decisions (for ten minutes)",
    },
    who: workers,
    params: inTerritory,
    body: z.object({
      leads: z
        .array(z.object({ lead: leadId, version }))
        .min(1)
        .max(many),
    }),
    answer: z.object({ undone: z.array(leadId), refused: z.array(Refusal) }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const undone: string[] = [];
      const refused: z.input<typeof Refusal>[] = [];
      for (const one of body.leads) {
        const done = await takeBack({ tx, source, actor, territory: params.territory }, one.lead, one.version);
        if (done.ok) undone.push(one.lead);
        else refused.push({ lead: one.lead, code: done.problem.code, ...done.problem.message });
      }
      return ok({ undone, refused });
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
    answer: Understanding,
    handle: async ({ tx, params, query }) => {
      const rest = await understandingOf(tx, params.territory, query.lang);
      return ok(rest ?? { check: null, refused: [], unmatched: [], below_threshold: [] });
    },
  }),
];

/** The leads of the last run in their order, as a list shows them. */
export async function briefsOf(tx: Tx, territory: string, lang: "fr" | "en"): Promise<readonly FoundBrief[]> {
  const rows = await tx
    .selectFrom("lead")
    .select(briefIn(lang).as("brief"))
    .where("territory_id", "=", territory)
    .orderBy("rank")
    .execute();
  return rows.map(({ brief }) => brief);
}

type Briefs = { readonly tx: Tx; readonly territory: string; readonly lang: "fr" | "en" };

/** The same in JSON, each by its identifier. Only those that were not written before are read whole. */
async function briefTexts({ tx, territory, lang }: Briefs, texts: RowTexts): Promise<readonly [string, string][]> {
  const stamp = sql<string>`${lang}::text || ' ' || lead.territory_id || ' ' || lead.id || ' ' || lead.xmin`;
  const rows = tx.selectFrom("lead").where("territory_id", "=", territory).orderBy("rank");
  const open = await rows.select(["lead.id", stamp.as("stamp")]).execute();
  const known = open.map(({ id, stamp }) => [id, texts.get(stamp)] as const);
  if (known.every((one): one is [string, string] => one[1] !== undefined)) return known;
  // A run replaces them all: where one is new, so are the others.
  return (await rows.select([briefIn(lang).as("brief"), stamp.as("stamp")]).execute()).map(({ brief, stamp }) => {
    const text = JSON.stringify(FoundBrief.parse(brief));
    texts.set(stamp, text);
    return [brief.id, text];
  });
}

export async function decisionsOf(tx: Tx, territory: string): Promise<ReadonlyMap<string, Decision>> {
  const rows = await tx.selectFrom("synergy").selectAll().where("territory_id", "=", territory).execute();
  return new Map(rows.map((row) => [row.lead_id, decisionOf(row)]));
}

/** The leads that were decided on, whether the last run finds them or not; the latest moved first. */
export async function cardsOf(
  tx: Tx,
  territory: string,
  lang: "fr" | "en",
): Promise<
  readonly {
    readonly id: string;
    readonly title: string;
    readonly decision: Decision;
    readonly lead: FoundBrief | null;
  }[]
> {
  const rows = await tx
    .selectFrom("synergy")
    .leftJoin("lead", (on) =>
      on.onRef("lead.territory_id", "=", "synergy.territory_id").onRef("lead.id", "=", "synergy.lead_id"),
    )
    .selectAll("synergy")
    .select(["lead.rank", briefIn(lang).as("lead")])
    .where("synergy.territory_id", "=", territory)
    .orderBy("synergy.stage_since", "desc")
    .orderBy("synergy.lead_id")
    .execute();
  return rows.map((row) => ({
    id: row.lead_id,
    title: row.rank === null ? (lang === "fr" ? row.title_fr : row.title_en) : row.lead.title,
    decision: decisionOf(row),
    lead: row.rank === null ? null : row.lead,
  }));
}

/** What the last run understood, refused and left alone; null before the first, and to whom it is not open. */
export async function understandingOf(
  tx: Tx,
  territory: string,
  lang: "fr" | "en",
): Promise<z.input<typeof Understanding> | null> {
  const run = await tx
    .selectFrom("detection_run")
    .select(sql<z.input<typeof Understanding>>`rest -> ${lang}::text`.as("rest"))
    .where("territory_id", "=", territory)
    .executeTakeFirst();
  return run?.rest ?? null;
}

const runOf = (tx: Tx, territory: string) =>
  tx
    .selectFrom("detection_run")
    .select(["at", "leads", "flows"])
    .where("territory_id", "=", territory)
    .executeTakeFirst();

/** Names of what was touched, of a removed flow too. */
async function namesOf(
  tx: Tx,
  territory: string,
  changes: readonly Told[],
): Promise<(id: string) => z.input<typeof Why>> {
  const ids = [...new Set(changes.flatMap(({ why }) => why))];
  if (ids.length === 0) return (id) => ({ id, object: "flow", name: null, company: null });
  const flows = await tx
    .selectFrom("flow")
    .leftJoin("establishment", "establishment.id", "flow.establishment_id")
    .select(["flow.id", "flow.label", "establishment.name"])
    .where("flow.id", "in", ids)
    .execute();
  const sites = await tx
    .selectFrom("establishment")
    .innerJoin("participation", "participation.establishment_id", "establishment.id")
    .select(["establishment.id", "establishment.name"])
    .where("participation.territory_id", "=", territory)
    .where("establishment.id", "in", ids)
    .execute();
  const named = new Map<string, z.input<typeof Why>>([
    ...flows.map(({ id, label, name }) => [id, { id, object: "flow", name: label, company: name }] as const),
    ...sites.map(({ id, name }) => [id, { id, object: "establishment", name, company: name }] as const),
  ]);
  return (id) => named.get(id) ?? { id, object: "establishment", name: null, company: null };
}
