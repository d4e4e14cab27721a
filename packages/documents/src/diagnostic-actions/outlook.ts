import { formatNumber, type PortfolioJson, type RankedSynergy } from "@simbiosi/domain";
import type { Block } from "../blocks/block.ts";
import type { Speech } from "../speech/speech.ts";

type Point = NonNullable<PortfolioJson["pareto"]>[number];

const measures = ["gain_eur_per_year", "co2e_t_per_year", "diverted_t_per_year"] as const;

// Four figures tell two plans of one front apart; more would be false precision.
const significant = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(4)));

/** What a plan of the front is best at, or that it is between. */
function nameOf(point: Point, front: readonly Point[], { say }: Speech): string {
  const best = measures.filter((measure) => front.every((other) => point[measure] >= other[measure]));
  const names = {
    gain_eur_per_year: say("le plus de gain", "most gain"),
    co2e_t_per_year: say("le plus d'émissions évitées", "most emissions avoided"),
    diverted_t_per_year: say("le plus de tonnes détournées", "most tonnes diverted"),
  };
  const words = best.map((measure) => names[measure]).join(say(" et ", " and "));
  return words === "" ? say("Entre les deux", "In between") : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What the plan could be if gain were not all: each row a plan that no other betters on all three counts. */
export function compromises(
  { portfolio }: { readonly portfolio: Pick<PortfolioJson, "pareto"> },
  speech: Speech,
): readonly Block[] {
  const { lang, say } = speech;
  const [first, ...others] = [...(portfolio.pareto ?? [])].sort((a, b) => b.gain_eur_per_year - a.gain_eur_per_year);
  if (first === undefined || others.length === 0) return [];
  const front = [first, ...others];
  const priceOf = (point: Point): string => {
    const more = point.co2e_t_per_year - first.co2e_t_per_year;
    return more > 1e-6
      ? formatNumber(significant((first.gain_eur_per_year - point.gain_eur_per_year) / more), lang, 0)
      : "–";
  };
  const widest = front.reduce((most, { gap }) => Math.max(most, gap), 0);
  return [
    { kind: "heading", level: 2, text: say("Si le gain n'est pas tout", "If gain is not all") },
    {
      kind: "paragraph",
      content: say(
        "Chaque ligne est un plan entier, qu'aucun autre ne dépasse à la fois en gain, en émissions évitées et en tonnes détournées. La dernière colonne dit ce que coûte chaque tonne de CO₂e évitée en plus du premier plan.",
        "Each row is a whole plan that no other betters in gain, in emissions avoided and in tonnes diverted at once. The last column says what each tonne of CO₂e avoided beyond the first plan costs.",
      ),
    },
    {
      kind: "table",
      caption: say("Plans possibles selon ce qui compte (potentiel)", "Possible plans by what counts (potential)"),
      columns: [
        { header: say("Plan", "Plan"), kind: "text", width: 2.4 },
        { header: say("Pistes", "Leads"), kind: "number", width: 1 },
        { header: say("Gain (€/an)", "Gain (€/yr)"), kind: "number", width: 1.6 },
        { header: say("Évité (tCO₂e/an)", "Avoided (tCO₂e/yr)"), kind: "number", width: 2 },
        { header: say("Détourné (t/an)", "Diverted (t/yr)"), kind: "number", width: 1.9 },
        {
          header: say("Coût de la tonne de plus (€/tCO₂e)", "Cost of a tonne more (€/tCO₂e)"),
          kind: "number",
          width: 2.2,
        },
      ],
      rows: front.map((point) => [
        nameOf(point, front, speech),
        formatNumber(point.selected.length, lang, 0),
        ...measures.map((measure) => formatNumber(significant(point[measure]), lang, 0)),
        priceOf(point),
      ]),
      notes: [
        widest < 1e-6
          ? say(
              "Valeurs centrales. Chaque plan est le meilleur de son espèce : c'est prouvé.",
              "Central values. Each plan is the best of its kind: this is proven.",
            )
          : say(
              `Valeurs centrales. Chaque plan est à moins de ${formatNumber(widest * 100, lang, 1)} % du meilleur de son espèce : c'est prouvé.`,
              `Central values. Each plan is within ${formatNumber(widest * 100, lang, 1)}% of the best of its kind: this is proven.`,
            ),
      ],
      empty: "",
    },
  ];
}

// From this share of the scenarios on a lead holds whatever comes; below the other it depends on luck.
const solidFrom = 0.8;
const fragileBelow = 0.5;
// One page of leads: the file of the portfolio holds them all.
const listed = 25;

/** Which leads hold when quantities and prices move within their intervals, and what keeping the plan would cost. */
export function robustness(
  {
    portfolio,
    synergies,
  }: {
    readonly portfolio: Pick<PortfolioJson, "scenarios" | "selected">;
    readonly synergies: readonly Pick<RankedSynergy, "id" | "rank" | "title">[];
  },
  { lang, say }: Speech,
): readonly Block[] {
  const { scenarios } = portfolio;
  if (scenarios === undefined || scenarios.resolved === 0) return [];
  const { resolved, count, unresolved, regret_eur: regret } = scenarios;
  const counted = new Map([
    ...scenarios.activation.map(({ arc, active }) => [arc, active] as const),
    ...scenarios.facilities.map(({ facility, active }) => [facility, active] as const),
  ]);
  const planned = new Set(portfolio.selected);
  const rows = synergies
    .flatMap((synergy) => {
      const active = counted.get(synergy.id);
      return active === undefined ? [] : [{ synergy, active, kept: planned.has(synergy.id) }];
    })
    .sort((a, b) => b.active - a.active || a.synergy.rank - b.synergy.rank);
  if (synergies.length === 0) return [];
  const reading = (active: number): string =>
    active >= solidFrom * resolved
      ? say("solide", "solid")
      : active < fragileBelow * resolved
        ? say("fragile", "fragile")
        : say("à confirmer", "to be confirmed");
  const money = (value: number | null): string => formatNumber(significant(value ?? 0), lang, 0);
  return [
    { kind: "heading", level: 2, text: say("Ce qui tient si les chiffres bougent", "What holds if the figures move") },
    {
      kind: "paragraph",
      content: say(
        `Les quantités et les prix ne sont connus qu'à un intervalle près. Le plan a été refait ${resolved} fois, chaque fois avec d'autres valeurs tirées dans ces intervalles ; une même quantité ou un même prix bouge pareillement partout où il sert.`,
        `Quantities and prices are known only within an interval. The plan was made again ${resolved} times, each time with other values drawn within these intervals; one quantity or one price moves alike wherever it serves.`,
      ),
    },
    ...(regret.state === "known"
      ? [
          {
            kind: "paragraph",
            content: say(
              `Garder le plan ci-dessus quoi qu'il arrive fait perdre en moyenne ${money(regret.value)} €/an sur le meilleur plan de chaque tirage (de ${money(regret.low)} à ${money(regret.high)}).`,
              `Keeping the plan above whatever comes loses ${money(regret.value)} €/yr on average against the best plan of each draw (from ${money(regret.low)} to ${money(regret.high)}).`,
            ),
          } as const,
        ]
      : []),
    {
      kind: "table",
      caption: say("Combien de fois chaque piste est retenue", "How many times each lead is kept"),
      dense: true,
      columns: [
        { header: say("Piste", "Lead"), kind: "text", width: 4 },
        { header: say("Au plan", "In the plan"), kind: "text", width: 1 },
        { header: say("Retenue", "Kept"), kind: "number", width: 1.4 },
        { header: say("Lecture", "Reading"), kind: "text", width: 1.4 },
      ],
      rows: rows
        .slice(0, listed)
        .map(({ synergy, active, kept }) => [
          `${synergy.rank}. ${synergy.title[lang]}`,
          kept ? say("oui", "yes") : say("non", "no"),
          say(`${active} sur ${resolved}`, `${active} of ${resolved}`),
          reading(active),
        ]),
      notes: [
        say(
          `Solide : retenue au moins ${solidFrom * 100} fois sur cent ; fragile : moins de ${fragileBelow * 100}. Les pistes absentes ne l'ont jamais été.`,
          `Solid: kept at least ${solidFrom * 100} times in a hundred; fragile: fewer than ${fragileBelow * 100}. Leads that are absent never were.`,
        ),
        ...(unresolved > 0
          ? [
              say(
                `${unresolved} tirage(s) sur ${count} sans plan prouvé à temps : comptés nulle part.`,
                `${unresolved} of ${count} draws without a proven plan in time: counted nowhere.`,
              ),
            ]
          : []),
        ...(rows.length > listed
          ? [say(`Les ${listed} premières sur ${rows.length}.`, `The first ${listed} of ${rows.length}.`)]
          : []),
      ],
      empty: say("Aucune piste n'est jamais retenue.", "No lead is ever kept."),
    },
  ];
}
