import type { Establishment, Family, Flow } from "../formats/inventory.ts";
import { isA, type Reference } from "../reference-data/reference.ts";
import type { ResourceClass } from "../reference-data/rows.ts";
import { deFr } from "../text/elision.ts";
import { byCodeUnit, midSentence, type Text, text } from "../text/text.ts";
import { actionsOf } from "./actions.ts";
import { labelScores, type Scores } from "./label-scores.ts";
import { type Lexicon, lexiconOf, type State } from "./lexicon.ts";
import { measured } from "./measures.ts";
import { activitiesOf, codeInLabel, productCodePriors, typicalOf, wasteCodePriors } from "./priors.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { stem, wordsOf } from "./words.ts";

/** What a label or a code was understood as. Below {@link doubtful} the class is a question, below {@link hopeless} there is none. */
export type Resolution = {
  readonly resource: ResourceClass | null;
  readonly confidence: number;
  readonly question: Text | null;
  /** Classes that the words may also mean, best first: the parts of an enumeration, or readings nearly as good. */
  readonly others?: readonly { readonly resource: ResourceClass; readonly confidence: number }[];
};

export const doubtful = 0.75;
export const hopeless = 0.5;

type Labelled = Pick<Flow, "label" | "direction" | "waste_code" | "cpa" | "family" | "resource"> &
  Partial<Pick<Flow, "unit">>;
export type Resolver = (
  flow: Labelled,
  establishment?: Pick<Establishment, "naf"> & Partial<Pick<Establishment, "name">>,
) => Resolution;

// What is known beside the words tips the scale between readings; it never makes one.
const wrongFamily = 0.4;
const wrongDirection = 0.95;
const unasked = 0.82;
const wrongState = 0.9;
const wasteIsMatter = 0.7;
// Who asks for an action does not ask for what it is done to; what stands idle is no matter; hours count no tonnes.
const doneTo = 0.8;
const idleIsNoMatter = 0.75;
const otherUnit = 0.88;
const typical = 1.12;
// Above this, in °C, nothing is given off as cold.
const warmest = 25;
// A label that is a name of the class.
const asBorne = 0.98;
// Nothing but its unit says that a water is meant for its heat.
const byTheUnit = 0.7;
// A code under which several things travel.
const codeAlone = 0.6;
// Two readings this near are as good as each other: what is above both is what is known.
const asGood = 0.95;
// A reading that is not the best is shown beside it when it is near, and never as sure.
const plausible = 0.3;
const nearlyAsGood = 0.85;
const mostUnderCode = 8;
// One of the things that a list names: there is some of it, nobody said how much.
const partOfList = 0.7;
// What the name of a site says of what it takes is said in passing.
const hinted = 0.3;
const energyUnits: ReadonlySet<string> = new Set(["kWh", "MWh", "GJ"]);
// Who keeps pigs does not ask for slurry.
const givesItself = 0.85;
const bareCode = /^\s*\d{2}[ .]?\d{2}[ .]?\d{2}\s*\*?\s*$/;
// "wood" inside a longer label is a part of what it says; alone it is the group itself, and a question.
const groupInPassing = 0.8;

/**
 * Builds the index once, then answers label by label: what the words say, what the codes say, then direction,
 * family, state and activity to tell near readings apart.
 */
