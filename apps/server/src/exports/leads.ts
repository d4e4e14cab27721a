import {
  type Lang,
  type LeadFilter,
  type ListedLead,
  ok,
  shownLeads,
  stageNames,
  stageOf,
  type TableCell,
  type Text,
  text,
} from "@simbiosi/domain";
import type { ExportColumn, ExportTable } from "@simbiosi/study";
import type { Tx } from "../database/as-actor.ts";
import { listedEstablishments } from "../establishments/list-rows.ts";
import { listedFlows } from "../flows/list-rows.ts";
import { workers } from "../http/fields.ts";
import type { Role } from "../http/route.ts";
import type { Decision, FoundBrief } from "../leads/lead-row.ts";
import { briefsOf, cardsOf, decisionsOf, understandingOf } from "../leads/routes.ts";
import { filters, listExport } from "./list-export.ts";

type Lead = ListedLead & { readonly found: Figures | null; readonly decision: Decision | null };
/** The lead as the last run found it. */
type Figures = Omit<FoundBrief, "reasons" | "doubts">;
type Names = (id: string) => string;
type Column = {
  readonly header: Text;
  readonly width: number;
  readonly kind: ExportColumn["kind"];
  readonly value: (lead: Lead, lang: Lang, name: Names) => TableCell;
};

const kinds: Readonly<Record<string, Text>> = {
  substitution: text("Substitution", "Substitution"),
  transformation: text("Transformation", "Transformation"),
  mutualisation: text("Mutualisation", "Mutualisation"),
  sharing: text("Partage", "Sharing"),
};
const verdicts: Readonly<Record<string, Text>> = {
  ok: text("rien à signaler", "nothing to report"),
  check: text("à vérifier", "to check"),
  procedure: text("démarche à faire", "procedure to follow"),
  forbidden: text("interdit", "forbidden"),
};

const words = (fr: string, en: string, width: number, value: Column["value"]): Column => ({
  header: text(fr, en),
  width,
  kind: "text",
  value,
});
type FigureKey = "gain_eur_per_year" | "investment_eur" | "co2e_t_per_year" | "diverted_t_per_year" | "distance_km";
/** A figure is three columns: its value and its interval. Unknown is an empty cell, never zero. */
const figure = (key: FigureKey, name: Text, unit: Text): readonly Column[] =>
  (
    [
      ["value", text("", "")],
      ["low", text(", bas", ", low")],
      ["high", text(", haut", ", high")],
    ] as const
  ).map(([end, said]) => ({
    header: text(`${name.fr}${said.fr} (${unit.fr})`, `${name.en}${said.en} (${unit.en})`),
    width: 14,
    kind: "number",
    value: ({ found }) => found?.[key][end] ?? null,
  }));

const columns: readonly Column[] = [
  words("Piste", "Lead", 44, ({ title }) => title),
  words("Type", "Kind", 15, ({ found }, lang) => (found === null ? null : (kinds[found.kind]?.[lang] ?? found.kind))),
  words("Entreprises", "Companies", 36, ({ establishments }, _, name) => establishments.map(name).join(" ; ")),
  ...figure("gain_eur_per_year", text("Gain", "Gain"), text("€/an", "€/yr")),
  ...figure("investment_eur", text("Investissement", "Investment"), text("€", "€")),
  ...figure("co2e_t_per_year", text("CO2e évité", "CO2e avoided"), text("t/an", "t/yr")),
  ...figure("diverted_t_per_year", text("Matière détournée", "Diverted matter"), text("t/an", "t/yr")),
  ...figure("distance_km", text("Distance", "Distance"), text("km", "km")),
  {
    header: text("Facilité (%)", "Ease (%)"),
    width: 11,
    kind: "number",
    value: ({ found }) => (found === null ? null : Math.round(found.ease * 100)),
  },
  words("Réglementation", "Law", 18, ({ found }, lang) =>
    found === null ? null : (verdicts[found.verdict]?.[lang] ?? null),
  ),
  words("Étape", "Stage", 16, (lead, lang) => stageNames[stageOf(lead)][lang]),
  {
    header: text("Depuis le", "Since"),
    width: 12,
    kind: "date",
    value: ({ decision }) => decision?.stage_since.slice(0, 10) ?? null,
  },
  words("Raison", "Reason", 30, ({ decision }) => decision?.reason ?? null),
  words("Prochain pas", "Next step", 36, ({ decision }) => decision?.next_step ?? null),
  words("Porteur", "Owner", 20, ({ decision }) => decision?.next_owner ?? null),
  { header: text("Échéance", "Due"), width: 12, kind: "date", value: ({ decision }) => decision?.next_on ?? null },
  words("Pourquoi", "Why", 50, ({ reasons }) => reasons.join(" ") || null),
  words("Doutes", "Doubts", 50, ({ doubts }) => doubts.join(" ") || null),
  words("Identifiant", "Identifier", 20, ({ id }) => id),
];

