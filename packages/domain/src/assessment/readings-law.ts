import { conversionRoutes, identityRoute, meetsNeed, type Route, routeMeets } from "../conversions/route.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { isA, type Reference } from "../reference-data/reference.ts";
import type { ResourceClass, Rule } from "../reference-data/rows.ts";
import {
  mayForbid,
  type RuleFinding,
  rulesInForce,
  rulesThatMayApply,
  type Verdict,
  verdictOf,
  worst,
} from "../regulation/verdict.ts";
import { doubtful, hopeless } from "../resources/resolve.ts";
import { classFacts, factsOf } from "../synergies/facts.ts";
import type { RefusedPair } from "../synergies/synergy.ts";
import { byCodeUnit, midSentence, type Text, text } from "../text/text.ts";
import { kindOf } from "./admission.ts";
import { stepsOf } from "./exchange-capital.ts";
import { remembered } from "./remembered.ts";
import type { Setting } from "./setting.ts";

/**
 * The law under the other readings of doubtful words. A guess never hides a prohibition:
 * - where the most probable reading of a pair is forbidden, the pair is refused, with its article and the question;
 * - where another plausible reading is, the lead carries the article as a thing to be checked, and says under which reading.
 */
export type ReadingsLaw = {
  /** Is this what the words of the flow mean first? Of words that name no class for sure, the first of their readings. */
  readonly isFirst: (known: KnownFlow) => boolean;
  /** The refusal of the pair of two flows under their first readings, when this lead rests on another one. */
  readonly refusal: (offer: KnownFlow, need: KnownFlow, route: Route) => RefusedPair | null;
  /** What the law says of a lead, with what it would forbid under another reading. */
  readonly cautioned: (offer: KnownFlow, need: KnownFlow, route: Route, verdict: Verdict) => Verdict;
  /** What is to be asked of a pair whose words are not sure. */
  readonly questions: (offer: KnownFlow, need: KnownFlow) => readonly Text[];
};

/** @param flows as they were read, without their other readings */
export function readingsLaw(setting: Setting, flows: readonly KnownFlow[]): ReadingsLaw {
  const { reference, context, day } = setting;
  const roots = new Map(flows.map((known) => [known.flow.id, known]));
  const rootOf = (known: KnownFlow): KnownFlow => roots.get(known.flow.id) ?? known;
  const firstOf = (known: KnownFlow): KnownFlow => {
    const root = rootOf(known);
    return root.resource === null ? (root.readings[0] ?? root) : root;
  };
  const inForce = rulesInForce(reference, day).filter(mayForbid);
  const barred = new Map<string, readonly { readonly route: Route; readonly rules: readonly Rule[] }[]>();
  /** The ways between two classes, each with the rules that might forbid it; none when no way could be forbidden. */
  const waysThatLawMayBar = (offer: KnownFlow, need: KnownFlow) =>
    remembered(barred, `${offer.resource?.id} ${need.resource?.id} ${offer.flow.status === "capacity"}`, () => {
      const ways = routesBetween(reference, offer.resource, need.resource).map((route) => {
        const kind = kindOf(offer, route);
        const facts = classFacts(reference, context, kind, offer.resource, need.resource, route);
        return { route, rules: rulesThatMayApply(inForce, facts) };
      });
      return ways.some(({ rules }) => rules.length > 0) ? ways : [];
    });
  /** The verdict of the law when it leaves the two readings no way of so few steps. */
  const forbidding = (offer: KnownFlow, need: KnownFlow, steps: number): { route: Route; verdict: Verdict } | null => {
    let found: { route: Route; verdict: Verdict } | null = null;
    for (const { route, rules } of waysThatLawMayBar(offer, need)) {
      if (route.processes.length > steps) continue;
      const input = {
        kind: kindOf(offer, route),
        offers: [offer],
        needs: [need],
        route,
        quantity: null,
        distance: null,
      };
      const verdict = verdictOf(reference, factsOf(reference, context, input), day, rules);
      if (verdict.outcome !== "forbidden") return null;
      found ??= { route, verdict };
    }
    return found;
  };
  const others = new Map<KnownFlow, readonly KnownFlow[]>();
  const plausible = (known: KnownFlow): readonly KnownFlow[] =>
    remembered(others, known, () => plausibleReadings(reference, rootOf(known), known));

  return {
    isFirst: (known) => firstOf(known) === known,
    refusal: (offer, need, route) => {
      if (!offer.guess && !need.guess) return null;
      // What a list names is there beside the rest, whatever becomes of that.
      if (isNamed(offer) || isNamed(need)) return null;
      const [givenFirst, askedFirst] = [firstOf(offer), firstOf(need)];
      if (givenFirst === offer && askedFirst === need) return null;
      const found = forbidding(givenFirst, askedFirst, route.processes.length);
      return found === null
        ? null
        : {
            offers: [givenFirst],
            needs: [askedFirst],
            steps: stepsOf(found.route),
            verdict: found.verdict,
            doubts: questionsOf(givenFirst, askedFirst),
          };
    },
    cautioned: (offer, need, route, verdict) => {
      const [given, asked] = [plausible(offer), plausible(need)];
      if (given.length + asked.length === 2) return verdict;
      const conditions = new Map<Rule, Condition>();
      for (const one of given)
        for (const other of asked) {
          if (one === offer && other === need) continue;
          const found = forbidding(one, other, route.processes.length);
          for (const { rule, outcome } of found?.verdict.findings ?? []) {
            if (outcome !== "forbidden") continue;
            const condition = remembered(
              conditions,
              rule,
              (): Condition => ({ offer, need, given: new Set(), asked: new Set() }),
            );
            if (one !== offer && one.resource !== null) condition.given.add(one.resource);
            if (other !== need && other.resource !== null) condition.asked.add(other.resource);
          }
        }
      if (conditions.size === 0) return verdict;
      const findings: readonly RuleFinding[] = [
        // What the rule asks of the lead as it is read stays beside what it would forbid.
        ...verdict.findings.filter(({ rule, outcome }) => outcome !== "ok" || !conditions.has(rule)),
        ...[...conditions].map(
          ([rule, condition]): RuleFinding => ({
            rule,
            outcome: "check",
            asks: [],
            onlyIf: conditionWords(rule, condition),
          }),
        ),
      ];
      return { outcome: worst(findings.map(({ outcome }) => outcome)), findings };
    },
    questions: questionsOf,
  };
}

