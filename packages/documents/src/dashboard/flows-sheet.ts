import { type Diagnosis, unitWords } from "@simbiosi/domain";
import { routeWords, type Speech } from "../speech/speech.ts";
import type { Sheet } from "../xlsx/workbook.ts";
import { highCell, lowCell, valueCell } from "./cells.ts";

/** Every declared flow as it was understood, to sort and filter. */
export function flowsSheet(diagnosis: Diagnosis, speech: Speech): Sheet {
  const { say, tell, lang } = speech;
  const text = { kind: "text" } as const;
  const number = { kind: "number", unit: null, decimals: 1 } as const;
  return {
    name: say("Flux", "Flows"),
    intro: [
      say(
        "Les flux déclarés et ce qui en a été compris. Pour corriger, modifier l'inventaire et relancer le diagnostic.",
        "The declared flows and what was understood of them. To correct, edit the inventory and run the diagnosis again.",
      ),
    ],
    columns: [
      { header: say("Établissement", "Establishment"), width: 34, format: text },
      { header: say("Désignation", "Wording"), width: 38, format: text },
      { header: say("Sens", "Direction"), width: 10, format: text },
      { header: say("Ressource comprise", "Understood as"), width: 34, format: text },
      { header: say("Par an", "A year"), width: 12, format: number },
      { header: say("bas", "low"), width: 12, format: number },
      { header: say("haut", "high"), width: 12, format: number },
      { header: say("Unité", "Unit"), width: 12, format: text },
      { header: say("Exutoire ou fournisseur", "Outlet or supplier"), width: 28, format: text },
      { header: say("Fin de contrat", "Contract end"), width: 14, format: { kind: "date" } },
    ],
    rows: diagnosis.flows.map(({ flow, establishment, resource, yearly }) => [
      establishment.name,
      flow.label,
      flow.direction === "in" ? say("besoin", "need") : say("offre", "offer"),
      resource === null ? say("à préciser", "to be made precise") : tell(resource.name),
      valueCell(yearly, speech),
      lowCell(yearly),
      highCell(yearly),
      unitWords(yearly.unit, lang),
      flow.direction === "in"
        ? (flow.current?.supplier ?? null)
        : (flow.current?.route ?? null) === null
          ? null
          : routeWords(flow.current?.route ?? null, lang),
      flow.current?.contract_end ?? null,
    ]),
    notes: [],
    frozenColumns: 2,
  };
}
