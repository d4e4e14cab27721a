import { matrix } from "@simbiosi/charts";
import { type Diagnosis, figureInterval, figureValue } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { kindWords, outcomeWords, type Speech } from "../speech/speech.ts";
import { sheet } from "./sheet.ts";

// Nobody reads a table of a thousand rows on paper: the workbook holds them all, and the note says so.
const listed = 60;

/** The first leads on one page, then one sheet for each of the best. */
export function opportunities(diagnosis: Diagnosis, speech: Speech, sheets: number): readonly Block[] {
  const { lang, say, tell } = speech;
  const { synergies } = diagnosis;
  const blocks: Block[] = [{ kind: "heading", level: 1, text: say("Les opportunités", "The opportunities") }];
  if (synergies.length > 0) {
    const chart = matrix({
      title: say("Gain et facilité", "Gain and ease"),
      unit: say("€/an", "€/yr"),
      points: synergies.slice(0, 20).map((synergy) => ({
        label: tell(synergy.title),
        kind: synergy.kind,
        ease: synergy.ease.value ?? 0,
        gain: synergy.gain,
      })),
      lang,
    });
    blocks.push({
      kind: "figure",
      svg: chart.svg,
      alt: chart.alt,
      caption: say("Les pistes selon leur gain annuel et leur facilité", "The leads by yearly gain and by ease"),
    });
  }
  blocks.push({
    kind: "table",
    caption: say("Pistes par rang (potentiel)", "Leads by rank (potential)"),
    columns: [
      { header: "", kind: "number", width: 0.5 },
      { header: say("Piste", "Lead"), kind: "text", width: 3.6 },
      { header: say("Nature", "Kind"), kind: "text", width: 1.7 },
      { header: say("Gain annuel", "Yearly gain"), kind: "number", width: 1.6 },
      { header: say("Intervalle", "Interval"), kind: "number", width: 2.2 },
      { header: say("Droit", "Law"), kind: "text", width: 1.3 },
    ],
    rows: synergies
      .slice(0, listed)
      .map((synergy) => [
        String(synergy.rank),
        tell(synergy.title),
        kindWords[synergy.kind][lang],
        figureValue(synergy.gain, lang),
        figureInterval(synergy.gain, lang) ?? "–",
        outcomeWords[synergy.verdict.outcome][lang],
      ]),
    notes: [
      ...(synergies.length > listed
        ? [
            say(
              `Les ${listed} premières sur ${synergies.length} ; toutes sont dans le tableau de bord (feuille Synergies).`,
              `The first ${listed} of ${synergies.length}; all are in the dashboard (sheet Synergies).`,
            ),
          ]
        : []),
      say(
        "Rang : gain attendu × (0,5 + 0,5 × facilité). Les pistes au gain inconnu suivent les autres.",
        "Rank: expected gain × (0.5 + 0.5 × ease). Leads whose gain is unknown follow the others.",
      ),
    ],
    empty: say(
      "Aucune piste à ce jour : voir ce qui manque en annexe.",
      "No lead yet: see what is missing in the annex.",
    ),
  });
  for (const synergy of synergies.slice(0, sheets))
    blocks.push({ kind: "page-break" }, ...sheet(diagnosis, synergy, speech));
  return blocks;
}
