import { type MapLine, matrix, territoryMap } from "@simbiosi/charts";
import {
  type Diagnosis,
  figureInterval,
  figureValue,
  plannedSynergies,
  type RankedSynergy,
  type SynergyKind,
  synergyKinds,
} from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import { count, kindAbout, kindTitles, outcomeWords, type Speech } from "../speech/speech.ts";
import { sheet } from "./sheet.ts";

// Nobody reads a table of a thousand rows on paper: the workbook holds them all, and the note says so.
const listed = 15;

/** The leads at a glance, then kind by kind, then one sheet for each of the best. */
export function opportunities(diagnosis: Diagnosis, speech: Speech, sheets: number): readonly Block[] {
  const { say } = speech;
  const { synergies } = diagnosis;
  const best = synergies.slice(0, sheets);
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
      : [matrixFigure(synergies, speech), mapFigure(diagnosis, speech)]),
    ...synergyKinds.flatMap((kind) =>
      kindTable(
        kind,
        synergies.filter((synergy) => synergy.kind === kind),
        speech,
      ),
    ),
    ...(best.length > 0
      ? [
          { kind: "page-break" as const },
          {
            kind: "heading" as const,
            level: 2 as const,
            text: say(
              best.length > 1 ? `Les ${best.length} meilleures pistes, une par page` : "La meilleure piste",
              best.length > 1 ? `The best ${best.length} leads, one a page` : "The best lead",
            ),
          },
        ]
      : []),
    ...best.flatMap((synergy, i): Block[] => [
      ...(i === 0 ? [] : [{ kind: "page-break" as const }]),
      ...sheet(diagnosis, synergy, speech),
    ]),
  ];
}

function matrixFigure(synergies: readonly RankedSynergy[], { lang, say, tell }: Speech): Block {
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
  return {
    kind: "figure",
    svg: chart.svg,
    alt: chart.alt,
    caption: say(
      "Les premières pistes selon leur gain annuel et leur facilité",
      "The first leads by yearly gain and by ease",
    ),
  };
}

/** The plan on a map: exchanges of matter by their tonnage, pools as the links of their members. */
function mapFigure(diagnosis: Diagnosis, { lang, say }: Speech): Block {
  const planned = plannedSynergies(diagnosis);
  const lines = planned.flatMap(({ synergy, quantity }): MapLine[] => {
    const [from, ...others] = synergy.establishments;
    if (from === undefined) return [];
    const measured =
      quantity.unit === "t/yr" ? quantity : { state: "unknown" as const, value: null, low: null, high: null };
    return others.map((to) => ({ from, to, kind: synergy.kind, quantity: measured }));
  });
  const concerned = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const chart = territoryMap({
    title: say("Le plan sur le territoire", "The plan on the territory"),
    unit: say("t/an", "t/yr"),
    points: diagnosis.inventory.establishments
      .filter(({ id }) => concerned.has(id))
      .map(({ id, name, lon, lat }) => ({ id, label: name, lon, lat })),
    lines,
    lang,
  });
  return {
    kind: "figure",
    svg: chart.svg,
    alt: chart.alt,
    caption: say(
      "Où sont les entreprises du plan, et ce qui les relie (potentiel)",
      "Where the companies of the plan are, and what links them (potential)",
    ),
  };
}

function kindTable(kind: SynergyKind, own: readonly RankedSynergy[], { lang, say, tell }: Speech): readonly Block[] {
  if (own.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: tell(kindTitles[kind]) },
    { kind: "paragraph", content: tell(kindAbout[kind]) },
    {
      kind: "table",
      caption: say(
        `${count(own.length, lang, "piste", "pistes")}, par rang (potentiel)`,
        `${count(own.length, lang, "lead", "leads")}, by rank (potential)`,
      ),
      columns: [
        { header: say("Rang", "Rank"), kind: "number", width: 0.7 },
        { header: say("Piste", "Lead"), kind: "text", width: 4.2 },
        { header: say("Gain annuel", "Yearly gain"), kind: "number", width: 1.6 },
        { header: say("Intervalle", "Interval"), kind: "number", width: 2.2 },
        { header: say("Facilité", "Ease"), kind: "number", width: 0.9 },
        { header: say("Droit", "Law"), kind: "text", width: 1.3 },
      ],
      rows: own
        .slice(0, listed)
        .map((synergy) => [
          String(synergy.rank),
          tell(synergy.title),
          figureValue(synergy.gain, lang),
          figureInterval(synergy.gain, lang) ?? "–",
          String(Math.round((synergy.ease.value ?? 0) * 100)),
          outcomeWords[synergy.verdict.outcome][lang],
        ]),
      notes: [
        ...(own.length > listed
          ? [
              say(
                `Les ${listed} premières sur ${own.length} ; toutes sont dans le tableau de bord (feuille Synergies).`,
                `The first ${listed} of ${own.length}; all are in the dashboard (sheet Synergies).`,
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
