import {
  type Diagnosis,
  figureValue,
  figureWords,
  formatNumber,
  plannedFigure,
  plannedSynergies,
  planTotal,
} from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import type { Speech } from "../speech/speech.ts";
import { isPlaced, mapFigure } from "./opportunity-figures.ts";
import { compromises, robustness } from "./outlook.ts";

/** How good the plan is proven to be, in words. */
export function planSentence({ portfolio }: Diagnosis, { lang, say }: Speech): string {
  const percent = (gap: number): string => formatNumber(gap * 100, lang, 1);
  switch (portfolio.status) {
    case "optimal":
    case "feasible":
      if (portfolio.gap === null)
        return say(
          "Un plan réalisable a été trouvé ; rien ne prouve qu'il soit le meilleur.",
          "A feasible plan was found; nothing proves that it is the best.",
        );
      return portfolio.gap < 1e-9
        ? say(
            "Aucune autre combinaison des pistes connues ne rapporte davantage aux valeurs centrales : c'est prouvé.",
            "No other combination of the known leads brings more at the central values: this is proven.",
          )
        : say(
            `Meilleur plan trouvé : il ne peut pas être amélioré de plus de ${percent(portfolio.gap)} % aux valeurs centrales.`,
            `Best plan found: it cannot be improved by more than ${percent(portfolio.gap)} % at the central values.`,
          );
    case "infeasible":
      return say("Aucun plan ne respecte toutes les contraintes.", "No plan satisfies every constraint.");
    case "unbounded":
      return say("Le modèle est sans limite : une donnée est fausse.", "The model has no limit: some datum is wrong.");
    case "stopped":
      return say(
        "Le calcul a été arrêté avant de trouver un plan.",
        "The computation was stopped before a plan was found.",
      );
  }
}

// Two pages of a table: the workbook holds them all.
const listed = 50;

/** The leads that hold together, what each carries in the plan, and the totals by measure. */
export function plan(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { lang, say } = speech;
  const planned = plannedSynergies(diagnosis);
  const value = (metric: "gain" | "co2e" | "diverted", i: number): string => {
    const one = planned[i];
    return one === undefined ? "" : figureValue(plannedFigure(diagnosis, one, metric), lang);
  };
  const total = (metric: "gain" | "co2e" | "diverted"): string => figureWords(planTotal(diagnosis, metric).total, lang);
  return [
    {
      kind: "heading",
      level: 1,
      text: say("Le plan : les pistes qui tiennent ensemble", "The plan: the leads that hold together"),
    },
    {
      kind: "paragraph",
      content: say(
        "Deux pistes peuvent se disputer le même flux. Le plan choisit celles qui, ensemble, rapportent le plus, sans donner deux fois la même tonne ni remplir deux fois le même besoin.",
        "Two leads may compete for one flow. The plan chooses those that bring most together, without giving a tonne twice or filling a need twice.",
      ),
    },
    ...(planned.length === 0 ? [] : [{ kind: "paragraph" as const, content: planSentence(diagnosis, speech) }]),
    ...(isPlaced(diagnosis) ? [mapFigure(diagnosis, speech)] : []),
    {
      kind: "table",
      caption: say("Pistes retenues au plan (potentiel)", "Leads kept in the plan (potential)"),
      dense: true,
      columns: [
        { header: say("Piste", "Lead"), kind: "text", width: 4 },
        { header: say("Quantité", "Quantity"), kind: "number", width: 1.6 },
        { header: say("Gain", "Gain"), kind: "number", width: 1.7 },
        { header: say("Émissions évitées", "Emissions avoided"), kind: "number", width: 1.8 },
        { header: say("Détourné", "Diverted"), kind: "number", width: 1.5 },
      ],
      rows: planned
        .slice(0, listed)
        .map(({ synergy, quantity }, i) => [
          `${synergy.rank}. ${synergy.title[lang]}`,
          figureValue(quantity, lang),
          value("gain", i),
          value("co2e", i),
          value("diverted", i),
        ]),
      ...(planned.length === 0
        ? {}
        : { total: [say("Ensemble", "Together"), "", total("gain"), total("co2e"), total("diverted")] }),
      notes:
        planned.length === 0
          ? []
          : [
              ...(planned.length > listed
                ? [
                    say(
                      `Les ${listed} premières sur ${planned.length} ; le total les compte toutes, et le tableau de bord les nomme.`,
                      `The first ${listed} of ${planned.length}; the total counts them all, and the dashboard names them.`,
                    ),
                  ]
                : []),
              say(
                "Les totaux ne comptent que ce qui est connu. L'intervalle additionne tous les cas bas, puis tous les cas hauts : il n'est jamais trop étroit.",
                "Totals count only what is known. The interval adds up every low case, then every high case: it is never too narrow.",
              ),
            ],
      empty: say("Aucune piste chiffrée ne rapporte à ce jour.", "No lead with figures brings a gain today."),
    },
    {
      kind: "paragraph",
      tone: "note",
      content: say(
        "Deux pistes qui puisent au même flux se partagent sa quantité annuelle et, quand il ne se garde pas, chacun de ses mois.",
        "Two leads that draw on one flow share its yearly quantity and, where it does not keep, each of its months.",
      ),
    },
    ...compromises(diagnosis, speech),
    ...robustness(diagnosis, speech),
  ];
}