export function resolver(reference: Reference): Resolver {
  const lexicon = lexiconOf(reference.lexicon);
  const vocabulary = vocabularyOf(reference, lexicon);
  const byWasteCode = wasteCodePriors(reference);
  const byProductCode = productCodePriors(reference);
  const isTypical = typicalOf(reference);
  const actions = actionsOf(reference, lexicon);
  // The narrowest range first: hot water before any waste heat.
  const heats = reference.resources
    .flatMap((row) => (row.tags.includes("heat-of-water") ? [{ row, range: row.typical.temperature_c }] : []))
    .flatMap(({ row, range }) => (range === undefined ? [] : [{ row, range }]))
    .sort((a, b) => a.range.max - a.range.min - (b.range.max - b.range.min));

  // What each matter serves as it is, without a process: the uses that a request for it may stand for.
  const directUses = new Map<string, Set<string>>();
  for (const { from, to, process, tempting } of reference.conversions)
    if (process === null && !tempting) directUses.set(from, (directUses.get(from) ?? new Set()).add(to));
  // Uses that many matters serve: what a digester or a compost heap is fed, what animals eat. A recycler of nylon nets
  // takes no other plastic.
  const fed = new Set(reference.processes.flatMap(({ feedstock }) => feedstock ?? []));
  const isWideUse = (row: ResourceClass): boolean =>
    row.family === "matter" && (fed.has(row.id) || row.tags.includes("feed"));

  // Companies of one territory use the same words again and again.
  const remembered = new Map<string, Scores>();
  const scoresOf = (label: string): Scores => {
    let known = remembered.get(label);
    if (known === undefined) {
      known = labelScores(vocabulary, lexicon, label);
      if (remembered.size > 20_000) remembered.clear();
      remembered.set(label, known);
    }
    return known;
  };

  /** What whoever asks for this means by it: the class that its activity takes, its name or its label hints at. */
  const meantBy = (row: ResourceClass, flow: Labelled, establishment: Parameters<Resolver>[1]): ResourceClass => {
    if (flow.direction !== "in" || flow.resource !== null) return row;
    const meant = row.asked_as.flatMap((id) => reference.resourceById.get(id) ?? []);
    if (meant.length === 0 || meant.includes(row)) return row;
    const [said, byName] = [scoresOf(flow.label), scoresOf(establishment?.name ?? "")];
    // "Eau" is a need by itself, of no said use: that other names hold the word hints at none of them.
    const byLabel: Scores = row.status === "need" && (said.get(row) ?? 0) >= 0.98 ? new Map() : said;
    // A farm takes many things of the farming group: the activity must name the very class.
    const taken = new Set(activitiesOf(reference, establishment?.naf ?? null).flatMap(({ takes }) => takes));
    const [best] = meant
      .map((one) => {
        const [label, name] = [byLabel.get(one) ?? 0, byName.get(one) ?? 0];
        // A waste is asked for by who processes it, and who does takes its kin.
        const processed = row.status === "waste" && one.status === "need";
        const shown = processed || taken.has(one.id) || name >= hinted || label >= hopeless;
        return { one, sign: shown ? (processed ? hinted : 0) + (taken.has(one.id) ? 1 : 0) + name + label / 2 : 0 };
      })
      .sort((x, y) => y.sign - x.sign);
    return best === undefined || best.sign === 0 ? row : best.one;
  };

  /**
   * Who asks for one matter for a use may take another for the same use: a digester that names slurry takes whey, a
   * feed mill that names biscuits takes bread. The use is what its activity takes and that matter directly serves.
   */
  const forTheSameUse = (
    row: ResourceClass | null,
    flow: Labelled,
    establishment: Parameters<Resolver>[1],
  ): NonNullable<Resolution["others"]> => {
    if (row === null || flow.direction !== "in" || flow.resource !== null || row.family !== "matter") return [];
    const served = directUses.get(row.id);
    if (served === undefined) return [];
    const taken = activitiesOf(reference, establishment?.naf ?? null).flatMap(({ takes }) => takes);
    const resource = taken
      .flatMap((id) => reference.resourceById.get(id) ?? [])
      .filter((use) => use !== row && isWideUse(use))
      .find(({ id }) => [...served].some((to) => isA(reference, id, to) || isA(reference, to, id)));
    return resource === undefined ? [] : [{ resource, confidence: hopeless }];
  };

  const readOnce: Resolver = (flow, establishment) => {
    if (flow.resource !== null) {
      const row = reference.resourceById.get(flow.resource);
      if (row !== undefined) return { resource: row, confidence: 1, question: null };
    }
    // A label that is but a code has no words to be read.
    const words: Scores = bareCode.test(flow.label) ? new Map() : scoresOf(flow.label);
    const scores = new Map(words);
    const code = flow.waste_code ?? codeInLabel(reference, flow.label);
    const priors = [byWasteCode(code), byProductCode(flow.cpa)];
    for (const [row, prior] of priors.flatMap((known) => [...known])) {
      const said = scores.get(row) ?? 0;
      scores.set(row, Math.max(said, prior) + (1 - Math.max(said, prior)) * 0.6 * Math.min(said, 1));
    }
    const idle = flow.direction === "out" && wordsOf(flow.label).some((word) => lexicon.isIdle(stem(word)));
    const asked: ReadonlyMap<ResourceClass, number> =
      (flow.direction === "in" || idle) && code === null
        ? actions(flow.label, scoresOf)
        : new Map<ResourceClass, number>();
    for (const [row, score] of scores) if (asked.size > 0 && score < 0.98) scores.set(row, score * doneTo);
    for (const [row, score] of asked) scores.set(row, Math.max(words.get(row) ?? 0, score));
    const states = statesOf(lexicon, flow.label);
    const worn = states.has("used") || states.has("left-over") || code !== null;
    const naf = establishment?.naf ?? null;
    const usual = (row: ResourceClass): number => (isTypical(naf, flow.direction, row) ? 1 : 0);
    const ranked = [...scores]
      // A family root names nothing, and a group one step below it names too much to be sure of.
      .filter(([row]) => row.parent !== null)
      .map(([row, score]) => {
        const named = score >= asBorne;
        const coded = priors.some((known) => known.has(row));
        const fair = !named && isTypical(naf, flow.direction, row) ? Math.min(0.98, score * typical) : score;
        const beside =
          familyAgreement(flow.family ?? familyCounted(flow, row), row.family) *
          coldAgreement(flow, row) *
          directionAgreement(flow.direction, row, named || worn || coded);
        const remains = states.has("left-over") && flow.direction === "out" && row.family === "service";
        const state = named ? 1 : remains ? wasteIsMatter : stateAgreement(states, code !== null, row);
        const counted = (named ? 1 : unitAgreement(flow.unit ?? null, row)) * (idle ? idleAgreement(row) : 1);
        const broad = !named && isGroup(reference, row) && !coded ? groupInPassing : 1;
        const own =
          !named && !coded && flow.direction === "in" && isTypical(naf, "out", row) && !isTypical(naf, "in", row)
            ? givesItself
            : 1;
        return { row, score: fair * beside * state * broad * counted * own };
      })
      .filter(({ score }) => score > 0.2)
      // White water is a dairy's or a paper mill's: one name of two things is told apart by the activity.
      .sort(
        (a, b) =>
          Math.min(b.score, asBorne) - Math.min(a.score, asBorne) ||
          usual(b.row) - usual(a.row) ||
          b.score - a.score ||
          byCodeUnit(a.row.id, b.row.id),
      );
    const [first, second] = ranked;
    const candidates = ranked.slice(0, 3).map(({ row }) => row);
    const others = ranked
      .slice(0, 3)
      .filter(({ score }) => score >= plausible && score >= (first?.score ?? 0) * nearlyAsGood)
      .map(({ row, score }) => ({ resource: row, confidence: round(Math.min(score, hopeless)) }));
    // Several things travel under most codes: each of them may be what is meant.
    const underCode = ranked
      .filter(({ row }) => priors[0]?.has(row) === true)
      .slice(0, mostUnderCode)
      .map(({ row, score }) => ({ resource: row, confidence: round(Math.min(score, hopeless)) }));
    // Where the words say nothing, the class that the List of Waste table names for the code stands, with the question.
    const byCodeAlone = reference.resourceById.get(code === null ? "" : (reference.wasteCode(code)?.resource ?? ""));
    if (byCodeAlone !== undefined && Math.max(0, ...words.values()) < hopeless)
      return first?.row === byCodeAlone && first.score >= doubtful
        ? { resource: byCodeAlone, confidence: round(Math.min(first.score, 0.85)), question: null, others: underCode }
        : { resource: byCodeAlone, confidence: codeAlone, question: ask(flow.label, candidates), others: underCode };
    if (first === undefined || first.score < hopeless)
      return { resource: null, confidence: round(first?.score ?? 0), question: ask(flow.label, candidates), others };
    // Two readings that are nearly as good: less sure than the best alone, unless one is above the other.
    const related =
      second !== undefined &&
      (isA(reference, first.row.id, second.row.id) || isA(reference, second.row.id, first.row.id));
    const rival = second === undefined || related ? 0 : second.score;
    const alone = first.score * (1 - (0.35 * Math.max(0, rival / first.score - 0.85)) / 0.15);
    const above =
      first.score < 0.98 && rival > first.score * asGood ? shared(reference, first.row, second?.row) : undefined;
    const sure = first.score >= 0.999 ? 1 : Math.min(first.score, alone);
    const confidence = round(isGroup(reference, first.row) ? Math.min(sure, doubtful - 0.01) : sure);
    const coded = [...(priors[0] ?? [])].map(([row]) => row);
    if (disagree(reference, coded, first.row))
      return {
        resource: above ?? first.row,
        confidence: Math.min(confidence, doubtful - 0.01),
        question: ask(flow.label, [first.row, ...coded.slice(0, 2)]),
        others,
      };
    return {
      resource: confidence < hopeless ? null : (above ?? first.row),
      confidence,
      question: confidence < doubtful ? ask(flow.label, candidates) : null,
      ...(confidence < doubtful ? { others } : {}),
    };
  };

  /**
   * Water given off at a said temperature is water, and heat. Cool water is heat only for who counts it in MWh.
   */
  const heatOf = (flow: Labelled): ResourceClass | undefined => {
    const said = measured(flow.label).measures.temperature_c;
    if (flow.direction !== "out" || flow.resource !== null || said === undefined) return undefined;
    if (![...scoresOf(flow.label).keys()].some(({ family }) => family === "water")) return undefined;
    return heats.find(
      ({ row: { tags }, range }) =>
        (isCountedAsEnergy(flow) || !tags.includes("cool")) && said.max >= range.min && said.max <= range.max,
    )?.row;
  };

  const read: Resolver = (flow, establishment) => {
    const { others, ...said } = readOnce(flow, establishment);
    const meant = (row: ResourceClass): ResourceClass => meantBy(row, flow, establishment);
    return {
      ...said,
      resource: said.resource === null ? null : meant(said.resource),
      ...(others === undefined ? {} : { others: others.map((one) => ({ ...one, resource: meant(one.resource) })) }),
    };
  };

  /** The label as a whole, as water or as heat: how much heat a volume of water holds is to be asked. */
  const readWhole: Resolver = (flow, establishment) => {
    const whole = read(flow, establishment);
    const heat = whole.resource?.family === "energy" ? undefined : heatOf(flow);
    if (heat === undefined) return whole;
    const { resource, others = [] } = whole;
    if (resource !== null && !isCountedAsEnergy(flow))
      return { ...whole, others: [{ resource: heat, confidence: hopeless }, ...others] };
    const rows = resource === null ? [heat] : [heat, resource];
    return {
      resource: heat,
      confidence: byTheUnit,
      question: ask(flow.label, rows),
      others: [...(resource === null ? [] : [{ resource, confidence: hopeless }]), ...others],
    };
  };

  return (flow, establishment) => {
    const whole = readWhole(flow, establishment);
    // A label that is a name as it stands is no list: "tontes et tailles" is green waste, not stone-cutting.
    const parts = (vocabulary.spelled(wordsOf(flow.label)).length > 0 ? [] : partsOf(flow.label)).map((label) =>
      read({ ...flow, label, waste_code: null, cpa: null }, establishment),
    );
    const named = parts.flatMap(({ resource, confidence }) =>
      resource !== null && confidence >= doubtful
        ? [{ resource, confidence: round(Math.min(confidence, partOfList)) }]
        : [],
    );
    const others = [...named, ...(whole.others ?? []), ...forTheSameUse(whole.resource, flow, establishment)].filter(
      ({ resource }, i, all) =>
        resource !== whole.resource && all.findIndex((other) => other.resource === resource) === i,
    );
    const { others: _, ...said } = whole;
    return others.length === 0 ? said : { ...said, others };
  };
}

