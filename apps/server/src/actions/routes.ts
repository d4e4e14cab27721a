import {
  type ActionSheet,
  actionFilterKeys,
  aidFor,
  contextOf,
  financingOf,
  given,
  type Intervention,
  ok,
  proposedSheets,
  remarksOf,
  shownActions,
  standingOf,
  text,
  unknown,
} from "@simbiosi/domain";
import { planDocument } from "@simbiosi/study";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { present } from "../contacts/routes.ts";
import type { Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, langAsked, uuid, version, workers } from "../http/fields.ts";
import { absent, type HttpProblem, httpProblems, refuse, stale } from "../http/problems.ts";
import { type Actor, fileRoute, route } from "../http/route.ts";
import { newId, type Source } from "../ids/new-id.ts";
import { type LeadRow, leadId } from "../leads/lead-row.ts";
import { Action, type ActionRow, newSheet, SheetFields, sheetIn } from "./action-row.ts";

const inAction = inTerritory.extend({ action: uuid });
const inLead = inTerritory.extend({ lead: leadId });

const Spending = z.object({ planned: z.number().int(), actual: z.number().int(), unknown: z.number().int() });
const Funding = z.object({
  "to-ask": z.number().int(),
  asked: z.number().int(),
  agreed: z.number().int(),
  paid: z.number().int(),
});
const FinancingSchema = z.object({
  investment: Spending,
  running: Spending,
  time: Spending,
  byYear: z.array(z.object({ year: z.number().int(), investment: Spending, running: Spending })).readonly(),
  byFunder: z.array(z.object({ name: z.string(), amounts: Funding, unknown: z.number().int() })).readonly(),
  funding: Funding,
  unknownFunding: z.number().int(),
  ownIfSure: z.number().int(),
  ownIfHoped: z.number().int(),
});

const Aid = z.object({
  scheme: z.string(),
  name: z.object({ fr: z.string(), en: z.string() }),
  outcome: z.enum(["possible", "check", "excluded"]),
  /** Cents, at most; null when the scheme does not say. */
  amount: z.number().int().nullable(),
  /** Percent. */
  rate: z.number().nullable(),
  reasons: z.array(z.object({ holds: z.enum(["yes", "no", "unknown"]), fr: z.string(), en: z.string() })),
});

const Refusal = z.object({ action: uuid, code: z.string(), fr: z.string(), en: z.string() });

/** What the schemes of aid call the fields of intervention of the call. */
const themesOf: Readonly<Record<Intervention, readonly string[]>> = {
  behaviour: ["industrial-ecology", "circular-economy"],
  environment: ["industrial-ecology", "circular-economy", "waste", "recycling", "reuse"],
  renewables: ["industrial-ecology", "energy", "heat"],
  other: ["industrial-ecology"],
};

