import {
  type Diagnosis,
  type Figure,
  figureWords,
  formatNumber,
  formulaOf,
  type Lang,
  leavesOf,
  plannedSynergies,
  type RankedSynergy,
  sourceTitle,
  sum,
  text,
} from "@simbiosi/domain";
import type { Block, Inlines } from "../blocks/block.ts";
import { count, type Speech } from "../speech/speech.ts";
import { ideasOf } from "./ideas.ts";

// As many as there are sheets; every figure of every lead opens in synergies.json.
const unfolded = 20;

/** How the figures were reached, what it rests on, what is missing, and what was not understood. */
export function annexes(diagnosis: Diagnosis, speech: Speech): readonly Block[] {
  const { lang, say, tell } = speech;
  const { reference } = diagnosis.setting;
  const planned = plannedSynergies(diagnosis);
  const explained = ideasOf(planned.map(({ synergy }) => synergy))
    .slice(0, unfolded)
    .map(({ lead }) => lead);
  const all = entriesOf(explained);
  // What a company declared stands in the annex of flows and in the workbook, under its name; a distance is on its sheet.
  const declared = all.filter(({ leaf }) => leaf.source?.startsWith("declared:") === true).length;
  const measured = all.filter(({ leaf }) => leaf.source === "geodesy").length;
  const entries = all.filter(({ leaf }) => leaf.source?.startsWith("declared:") !== true && leaf.source !== "geodesy");
  const sources = [
    ...new Set(
      all.flatMap(({ leaf: { source } }) => (source === null || source.startsWith("declared:") ? [] : [source])),
    ),
  ].sort();
  return [
    {
      kind: "heading",
      level: 1,
      text: say("Annexe : comment chaque gain est obtenu", "Annex: how every gain is reached"),
      numbered: false,
    },
    {
      kind: "paragraph",
      content: say(
        `Pour ${planned.length > unfolded ? `les ${unfolded} premières pistes du plan (les autres s'ouvrent dans synergies.json)` : "chaque piste du plan"}, les postes du gain et ce dont chacun est fait. Les entrées elles-mêmes sont dans le tableau suivant, avec leur source.`,
        `For ${planned.length > unfolded ? `the first ${unfolded} leads of the plan (the others open in synergies.json)` : "each lead of the plan"}, the items of the gain and what each is made of. The inputs themselves are in the next table, with their source.`,
      ),
    },
    ...explained.flatMap((synergy): Block[] => [
      {
        kind: "table",
        caption: `${synergy.rank}. ${tell(synergy.title)}`,
        dense: true,
        columns: [
          { header: say("Poste", "Item"), kind: "text", width: 3 },
          { header: say("Formule", "Formula"), kind: "text", width: 4 },
          { header: say("Valeur", "Value"), kind: "number", width: 2.8 },
        ],
        rows: gainRows(synergy.gain, speech),
        total: [tell(synergy.gain.label), "", figureWords(synergy.gain, lang)],
        empty: "–",
      },
    ]),
    {
      kind: "heading",
      level: 1,
      text: say("Annexe : entrées et sources", "Annex: inputs and sources"),
      numbered: false,
    },
    {
      kind: "table",
      caption: say("Ce sur quoi les chiffres reposent", "What the figures rest on"),
      dense: true,
      columns: [
        { header: say("Entrée", "Input"), kind: "text", width: 3.4 },
        { header: say("Valeur (intervalle)", "Value (interval)"), kind: "number", width: 2.8 },
        { header: say("Source", "Source"), kind: "text", width: 2.4 },
        { header: say("Année", "Year"), kind: "text", width: 0.9 },
        { header: say("Pistes", "Leads"), kind: "text", width: 1.3 },
      ],
      rows: entries.map(({ leaf, ranks }) => [
        tell(leaf.label),
        figureWords(leaf, lang),
        sourceWords(leaf, speech),
        leaf.date ?? "–",
        ranksWords(ranks),
      ]),
      notes: [
        ...(declared > 0
          ? [
              say(
                `Et ${count(declared, lang, "valeur déclarée", "valeurs déclarées")} par les entreprises : tableau de bord et synergies.json.`,
                `And ${count(declared, lang, "value", "values")} declared by the companies: dashboard and synergies.json.`,
              ),
            ]
          : []),
        ...(measured > 0
          ? [
              say(
                `Et ${count(measured, lang, "distance mesurée", "distances mesurées")} à vol d'oiseau : feuille Hypothèses du tableau de bord.`,
                `And ${count(measured, lang, "distance", "distances")} measured as the crow flies: sheet Assumptions of the dashboard.`,
              ),
            ]
          : []),
      ],
      empty: say("Aucune entrée.", "No input."),
    },
    {
      kind: "table",
      caption: say("Sources citées", "Sources cited"),
      dense: true,
      columns: [
        { header: say("Clé", "Key"), kind: "text", width: 2 },
        { header: say("Titre", "Title"), kind: "text", width: 6 },
      ],
      rows: sources.map((id) => [id, sourceTitle(id, reference, speech.lang)]),
      empty: say("Aucune source.", "No source."),
    },
    {
      kind: "heading",
      level: 1,
      text: say("Annexe : questions à poser, par valeur", "Annex: questions to ask, by worth"),
      numbered: false,
    },
    {
      kind: "table",
      dense: true,
      caption: null,
      columns: [
        { header: say("Flux", "Flow"), kind: "text", width: 3 },
        { header: say("Établissement", "Establishment"), kind: "text", width: 2.4 },
        { header: say("Pourquoi", "Why"), kind: "text", width: 4 },
        { header: say("Enjeu (€/an)", "Worth (€/yr)"), kind: "number", width: 1.4 },
      ],
      rows: diagnosis.questions
        .slice(0, 40)
        .map(({ flow, why, worth }) => [
          flow.flow.label,
          flow.establishment.name,
          tell(why),
          worth === null ? "–" : formatNumber(Number(worth.toPrecision(2)), lang),
        ]),
      empty: say("Aucune question : les données sont complètes.", "No question: the data are complete."),
    },
    {
      kind: "heading",
      level: 1,
      text: say("Annexe : lignes non comprises", "Annex: rows not understood"),
      numbered: false,
    },
    {
      kind: "table",
      dense: true,
      caption: null,
      columns: [
        { header: say("Feuille", "Sheet"), kind: "text", width: 1.5 },
        { header: say("Ligne", "Row"), kind: "number", width: 0.8 },
        { header: say("Colonne", "Column"), kind: "text", width: 1.5 },
        { header: say("Valeur", "Value"), kind: "text", width: 1.5 },
        { header: say("Que faire", "What to do"), kind: "text", width: 4 },
      ],
      rows: diagnosis.refusedRows
        .slice(0, 200)
        .map((row) => [
          row.sheet,
          row.row === null ? "–" : String(row.row),
          row.column ?? "–",
          row.value ?? "–",
          row[lang],
        ]),
      empty: say("Tout a été compris.", "Everything was understood."),
    },
  ];
}

// A pool has an item for each member: the largest tell, and the others are summed.
const items = 8;

/** The items of a gain, in their order: the largest one by one, the rest together. */
function gainRows(gain: Figure, { lang, say, tell }: Speech): readonly Inlines[][] {
  const all = gain.inputs.map((input, i) => ({ input, i }));
  const size = ({ input }: (typeof all)[number]): number => Math.abs(input.value ?? 0);
  const told = new Set(
    all.length <= items + 1 ? all : all.toSorted((a, b) => size(b) - size(a) || a.i - b.i).slice(0, items),
  );
  const rest = all.filter((one) => !told.has(one));
  const rows = all
    .filter((one) => told.has(one))
    .map(({ input, i }): Inlines[] => [
      `${signOf(gain, i)} ${tell(input.label)}`,
      madeOf(input, lang) ?? "–",
      figureWords(input, lang),
    ]);
  if (rest.length === 0) return rows;
  const label = text(`et ${rest.length} autres postes plus petits`, `and ${rest.length} other, smaller items`);
  const together = sum(
    label,
    gain.unit,
    rest.map(({ input }) => input),
    rest.map(({ i }) => (signOf(gain, i) === "−" ? -1 : 1)),
  );
  return [...rows, [`+ ${tell(label)}`, say("voir synergies.json", "see synergies.json"), figureWords(together, lang)]];
}

/** The formula of an item; where it only repeats the item's own name, that of what stands under it. */
function madeOf(figure: Figure, lang: Lang): string | null {
  const formula = formulaOf(figure)?.[lang] ?? null;
  const [only, ...others] = figure.inputs;
  return formula === figure.label[lang] && only !== undefined && others.length === 0 ? madeOf(only, lang) : formula;
}

const signOf = (figure: Figure, i: number): string =>
  figure.operation.kind === "sum" && figure.operation.signs?.[i] === -1 ? "−" : "+";

type Entry = { readonly leaf: Figure; readonly ranks: number[] };

/** Leaves that say something, once each, with the leads that they serve: the same label, value and source is the same entry. */
function entriesOf(synergies: readonly RankedSynergy[]): readonly Entry[] {
  const seen = new Map<string, Entry>();
  for (const { rank, gain, co2e } of synergies)
    for (const leaf of [gain, co2e].flatMap((figure) => leavesOf(figure)))
      if (leaf.source !== "definition" && leaf.state !== "not-applicable") {
        const key = `${leaf.label.fr}|${leaf.value}|${leaf.unit}|${leaf.source}`;
        const entry = seen.get(key);
        if (entry === undefined) seen.set(key, { leaf, ranks: [rank] });
        else if (!entry.ranks.includes(rank)) entry.ranks.push(rank);
      }
  return [...seen.values()];
}

const ranksShown = 3;
const ranksWords = (ranks: readonly number[]): string =>
  ranks.slice(0, ranksShown).join(", ") + (ranks.length > ranksShown ? "…" : "");

function sourceWords(leaf: Figure, { say }: Speech): string {
  if (leaf.source === null) return leaf.state === "unknown" ? say("à demander", "to be asked") : "–";
  if (leaf.source === "team-estimate") return say("estimation de l'équipe", "team estimate");
  return leaf.source.startsWith("declared:") ? say("déclaré par l'entreprise", "declared by the company") : leaf.source;
}
