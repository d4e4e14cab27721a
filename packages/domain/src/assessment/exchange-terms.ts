import type { Route } from "../conversions/route.ts";
import { travelBetween } from "../geography/travel.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { text } from "../text/text.ts";
import { crossingTerms } from "./crossing-terms.ts";
import { offerTerms } from "./giver-terms.ts";
import { detourTerms, type Hosting, hostingOf } from "./hosts.ts";
import type { Contribution, Setting } from "./setting.ts";
import { carriedBack, needTerms } from "./taker-terms.ts";
import { wayTerms } from "./way-terms.ts";

/** Heat taken from a water that still goes to the sewer saves no sewerage. */
const outletKept = ({ flow }: KnownFlow): Contribution => ({
  terms: [],
  counterfactual: [
    text(
      `Avec ou sans la synergie, « ${flow.label} » garde son exutoire actuel.`,
      `With or without the synergy "${flow.label}" keeps its present outlet.`,
    ),
  ],
  doubts: [],
});

/** All terms of an exchange along a route, per unit of what the giver gives, with both counterfactuals. */
export function exchangeTerms(
  setting: Setting,
  offer: KnownFlow,
  need: KnownFlow,
  route: Route,
  hosting: Hosting = hostingOf(setting, offer, need, route),
): Contribution {
  if (offer.resource === null) return { terms: [], counterfactual: [], doubts: [] };
  const giver = route.keepsOutlet ? outletKept(offer) : offerTerms(setting, offer);
  const taker = needTerms(setting, need, offer.flow.status === "capacity");
  const { seaKm } = travelBetween(setting.reference, setting.context, offer.establishment, need.establishment);
  return {
    terms: [
      ...giver.terms,
      ...carriedBack(taker.terms, route),
      ...wayTerms(setting, offer.resource, route, hosting.at),
      ...detourTerms(setting, offer.resource, hosting),
      ...crossingTerms(setting, offer.resource, seaKm),
    ],
    counterfactual: [...giver.counterfactual, ...taker.counterfactual],
    doubts: [...giver.doubts, ...taker.doubts],
  };
}