/** A part that the words of a list name for sure: more than one reading among others. */
const isNamed = ({ guess, confidence }: KnownFlow): boolean => guess && confidence > hopeless;

/**
 * The reading itself first, then what the same words may as well mean: the other readings where this one is not sure, the
 * things that a list names beside it, and what stands below a name that is but that of a group.
 */
function plausibleReadings(reference: Reference, root: KnownFlow, known: KnownFlow): readonly KnownFlow[] {
  const unsure = known.guess || known.confidence < doubtful;
  const read = [...(root.resource === null ? [] : [root]), ...root.readings].filter(
    (other) => other !== known && (unsure || isNamed(other)),
  );
  const { resource: group } = root;
  const [sample] = root.readings;
  const below =
    !unsure || group === null || root.confidence >= doubtful
      ? []
      : reference.resources.filter((row) => row !== group && isA(reference, row.id, group.id));
  const listed = new Set([known, ...read].map(({ resource }) => resource));
  return [
    known,
    ...read,
    ...below
      .filter((row) => !listed.has(row))
      .map((row): KnownFlow => ({ ...(sample ?? root), resource: row, guess: true, readings: [] })),
  ];
}

// The conversions that take a class, by its id: a territory asks of few classes, the reference has thousands of chains.
const takers = new WeakMap<Reference, ReadonlyMap<string, readonly Route[]>>();

function routesBetween(
  reference: Reference,
  offer: ResourceClass | null,
  need: ResourceClass | null,
): readonly Route[] {
  if (offer === null || need === null) return [];
  const byTaken = remembered(takers, reference, () => {
    const map = new Map<string, Route[]>();
    for (const route of conversionRoutes(reference)) {
      const list = map.get(route.from.id);
      if (list === undefined) map.set(route.from.id, [route]);
      else list.push(route);
    }
    return map;
  });
  return [
    ...(meetsNeed(reference, offer, need) ? [identityRoute(offer)] : []),
    ...reference
      .lineage(offer.id)
      .flatMap(({ id }) => byTaken.get(id) ?? [])
      .filter((route) => routeMeets(reference, route, need)),
  ];
}

const questionsOf = (offer: KnownFlow, need: KnownFlow): readonly Text[] =>
  [offer, need].flatMap((known) => {
    if (known.resource === null || (!known.guess && known.confidence >= doubtful)) return [];
    const { label } = known.flow;
    const { fr, en } = known.resource.name;
    return [
      text(
        `« ${label} » est lu comme « ${midSentence(fr)} » : est-ce bien cela ?`,
        `"${label}" is read as "${midSentence(en)}": is it really that?`,
      ),
    ];
  });

type Condition = {
  readonly offer: KnownFlow;
  readonly need: KnownFlow;
  readonly given: Set<ResourceClass>;
  readonly asked: Set<ResourceClass>;
};

// A group may have dozens of classes below it: the first by name say enough.
const classesNamed = 3;

function conditionWords({ basis }: Rule, { offer, need, given, asked }: Condition): Text {
  const sides = [
    { known: offer, classes: given },
    { known: need, classes: asked },
  ].filter(({ classes }) => classes.size > 0);
  const words = (lang: "fr" | "en"): string =>
    sides
      .map(({ known, classes }) => {
        const names = [...classes].map(({ name }) => midSentence(name[lang])).sort(byCodeUnit);
        const some = names.slice(0, classesNamed);
        return lang === "fr"
          ? `« ${known.flow.label} » est en fait ${some.map((one) => `« ${one} »`).join(" ou ")}`
          : `"${known.flow.label}" is in fact ${some.map((one) => `"${one}"`).join(" or ")}`;
      })
      .join(lang === "fr" ? " et si " : " and ");
  return text(
    `Interdit si ${words("fr")} (${basis}) : le faire préciser avant tout échange.`,
    `Forbidden if ${words("en")} (${basis}): have it made precise before any exchange.`,
  );
}
