import { z } from "zod";
import { families, routes, statuses } from "../formats/inventory.ts";
import { barrierKinds, barrierOwners, outcomes } from "../formats/synergies.ts";
import { PredicateSchema } from "../regulation/predicate.ts";
import { parseUnit } from "../units/unit.ts";

/**
 * The shapes of the reference tables. Every row names its source; every number carries its bounds, unit and year.
 * The rows themselves live in `packages/reference/data`, one YAML file a topic, and are checked by these schemas.
 */
export const TextSchema = z.object({ fr: z.string().min(1), en: z.string().min(1) }).strict();

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const unit = z.string().refine((text) => parseUnit(text) !== undefined, "unit is not in the vocabulary");
const rowId = z.string().regex(/^[a-z0-9][a-z0-9.@-]*$/i);

export { day as DaySchema, rowId as RowIdSchema };

export const SourceSchema = z
  .object({
    id: rowId,
    title: z.string().min(1),
    kind: z.enum(["official", "database", "study", "press", "trade", "law", "team-estimate", "own"]),
    url: z.string().optional(),
    licence: z.string().optional(),
    checked_on: day,
  })
  .strict();

/** A number read somewhere, with the interval in which the team believes it. `year` is null when the source has no date. */
export const NumberSchema = z
  .object({
    value: z.number(),
    low: z.number(),
    high: z.number(),
    unit,
    source: rowId,
    year: z.union([z.number().int(), z.null()]),
  })
  .strict()
  .refine(({ value, low, high }) => low <= value && value <= high, "low ≤ value ≤ high");

const RangeSchema = z
  .object({ min: z.number(), max: z.number() })
  .strict()
  .refine(({ min, max }) => min <= max, "min ≤ max");

const PipeSchema = z.object({ max_km: z.number().positive(), link: NumberSchema }).strict();

export const ResourceClassSchema = z
  .object({
    id: rowId,
    parent: rowId.nullable(),
    family: z.enum(families),
    /** What a yearly quantity of it is counted in. */
    unit,
    name: TextSchema,
    synonyms: z.object({ fr: z.array(z.string()).default([]), en: z.array(z.string()).default([]) }).strict(),
    low: z.array(z.string().regex(/^\d{2} \d{2} \d{2}\*?$/)).default([]),
    cpa: z.array(z.string()).default([]),
    tags: z.array(z.string()).default([]),
    /** How long it keeps in ordinary storage; null: more than a year, or not a matter of keeping. */
    shelf_life_days: z.number().positive().nullable().default(null),
    /** Where an offer of it goes today when nobody said. */
    default_route: z.enum(routes).nullable().default(null),
    /** The classes just below may stand for one another when their holder agrees: cuttings for turnings, one pallet for another. */
    alike: z.boolean().default(false),
    status: z.enum(statuses).nullable().default(null),
    /**
     * What a need worded so means to those who process it: organic waste asked for by a digester is whatever feeds one.
     * In order of preference. It counts where the activity takes it or the name of the site says it.
     */
    asked_as: z.array(rowId).default([]),
    /** What a flow of the class is like when nobody said: `temperature_c` from 30 to 60. Inherited key by key. */
    typical: z.record(z.string(), RangeSchema).default({}),
    /** How it crosses from site to site when no lorry carries it: a pipe, and how far one makes sense. Inherited. */
    pipe: PipeSchema.nullable().default(null),
    source: rowId,
  })
  .strict();

/** What words say of the state of a thing, whatever the thing is. */
export const wordStates = ["used", "left-over", "surplus", "new"] as const;

/**
 * Words about words. `action`: what is asked to be done, whatever it is done to. `idle`: they tell a capacity, not a matter.
 * `state`: they tell a state, not a matter (usé, spent, chutes). `light`: a quality of many things (industriel,
 * local). `silent`: they tell nothing.
 * `aside`: after them a label speaks of the use or the origin (for, pour, issu). `abbreviation`: what it means in full.
 */
export const LexiconSchema = z
  .object({
    id: rowId,
    kind: z.enum(["state", "light", "silent", "aside", "same", "abbreviation", "action", "idle"]),
    words: z.array(z.string().min(1)).min(1),
    state: z.enum(wordStates).nullable().default(null),
    means: z.array(z.string().min(1)).default([]),
    /** What an action done on a thing is called: collecting card, washing lorries. The first that fits best holds. */
    acts: z
      .array(
        z
          .object({
            /** The thing is of one of these classes; empty: whatever it is, as long as the words of `with` are there. */
            on: z.array(rowId).default([]),
            with: z.array(z.string().min(1)).default([]),
            /** The class meant; of several, the one counted in the unit that was said. */
            is: z.array(rowId).min(1),
          })
          .strict(),
      )
      .default([]),
    /** What the action means when nothing known is said beside it. */
    alone: z.array(rowId).default([]),
    /** It may come last: "cardboard collection". Else it comes first, as in "laver nos camions". */
    last: z.boolean().default(false),
    source: rowId,
  })
  .strict();

