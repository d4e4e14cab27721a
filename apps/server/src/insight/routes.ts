import { contextOf, families, ok } from "@simbiosi/domain";
import { z } from "zod";
import { inTerritory, workers } from "../http/fields.ts";
import { absent } from "../http/problems.ts";
import { route } from "../http/route.ts";
import { dayOf } from "../ids/new-id.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { countsOf, phasesOf } from "./week.ts";

const Text = z.object({ fr: z.string(), en: z.string() });
const Flat = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  state: z.enum(["known", "unknown", "not-applicable"]),
});
const Level = z.enum(["company", "territory"]);

const Whole = z.object({
  day: z.string(),
  sankey: z.object({
    nodes: z.array(z.object({ id: z.string(), label: Text.nullable(), group: z.string() })),
    links: z.array(z.object({ source: z.string(), target: z.string(), value: z.number() })),
    unquantified: z.number(),
  }),
  families: z.array(
    z.object({
      family: z.enum(families),
      unknown: z.number(),
      rows: z.array(
        z.object({
          name: Text,
          unit: z.string(),
          flows: z.number(),
          offered: Flat.nullable(),
          wanted: Flat.nullable(),
        }),
      ),
    }),
  ),
  stakes: z.array(
    z.object({ id: z.string(), level: Level, title: Text, evidence: z.array(Text), todo: Text.nullable() }),
  ),
  reductions: z.array(
    z.object({
      id: z.string(),
      lever: z.enum(["prevention", "internal-reuse", "energy", "water"]),
      title: Text,
      label: z.string(),
      establishment: z.string(),
      site: z.string(),
      avoided: Flat,
      full_cost: Flat,
      visible_cost: Flat,
      gain: Flat,
      investment: Flat,
      co2e: Flat,
    }),
  ),
  dependencies: z.array(
    z.object({
      label: z.string(),
      establishment: z.string(),
      site: z.string(),
      spend: Flat,
      sentence: Text,
      leads: z.array(z.string()),
    }),
  ),
});

const Shared = z.object({
  day: z.string(),
  rule: z.object({ units: z.number(), share: z.number() }),
  counts: z.object({ establishments: z.number(), flows: z.number(), leads: z.number() }),
  totals: z.array(
    z.object({
      label: Text,
      unit: z.string(),
      told: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
    }),
  ),
  tables: z.array(
    z.object({
      title: Text,
      unit: z.string(),
      rows: z.array(Text),
      columns: z.array(Text),
      cells: z.array(z.array(z.number().nullable())),
    }),
  ),
  stakes: z.array(z.object({ id: z.string(), level: Level, title: Text, documented: z.boolean() })),
});

/** Months ahead that a contract's end is worth a call. */
const soon = 183;