/** "old mattresses, lamps, desks" and "lisier + fumier" name several things; one thing alone has no parts. */
function partsOf(label: string): readonly string[] {
  const parts = label.split(/\s*[,;+&/]\s*|\s+(?:et|and|ou|or)\s+/i).filter((part) => /\p{L}{3}/u.test(part));
  return parts.length > 1 ? parts.slice(0, 5) : [];
}

/** The nearest class above both readings, when it is finer than a group: "tournures et chutes alu" is aluminium scrap. */
function shared(reference: Reference, one: ResourceClass, other: ResourceClass | undefined): ResourceClass | undefined {
  if (other === undefined) return undefined;
  const common = reference.lineage(one.id).find((row) => isA(reference, other.id, row.id));
  return common === undefined || common.parent === null || isGroup(reference, common) ? undefined : common;
}

/** A code of one group of matter and words of another: one of the two is a slip of the pen. */
const disagree = (reference: Reference, coded: readonly ResourceClass[], said: ResourceClass): boolean => {
  const group = (row: ResourceClass): string => reference.lineage(row.id).at(-2)?.id ?? row.id;
  return coded.length > 0 && !coded.includes(said) && coded.every((row) => group(row) !== group(said));
};

const statesOf = (lexicon: Lexicon, label: string): ReadonlySet<State> =>
  new Set(wordsOf(label).flatMap((word) => lexicon.stateOf(stem(word)) ?? []));

