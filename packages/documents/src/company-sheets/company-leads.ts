import {
  type Diagnosis,
  decadeOf,
  type Figure,
  figureValue,
  formatNumber,
  type Glimpse,
  glimpseOf,
  type KnownFlow,
  plannedSynergies,
  type RankedSynergy,
  sectorOf,
} from "@simbiosi/domain";
import type { Inlines, SheetBlock } from "../blocks/block.ts";
import { count, kindWords, type Speech } from "../speech/speech.ts";

// A page: what stands below is for the visit.
const shown = 5;

/** The leads of one company, those of the plan first, the other side told only as far as it agreed to. */
export function companyLeads(diagnosis: Diagnosis, id: string, speech: Speech): readonly SheetBlock[] {
  const { lang, say } = speech;
  const inPlan = new Set(plannedSynergies(diagnosis).map(({ synergy }) => synergy.id));
  const own = diagnosis.synergies
    .filter(({ establishments }) => establishments.includes(id))
    .sort((a, b) => Number(inPlan.has(b.id)) - Number(inPlan.has(a.id)) || a.rank - b.rank);
  const rows = leadRows(diagnosis, own, id, inPlan, speech);
  return [
    {
      kind: "table",
      caption: say("Vos pistes", "Your leads"),
      columns: [
        { header: say("Pour votre flux", "For your flow"), kind: "text", width: 2.4 },
        { header: say("Ce qui est possible", "What is possible"), kind: "text", width: 4 },
        { header: say("Pour vous, par an", "For you, a year"), kind: "number", width: 2 },
      ],
      rows: rows.slice(0, shown),
      notes: [
        ...(rows.length > shown
          ? [
              say(
                `Et ${count(rows.length - shown, lang, "autre piste", "autres pistes")} à voir avec l'animation.`,
                `And ${count(rows.length - shown, lang, "more lead", "more leads")} to see with the facilitator.`,
              ),
            ]
          : []),
        say(
          "Montants potentiels, hors taxes, par rapport à votre situation d'aujourd'hui. Premier pas : dire oui à l'animation, qui demande l'accord de l'autre entreprise ; son nom et ses chiffres vous sont donnés quand chacune a accepté.",
          "Potential amounts, excluding VAT, against your situation today. First step: say yes to the facilitator, who asks the other company; its name and figures are given once both have agreed.",
        ),
      ],
      empty: say(
        "Aucune piste à ce jour. Compléter les réponses ci-dessous est le plus court chemin vers la première.",
        "No lead yet. Completing the answers below is the shortest way to the first.",
      ),
    },
  ];
}

/** One row a lead; those that the page may not tell apart share a row, with the best of their gains. */
function leadRows(
  diagnosis: Diagnosis,
  leads: readonly RankedSynergy[],
  id: string,
  inPlan: ReadonlySet<string>,
  speech: Speech,
): readonly (readonly Inlines[])[] {
  const { lang, say } = speech;
  const alike = new Map<string, { flow: string; kind: string; words: (n: number) => string; gains: string[] }>();
  for (const synergy of leads) {
    const flows = [...synergy.offers, ...synergy.needs];
    const mine = flows.filter(({ establishment }) => establishment.id === id);
    const [own] = mine;
    if (own === undefined) continue;
    const seen = flows
      .filter(({ establishment }) => establishment.id !== id)
      .map((other) => ({ other, glimpse: glimpseOf(own, other, diagnosis.setting.day) }));
    const gain = synergy.parties.find(({ establishment }) => establishment === id)?.gain;
    const flow = mine.map((one) => one.flow.label).join(" ; ");
    const kind = `${capital(kindWords[synergy.kind][lang])}${inPlan.has(synergy.id) ? say(", retenue au plan", ", kept in the plan") : ""}`;
    const words = otherSide(diagnosis, synergy, own, seen, speech);
    const exact = seen.every(({ glimpse }) => glimpse.quantity);
    const told = gain === undefined ? "–" : gainWords(gain, exact, speech);
    const key = [flow, kind, words(1)].join("\n");
    const row = alike.get(key);
    if (row === undefined) alike.set(key, { flow, kind, words, gains: [told] });
    else row.gains.push(told);
  }
  // Leads come by rank, hence the first of a row is its best.
  return [...alike.values()].map(({ flow, kind, words, gains }): readonly Inlines[] => [
    flow,
    [{ kind: "strong", text: `${kind}${say(" : ", ": ")}` }, words(gains.length)],
    gains[0] ?? "–",
  ]);
}

type Seen = { readonly other: KnownFlow; readonly glimpse: Glimpse };

/** What the page says of the other side, for a number of leads that it cannot tell apart. */
function otherSide(
  diagnosis: Diagnosis,
  synergy: RankedSynergy,
  own: KnownFlow,
  seen: readonly Seen[],
  { say, lang }: Speech,
): (leads: number) => string {
  if (synergy.kind === "mutualisation")
    return () =>
      seen.length >= 2
        ? say(
            `avec ${seen.length} autres entreprises du territoire`,
            `with ${seen.length} other companies of the territory`,
          )
        : say("avec une autre entreprise du territoire", "with another company of the territory");
  const [one] = seen;
  if (one === undefined) return () => say("au sein de votre entreprise", "within your company");
  const giving = own.flow.direction === "out";
  const { other, glimpse } = one;
  if (glimpse.level === "facilitator")
    return (n) =>
      n === 1
        ? say(
            `une entreprise du territoire pourrait le ${giving ? "prendre" : "fournir"}`,
            `a company of the territory could ${giving ? "take" : "supply"} it`,
          )
        : say(
            `${n} entreprises du territoire pourraient le ${giving ? "prendre" : "fournir"}`,
            `${n} companies of the territory could ${giving ? "take" : "supply"} it`,
          );
  const flow = lang === "fr" ? `« ${other.flow.label} »` : `"${other.flow.label}"`;
  if (glimpse.level === "named") return () => `${other.establishment.name}, ${flow}`;
  const km = synergy.distance.state === "known" ? Math.max(1, Math.round(synergy.distance.value)) : null;
  const sector = sectorOf(diagnosis.setting.reference, other.establishment.naf)?.name ?? null;
  const words = say(
    `une entreprise${km === null ? "" : ` à ${km} km`}${sector === null ? "" : `, secteur ${sector.fr}`} (${flow})`,
    `a company${km === null ? "" : ` ${km} km away`}${sector === null ? "" : `, ${sector.en}`} (${flow})`,
  );
  return (n) => (n === 1 ? words : `${words} (${n})`);
}

/**
 * The company's own gain. To the euro it would tell the quantity of the other side, which limits the exchange: until
 * both have agreed, only its order of magnitude is written.
 */
function gainWords(gain: Figure, exact: boolean, { lang, say }: Speech): string {
  if (gain.state !== "known") return say("à chiffrer", "to be costed");
  if (exact) return figureValue(gain, lang);
  const decade = decadeOf(gain);
  if (decade === null || decade.high === 0) return say("pas de gain direct", "no direct gain");
  const [low, high] = [formatNumber(decade.low, lang), formatNumber(decade.high, lang)];
  return decade.low === 0
    ? say(`moins de ${high} €`, `under ${high} €`)
    : say(`de ${low} à ${high} €`, `${low} to ${high} €`);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
