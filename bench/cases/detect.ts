import {
  admit,
  assessExchange,
  conversionRoutes,
  identityRoute,
  type KnownFlow,
  routeJoins,
  type Setting,
} from "@simbiosi/domain";
import { candidates, detect } from "@simbiosi/engine";
import { convertibleWords, type FlowWords, randomTerritory } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { understand } from "@simbiosi/study";
import type { BenchCase } from "../case.ts";

const reference = loadReference();
const territory = (establishments: number, words?: FlowWords) =>
  understand(reference, randomTerritory(1, establishments, 4, words), "2026-11-23");

/** The whole detection, assessment of the chosen leads included: a demanding territory, every offer worded for some need. */
export const detectTerritory: BenchCase = {
  name: "detect/100-establishments",
  prepare: () => {
    const { setting, flows } = territory(100, convertibleWords(reference));
    return () => ({ count: detect(setting, flows, { top: 10 }).pairs, of: "pairs" });
  },
};

/** Sum of the known gains of all admitted pairs, by the plain loop of the oracle: every pair, the whole tree. */
function plainGain(setting: Setting, flows: readonly KnownFlow[]): number {
  const routes = conversionRoutes(reference);
  let total = 0;
  for (const offer of flows)
    for (const need of flows) {
      if (offer.flow.direction !== "out" || need.flow.direction !== "in") continue;
      if (offer.establishment.id === need.establishment.id || offer.resource === null || need.resource === null)
        continue;
      for (const route of [identityRoute(offer.resource), ...routes])
        if (routeJoins(reference, route, offer.resource, need.resource))
          total += assessExchange(setting, offer, need, route, admit(setting, offer, need, route)).gain.value ?? 0;
    }
  return total;
}

function columnGain(setting: Setting, flows: readonly KnownFlow[]): number {
  const { gain } = candidates(setting, flows);
  return gain.reduce((total, one) => total + (Number.isNaN(one) ? 0 : one), 0);
}

const same = (): { setting: Setting; flows: readonly KnownFlow[] } => {
  const { setting, flows } = territory(60);
  const [plain, columns] = [plainGain(setting, flows), columnGain(setting, flows)];
  // Equal answers first: a ratio between different answers means nothing.
  if (Math.abs(plain - columns) > 1e-6 * Math.abs(plain)) throw new Error(`Not the same: ${plain} and ${columns}`);
  return { setting, flows };
};

export const scorePlain: BenchCase = {
  name: "detect/score-60-plain-loop",
  prepare: () => {
    const { setting, flows } = same();
    return () => ({ count: Math.round(plainGain(setting, flows)), of: "EUR" });
  },
};

export const scoreColumns: BenchCase = {
  name: "detect/score-60-columns",
  prepare: () => {
    const { setting, flows } = same();
    return () => ({ count: Math.round(columnGain(setting, flows)), of: "EUR" });
  },
};
