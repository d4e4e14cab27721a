import { months } from "@simbiosi/charts";
import {
  type Diagnosis,
  type Figure,
  figureValue,
  figureWords,
  formatDay,
  type RankedSynergy,
  stepsAhead,
} from "@simbiosi/domain";
import type { Fact, OnePage, SheetBlock, Table } from "../blocks/block.ts";
import { partyName } from "../speech/parties.ts";
import { barrierWords, count, kindWords, outcomeWords, ownerWords, type Speech } from "../speech/speech.ts";
import type { Idea } from "./ideas.ts";
import { likelyWords } from "./likely.ts";

// A page names the first; the workbook and the annexes have them all.
const named = 8;
const takers = 6;

/** One page for one idea: parties, quantities, months, gain by party, impact, verdict, other takers, barriers, next steps. */
export function sheet(diagnosis: Diagnosis, { lead: synergy, others }: Idea, speech: Speech): OnePage {
  const { lang, say, tell } = speech;
  const firstOf = (all: readonly string[]): string =>
    all.length <= named
      ? all.join(" ; ")
      : `${all.slice(0, named).join(" ; ")}${say(` et ${all.length - named} autres`, ` and ${all.length - named} others`)}`;
  const name = (id: string) => partyName(diagnosis, id, speech);
  const nameOf = ({ establishment, flow }: RankedSynergy["offers"][number]): string =>
    `${establishment.name} (${say(`« ${flow.label} »`, `"${flow.label}"`)})`;
  const names = (flows: RankedSynergy["offers"]): string => firstOf(flows.map(nameOf));
  const members = (some: NonNullable<RankedSynergy["pool"]>["members"]): string =>
    `${some.length}${say(" : ", ": ")}${firstOf(some.map(({ establishment, flow }) => (flow === null ? name(establishment) : nameOf(flow))))}`;
  // A payback is unknown when the low end of the gain repays nothing: that is worth more than "unknown".
  const impactWords = (figure: Figure): string =>
    figure === synergy.payback && figure.state === "unknown" && synergy.gain.state === "known"
      ? say("jamais au bas de l'intervalle du gain", "never at the low end of the gain")
      : figureWords(figure, lang);
  const facts: Fact[] = [
    { label: say("Nature", "Kind"), content: kindWords[synergy.kind][lang] },
    ...(synergy.offers.length > 0 ? [{ label: say("Donne", "Gives"), content: names(synergy.offers) }] : []),
    {
      label: synergy.kind === "mutualisation" ? say("Membres", "Members") : say("Prend", "Takes"),
      content: synergy.pool === null ? names(synergy.needs) : members(synergy.pool.members),
    },
    ...(synergy.steps.length > 0
      ? [
          {
            label: say("Procédé", "Process"),
            content: synergy.steps.map(({ process }) => process.name[lang]).join(" → "),
          },
        ]
      : []),
    { label: say("Quantité", "Quantity"), content: figureWords(synergy.quantity, lang) },
    { label: say("Distance", "Distance"), content: figureWords(synergy.distance, lang) },
    {
      label: say("Gain annuel net", "Net yearly gain"),
      content: [{ kind: "strong", text: figureWords(synergy.gain, lang) }],
    },
    { label: say("Investissement", "Investment"), content: figureWords(synergy.investment, lang) },
    // What has no meaning for this lead takes no line.
    ...[synergy.payback, synergy.co2e, synergy.diverted, synergy.virgin, synergy.water, synergy.energy, synergy.jobs]
      .filter(({ state }) => state !== "not-applicable")
      .map((figure): Fact => ({ label: tell(figure.label), content: impactWords(figure) })),
    { label: say("Facilité", "Ease"), content: `${Math.round((synergy.ease.value ?? 0) * 100)} / 100` },
  ];
  const flows = [...synergy.offers, ...synergy.needs];
  const allYear = flows.every(({ weights }) => weights.every((weight) => weight === weights[0]));
  if (allYear) facts.push({ label: say("Mois", "Months"), content: say("toute l'année", "all year round") });
  const calendar = months({
    title: say("Calendrier", "Calendar"),
    rows: flows.slice(0, named).map(({ flow, weights }) => ({
      label: flow.label,
      role: flow.direction === "out" ? ("offer" as const) : ("need" as const),
      months: weights,
    })),
    lang,
  });
  const likely = likelyWords(synergy.gain, speech);
  const blocks: SheetBlock[] = [
    { kind: "heading", level: 3, text: `${synergy.rank}. ${tell(synergy.title)}`, anchor: synergy.id, numbered: false },
    { kind: "paragraph", content: synergy.reasons.map(tell).join(" ") },
    { kind: "facts", items: facts },
    {
      kind: "paragraph",
      tone: "note",
      content: [
        ...synergy.counterfactual.map(tell),
        ...(likely === null
          ? []
          : [
              say(
                `Entrées tirées dans leurs intervalles : gain ${likely}, huit fois sur dix.`,
                `Inputs drawn within their intervals: a gain of ${likely}, eight times in ten.`,
              ),
            ]),
      ].join(" "),
    },
    ...(allYear
      ? []
      : [
          {
            kind: "figure" as const,
            spare: 1,
            svg: calendar.svg,
            alt: calendar.alt,
            caption: say("Mois de l'offre et du besoin", "Months of offer and need"),
            width: 0.85,
          },
        ]),
    {
      kind: "table",
      caption: say("Qui gagne quoi (potentiel)", "Who gains what (potential)"),
      columns: [
        { header: say("Partie", "Party"), kind: "text", width: 3 },
        { header: say("Gain annuel", "Yearly gain"), kind: "number", width: 3 },
        { header: say("Investissement", "Investment"), kind: "number", width: 2.4 },
      ],
      rows: synergy.parties
        .slice(0, named)
        .map((party) => [
          name(party.establishment),
          figureWords(party.gain, lang),
          figureValue(party.investment, lang),
        ]),
      ...(synergy.parties.length > named
        ? {
            notes: [
              say(
                `Et ${synergy.parties.length - named} autres parties, dans le tableau de bord et sur leurs fiches.`,
                `And ${synergy.parties.length - named} other parties, in the dashboard and on their sheets.`,
              ),
            ],
          }
        : {}),
      empty: say("Aucune partie.", "No party."),
    },
    ...otherTakers(diagnosis, others, speech),
  ];
  const findings = synergy.verdict.findings.filter(({ outcome }) => outcome !== "ok");
  if (findings.length > 0)
    blocks.push({
      kind: "callout",
      tone: "law",
      title: tell(outcomeWords[synergy.verdict.outcome]),
      blocks: [
        {
          kind: "list",
          ordered: false,
          items: findings.map(({ rule, onlyIf }) => [
            `${onlyIf === undefined ? "" : `${tell(onlyIf)} `}${tell(rule.sentence)} `,
            {
              kind: "em",
              text: `${rule.basis}${say(", vérifié le ", ", checked on ")}${formatDay(rule.checked_on, lang)}.`,
            },
          ]),
        },
      ],
    });
  // The law has its box above; asking each one's consent is the first of the next steps, for every lead alike.
  const barriers = synergy.barriers.filter(({ kind }) => kind !== "regulation" && kind !== "confidentiality");
  blocks.push({
    kind: "table",
    spare: 2,
    caption: say("Freins et leviers", "Barriers and levers"),
    columns: [
      { header: say("Frein", "Barrier"), kind: "text", width: 1.6 },
      { header: say("Ce qui bloque", "What stands in the way"), kind: "text", width: 3 },
      { header: say("Levier", "Lever"), kind: "text", width: 3 },
      { header: say("Qui", "Who"), kind: "text", width: 1.8 },
    ],
    rows: barriers.map((barrier) => [
      barrierWords[barrier.kind][lang],
      tell(barrier.sentence),
      tell(barrier.lever),
      ownerWords[barrier.owner][lang],
    ]),
    empty: say("Aucun frein connu hors du droit.", "No known barrier besides the law."),
  });
  blocks.push({
    kind: "table",
    caption: say("Prochains pas", "Next steps"),
    columns: [
      { header: say("Quoi", "What"), kind: "text", width: 5 },
      { header: say("Qui", "Who"), kind: "text", width: 1.9 },
      { header: say("Avant le", "By"), kind: "text", width: 2 },
    ],
    rows: stepsAhead(synergy, diagnosis.setting.day).map((step) => [
      tell(step.what),
      ownerWords[step.owner][lang],
      formatDay(step.due, lang),
    ]),
    empty: say("Aucun.", "None."),
  });
  if (synergy.doubts.length > 0)
    blocks.push({
      kind: "callout",
      spare: 3,
      tone: "warning",
      title: say("Ce qui reste incertain", "What remains uncertain"),
      blocks: [{ kind: "list", ordered: false, items: doubtsOf(synergy, speech) }],
    });
  return { kind: "one-page", blocks };
}