/** What a division, group or class of CPA most often is in the taxonomy. */
export const ProductCodeSchema = z
  .object({ code: z.string().regex(/^\d{2}(\.\d{1,2}){0,3}$/), resource: rowId, source: rowId })
  .strict();

/** What establishments of a NAF division, group or class typically give off and take in: to break ties and to ask, never flows. */
export const ActivitySchema = z
  .object({
    code: z.string().regex(/^\d{2}(\.\d{1,2}[A-Z]?)?$/),
    gives: z.array(rowId),
    takes: z.array(rowId),
    source: rowId,
  })
  .strict();

/** Absolute entries are what their star says; mirror entries must be tested before they are called non-hazardous. */
export const wasteEntries = [
  "absolute-hazardous",
  "mirror-hazardous",
  "absolute-non-hazardous",
  "mirror-non-hazardous",
] as const;

/** One of the 842 six-digit codes of the European List of Waste (Decision 2000/532/EC as amended). */
export const WasteCodeSchema = z
  .object({
    code: z.string().regex(/^\d{2} \d{2} \d{2}$/),
    hazardous: z.boolean(),
    entry: z.enum(wasteEntries),
    /** The class that this code most often means, when no words say more. */
    resource: rowId,
    name: TextSchema,
  })
  .strict();

export const QualityBoundSchema = z
  .object({ key: z.string(), min: z.number().optional(), max: z.number().optional(), source: rowId })
  .strict();

export const ConversionSchema = z
  .object({
    id: rowId,
    from: rowId,
    to: rowId,
    /** Null: direct substitution. Otherwise the process that makes `to` out of `from`. */
    process: rowId.nullable().default(null),
    /** Units of `to` replaced by, or made from, one unit of `from`. */
    ratio: NumberSchema,
    /** What the process costs on this route, per unit of what goes in, where it is not what the process usually costs. */
    cost: NumberSchema.nullable().default(null),
    bounds: z.array(QualityBoundSchema).default([]),
    /** The dose: the largest share of the need that `from` may make up ("at most 5 % of the mix"). Null: all of it. */
    max_share: NumberSchema.refine(
      ({ unit, low, high }) => unit === "1" && low > 0 && high <= 1,
      "a share above 0, up to 1",
    )
      .nullable()
      .default(null),
    /** Beyond this the route has no physical sense. With neither this nor `link`, the pipe of `from` holds. */
    max_km: z.number().positive().nullable().default(null),
    /** Investment in the link between the two sites, per kilometre, where it is not the pipe of `from`. */
    link: NumberSchema.nullable().default(null),
    /** What is given stays with its holder, who still has to be rid of it: heat is taken from a water that goes to the sewer. */
    keeps_outlet: z.boolean().default(false),
    /** Shown only to be refused: law or sense forbids it, and the rules say why. */
    tempting: z.boolean().default(false),
    /** The reason, which one can check, why the route exists. */
    reason: TextSchema,
    source: rowId,
    checked_on: day,
  })
  .strict();

export const ProcessSchema = z
  .object({
    id: rowId,
    name: TextSchema,
    /** The spare capacity that can host it, as a resource class of family equipment; null when there is none. */
    equipment: rowId.nullable().default(null),
    /** Per unit of what goes in. */
    cost: NumberSchema,
    co2e: NumberSchema.nullable().default(null),
    /** Paid once, whatever the size. */
    investment: NumberSchema,
    /** Paid once per unit a year of capacity (EUR.yr/t): what grows with the size. */
    capacity_investment: NumberSchema.nullable().default(null),
    life_years: z.number().positive(),
    months_to_start: z.number().nonnegative(),
    /** The yearly lot that it takes, in the unit of what goes in; below `low` nobody builds one. */
    minimum: NumberSchema.nullable().default(null),
    /** The class that whoever runs one asks for: a need of it tells that one stands here. */
    feedstock: rowId.nullable().default(null),
    reason: TextSchema,
    source: rowId,
    checked_on: day,
  })
  .strict();

/** What a factor measures. The vocabulary is closed: assessment asks for these, no others. */
export const quantities = [
  "removal-cost",
  "purchase-price",
  "outlet-co2e",
  "supply-co2e",
  "transport-cost",
  "transport-co2e",
  "density",
  "heating-value",
] as const;

