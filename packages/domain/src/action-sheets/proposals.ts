import { type Axis, axisWords } from "../action-plans/action.ts";
import { equipment, measures, runningSynergies } from "../action-plans/lead-words.ts";
import { priorityOf } from "../action-plans/priority.ts";
import { closingStep, monthsLater, openingStep, type PlannedStep } from "../action-plans/steps-ahead.ts";
import { unitWords } from "../figures/words.ts";
import type { SynergyJson } from "../formats/synergies.ts";
import type { Reference } from "../reference-data/reference.ts";
import { ownerNames } from "../synergies/follow-up.ts";
import { formatNumber, type Lang, type Text, text } from "../text/text.ts";
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
  why: text("Mène la synergie jusqu'à sa signature.", "Brings the synergy to its signature."),
  holds: text("Freine cette synergie : ", "Holds this synergy back: "),
  papers: text("Formalités : ", "Formalities: "),
  number: text("nombre", "number"),
} as const satisfies Readonly<Record<string, Text>>;

/** A sheet holds numbers that people change: how far the estimate that it began with may be off goes with its words. */
function estimated(label: string, { low, high }: SynergyJson["investment_eur"], lang: Lang): string {
  if (low === null || high === null || low === high) return label;
  const [from, to] = [formatNumber(low, lang), formatNumber(high, lang)];
  return lang === "fr" ? `${label} (potentiel, de ${from} à ${to})` : `${label} (potential, ${from} to ${to})`;
}

/**
 * The action sheets that a kept lead asks for: those that lift its barriers, in the order in which they stand before
 * it, each with who acts and how long it takes; then the one that brings it about, which waits for them.
 *
 * @param lead in the language of the plan
 * @param day the day from which delays count, YYYY-MM-DD
 */
export function proposedSheets(
  reference: Reference,
  lead: SynergyJson,
  day: string,
  lang: Lang,
): readonly ProposedSheet[] {
  const partners = lead.establishments.filter((id) => !id.startsWith("@"));
  const shared = { ...blank, partners, leads: [lead.id], intervention: "environment", status: "upcoming" } as const;
  const priority = priorityOf(reference, { ease: lead.ease, lowGain: lead.gain_eur_per_year.low });
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
  const [opening, last] = [openingStep(lead), closingStep(lead)];
  const whole = months + last.months;
  const closing = monthsLater(day, whole);
  const stepOf = ({ what, owner }: PlannedStep, due: string): SheetStep => ({
    what: what[lang],
    owner: ownerNames[owner][lang],
    due,
    done: false,
  });
  const steps: readonly SheetStep[] = [
    stepOf(opening, monthsLater(day, opening.months)),
    ...lead.verdict.rules
      // What has an action of its own is not done twice.
      .filter(({ id }) => !lifted.some(({ key }) => key === `law.${id}`))
      .filter(({ outcome, next_step }) => (outcome === "procedure" || outcome === "check") && next_step !== "")
      .map(({ next_step, outcome, delay_months }) => ({
        what: next_step,
        owner: ownerNames[outcome === "procedure" ? "need" : "facilitator"][lang],
        due: monthsLater(day, Math.min(whole, Math.max(1, delay_months))),
        done: false,
      })),
    stepOf(last, closing),
  ];
  const once = steps.filter((step, i) => steps.findIndex(({ what }) => what === step.what) === i);
  const { value: investment, state } = lead.investment_eur;
  const figures = {
    gain: lead.gain_eur_per_year,
    diverted: lead.diverted_t_per_year,
    co2e: lead.co2e_t_per_year,
  };
  return [
    ...lifted,
    {
      key: lead.id,
      why: words.why[lang],
      months: whole,
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
          state === "not-applicable" || investment === 0
            ? []
            : [
                {
                  what: estimated(equipment[lang], lead.investment_eur, lang),
                  kind: "investment",
                  unit: "eur",
                  year: Number(closing.slice(0, 4)),
                  // An estimate is told to the hundred euros.
                  planned: investment === null ? null : Math.round(investment / 100) * 10_000,
                  actual: null,
                },
              ],
        indicators: [
          { label: runningSynergies[lang], unit: words.number[lang], baseline: 0, target: 1, measures: [] },
          ...measures.flatMap(({ metric, label, unit }) => {
            const figure = figures[metric];
            if (figure.value === null) return [];
            return {
              label: estimated(label[lang], figure, lang),
              unit: unitWords(unit, lang),
              baseline: 0,
              target: Math.round(figure.value * 10) / 10,
              measures: [],
            };
          }),
        ],
      },
    },
  ];
}
