import { type Diagnosis, figureValue, type Reduction, type ReductionLever, type Text } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { count, type Speech } from "../speech/speech.ts";

// The best by lever; each company reads its own on its sheet.
const listed = 12;

const leverWords: Record<ReductionLever, Text> = {
  prevention: { fr: "Prévenir le déchet", en: "Prevent waste" },
  "internal-reuse": { fr: "Réemployer sur place", en: "Reuse on site" },
  energy: { fr: "Économiser l'énergie", en: "Save energy" },
  water: { fr: "Économiser l'eau", en: "Save water" },
};

/** Reduction comes before any exchange: what each could do alone, with the full cost of what is lost today. */
export function reduction(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { lang, say } = speech;
  const worthy = diagnosis.reductions.filter(({ gain }) => gain.state !== "known" || gain.value > 0);
  return [
    { kind: "heading", level: 1, text: say("Réduire d'abord", "Reduce first") },
    {
      kind: "paragraph",
      content: say(
        "Le déchet le moins cher est celui qui n'apparaît pas. Ces actions se mènent dans une seule entreprise : ce ne sont pas des synergies, et leurs gains ne s'ajoutent pas aux leurs, car une tonne évitée ne s'échange plus.",
        "The cheapest waste is the one that does not arise. These actions take place in one company: they are no synergies, and their gains do not add to those, since a tonne avoided is not exchanged any more.",
      ),
    },
    ...(Object.keys(leverWords) as ReductionLever[]).flatMap((lever) =>
      leverTable(
        worthy.filter(({ measure }) => measure.lever === lever),
        leverWords[lever],
        speech,
      ),
    ),
    ...(worthy.length === 0
      ? [
          {
            kind: "paragraph" as const,
            content: say(
              "Aucune action de réduction repérée sur les flux déclarés.",
              "No reduction action found on the declared flows.",
            ),
          },
        ]
      : [
          {
            kind: "paragraph" as const,
            tone: "note" as const,
            content: say(
              `${count(worthy.length, lang, "action repérée", "actions repérées")} en tout ; chacune est sur la fiche de son entreprise. Le coût complet compte la valeur d'achat perdue, la manutention et l'enlèvement. Tout est potentiel.`,
              `${count(worthy.length, lang, "action", "actions")} found in all; each is on its company's sheet. The full cost counts the purchase value lost, handling and removal. Everything is potential.`,
            ),
          },
        ]),
  ];
}

function leverTable(own: readonly Reduction[], name: Text, { lang, say, tell }: Speech): readonly Block[] {
  if (own.length === 0) return [];
  return [
    {
      kind: "table",
      caption: tell(name),
      dense: true,
      columns: [
        { header: say("Flux et établissement", "Flow and establishment"), kind: "text", width: 3 },
        { header: say("Mesure", "Measure"), kind: "text", width: 3.6 },
        { header: say("Coût complet d'une unité", "Full cost of one unit"), kind: "number", width: 1.7 },
        { header: say("dont visible", "of which visible"), kind: "number", width: 1.5 },
        { header: say("Gain par an", "Gain a year"), kind: "number", width: 1.6 },
      ],
      rows: own
        .slice(0, listed)
        .map(({ flow, measure, fullCost, visibleCost, gain }) => [
          `${flow.flow.label} (${flow.establishment.name})`,
          tell(measure.title),
          figureValue(fullCost, lang),
          figureValue(visibleCost, lang),
          figureValue(gain, lang),
        ]),
      ...(own.length > listed
        ? { notes: [say(`Les ${listed} premières sur ${own.length}.`, `The first ${listed} of ${own.length}.`)] }
        : {}),
      empty: "–",
    },
  ];
}
