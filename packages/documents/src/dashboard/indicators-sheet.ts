import { type Diagnosis, type Figure, plannedSynergies, planTotal, unitWords } from "@simbiosi/domain";
import type { Speech } from "../speech/speech.ts";
import type { Cell, Sheet } from "../xlsx/workbook.ts";
import { highCell, lowCell, toFill, valueCell } from "./cells.ts";

/** Baseline, potential, agreed and realised, side by side and never in one column. */
export function indicatorsSheet(diagnosis: Diagnosis, speech: Speech): Sheet {
  const { say, lang } = speech;
  const number = { kind: "number", unit: null, decimals: 1 } as const;
  const row = (label: string, figure: Figure): Cell[] => [
    label,
    unitWords(figure.unit, lang),
    0,
    valueCell(figure, speech),
    lowCell(figure),
    highCell(figure),
    toFill,
    toFill,
    toFill,
  ];
  const counted = (label: string, value: number): Cell[] => [label, "", 0, value, null, null, toFill, toFill, toFill];
  return {
    name: say("Indicateurs", "Indicators"),
    intro: [
      say(
        "Situation de départ : avant la démarche. La cible se fixe en comité de pilotage.",
        "Baseline: before the project. The target is set by the steering committee.",
      ),
    ],
    columns: [
      { header: say("Indicateur", "Indicator"), width: 44, format: { kind: "text" } },
      { header: say("Unité", "Unit"), width: 12, format: { kind: "text" } },
      { header: say("Départ", "Baseline"), width: 10, format: number },
      { header: say("Potentiel du plan", "Potential of the plan"), width: 16, format: number },
      { header: say("bas", "low"), width: 12, format: number },
      { header: say("haut", "high"), width: 12, format: number },
      { header: say("Cible", "Target"), width: 12, format: number },
      { header: say("Convenu", "Agreed"), width: 12, format: number },
      { header: say("Réalisé", "Realised"), width: 12, format: number },
    ],
    rows: [
      row(say("Gain annuel, toutes parties", "Yearly gain, all parties"), planTotal(diagnosis, "gain").total),
      row(say("Émissions évitées", "Emissions avoided"), planTotal(diagnosis, "co2e").total),
      row(
        say("Déchets détournés de l'élimination", "Waste diverted from disposal"),
        planTotal(diagnosis, "diverted").total,
      ),
      counted(say("Synergies au plan", "Synergies in the plan"), plannedSynergies(diagnosis).length),
      counted(say("Établissements rencontrés", "Establishments met"), diagnosis.inventory.establishments.length),
      counted(say("Flux recensés", "Flows recorded"), diagnosis.flows.length),
    ],
    notes: [
      say(
        "Opérationnelle : au moins un échange de matière fait, ou un service partagé utilisé par deux entités ou plus.",
        "Operational: at least one exchange of matter made, or one shared service used by two entities or more.",
      ),
    ],
    frozenColumns: 1,
  };
}