export const FactorSchema = z
  .object({
    id: rowId,
    quantity: z.enum(quantities),
    /** The resource class (and its descendants) it speaks of; null: any. */
    resource: rowId.nullable().default(null),
    route: z.enum(routes).nullable().default(null),
    /** Null: any context. */
    context: rowId.nullable().default(null),
    label: TextSchema,
    number: NumberSchema,
    valid_from: day.nullable().default(null),
    valid_to: day.nullable().default(null),
    review_before: day,
    note: TextSchema.optional(),
  })
  .strict();

export const ParameterSchema = z
  .object({ id: rowId, label: TextSchema, number: NumberSchema, review_before: day, note: TextSchema.optional() })
  .strict();

/**
 * A number that changes with time and place, asked for by its key: the tax of a year, a tariff, a legal limit,
 * a coefficient of an activity. Rows of one key follow each other; none is overwritten.
 */
export const DatedValueSchema = z
  .object({
    id: rowId,
    key: z.string().min(1),
    /** Null: any context. */
    context: rowId.nullable().default(null),
    /** A future or a method to try a result with; null: what is in force, or best known. */
    scenario: z.string().nullable().default(null),
    label: TextSchema,
    number: NumberSchema,
    valid_from: day.nullable().default(null),
    valid_to: day.nullable().default(null),
    review_before: day,
    note: TextSchema.optional(),
  })
  .strict();

/** What money is spent on, as funders tell expenses apart. */
export const aidKinds = ["study", "advice", "facilitation", "pilot", "investment", "buildings"] as const;
export const firmSizes = ["micro", "small", "medium", "large"] as const;
/** Whose de minimis ceiling applies. */
export const aidSectors = ["general", "farming", "fishery", "public-service"] as const;

/** One rate of an aid scheme: for which expenses and sizes, of which base at most. */
export const AidRateSchema = z
  .object({
    kinds: z.array(z.enum(aidKinds)).min(1),
    /** Empty: any size. */
    sizes: z.array(z.enum(firmSizes)).default([]),
    /** In percent. `value` is the most that may be given; `low` is nil where nothing is owed. Null: not published. */
    rate: NumberSchema.nullable(),
    /** The expense counts up to here. */
    base_max: NumberSchema.nullable().default(null),
    /** All public aid together may not pass this share of the expense, in percent. */
    public_max: NumberSchema.nullable().default(null),
  })
  .strict();

/** A scheme that pays part of an expense. Dated: a call that has closed stays readable and is never suggested. */
export const AidSchemeSchema = z
  .object({
    id: rowId,
    name: TextSchema,
    funder: z.string().min(1),
    /** Empty: any place. */
    contexts: z.array(rowId).default([]),
    /** What the project must be about, one at least; empty: anything. */
    themes: z.array(z.string()).default([]),
    rates: z.array(AidRateSchema).min(1),
    /** The most that one project may receive. */
    ceiling: NumberSchema.nullable().default(null),
    /** Who may apply: those who sell on a market, those who do not, or both. */
    beneficiaries: z.array(z.enum(["economic", "non-economic"])).min(1),
    /** Staff paid by communes, their groupings or the State cannot be paid for by it. */
    excludes_public_staff: z.boolean().default(false),
    /** The application must come before any order or works. */
    before_start: z.boolean(),
    /** Under which rule of State aid it is given to a firm. */
    regime: z.enum(["de-minimis", "block-exemption", "tax", "free-service", "to-check"]),
    eligible: TextSchema,
    exclusions: TextSchema.nullable().default(null),
    cumulation: TextSchema.nullable().default(null),
    valid_from: day.nullable().default(null),
    valid_to: day.nullable().default(null),
    review_before: day,
    confidence: z.enum(["high", "medium", "low"]),
    source: rowId,
  })
  .strict();

export const ContextSchema = z
  .object({
    id: rowId,
    name: TextSchema,
    /** How much longer the road is than the straight line. */
    road_ratio: NumberSchema,
    /** What is true of the place and a rule of law may ask. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
    /** The land that the road table covers: a point outside it reaches the network through its ports only. */
    land: z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }).strict().optional(),
  })
  .strict();

/** A crossroads, a town or a port of a road skeleton. `land` null: a port on another shore. */
export const RoadNodeSchema = z
  .object({ id: rowId, name: z.string(), lon: z.number(), lat: z.number(), land: rowId.nullable(), source: rowId })
  .strict();