/** One step below the root of matter: wood, food, metals. Elsewhere the first step is already a thing one asks for. */
const isGroup = (reference: Reference, row: ResourceClass): boolean =>
  row.family === "matter" && reference.lineage(row.id).length === 2;

const round = (value: number): number => Number(Math.min(1, value).toFixed(3));
// Tyres given off are worn, tyres bought are new: where two classes share their words, the direction tips the scale.
const directionAgreement = (direction: "in" | "out", row: ResourceClass, worn: boolean): number => {
  if (direction === "out") return row.status === "need" ? wrongDirection : 1;
  // Who asks for meals does not ask for leftovers, unless the words say so.
  return row.status !== "waste" ? 1 : worn ? wrongDirection : unasked;
};
const familyAgreement = (said: Family | null, family: Family): number =>
  said === null || said === family ? 1 : wrongFamily;

const timeUnits = new Set(["hour", "day", "month", "trip", "person", "EUR"]);
const unitNames: Partial<Record<string, readonly string[]>> = {
  hour: ["h", "day", "month"],
  day: ["day", "h", "month"],
  kg: ["t"],
  l: ["m3"],
  kWh: ["MWh"],
  GJ: ["MWh"],
};

/** A quantity in hours, days or people counts no matter; in tonnes, no room. */
function unitAgreement(unit: Flow["unit"], row: ResourceClass): number {
  if (unit === null || unit === row.unit || unitNames[unit]?.includes(row.unit) === true) {
    // Hours and days are one another's near kin, the very unit is nearer.
    return unit === null || unit === row.unit || (unit === "hour") === (row.unit === "h") ? 1 : 0.97;
  }
  if (row.family === "matter" || row.family === "water" || row.family === "energy")
    return timeUnits.has(unit) ? otherUnit : 1;
  return otherUnit;
}