export const actionRoutes = [
  route({
    id: "actions.list",
    method: "GET",
    path: "/territories/:territory/actions",
    about: {
      fr: "Le plan d'actions : ses fiches, où elles en sont, qui les paie",
      en: "The action plan: its sheets, where they stand, who pays for them",
    },
    who: workers,
    params: inTerritory,
    answer: z.object({ actions: z.array(Action), financing: FinancingSchema }),
    handle: async ({ tx, params, services: { source } }) => {
      const rows = await rowsOf(tx, params.territory);
      const live = rows.map(sheetIn).filter(({ status }) => status !== "abandoned");
      return ok({ actions: rows.map((row) => actionOf(row, source)), financing: financingOf(live) });
    },
  }),
  fileRoute({
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
      const day = source.now().toISOString().slice(0, 10);
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
  }),
  route({
    id: "actions.read",
    method: "GET",
    path: "/territories/:territory/actions/:action",
    about: {
      fr: "Une fiche action, son financement et les aides qui pourraient la soutenir",
      en: "One action sheet, its financing and the aid that might support it",
    },
    who: workers,
    params: inAction,
    answer: z.object({ action: Action, financing: FinancingSchema, aid: z.array(Aid), disclaimer: z.string() }),
    handle: async ({ tx, params, services: { source, reference } }) => {
      const row = await rowOf(tx, params.territory, params.action);
      if (row === undefined || row.removed_at !== null) return absent;
      const sheet = sheetIn(row);
      const financing = financingOf([sheet]);
      const place = await tx
        .selectFrom("territory")
        .select("data")
        .where("id", "=", params.territory)
        .executeTakeFirstOrThrow();
      const { planned, unknown: untold } = financing.investment;
      const label = text("Investissement prévu", "Planned investment");
      const day = source.now().toISOString().slice(0, 10);
      const aid = aidFor(reference, {
        investment:
          planned > 0 && untold === 0
            ? given({ label, value: planned / 100, unit: "EUR", source: "declared:territory", date: null })
            : unknown(label, "EUR"),
        kind: "investment",
        themes: themesOf[sheet.intervention],
        beneficiary: { size: null, economic: null, sector: "general", publicStaff: false, deMinimis: null },
        context: contextOf(reference, (place.data as { context?: string | null }).context ?? null).id,
        day,
        started: sheet.status === "ongoing" || sheet.status === "done" ? true : null,
      });
      return ok({
        action: actionOf(row, source),
        financing,
        aid: aid.map(({ scheme, outcome, amount, rate, reasons }) => ({
          scheme: scheme.id,
          name: { fr: scheme.name.fr, en: scheme.name.en },
          outcome,
          amount: amount.value === null ? null : Math.round(amount.value * 100),
          rate: rate.value,
          reasons: reasons.map(({ holds, sentence: { fr, en } }) => ({ holds, fr, en })),
        })),
        disclaimer: "Aide à la décision, pas un avis juridique : le financeur décide.",
      });
    },
  }),
  route({
    id: "actions.create",
    method: "POST",
    path: "/territories/:territory/actions",
    about: { fr: "Ajouter une fiche action", en: "Add an action sheet" },
    who: workers,
    params: inTerritory,
    body: SheetFields.partial().extend({ id: uuid.optional(), title: SheetFields.shape.title }),
    answer: z.object({ id: uuid, version }),
    status: 201,
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const { id: asked, ...said } = body;
      const id = asked ?? newId(source);
      await write(tx, source, actor, params.territory, id, filled(newSheet, said), null);
      return ok({ id, version: 1 });
    },
  }),
  route({
    id: "actions.update",
    method: "PATCH",
    path: "/territories/:territory/actions/:action",
    about: { fr: "Modifier une fiche action", en: "Change an action sheet" },
    who: workers,
    params: inAction,
    body: z.object({ version, fields: SheetFields.partial() }),
    answer: z.object({ version }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const row = await rowOf(tx, params.territory, params.action);
      if (row === undefined || row.removed_at !== null) return absent;
      if (row.version !== body.version) return { ok: false, problem: stale({ ...sheetIn(row), version: row.version }) };
      return ok({ version: await change(tx, source, actor, params.territory, row, body.fields) });
    },
  }),
  route({
    id: "actions.change-many",
    method: "POST",
    path: "/territories/:territory/action-changes",
    about: { fr: "Modifier plusieurs fiches à la fois", en: "Change several sheets at once" },
    who: workers,
    params: inTerritory,
    body: z.object({
      actions: z
        .array(z.object({ id: uuid, version }))
        .min(1)
        .max(500),
      fields: SheetFields.pick({
        axis: true,
        status: true,
        priority: true,
        pilots: true,
        starts: true,
        ends: true,
        intervention: true,
      }).partial(),
    }),
    answer: z.object({ changed: z.array(z.object({ id: uuid, version })), refused: z.array(Refusal) }),
    handle: async ({ tx, params, body, actor, services: { source } }) => {
      const changed: { id: string; version: number }[] = [];
      const refused: z.input<typeof Refusal>[] = [];
      const no = (action: string, { code, message }: HttpProblem): void => {
        refused.push({ action, code, ...message });
      };
      for (const { id, version: seen } of body.actions) {
        const row = await rowOf(tx, params.territory, id);
        if (row === undefined || row.removed_at !== null) no(id, httpProblems.notFound);
        else if (row.version !== seen) no(id, stale(null));
        else changed.push({ id, version: await change(tx, source, actor, params.territory, row, body.fields) });
      }
      return ok({ changed, refused });
    },
  }),
  route({
    id: "actions.duplicate",
    method: "POST",
    path: "/territories/:territory/actions/:action/duplicate",
    about: {
      fr: "Copier une fiche : ce qui a été fait, dépensé, accordé et mesuré n'est pas copié",
      en: "Copy a sheet: what was done, spent, granted and measured is not copied",
    },
    who: workers,
    params: inAction,
    answer: z.object({ id: uuid, version }),
    status: 201,
    handle: async ({ tx, params, actor, services: { source } }) => {
      const row = await rowOf(tx, params.territory, params.action);
      if (row === undefined || row.removed_at !== null) return absent;
      const sheet = sheetIn(row);
      const id = newId(source);
      await write(
        tx,
        source,
        actor,
        params.territory,
        id,
        {
          ...sheet,
          title: `${sheet.title} (2)`.slice(0, 300),
          status: "to-discuss",
          steps: sheet.steps.map((step) => ({ ...step, done: false })),
          budget: sheet.budget.map((line) => ({ ...line, actual: null })),
          funders: sheet.funders.map((funder) => ({ ...funder, state: "to-ask" as const })),
          indicators: sheet.indicators.map((indicator) => ({ ...indicator, measures: [] })),
        },
        null,
      );
      return ok({ id, version: 1 });
    },
  }),
  ...(["remove", "restore"] as const).map((action) =>
    route({
      id: `actions.${action}`,
      method: action === "remove" ? "DELETE" : "POST",
      path:
        action === "remove"
          ? "/territories/:territory/actions/:action"
          : "/territories/:territory/actions/:action/restore",
      about:
        action === "remove"
          ? { fr: "Retirer une fiche (elle peut revenir)", en: "Remove a sheet (it can come back)" }
          : { fr: "Remettre une fiche retirée", en: "Bring back a removed sheet" },
      who: workers,
      params: inAction,
      answer: z.object({ version }),
      handle: async ({ tx, params, actor, services: { source } }) => {
        const row = await rowOf(tx, params.territory, params.action);
        if (row === undefined || (row.removed_at === null) !== (action === "remove")) return absent;
        await tx
          .updateTable("action_sheet")
          .set({ removed_at: action === "remove" ? source.now() : null, version: row.version + 1 })
          .where("territory_id", "=", params.territory)
          .where("id", "=", params.action)
          .execute();
        await remember(tx, source, actor, {
          territory: params.territory,
          object: "action",
          id: params.action,
          action: action === "remove" ? "removed" : "restored",
        });
        await tell(tx, { territory: params.territory, about: "actions", id: params.action });
        return ok({ version: row.version + 1 });
      },
    }),
  ),
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
    handle: async ({ tx, params, query, services: { source } }) => {
      const found = await proposalsOf(tx, source, params.territory, params.lead, query.lang);
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
    handle: async ({ tx, params, query, body, actor, services: { source } }) => {
      const { territory, lead } = params;
      const found = await proposalsOf(tx, source, territory, lead, query.lang);
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

const rowsOf = (tx: Tx, territory: string) =>
  tx
    .selectFrom("action_sheet")
    .selectAll()
    .where("territory_id", "=", territory)
    .where("removed_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();

const rowOf = (tx: Tx, territory: string, id: string) =>
  tx
    .selectFrom("action_sheet")
    .selectAll()
    .where("territory_id", "=", territory)
    .where("id", "=", id)
    .executeTakeFirst();

/** Today is the day of the server: a step due today is not late. */
function actionOf(row: ActionRow, source: Source): z.input<typeof Action> {
  const sheet = sheetIn(row);
  return {
    ...(sheet as z.input<typeof SheetFields>),
    id: row.id,
    version: row.version,
    standing: standingOf(sheet, source.now().toISOString().slice(0, 10)),
    remarks: remarksOf(sheet).map(({ code, sentence, next }) => ({
      code,
      fr: sentence.fr,
      en: sentence.en,
      next_fr: next.fr,
      next_en: next.en,
    })),
    updated_at: row.updated_at.toISOString(),
  };
}

async function write(
  tx: Tx,
  source: Source,
  actor: Actor,
  territory: string,
  id: string,
  sheet: ActionSheet,
  key: string | null,
): Promise<void> {
  const now = source.now();
  await tx
    .insertInto("action_sheet")
    .values({ territory_id: territory, id, key, sheet: JSON.stringify(sheet), created_at: now, updated_at: now })
    .execute();
  await remember(tx, source, actor, { territory, object: "action", id, action: "created", after: sheet });
  await tell(tx, { territory, about: "actions", id });
}

/** Some fields of a sheet, as a request says them. */
type Said = { readonly [K in keyof ActionSheet]?: ActionSheet[K] | undefined };

/** A sheet with what was said; what was not said stays. */
const filled = (sheet: ActionSheet, said: Said): ActionSheet => ({
  ...sheet,
  ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<ActionSheet>),
});

/** @returns the version that stands then */
async function change(
  tx: Tx,
  source: Source,
  actor: Actor,
  territory: string,
  row: ActionRow,
  fields: Said,
): Promise<number> {
  const before = sheetIn(row);
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const was = Object.fromEntries(Object.keys(said).map((key) => [key, before[key as keyof ActionSheet]]));
  await tx
    .updateTable("action_sheet")
    .set({ sheet: JSON.stringify(filled(before, fields)), version: row.version + 1, updated_at: source.now() })
    .where("territory_id", "=", territory)
    .where("id", "=", row.id)
    .execute();
  await remember(tx, source, actor, {
    territory,
    object: "action",
    id: row.id,
    action: "changed",
    before: was,
    after: said,
  });
  await tell(tx, { territory, about: "actions", id: row.id });
  return row.version + 1;
}

async function proposalsOf(tx: Tx, source: Source, territory: string, lead: string, lang: "fr" | "en") {
  const found = await tx
    .selectFrom("lead")
    .select(lang)
    .where("territory_id", "=", territory)
    .where("id", "=", lead)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const said = (found as Readonly<Record<string, unknown>>)[lang] as LeadRow;
  const day = source.now().toISOString().slice(0, 10);
  return { proposals: proposedSheets(said.lead, day, lang), rows: await rowsOf(tx, territory) };
}