/** A stretch of road or a ferry line between two nodes. */
export const RoadLinkSchema = z
  .object({
    id: rowId,
    from: rowId,
    to: rowId,
    /** What signs on the road say: T20, D81; for a ferry, the line. */
    name: z.string(),
    mode: z.enum(["road", "ferry"]),
    km: z.number().positive(),
    speed_kmh: z.number().positive(),
    source: rowId,
    checked_on: day,
  })
  .strict();

export type RoadNode = z.output<typeof RoadNodeSchema>;
export type RoadLink = z.output<typeof RoadLinkSchema>;

export const RuleSchema = z
  .object({
    id: rowId,
    title: TextSchema,
    /** Which synergies the rule speaks of. */
    applies: PredicateSchema,
    /** What it asks of them. */
    test: PredicateSchema,
    outcome: z.object({ yes: z.enum(outcomes), no: z.enum(outcomes), unknown: z.enum(outcomes) }).strict(),
    basis: z.string().min(1),
    valid_from: day.nullable(),
    valid_to: day.nullable().default(null),
    checked_on: day,
    review_before: day,
    confidence: z.enum(["high", "medium", "low"]),
    sentence: TextSchema,
    next_step: TextSchema,
    delay_months: z.number().nonnegative(),
    source: rowId,
  })
  .strict();

/** A fact that rules may ask and that inventories do not carry: the question put to a person when it is missing. */
export const FactSchema = z
  .object({
    id: z.string(),
    question: TextSchema,
    kind: z.enum(["yes-no", "number", "text", "list"]),
    /** How a known answer is told again as a reason; `{}` stands for the value. */
    said: TextSchema.optional(),
    /** Of a fact of the site: the columns, in a list of establishments, under which a company may have answered. */
    headers: z.array(z.string()).default([]),
    /**
     * Of a fact of a flow: words of its label that answer by themselves ("amianté" says that there is asbestos), the
     * first line that is met. An ending may be left open with `*`. What is declared passes before.
     */
    label: z
      .array(
        z
          .object({ words: z.array(z.string().min(1)).min(1), value: z.union([z.string(), z.number(), z.boolean()]) })
          .strict(),
      )
      .optional(),
  })
  .strict();

export const obligationThemes = [
  "waste",
  "hazardous-waste",
  "producer-schemes",
  "energy",
  "buildings",
  "water",
  "food",
  "people",
  "installations",
  "claims",
  "costs",
] as const;

/** What the law asks of an establishment by itself, whatever it exchanges, with the dates that it sets. */
export const ObligationSchema = z
  .object({
    id: rowId,
    theme: z.enum(obligationThemes),
    title: TextSchema,
    /** Which establishments owe it. What is not known makes it "may apply", with a question. */
    applies: PredicateSchema,
    basis: z.string().min(1),
    valid_from: day.nullable(),
    valid_to: day.nullable().default(null),
    /** Dates that the text sets once, in order. */
    milestones: z.array(z.object({ on: day, what: TextSchema }).strict()).default([]),
    /** MM-DD: due every year on that day. */
    each_year_on: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .nullable()
      .default(null),
    /** Comes back after so many months; from the last milestone when there is one. */
    every_months: z.number().int().positive().nullable().default(null),
    checked_on: day,
    review_before: day,
    confidence: z.enum(["high", "medium", "low"]),
    sentence: TextSchema,
    next_step: TextSchema,
    source: rowId,
  })
  .strict();

export const BarrierSchema = z
  .object({
    id: rowId,
    /** What the action that lifts it is called in a plan; its lever in full when absent. */
    action: TextSchema.nullable().default(null),
    kind: z.enum(barrierKinds),
    applies: PredicateSchema,
    sentence: TextSchema,
    lever: TextSchema,
    owner: z.enum(barrierOwners),
    delay_months: z.number().nonnegative(),
    /** A lead that it stands before is told and never planned: somebody said no. */
    stops: z.boolean().default(false),
    source: rowId,
  })
  .strict();

/** Prevention comes first: less of a flow inside one establishment. */
export const reductionLevers = ["prevention", "internal-reuse", "energy", "water"] as const;