const idleAgreement = ({ family }: ResourceClass): number =>
  family === "matter" || family === "water" ? idleIsNoMatter : family === "energy" ? wrongState : 1;

/** Cooling water that leaves at 70 °C is no cold. */
const coldAgreement = ({ direction, label }: Labelled, row: ResourceClass): number => {
  if (direction === "in" || !row.tags.includes("cold")) return 1;
  const said = measured(label).measures.temperature_c;
  return said !== undefined && said.min > warmest ? wrongFamily : 1;
};

/** What is counted in MWh is the heat of a water, not the water; a fuel or a gas may be counted either way. */
const familyCounted = (flow: Labelled, row: ResourceClass): Family | null =>
  row.family === "water" && isCountedAsEnergy(flow) ? "energy" : null;

const isCountedAsEnergy = ({ unit = null }: Labelled): boolean => unit !== null && energyUnits.has(unit);

/** Offcuts and waste are matter, what is worn is not new stock, what is new is no waste. */
function stateAgreement(states: ReadonlySet<State>, coded: boolean, row: ResourceClass): number {
  const worn = states.has("used") || states.has("left-over");
  const matter = row.family === "matter" || row.family === "water";
  if ((coded || worn) && !matter && row.family !== "service" && row.family !== "energy") return wasteIsMatter;
  if (worn && row.status === "product") return wrongState;
  return states.has("new") && row.status === "waste" ? wrongState : 1;
}

function ask(label: string, rows: readonly ResourceClass[]): Text {
  if (rows.length === 0)
    return text(
      `« ${label} » : aucune ressource connue ne correspond. Précisez la matière, le service ou donnez un code déchet.`,
      `"${label}": no known resource matches. Say what matter or service it is, or give a waste code.`,
    );
  return text(
    `« ${label} » : s'agit-il ${rows.map((row) => deFr(midSentence(row.name.fr))).join(", ou ")} ?`,
    `"${label}": is it ${rows.map((row) => midSentence(row.name.en)).join(", or ")}?`,
  );
}