export const insightRoutes = [
  route({
    id: "insight.read",
    method: "GET",
    path: "/territories/:territory/insight",
    about: {
      fr: "Métabolisme, enjeux, réductions et dépendances, d'après la dernière recherche de pistes",
      en: "Metabolism, stakes, reductions and dependencies, from the last search for leads",
    },
    who: workers,
    params: inTerritory,
    answer: z.object({ insight: Whole.nullable(), fresh: z.boolean() }),
    handle: async ({ tx, params }) => {
      const { territory } = params;
      const run = await tx
        .selectFrom("detection_run")
        .select("id")
        .where("territory_id", "=", territory)
        .executeTakeFirst();
      const row = await tx
        .selectFrom("insight")
        .select(["run_id", "data"])
        .where("territory_id", "=", territory)
        .executeTakeFirst();
      const fresh = run !== undefined && row?.run_id === run.id;
      // Of a run that nobody worked it out for: before an upgrade, or whose job was lost.
      if (run !== undefined && !fresh) await enqueue(tx, "insight", { territory }, `insight:${territory}`);
      return ok({ insight: row === undefined ? null : Whole.parse(row.data), fresh });
    },
  }),
  route({
    id: "insight.totals",
    method: "GET",
    path: "/territories/:territory/totals",
    about: {
      fr: "Les totaux du territoire, sous secret statistique : aucune entreprise ne s'y devine",
      en: "The totals of the territory, under statistical secrecy: no company can be told from them",
    },
    who: [...workers, "lead"],
    params: inTerritory,
    answer: z.object({ totals: Shared.nullable() }),
    handle: async ({ tx, params }) => {
      const row = await tx
        .selectFrom("territory_total")
        .select("data")
        .where("territory_id", "=", params.territory)
        .executeTakeFirst();
      return ok({ totals: row === undefined ? null : Shared.parse(row.data) });
    },
  }),
  route({
    id: "insight.outline",
    method: "GET",
    path: "/territories/:territory/outline",
    about: {
      fr: "Le fond de carte local : routes de la référence et limites importées",
      en: "The local background of the map: roads of the reference and imported boundaries",
    },
    who: [...workers, "lead"],
    params: inTerritory,
    answer: z.object({
      roads: z.array(
        z.object({
          name: z.string(),
          mode: z.enum(["road", "ferry"]),
          line: z.array(z.tuple([z.number(), z.number()])),
        }),
      ),
      places: z.array(z.object({ name: z.string(), lon: z.number(), lat: z.number() })),
      boundaries: z.array(
        z.object({ id: z.guid(), name: z.string(), at: z.string(), shapes: z.number(), geojson: z.unknown() }),
      ),
    }),
    handle: async ({ tx, params, services: { reference } }) => {
      const place = await tx
        .selectFrom("territory")
        .select("data")
        .where("id", "=", params.territory)
        .executeTakeFirst();
      if (place === undefined) return absent;
      const context = contextOf(reference, (place.data as { context?: string | null }).context ?? null);
      const nodes = new Map(
        reference.roadNodes.filter(({ land }) => land === context.id).map((node) => [node.id, node]),
      );
      const boundaries = await tx
        .selectFrom("boundary")
        .selectAll()
        .where("territory_id", "=", params.territory)
        .where("removed_at", "is", null)
        .orderBy("at")
        .execute();
      return ok({
        roads: reference.roadLinks.flatMap(({ from, to, name, mode }) => {
          const [a, b] = [nodes.get(from), nodes.get(to)];
          if (a === undefined || b === undefined) return [];
          const line: [number, number][] = [
            [a.lon, a.lat],
            [b.lon, b.lat],
          ];
          return [{ name, mode, line }];
        }),
        places: [...nodes.values()].map(({ name, lon, lat }) => ({ name, lon, lat })),
        boundaries: boundaries.map(({ id, name, at, shapes, geojson }) => ({
          id,
          name,
          at: at.toISOString(),
          shapes,
          geojson,
        })),
      });
    },
  }),
  route({
    id: "insight.week",
    method: "GET",
    path: "/territories/:territory/week",
    about: {
      fr: "Où en sont les phases, ce qui appelle l'attention, ce qui a changé depuis un moment donné",
      en: "How far the phases are, what calls for attention, what changed since a given moment",
    },
    who: workers,
    params: inTerritory,
    query: z.object({ since: z.iso.datetime().optional() }),
    answer: z.object({
      phases: z.array(z.array(z.object({ id: z.string(), done: z.boolean(), share: z.number() }))),
      contracts: z.array(
        z.object({
          flow: z.string(),
          label: z.string(),
          establishment: z.string(),
          site: z.string(),
          ends: z.string(),
        }),
      ),
      links: z.array(z.object({ id: z.string(), site: z.string(), establishment: z.string(), created_at: z.string() })),
      never_contacted: z.array(z.object({ id: z.string(), name: z.string() })),
      documents_old: z.boolean(),
      changes: z.array(z.object({ object: z.string(), action: z.string(), count: z.number() })),
    }),
    handle: async ({ tx, params, query, services: { source } }) => {
      const { territory } = params;
      const today = dayOf(source.now());
      const limit = dayOf(new Date(source.now().getTime() + soon * 86_400_000));
      const sites = await tx
        .selectFrom("participation")
        .innerJoin("establishment", "establishment.id", "participation.establishment_id")
        .select(["establishment.id", "establishment.name"])
        .where("participation.territory_id", "=", territory)
        .where("participation.left_at", "is", null)
        .orderBy("establishment.name")
        .execute();
      const nameOf = new Map(sites.map(({ id, name }) => [id, name]));
      const flows = await tx
        .selectFrom("flow")
        .select(["id", "label", "establishment_id", "data"])
        .where("removed_at", "is", null)
        .orderBy("id")
        .execute();
      const contracts = flows
        .flatMap(({ id, label, establishment_id, data }) => {
          const ends = (data as { current?: { contract_end?: string | null } | null }).current?.contract_end ?? null;
          const site = nameOf.get(establishment_id);
          return ends !== null && site !== undefined && ends >= today && ends <= limit
            ? [{ flow: id, label, establishment: establishment_id, site, ends }]
            : [];
        })
        .sort((a, b) => (a.ends < b.ends ? -1 : 1));
      const links = await tx
        .selectFrom("company_link")
        .select(["id", "establishment_id", "created_at"])
        .where("territory_id", "=", territory)
        .where("used_at", "is", null)
        .where("revoked_at", "is", null)
        .where("expires_at", ">", source.now())
        .execute();
      const met = await tx
        .selectFrom("encounter")
        .select("establishment_id")
        .distinct()
        .where("territory_id", "=", territory)
        .execute();
      const known = new Set(met.map(({ establishment_id }) => establishment_id));
      const run = await tx
        .selectFrom("detection_run")
        .select("at")
        .where("territory_id", "=", territory)
        .executeTakeFirst();
      const last = await tx
        .selectFrom("document")
        .select("at")
        .where("territory_id", "=", territory)
        .where("status", "=", "done")
        .orderBy("at", "desc")
        .executeTakeFirst();
      const changes =
        query.since === undefined
          ? []
          : await tx
              .selectFrom("change")
              .select(({ fn }) => ["object", "action", fn.countAll<string>().as("count")])
              .where("territory_id", "=", territory)
              .where("at", ">", new Date(query.since))
              .groupBy(["object", "action"])
              .orderBy("object")
              .execute();
      return ok({
        phases: phasesOf(await countsOf(tx, territory)).map((steps) => [...steps]),
        contracts,
        links: links.map(({ id, establishment_id, created_at }) => ({
          id,
          establishment: establishment_id,
          site: nameOf.get(establishment_id) ?? "",
          created_at: created_at.toISOString(),
        })),
        // Until somebody notes a first contact, the list would be everybody: it says nothing.
        never_contacted: known.size === 0 ? [] : sites.filter(({ id }) => !known.has(id)),
        documents_old: run !== undefined && last !== undefined && last.at < run.at,
        changes: changes.map(({ object, action, count }) => ({ object, action, count: Number(count) })),
      });
    },
  }),
];
