import {
  type Diagnosis,
  figureInterval,
  figureValue,
  type RankedSynergy,
  type SynergyKind,
  synergyKinds,
} from "@simbiosi/domain";
import type { Block, Heading } from "../blocks/block.ts";
import { count, kindAbout, kindTitles, outcomeWords, type Speech } from "../speech/speech.ts";
import { ideasOf } from "./ideas.ts";
import { matrixFigure } from "./opportunity-figures.ts";
import { sheet } from "./sheet.ts";

// Nobody reads a table of a thousand rows on paper: the workbook holds them all, and the note says so.
const listed = 15;

/** The leads at a glance, then kind by kind, then one sheet for each of the best. */
export function opportunities(diagnosis: Diagnosis, speech: Speech, sheets: number): readonly Block[] {
  const { say } = speech;
  const { synergies } = diagnosis;
  const best = ideasOf(synergies).slice(0, sheets);
  const opening: Heading = {
    kind: "heading",
    level: 2,
    text: say(
      best.length > 1 ? `Les ${best.length} meilleures idées, une par page` : "La meilleure idée",
      best.length > 1 ? `The best ${best.length} ideas, one a page` : "The best idea",
    ),
  };
  return [
    { kind: "heading", level: 1, text: say("Les opportunités", "The opportunities") },
    ...(synergies.length === 0
      ? [
          {
            kind: "paragraph" as const,
            content: say(
              "Aucune piste à ce jour : voir ce qui manque en annexe.",
              "No lead yet: see what is missing in the annex.",
            ),
          },
        ]
      : [matrixFigure(synergies, speech)]),
    ...synergyKinds.flatMap((kind) =>
      kindTable(
        kind,
        synergies.filter((synergy) => synergy.kind === kind),
        speech,
      ),
    ),
    ...best.map((idea, i): Block => {
      const page = sheet(diagnosis, idea, speech);
      return i === 0 ? { ...page, blocks: [opening, ...page.blocks] } : page;
    }),
  ];
}

/** One row an idea: four takers of one rubble are one row, and the room goes to other ideas. */
function kindTable(kind: SynergyKind, own: readonly RankedSynergy[], { lang, say, tell }: Speech): readonly Block[] {
  if (own.length === 0) return [];
  const ideas = ideasOf(own);
  const takers = (n: number): string =>
    n === 0 ? "" : say(` (+ ${count(n, lang, "preneur", "preneurs")})`, ` (+ ${count(n, lang, "taker", "takers")})`);
  return [
    { kind: "heading", level: 2, text: tell(kindTitles[kind]) },
    { kind: "paragraph", content: tell(kindAbout[kind]) },
    {
      kind: "table",
      dense: true,
      caption: say(
        `${count(own.length, lang, "piste", "pistes")}${ideas.length < own.length ? ` pour ${count(ideas.length, lang, "idée", "idées")}` : ""}, par rang (potentiel)`,
        `${count(own.length, lang, "lead", "leads")}${ideas.length < own.length ? ` for ${count(ideas.length, lang, "idea", "ideas")}` : ""}, by rank (potential)`,
      ),
      columns: [
        { header: say("Rang", "Rank"), kind: "number", width: 0.7 },
        { header: say("Piste", "Lead"), kind: "text", width: 4.2 },
        { header: say("Gain annuel", "Yearly gain"), kind: "number", width: 1.6 },
        { header: say("Intervalle", "Interval"), kind: "number", width: 2.2 },
        { header: say("Facilité", "Ease"), kind: "number", width: 0.9 },
        { header: say("Droit", "Law"), kind: "text", width: 1.7 },
      ],
      rows: ideas
        .slice(0, listed)
        .map(({ lead: synergy, others }) => [
          String(synergy.rank),
          `${tell(synergy.title)}${takers(others.length)}`,
          figureValue(synergy.gain, lang),
          figureInterval(synergy.gain, lang) ?? "–",
          String(Math.round((synergy.ease.value ?? 0) * 100)),
          outcomeWords[synergy.verdict.outcome][lang],
        ]),
      notes: [
        ...(ideas.length > listed
          ? [
              say(
                `Les ${listed} premières idées sur ${ideas.length} ; toutes les pistes sont dans le tableau de bord (feuille Synergies).`,
                `The first ${listed} of ${ideas.length} ideas; every lead is in the dashboard (sheet Synergies).`,
              ),
            ]
          : []),
        ...(ideas.length < own.length
          ? [
              say(
                "Une ligne par chose donnée, à son meilleur preneur ; les autres preneurs se disputent la même quantité.",
                "One row for each thing given, at its best taker; the other takers compete for the same quantity.",
              ),
            ]
          : []),
        say(
          "Rang dans l'ensemble : gain attendu × (0,5 + 0,5 × facilité). Les pistes au gain inconnu suivent les autres.",
          "Rank over all: expected gain × (0.5 + 0.5 × ease). Leads whose gain is unknown follow the others.",
        ),
      ],
      empty: "–",
    },
  ];
}
