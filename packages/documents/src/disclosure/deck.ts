import { axes, axisWords, type Disclosure, type Lang } from "@simbiosi/domain";
import type { Deck, Slide } from "../blocks/deck.ts";
import { mapDeck } from "../blocks/map-deck.ts";
import { count, speech } from "../speech/speech.ts";
import { frenchSpaces } from "../speech/typography.ts";
import { actionsOf } from "./roadmap.ts";
import { aggregateTables, totalWords, versionStamp } from "./words.ts";

/** The slides for a committee at which the funder sits, or for a public meeting. */
export function disclosedDeck(disclosure: Disclosure, lang: Lang): Deck {
  const s = speech(lang);
  const { say, tell } = s;
  const { audience, counts, totals, diagnosis } = disclosure;
  const { name } = diagnosis.inventory.territory;
  const met = say(
    `${count(counts.establishments, lang, "établissement rencontré", "établissements rencontrés")}, ${count(counts.flows, lang, "flux déclaré", "flux déclarés")}`,
    `${count(counts.establishments, lang, "establishment", "establishments")} met, ${count(counts.flows, lang, "declared flow", "declared flows")}`,
  );
  const plan: readonly Slide[] =
    audience === "public"
      ? []
      : [
          {
            title: say("Le plan en tout (potentiel)", "The plan as a whole (potential)"),
            blocks: [
              {
                kind: "table",
                caption: null,
                columns: [
                  { header: say("Mesure", "Measure"), kind: "text", width: 4 },
                  { header: say("Valeur (intervalle)", "Value (interval)"), kind: "number", width: 4 },
                ],
                rows: totals.map((total) => [tell(total.label), totalWords(total, s)]),
                empty: say("Aucune piste chiffrée au plan.", "No lead with figures in the plan."),
              },
            ],
          },
          ...axes.flatMap((axis): Slide[] => {
            const table = actionsOf(disclosure, axis, s);
            return table.rows.length === 0 ? [] : [{ title: tell(axisWords[axis].name), blocks: [table] }];
          }),
        ];
  const deck: Deck = {
    title:
      audience === "public" ? say("Point d'étape", "Where it stands") : say("Comité de pilotage", "Steering committee"),
    subtitle: say(`Écologie industrielle et territoriale, ${name}`, `Industrial and territorial ecology, ${name}`),
    lang,
    date: diagnosis.setting.day,
    author: name,
    confidentiality: tell(versionStamp[audience]),
    slides: [
      {
        title: say("L'essentiel", "In brief"),
        blocks: [
          {
            kind: "list",
            ordered: false,
            items: [
              met,
              audience === "public"
                ? say(
                    "Aucun résultat n'est publié à ce jour : rien n'est encore réalisé ni validé",
                    "No result is published yet: nothing is realised or validated",
                  )
                : say(
                    `${count(counts.leads, lang, "piste trouvée", "pistes trouvées")}, ${counts.planned} retenues ensemble au plan ; rien n'est encore convenu ni réalisé`,
                    `${count(counts.leads, lang, "lead", "leads")} found, ${counts.planned} kept together in the plan; nothing is agreed or realised yet`,
                  ),
              say(
                "Le secret des affaires est respecté : « masqué » n'est ni inconnu ni zéro",
                'Business secrets are kept: "withheld" is neither unknown nor zero',
              ),
            ],
          },
        ],
      },
      ...plan,
      ...aggregateTables(disclosure, s).map(
        (table): Slide => ({ title: table.caption ?? "", blocks: [{ ...table, caption: null }] }),
      ),
    ],
  };
  return lang === "fr" ? mapDeck(deck, frenchSpaces) : deck;
}
