import { type Flow, FlowSchema, ok, shownFlows, text, understoodFlows } from "@simbiosi/domain";
import { flowsExport } from "@simbiosi/study";
import { listedFlows } from "../flows/list-rows.ts";
import { workers } from "../http/fields.ts";
import { understandingOf } from "../leads/routes.ts";
import { shownSites } from "./companies.ts";
import { filters, listExport, sorted } from "./list-export.ts";

const title = text("Flux", "Flows");

export const flowsListExport = listExport({
  list: "flows",
  name: text("flux", "flows"),
  about: {
    fr: "Les flux filtrés, avec ce qui en est compris, en CSV, classeur ou GeoJSON (chaque établissement avec ses flux)",
    en: "The flows filtered, with what was understood of them, as CSV, workbook or GeoJSON (each establishment with its flows)",
  },
  who: [...workers, "company"],
  formats: ["csv", "xlsx", "geojson"],
  filters: filters("q", "direction", "family", "company", "doubtful", "empty", "sort"),
  rows: async ({ tx, params: { territory }, query, actor, services: { reference } }, lang) => {
    const sites = await shownSites(tx, territory, actor.role, {});
    const flows = (await listedFlows(tx, territory)).map((row) => FlowSchema.parse(row));
    const understood = await understandingOf(tx, territory, lang);
    const rows = shownFlows(
      understoodFlows(
        flows,
        new Map(sites.map(({ id, name }) => [id, name])),
        understood?.check?.flows ?? [],
        new Map(reference.resources.map(({ id, name }) => [id, name[lang]])),
      ),
      query,
    );
    const table = flowsExport(
      title[lang],
      rows.map(({ flow }) => flow),
      lang,
    );
    const company = { id: "company", header: text("Entreprise", "Company")[lang], width: 28, kind: "text" as const };
    const read = [
      { id: "resource", header: text("Compris comme", "Understood as")[lang], width: 28, kind: "text" as const },
      { id: "confidence", header: text("Confiance (%)", "Confidence (%)")[lang], width: 11, kind: "number" as const },
    ];
    // What was understood comes last, under other names than the columns that reading takes for what was said.
    const whole = {
      ...table,
      columns: [
        company,
        ...table.columns.map((one) => (one.id === "resource" ? { ...one, id: "said" } : one)),
        ...read,
      ],
      rows: table.rows.map((row, i) => {
        const one = rows[i];
        const confidence = one?.confidence ?? null;
        return [
          one?.company ?? null,
          ...row,
          one?.resource ?? null,
          confidence === null ? null : Math.round(confidence * 100),
        ];
      }),
    };
    const of = new Map<string, Flow[]>();
    for (const { flow } of rows) of.set(flow.establishment, [...(of.get(flow.establishment) ?? []), flow]);
    return ok({
      table: sorted(whole, query.sort),
      sites: sites.filter(({ id }) => of.has(id)),
      properties: ({ id }) => ({ flows: (of.get(id) ?? []).map(({ establishment: _, extra: __, ...flow }) => flow) }),
    });
  },
});