/** What filters read of a lead that the last run no longer finds: what was decided of it stays. */
const lost = {
  rank: Number.MAX_SAFE_INTEGER,
  kind: "",
  offers: [],
  needs: [],
  establishments: [],
  verdict: "",
  ease: 0,
  gain_eur_per_year: { value: null },
  co2e_t_per_year: { value: null },
  distance_km: { value: null },
};

/** What the filters leave of some leads, as a table. */
async function leadsTable(
  tx: Tx,
  {
    territory,
    role,
    lang,
    title,
  }: { readonly territory: string; readonly role: Role; readonly lang: Lang; readonly title: Text },
  leads: readonly Lead[],
  asked: LeadFilter,
): Promise<ExportTable> {
  const sites = await listedEstablishments(tx, territory, role);
  const flows = await listedFlows(tx, territory);
  const understanding = await understandingOf(tx, territory, lang);
  const understood = new Map(understanding?.check?.flows.map(({ id, path }) => [id, path[0]]));
  const families = new Map(flows.map(({ id, family }) => [id, family ?? understood.get(id) ?? undefined]));
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const shown = shownLeads(leads, asked, names, (flow) => families.get(flow));
  // "@collectivite" and the like are parties, not establishments.
  const name: Names = (id) => names.get(id) ?? id.replace(/^@/, "");
  return {
    title: title[lang],
    columns: columns.map(({ header, width, kind }) => ({ id: header.en, header: header[lang], width, kind })),
    rows: shown.map((lead) => columns.map(({ value }) => value(lead, lang, name))),
  };
}

const leadFilters = filters("q", "kind", "verdict", "stage", "company", "family", "gain", "todo", "sort");

const suggestions = text("Suggestions", "Suggestions");
export const leadsExport = listExport({
  list: "leads",
  name: text("pistes", "leads"),
  about: {
    fr: "Les pistes filtrées, avec leurs intervalles et ce qu'on en a décidé, en CSV ou classeur",
    en: "The leads filtered, with their intervals and what was decided of them, as CSV or workbook",
  },
  who: workers,
  formats: ["csv", "xlsx"],
  filters: leadFilters,
  rows: async ({ tx, params: { territory }, query, actor }, lang) => {
    const decided = await decisionsOf(tx, territory);
    const leads = (await briefsOf(tx, territory, lang)).map((found) => ({
      ...found,
      found,
      decision: decided.get(found.id) ?? null,
    }));
    return ok({ table: await leadsTable(tx, { territory, role: actor.role, lang, title: suggestions }, leads, query) });
  },
});

const portfolio = text("Portefeuille", "Portfolio");
export const portfolioExport = listExport({
  list: "portfolio",
  name: text("portefeuille", "portfolio"),
  about: {
    fr: "Le portefeuille filtré : étape, prochain pas, porteur, échéance, en CSV ou classeur",
    en: "The portfolio filtered: stage, next step, owner, date, as CSV or workbook",
  },
  who: workers,
  formats: ["csv", "xlsx"],
  filters: leadFilters,
  rows: async ({ tx, params: { territory }, query, actor }, lang) => {
    const leads = (await cardsOf(tx, territory, lang)).map(({ id, title, decision, lead }) => ({
      ...(lead ?? lost),
      id,
      title,
      decision,
      found: lead,
      reasons: [],
      doubts: [],
    }));
    return ok({ table: await leadsTable(tx, { territory, role: actor.role, lang, title: portfolio }, leads, query) });
  },
});