// Past these a doubt of one more member tells nothing new.
const doubted = 4;

function doubtsOf({ doubts }: RankedSynergy, { lang, say, tell }: Speech): readonly string[] {
  const all = [...new Set(doubts.map((doubt) => clipped(tell(doubt))))];
  if (all.length <= doubted + 1) return all;
  const more = all.length - doubted;
  return [
    ...all.slice(0, doubted),
    say(
      `Et ${count(more, lang, "autre doute", "autres doutes")}, dans synergies.json.`,
      `And ${count(more, lang, "other doubt", "other doubts")}, in synergies.json.`,
    ),
  ];
}

// A doubt that names sixty members is read in the data, not on a page.
const longest = 260;
const clipped = (words: string): string =>
  words.length <= longest ? words : `${words.slice(0, longest).replace(/[\s,;]+\S*$/, "")}…`;

/** Who else could take the same thing: the choice is the facilitator's. */
function otherTakers(
  diagnosis: Diagnosis,
  others: readonly RankedSynergy[],
  speech: Speech,
): readonly (Table & { readonly spare: number })[] {
  if (others.length === 0) return [];
  const { lang, say } = speech;
  return [
    {
      kind: "table",
      spare: 1,
      caption: say("Autres preneurs possibles (potentiel)", "Other possible takers (potential)"),
      columns: [
        { header: say("Rang", "Rank"), kind: "number", width: 0.7 },
        { header: say("Preneur", "Taker"), kind: "text", width: 4.4 },
        { header: say("Gain annuel", "Yearly gain"), kind: "number", width: 1.7 },
        { header: say("Distance", "Distance"), kind: "number", width: 1.2 },
        { header: say("Droit", "Law"), kind: "text", width: 1.5 },
      ],
      rows: others
        .slice(0, takers)
        .map((other) => [
          String(other.rank),
          other.needs
            .map(({ establishment, flow }) => `${partyName(diagnosis, establishment.id, speech)}, ${flow.label}`)
            .join(" ; "),
          figureValue(other.gain, lang),
          figureValue(other.distance, lang),
          outcomeWords[other.verdict.outcome][lang],
        ]),
      ...(others.length > takers
        ? {
            notes: [
              say(
                `Et ${count(others.length - takers, lang, "autre", "autres")}, dans le tableau de bord (feuille Synergies).`,
                `And ${count(others.length - takers, lang, "other", "others")}, in the dashboard (sheet Synergies).`,
              ),
            ],
          }
        : {}),
      empty: "–",
    },
  ];
}