export const ReductionMeasureSchema = z
  .object({
    id: rowId,
    lever: z.enum(reductionLevers),
    /** The class (and its descendants) of the flow that becomes smaller. */
    target: rowId,
    /** `out`: a waste that does not arise any more; `in`: a purchase that becomes smaller. */
    direction: z.enum(["in", "out"]),
    /** NAF divisions or longer beginnings of a code where the measure makes sense; empty: anywhere. */
    sectors: z.array(z.string()).default([]),
    title: TextSchema,
    action: TextSchema,
    next_step: TextSchema,
    indicator: TextSchema,
    /** Share of the yearly flow that the measure avoids. */
    saving: NumberSchema,
    /** What was bought and is lost in one unit of the waste: the hidden part of its cost. Null for a purchase. */
    lost_value: NumberSchema.nullable().default(null),
    /** The class that was bought and is lost, for the emissions of making it. */
    material: rowId.nullable().default(null),
    investment: NumberSchema,
    /** Yearly cost of keeping the measure alive. */
    running: NumberSchema.nullable().default(null),
    /** Below this yearly quantity the measure is not worth the time. */
    minimum: NumberSchema.nullable().default(null),
    life_years: z.number().positive(),
    months_to_start: z.number().nonnegative(),
    reason: TextSchema,
    source: rowId,
    checked_on: day,
  })
  .strict();

/** What the stakes of the call can be shown by. The vocabulary is closed: `domain/stakes` works each of these out. */
export const stakeIndicators = [
  "plan-gain",
  "reduction-gain",
  "plan-co2e",
  "plan-diverted",
  "plan-water",
  "plan-energy",
  "reduction-prevented",
  "landfilled",
  "contracts-ending",
  "obligations-ahead",
  "sole-suppliers",
  "companies-with-lead",
  "companies-in-pool",
  "public-consents",
  "local-share",
  "exported",
  "establishments-met",
  "quantities-known",
  "quantities-proven",
  "companies-linked",
  "sectors-linked",
  "plan-investment",
  "pooled-services",
  "spare-spaces",
] as const;

/** One of the stakes that the call names, with what can show it. */
export const StakeSchema = z
  .object({
    id: rowId,
    level: z.enum(["company", "territory"]),
    title: TextSchema,
    indicators: z.array(z.enum(stakeIndicators)),
    /** Columns of the territory's sheet that count as declared evidence, as their headers are written. */
    declared: z.array(z.string()).default([]),
    /** What to gather when nothing shows the stake yet. */
    to_document: TextSchema,
    source: rowId,
  })
  .strict();

export type StakeRow = z.output<typeof StakeSchema>;
export type StakeIndicator = (typeof stakeIndicators)[number];
export type ReductionMeasure = z.output<typeof ReductionMeasureSchema>;
export type ReductionLever = (typeof reductionLevers)[number];

/** A kind of organisation that may carry the démarche once the funded years are over, described without a mark out of ten. */
export const CarrierSchema = z
  .object({
    id: rowId,
    name: TextSchema,
    decides: TextSchema,
    companies: TextSchema,
    money: TextSchema,
    /** What it takes to set up, and how long. */
    start: TextSchema,
    strength: TextSchema,
    caution: TextSchema,
    fits: TextSchema,
    source: rowId,
    checked_on: day,
  })
  .strict();

/** A trade: a run of NAF divisions under a name that a reader knows. */
export const SectorSchema = z
  .object({
    id: rowId,
    from: z.string().regex(/^\d{2}$/),
    to: z.string().regex(/^\d{2}$/),
    name: TextSchema,
    source: rowId,
  })
  .strict();

export type Source = z.output<typeof SourceSchema>;
export type SourcedNumber = z.output<typeof NumberSchema>;
export type ResourceClass = z.output<typeof ResourceClassSchema>;
export type LexiconRow = z.output<typeof LexiconSchema>;
export type ProductCode = z.output<typeof ProductCodeSchema>;
export type Activity = z.output<typeof ActivitySchema>;
export type WasteCode = z.output<typeof WasteCodeSchema>;
export type Conversion = z.output<typeof ConversionSchema>;
export type Process = z.output<typeof ProcessSchema>;
export type Factor = z.output<typeof FactorSchema>;
export type FactorQuantity = (typeof quantities)[number];
export type Parameter = z.output<typeof ParameterSchema>;
export type DatedValue = z.output<typeof DatedValueSchema>;
export type AidKind = (typeof aidKinds)[number];
export type FirmSize = (typeof firmSizes)[number];
export type AidSector = (typeof aidSectors)[number];
export type AidRate = z.output<typeof AidRateSchema>;
export type AidScheme = z.output<typeof AidSchemeSchema>;
export type ContextPack = z.output<typeof ContextSchema>;
export type Rule = z.output<typeof RuleSchema>;
export type Fact = z.output<typeof FactSchema>;
export type Barrier = z.output<typeof BarrierSchema>;
export type Sector = z.output<typeof SectorSchema>;
export type Carrier = z.output<typeof CarrierSchema>;
export type ObligationRow = z.output<typeof ObligationSchema>;
export type ObligationTheme = (typeof obligationThemes)[number];
