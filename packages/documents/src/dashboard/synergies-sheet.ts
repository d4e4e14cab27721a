import { type Diagnosis, plannedSynergies, unitWords } from "@simbiosi/domain";
import { partyName } from "../speech/parties.ts";
import { kindWords, outcomeWords, type Speech } from "../speech/speech.ts";
import type { Cell, Sheet } from "../xlsx/workbook.ts";
import { highCell, lowCell, toFill, valueCell } from "./cells.ts";

/** Every lead with its figures; potential, agreed and realised in columns of their own. */
export function synergiesSheet(diagnosis: Diagnosis, speech: Speech): Sheet {
  const { say, tell, lang } = speech;
  const planned = new Set(plannedSynergies(diagnosis).map(({ synergy }) => synergy.id));
  const eur = { kind: "eur" } as const;
  const amount = (unit: string | null) => ({ kind: "number", unit, decimals: 1 }) as const;
  return {
    name: say("Synergies", "Synergies"),
    intro: [
      say(
        "Potentiel : calculé. Convenu et réalisé : à remplir d'après les engagements signés et les pesées. Les trois ne s'additionnent jamais.",
        "Potential: computed. Agreed and realised: to be filled in from signed commitments and weighings. The three never add up.",
      ),
    ],
    columns: [
      { header: say("Rang", "Rank"), width: 7, format: { kind: "integer" } },
      { header: say("Piste", "Lead"), width: 44, format: { kind: "text" } },
      { header: say("Nature", "Kind"), width: 18, format: { kind: "text" } },
      { header: say("Parties", "Parties"), width: 40, format: { kind: "text" } },
      { header: say("Au plan", "In the plan"), width: 10, format: { kind: "text" } },
      { header: say("Quantité", "Quantity"), width: 12, format: amount(null) },
      { header: say("Unité", "Unit"), width: 10, format: { kind: "text" } },
      { header: say("Gain potentiel (€/an)", "Potential gain (€/yr)"), width: 14, format: eur },
      { header: say("bas", "low"), width: 12, format: eur },
      { header: say("haut", "high"), width: 12, format: eur },
      { header: say("Gain convenu (€/an)", "Agreed gain (€/yr)"), width: 14, format: eur },
      { header: say("Gain réalisé (€/an)", "Realised gain (€/yr)"), width: 14, format: eur },
      { header: say("Investissement (€)", "Investment (€)"), width: 14, format: eur },
      { header: say("Retour (ans)", "Payback (yr)"), width: 10, format: amount(null) },
      { header: say("Émissions évitées (tCO₂e/an)", "Emissions avoided (tCO₂e/yr)"), width: 14, format: amount(null) },
      { header: say("Détourné (t/an)", "Diverted (t/yr)"), width: 12, format: amount(null) },
      { header: say("Droit", "Law"), width: 14, format: { kind: "text" } },
      { header: say("Facilité", "Ease"), width: 10, format: { kind: "percent" } },
      { header: say("Identifiant", "Id"), width: 20, format: { kind: "text" } },
    ],
    rows: diagnosis.synergies.map((synergy) => [
      synergy.rank,
      tell(synergy.title),
      kindWords[synergy.kind][lang],
      partiesCell(
        synergy.parties.map((party) => partyName(diagnosis, party.establishment, speech)),
        speech,
      ),
      planned.has(synergy.id) ? say("oui", "yes") : say("non", "no"),
      valueCell(synergy.quantity, speech),
      unitWords(synergy.quantity.unit, lang),
      valueCell(synergy.gain, speech),
      lowCell(synergy.gain),
      highCell(synergy.gain),
      toFill,
      toFill,
      valueCell(synergy.investment, speech),
      valueCell(synergy.payback, speech),
      valueCell(synergy.co2e, speech),
      valueCell(synergy.diverted, speech),
      outcomeWords[synergy.verdict.outcome][lang],
      synergy.ease.value,
      synergy.id,
    ]),
    notes: [
      say(
        "Les lignes ne s'additionnent pas : deux pistes peuvent se disputer un même flux. Le total honnête est celui du plan (feuille Indicateurs).",
        "Rows do not add up: two leads may compete for one flow. The honest total is that of the plan (sheet Indicators).",
      ),
    ],
    frozenColumns: 2,
  };
}

// A row as high as a page, for the seventy members of one pool, hides the rows around it.
const named = 8;

/** The parties of a lead: the first of a long list in the cell, all of them in its note. */
function partiesCell(names: readonly string[], { say }: Speech): Cell {
  if (names.length <= named + 1) return names.join(" ; ");
  const more = names.length - named;
  return {
    value: `${names.slice(0, named).join(" ; ")}${say(` et ${more} autres`, ` and ${more} others`)}`,
    note: names.join(" ; "),
  };
}
