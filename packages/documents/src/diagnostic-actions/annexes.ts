import {
  type Diagnosis,
  type Figure,
  figureWords,
  formatNumber,
  formulaOf,
  leavesOf,
  plannedSynergies,
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
  const all = uniqueLeaves(explained.flatMap(({ gain, co2e }) => [gain, co2e]));
  // What a company declared stands in the annex of flows and in the workbook, under its name.
  const leaves = all.filter(({ source }) => source?.startsWith("declared:") !== true);
  const declared = all.length - leaves.length;
  const sources = [
    ...new Set(leaves.flatMap(({ source }) => (source === null || source.startsWith("declared:") ? [] : [source]))),
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
        { header: say("Année", "Year"), kind: "text", width: 1.2 },
      ],
      rows: leaves.map((leaf) => [
        tell(leaf.label),
        figureWords(leaf, lang),
        sourceWords(leaf, speech),
        leaf.date ?? "–",
      ]),
      ...(declared > 0
        ? {
            notes: [
              say(
                `Et ${count(declared, lang, "valeur déclarée", "valeurs déclarées")} par les entreprises : tableau de bord et synergies.json.`,
                `And ${count(declared, lang, "value", "values")} declared by the companies: dashboard and synergies.json.`,
              ),
            ],
          }
        : {}),
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
      rows: sources.map((id) => [id, reference.sourceById.get(id)?.title ?? id]),
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
      formulaOf(input)?.[lang] ?? "–",
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

const signOf = (figure: Figure, i: number): string =>
  figure.operation.kind === "sum" && figure.operation.signs?.[i] === -1 ? "−" : "+";

/** Leaves that say something, once each: the same label, value and source is the same entry. */
function uniqueLeaves(figures: readonly Figure[]): readonly Figure[] {
  const seen = new Map<string, Figure>();
  for (const leaf of figures.flatMap((figure) => leavesOf(figure)))
    if (leaf.source !== "definition" && leaf.state !== "not-applicable") {
      const key = `${leaf.label.fr}|${leaf.value}|${leaf.unit}|${leaf.source}`;
      if (!seen.has(key)) seen.set(key, leaf);
    }
  return [...seen.values()];
}

function sourceWords(leaf: Figure, { say }: Speech): string {
  if (leaf.source === null) return leaf.state === "unknown" ? say("à demander", "to be asked") : "–";
  if (leaf.source === "team-estimate") return say("estimation de l'équipe", "team estimate");
  return leaf.source.startsWith("declared:") ? say("déclaré par l'entreprise", "declared by the company") : leaf.source;
}
