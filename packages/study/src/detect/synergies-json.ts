import {
  disclaimer,
  ExplanationBook,
  inPassing,
  type Lang,
  type RankedSynergy,
  type Reference,
  type Step,
  type SynergiesJson,
  SynergiesSchema,
  SynergySchema,
  type Verdict,
} from "@simbiosi/domain";
import type { Detection } from "@simbiosi/engine";
import { Each, jsonText, Members } from "../json/json-text.ts";
import type { Understood } from "../understand/understand.ts";

/** The document `synergies.json` as an object: every figure opens in `explanations`, numbered from the top of the document. */
export const synergiesJson = (understood: Understood, detection: Detection, lang: Lang): SynergiesJson =>
  SynergiesSchema.parse(JSON.parse([...synergiesText(understood, detection, lang)].join("")));

/**
 * The same as text, in pieces: a thousand establishments make tens of thousands of leads, which are assessed and
 * written one after the other.
 */
export const synergiesText = (
  { inventory, setting }: Understood,
  { synergies, refused, unmatched, shortfalls }: Detection,
  lang: Lang,
  /** Of the whole territory, where the inventory is only what a reader may know of it. */
  counts = { establishments: inventory.establishments.length, flows: inventory.flows.length },
): Iterable<string> => {
  const book = new ExplanationBook(lang, (id) => sourceName(setting.reference, id, lang));
  return jsonText(
    new Members(
      Object.entries({
        format: "simbiosi-synergies/1",
        inventory: {
          territory: inventory.territory.name,
          establishments: counts.establishments,
          flows: counts.flows,
        },
        date: setting.day,
        lang,
        synergies: each(synergies, (synergy) =>
          SynergySchema.parse(inPassing(synergy, (one) => synergyJson(book, one, lang))),
        ),
        refused: each(refused, ({ offers, needs, steps, verdict }) => ({
          offers: offers.map(({ flow }) => flow.id),
          needs: needs.map(({ flow }) => flow.id),
          steps: steps.map((step) => stepJson(book, step)),
          outcome: "forbidden",
          rules: rulesJson(verdict, lang),
        })),
        unmatched: each(unmatched, ({ flow, nearest, why, sentence }) => ({
          flow: flow.flow.id,
          nearest: nearest?.flow.id ?? null,
          why,
          sentence: sentence[lang],
        })),
        below_threshold: each(shortfalls, (one) => ({
          kind: one.kind,
          title: one.title[lang],
          establishments: one.members.map(({ site }) => site.id),
          needs: one.members.flatMap(({ flow }) => flow?.flow.id ?? []),
          quantity: book.figure(one.quantity),
          threshold: book.figure(one.threshold),
          nearest: one.nearest[lang],
          questions: one.questions.map(({ site, field, why }) => ({ establishment: site.id, field, why: why[lang] })),
        })),
        explanations: new Members(book.entries()),
        disclaimer: disclaimer[lang],
      }),
    ),
  );
};

function* mapped<T>(items: readonly T[], make: (item: T) => unknown): Generator<unknown> {
  for (const item of items) yield make(item);
}
const each = <T>(items: readonly T[], make: (item: T) => unknown): Each => new Each(mapped(items, make));

function synergyJson(book: ExplanationBook, s: RankedSynergy, lang: Lang) {
  return {
    id: s.id,
    rank: s.rank,
    kind: s.kind,
    title: s.title[lang],
    offers: s.offers.map(({ flow }) => flow.id),
    needs: s.needs.map(({ flow }) => flow.id),
    establishments: [...s.establishments],
    steps: s.steps.map((step) => stepJson(book, step)),
    quantity: book.figure(s.quantity),
    distance_km: book.figure(s.distance),
    gain_eur_per_year: book.figure(s.gain),
    investment_eur: book.figure(s.investment),
    payback_years: book.figure(s.payback),
    npv_eur: book.figure(s.npv),
    co2e_t_per_year: book.figure(s.co2e),
    diverted_t_per_year: book.figure(s.diverted),
    virgin_t_per_year: book.figure(s.virgin),
    water_m3_per_year: book.figure(s.water),
    energy_mwh_per_year: book.figure(s.energy),
    jobs_fte: book.figure(s.jobs),
    counterfactual: s.counterfactual.map((sentence) => sentence[lang]),
    parties: s.parties.map((party) => ({
      establishment: party.establishment,
      gain_eur_per_year: book.figure(party.gain),
      investment_eur: book.figure(party.investment),
    })),
    verdict: { outcome: s.verdict.outcome, rules: rulesJson(s.verdict, lang) },
    barriers: s.barriers.map(({ kind, sentence, lever, owner }) => ({
      kind,
      sentence: sentence[lang],
      lever: lever[lang],
      owner,
    })),
    ease: Number((s.ease.value ?? 0).toFixed(4)),
    ease_figure: book.figure(s.ease),
    months: [...s.months],
    reasons: s.reasons.map((sentence) => sentence[lang]),
    doubts: s.doubts.map((sentence) => sentence[lang]),
  };
}

const stepJson = (book: ExplanationBook, step: Step) => ({
  process: step.process.id,
  resource_in: step.resourceIn,
  resource_out: step.resourceOut,
  yield: book.figure(step.yield),
  facility: step.facility,
});

const rulesJson = (verdict: Verdict, lang: Lang) =>
  verdict.findings.map(({ rule, outcome }) => ({
    id: rule.id,
    outcome,
    basis: rule.basis,
    valid_from: rule.valid_from,
    valid_to: rule.valid_to,
    checked_on: rule.checked_on,
    confidence: rule.confidence,
    sentence: rule.sentence[lang],
    next_step: rule.next_step[lang],
    delay_months: rule.delay_months,
  }));

const declared: Record<Lang, string> = { fr: "déclaré par l'entreprise", en: "declared by the company" };

/** A source id in words: the title of the source, or who declared the flow. */
export function sourceName(reference: Reference, id: string, lang: Lang): string {
  if (id.startsWith("declared:")) return `${declared[lang]} (${id.slice("declared:".length)})`;
  const source = reference.sourceById.get(id);
  return source === undefined ? id : `${source.title} [${id}]`;
}
