import { aidForSheet, contextOf, financingOf, ok } from "@simbiosi/domain";
import { z } from "zod";
import { remember } from "../changes/history.ts";
import { tell } from "../events/tell.ts";
import { inTerritory, uuid, version, workers } from "../http/fields.ts";
import { absent, type HttpProblem, httpProblems, stale } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { dayOf, newId } from "../ids/new-id.ts";
import { Action, newSheet, SheetFields, sheetIn } from "./action-row.ts";
import { planDocumentRoute } from "./document-route.ts";
import { leadActionRoutes } from "./lead-routes.ts";
import { actionOf, change, filled, rowOf, rowsOf, write } from "./store.ts";

const inAction = inTerritory.extend({ action: uuid });

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
    answer: z.object({ action: Action, financing: FinancingSchema, aid: z.array(Aid) }),
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
      const { context = null } = place.data as { readonly context?: string | null };
      const aid = aidForSheet(reference, sheet, {
        context: contextOf(reference, context).id,
        day: dayOf(source.now()),
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
  planDocumentRoute,
  ...leadActionRoutes,
];
