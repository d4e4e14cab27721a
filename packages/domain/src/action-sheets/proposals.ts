import { type Axis, axisWords, type Priority } from "../action-plans/action.ts";
import { monthsLater } from "../action-plans/steps-ahead.ts";
import { unitWords } from "../figures/words.ts";
import type { SynergyJson } from "../formats/synergies.ts";
import { ownerNames } from "../synergies/follow-up.ts";
import { type Lang, type Text, text } from "../text/text.ts";
import type { ActionSheet, SheetStep } from "./action-sheet.ts";

/** An action that a kept lead asks for. */
export type ProposedSheet = {
  /** What it is about: a barrier, or the lead itself. One barrier of several leads is lifted once. */
  readonly key: string;
  /** Why it is proposed. */
  readonly why: string;
  readonly months: number;
  readonly sheet: ActionSheet;
};

const blank = {
  objectives: "",
  audience: "",
  pilots: [],
  referents: [],
  otherPartners: [],
  structure: "",
  governance: "",
  budget: [],
  funders: [],
  indicators: [],
  notes: "",
} as const;

const axisOf = ({ kind }: Pick<SynergyJson, "kind">): Axis =>
  kind === "mutualisation" || kind === "sharing" ? "share" : "exchange";

const words = {
  meet: text("Mettre les parties en relation, avec leur accord.", "Introduce the parties, with their consent."),
  trial: text(
    "Essayer sur un lot, peser, puis convenir d'un prix et d'une durée.",
    "Try one lot, weigh it, then agree on price and term.",
  ),
  tender: text("Lancer la consultation commune et signer.", "Launch the common tender and sign."),
  why: text("Mène la synergie jusqu'à sa signature.", "Brings the synergy to its signature."),
  holds: text("Freine cette synergie : ", "Holds this synergy back: "),
  papers: text("Formalités : ", "Formalities: "),
  number: text("nombre", "number"),
  equipment: text("Équipements et raccordements (estimation)", "Equipment and connections (estimate)"),
  running: text("Synergies en service", "Running synergies"),
  gain: text("Gain annuel net, toutes parties", "Net yearly gain, all parties"),
  diverted: text("Déchets détournés de l'élimination", "Waste diverted from disposal"),
  co2e: text("Émissions évitées", "Emissions avoided"),
} as const satisfies Readonly<Record<string, Text>>;

/**
 * The action sheets that a kept lead asks for: those that lift its barriers, in the order in which they stand before
 * it, each with who acts and how long it takes; then the one that brings it about, which waits for them.
 *
 * @param lead in the language of the plan
 * @param day the day from which delays count, YYYY-MM-DD
 */
export function proposedSheets(lead: SynergyJson, day: string, lang: Lang): readonly ProposedSheet[] {
  const partners = lead.establishments.filter((id) => !id.startsWith("@"));
  const shared = { ...blank, partners, leads: [lead.id], intervention: "environment", status: "upcoming" } as const;
  const priority: Priority = lead.ease >= 0.6 ? "high" : lead.ease >= 0.35 ? "medium" : "low";
  const lifted: ProposedSheet[] = [];
  let months = 0;
  for (const { id, kind, action, sentence, lever, owner, delay_months } of lead.barriers) {
    // A row that an older version wrote names neither: the next search for leads writes it again.
    if (id === undefined || action === undefined || lifted.some(({ key }) => key === id)) continue;
    // A paper that asks for no delay still has to be filed.
    const long = Math.max(1, delay_months ?? 1);
    const ends = monthsLater(day, long);
    months = Math.max(months, long);
    lifted.push({
      key: id,
      why: `${words.holds[lang]}${sentence}`,
      months: long,
      sheet: {
        ...shared,
        axis: axisWords.unlock.name[lang],
        // A rule is called by its name; what is to be done is its papers.
        title: kind === "regulation" ? `${words.papers[lang]}${action}` : action,
        description: sentence,
        priority,
        starts: day,
        ends,
        steps: [{ what: lever, owner: ownerNames[owner][lang], due: ends, done: false }],
      },
    });
  }
  const pool = lead.kind === "mutualisation";
  const start = monthsLater(day, 1);
  const closing = monthsLater(day, months + 2);
  const steps: readonly SheetStep[] = [
    { what: words.meet[lang], owner: ownerNames.facilitator[lang], due: start, done: false },
    ...lead.verdict.rules
      // What has an action of its own is not done twice.
      .filter(({ id }) => !lifted.some(({ key }) => key === `law.${id}`))
      .filter(({ outcome, next_step }) => (outcome === "procedure" || outcome === "check") && next_step !== "")
      .map(({ next_step, outcome, delay_months }) => ({
        what: next_step,
        owner: ownerNames[outcome === "procedure" ? "need" : "facilitator"][lang],
        due: monthsLater(day, Math.min(months + 2, Math.max(1, delay_months))),
        done: false,
      })),
    {
      what: words[pool ? "tender" : "trial"][lang],
      owner: ownerNames[pool ? "facilitator" : "need"][lang],
      due: closing,
      done: false,
    },
  ];
  const once = steps.filter((step, i) => steps.findIndex(({ what }) => what === step.what) === i);
  const { value: investment, state } = lead.investment_eur;
  const measures = [
    { label: words.gain, figure: lead.gain_eur_per_year, unit: "EUR/yr" },
    { label: words.diverted, figure: lead.diverted_t_per_year, unit: "t/yr" },
    { label: words.co2e, figure: lead.co2e_t_per_year, unit: "tCO2e/yr" },
  ];
  return [
    ...lifted,
    {
      key: lead.id,
      why: words.why[lang],
      months: months + 2,
      sheet: {
        ...shared,
        axis: axisWords[axisOf(lead)].name[lang],
        title: lead.title,
        description: lead.reasons.join(" "),
        priority,
        starts: day,
        ends: closing,
        steps: once,
        budget:
          state === "known" && investment === 0
            ? []
            : [
                {
                  what: words.equipment[lang],
                  kind: "investment",
                  unit: "eur",
                  year: Number(closing.slice(0, 4)),
                  // An estimate is told to the hundred euros.
                  planned: investment === null ? null : Math.round(investment / 100) * 10_000,
                  actual: null,
                },
              ],
        indicators: [
          { label: words.running[lang], unit: words.number[lang], baseline: 0, target: 1, measures: [] },
          ...measures.flatMap(({ label, figure, unit }) =>
            figure.value === null
              ? []
              : [
                  {
                    label: label[lang],
                    unit: unitWords(unit, lang),
                    baseline: 0,
                    target: Math.round(figure.value * 10) / 10,
                    measures: [],
                  },
                ],
          ),
        ],
      },
    },
  ];
}
