import {
  byCodeUnit,
  fail,
  type Lang,
  type Obligation,
  obligationsOf,
  ok,
  type TableCell,
  type Text,
  text,
} from "@simbiosi/domain";
import { type ExportColumn, understand } from "@simbiosi/study";
import { uuid, workers } from "../http/fields.ts";
import { httpProblem } from "../http/problems.ts";
import { dayOf } from "../ids/new-id.ts";
import { inventoryOf } from "../territories/inventory-of.ts";
import { companyFilters, shownSites } from "./companies.ts";
import { listExport } from "./list-export.ts";

type Column = {
  readonly header: Text;
  readonly width: number;
  readonly kind?: ExportColumn["kind"];
  readonly value: (duty: Obligation, company: string, lang: Lang) => TableCell;
};
const sentences = (texts: readonly Text[], lang: Lang): string | null =>
  texts.map((one) => one[lang]).join(" ; ") || null;

const columns: readonly Column[] = [
  { header: text("Entreprise", "Company"), width: 28, value: (_, company) => company },
  { header: text("Obligation", "Duty"), width: 40, value: ({ row }, _, lang) => row.title[lang] },
  {
    header: text("S'applique", "Applies"),
    width: 14,
    value: ({ applies }, _, lang) =>
      (applies === "applies" ? { fr: "oui", en: "yes" } : { fr: "peut-être", en: "perhaps" })[lang],
  },
  { header: text("Échéance", "Due"), width: 12, kind: "date", value: ({ due }) => due?.on ?? null },
  {
    header: text("Quoi pour cette date", "What by that date"),
    width: 36,
    value: ({ due }, _, lang) => due?.what?.[lang] ?? null,
  },
  {
    header: text("Revient tous les (mois)", "Comes back every (months)"),
    width: 12,
    kind: "number",
    value: ({ everyMonths }) => everyMonths,
  },
  {
    header: text("Ce que dit le texte", "What the text says"),
    width: 60,
    value: ({ row }, _, lang) => row.sentence[lang],
  },
  { header: text("Prochain pas", "Next step"), width: 44, value: ({ row }, _, lang) => row.next_step[lang] },
  { header: text("Parce que", "Because"), width: 40, value: ({ why }, _, lang) => sentences(why, lang) },
  {
    header: text("À préciser", "To be settled"),
    width: 40,
    value: ({ asks }, _, lang) =>
      sentences(
        asks.map(({ question }) => question),
        lang,
      ),
  },
  { header: text("Base", "Basis"), width: 30, value: ({ row }) => row.basis },
  { header: text("Vérifié le", "Checked on"), width: 12, kind: "date", value: ({ row }) => row.checked_on },
];

/** More companies than this would hold the server up. */
const most = 1_000;

export const obligationsExport = listExport({
  list: "obligations",
  name: text("obligations", "duties"),
  about: {
    fr: "Ce que la loi demande aux entreprises filtrées, par échéance, en CSV ou classeur : une aide, pas un avis juridique",
    en: "What the law asks of the companies filtered, by date, as CSV or workbook: decision support, not legal advice",
  },
  who: [...workers, "company"],
  formats: ["csv", "xlsx"],
  filters: companyFilters.extend({ establishment: uuid.optional() }),
  rows: async ({ tx, params: { territory }, query, actor, services: { reference, source } }, lang) => {
    const shown = new Set((await shownSites(tx, territory, actor.role, query)).map(({ id }) => id));
    const kept = (id: string): boolean => shown.has(id) && (query.establishment ?? id) === id;
    const whole = await inventoryOf(tx, territory);
    const establishments = whole.establishments.filter(({ id }) => kept(id));
    if (establishments.length > most) return fail(tooMany);
    const flows = whole.flows.filter(({ establishment }) => kept(establishment));
    const understood = understand(reference, { ...whole, establishments, flows }, dayOf(source.now()));
    const last = "9999";
    const rows = establishments
      .flatMap((site) =>
        obligationsOf(understood.setting, site, understood.flows).obligations.map((duty) => ({ duty, site })),
      )
      .sort((a, b) => byCodeUnit(a.duty.due?.on ?? last, b.duty.due?.on ?? last))
      .map(({ duty, site }) => columns.map(({ value }) => value(duty, site.name, lang)));
    return ok({
      table: {
        title: text("Obligations", "Duties")[lang],
        columns: columns.map(({ header, width, kind = "text" }) => ({
          id: header.en,
          header: header[lang],
          width,
          kind,
        })),
        rows,
      },
    });
  },
});

const tooMany = httpProblem(
  422,
  "EXPORT_TOO_LONG",
  `Plus de ${most} entreprises à la fois seraient trop longues à examiner. Filtrez par zone ou par nom.`,
  `More than ${most} companies at once would take too long to go through. Filter by zone or by name.`,
);
