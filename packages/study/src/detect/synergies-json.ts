import {
  disclaimer,
  ExplanationBook,
  type FoundBarrier,
  inPassing,
  type Lang,
  type RankedSynergy,
  type Reference,
  type Rule,
  type RuleFinding,
  remembered,
  type Step,
  type SynergiesJson,
  SynergiesSchema,
  SynergySchema,
  sourceTitle,
  type Verdict,
} from "@simbiosi/domain";
import type { Detection } from "@simbiosi/engine";
import { Each, jsonText, Members, objectText, Written } from "../json/json-text.ts";
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
  const pieces = sharedPieces(lang);
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
          inPassing(synergy, (one) => leadText(synergyJson(book, one, lang), pieces, one.verdict, one.barriers)),
        ),
        refused: each(refused, ({ offers, needs, steps, verdict, doubts }) =>
          objectText({
            offers: offers.map(({ flow }) => flow.id),
            needs: needs.map(({ flow }) => flow.id),
            steps: steps.map((step) => stepJson(book, step)),
            outcome: "forbidden",
            rules: pieces.rules(verdict),
            doubts: doubts.map((sentence) => sentence[lang]),
          }),
        ),
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
        explanations: new Members(mapped(book.entries(), ([key, text]) => [key, new Written(text)] as const)),
        disclaimer: disclaimer[lang],
      }),
    ),
  );
};

function* mapped<T, R>(items: Iterable<T>, make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item);
}
const each = <T>(items: readonly T[], make: (item: T) => unknown): Each => new Each(mapped(items, make));

/** What of a lead is its own; the rest is validated when it is written, once for all leads. */
const LeadSchema = SynergySchema.omit({ verdict: true, barriers: true });
const leadKeys = Object.keys(SynergySchema.shape);

type Pieces = {
  readonly rules: (verdict: Verdict) => Written;
  readonly barriers: (barriers: readonly FoundBarrier[]) => Written;
};

/** What leads have in common is written once: some hundreds of rules and barriers stand before tens of thousands of leads. */
function sharedPieces(lang: Lang): Pieces {
  const findings = new Map<Rule, Map<string, string>>();
  const barriers = new Map<FoundBarrier, string>();
  return {
    rules: (verdict) =>
      list(
        verdict.findings.map((finding) =>
          remembered(
            remembered(findings, finding.rule, () => new Map<string, string>()),
            finding.outcome,
            () => JSON.stringify(RuleSchema.parse(ruleJson(finding, lang))),
          ),
        ),
      ),
    barriers: (found) =>
      list(
        found.map((barrier) =>
          remembered(barriers, barrier, () => JSON.stringify(BarrierSchema.parse(barrierJson(barrier, lang)))),
        ),
      ),
  };
}

const RuleSchema = SynergySchema.shape.verdict.shape.rules.element;
const BarrierSchema = SynergySchema.shape.barriers.element;
// Put together without a copy: long sentences are only pointed at until the document is written.
const list = (texts: readonly string[]): Written =>
  new Written(`${texts.reduce((all, one, i) => (i === 0 ? all + one : `${all},${one}`), "[")}]`);

const leadText = (
  own: ReturnType<typeof synergyJson>,
  { rules, barriers }: Pieces,
  verdict: Verdict,
  found: readonly FoundBarrier[],
): Written =>
  objectText(
    {
      ...LeadSchema.parse(own),
      verdict: objectText({ outcome: verdict.outcome, rules: rules(verdict) }),
      barriers: barriers(found),
    },
    leadKeys,
  );

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

const ruleJson = ({ rule, outcome }: RuleFinding, lang: Lang) => ({
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
});

const barrierJson = ({ id, kind, sentence, lever, owner, action, delayMonths }: FoundBarrier, lang: Lang) => ({
  id,
  kind,
  sentence: sentence[lang],
  lever: lever[lang],
  owner,
  action: action[lang],
  delay_months: delayMonths,
});

const declared: Record<Lang, string> = { fr: "déclaré par l'entreprise", en: "declared by the company" };

/** A source id in words: the title of the source, or who declared the flow. */
export function sourceName(reference: Reference, id: string, lang: Lang): string {
  if (id.startsWith("declared:")) return `${declared[lang]} (${id.slice("declared:".length)})`;
  const title = sourceTitle(id, reference, lang);
  return title === id ? id : `${title} [${id}]`;
}
