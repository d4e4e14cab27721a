import type { Route } from "../conversions/route.ts";
import type { Figure } from "../figures/figure.ts";
import type { SynergyKind } from "../formats/synergies.ts";
import { roadDistance } from "../geography/distance.ts";
import { lazyMeans } from "../lazy/lazily.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { type Overlap, overlapOf } from "../matching/overlap.ts";
import { type QualityCheck, qualityOf } from "../matching/quality.ts";
import { type Verdict, verdictOf } from "../regulation/verdict.ts";
import { factsOf } from "../synergies/facts.ts";
import { belowLot, builtAlready } from "./lot.ts";
import type { Setting } from "./setting.ts";

export type AdmissionOutcome = "admitted" | "quality" | "season" | "too-far" | "too-small" | "built-already" | "law";

/** Why a pair is or is not a lead, before any figure is worked out. */
export type Admission = {
  readonly outcome: AdmissionOutcome;
  readonly verdict: Verdict;
  readonly overlap: Overlap;
  readonly quality: QualityCheck;
  readonly distance: Figure;
};

const sharedFamilies = new Set(["service", "equipment", "space", "skill", "logistics"]);

/** Sharing lends a capacity that stays; substitution gives a flow away; transformation puts a process between. */
export function kindOf(offer: KnownFlow, route: Route): SynergyKind {
  if (route.processes.length > 0) return "transformation";
  const shared =
    offer.flow.status === "capacity" || (offer.resource !== null && sharedFamilies.has(offer.resource.family));
  return shared ? "sharing" : "substitution";
}

/** What is tested of a pair, in the order in which it counts: each is asked only when those before it pass. */
export type AdmissionTests = {
  readonly forbidden: () => boolean;
  readonly meets: () => boolean;
  readonly suits: () => boolean;
  readonly near: () => boolean;
  /** Every step has the lot under which nobody would build it. */
  readonly large: () => boolean;
  /** No third party runs a step of it already. */
  readonly anew: () => boolean;
};

/** The law is looked at first: a forbidden pair is shown as refused even when its season would not fit either. */
export const admissionOutcome = (tests: AdmissionTests): AdmissionOutcome =>
  tests.forbidden()
    ? "law"
    : !tests.meets()
      ? "season"
      : !tests.suits()
        ? "quality"
        : !tests.near()
          ? "too-far"
          : !tests.large()
            ? "too-small"
            : !tests.anew()
              ? "built-already"
              : "admitted";

/** Within reach of the route at the near end of what the distance may be. */
export const withinReach = (route: Route, lowKm: number): boolean => route.maxKm === null || lowKm <= route.maxKm;

type Pair = {
  readonly setting: Setting;
  readonly offer: KnownFlow;
  readonly need: KnownFlow;
  readonly route: Route;
  readonly verdict: Verdict | undefined;
};

const admissions = lazyMeans<Pair, Admission>({
  overlap: ({ offer, need, route }) => overlapOf(offer, need, route),
  quality: ({ offer, need, route }) => qualityOf(offer, need, route),
  distance: ({ setting, offer, need }) =>
    roadDistance(setting.reference, setting.context, offer.establishment, need.establishment),
  verdict: ({ setting: { reference, context, day }, offer, need, route, verdict }, { overlap, distance }) =>
    verdict ??
    verdictOf(
      reference,
      factsOf(reference, context, {
        kind: kindOf(offer, route),
        offers: [offer],
        needs: [need],
        route,
        quantity: overlap.quantity,
        distance,
      }),
      day,
    ),
  outcome: ({ setting, offer, need, route }, made) =>
    admissionOutcome({
      forbidden: () => made.verdict.outcome === "forbidden",
      meets: () => made.overlap.meets,
      suits: () => made.quality.truth !== "no",
      near: () => made.distance.state !== "known" || withinReach(route, made.distance.low),
      large: () => !belowLot(setting, route, made.overlap.quantity.value),
      anew: () => !builtAlready(setting, offer, need, route),
    }),
});

/**
 * Tests a pair against law, season, quality, distance and the size of what would be built; each answer is worked out when it is read.
 * @param verdict what the law says of the pair, when the caller knows it already
 */
export const admit = (
  setting: Setting,
  offer: KnownFlow,
  need: KnownFlow,
  route: Route,
  verdict?: Verdict,
): Admission => admissions({ setting, offer, need, route, verdict });
