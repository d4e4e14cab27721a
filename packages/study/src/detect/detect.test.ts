import {
  admit,
  assessExchange,
  contextOf,
  conversionRoutes,
  evaluateTree,
  exchangeTerms,
  type Figure,
  facilitiesOf,
  type Inventory,
  identityRoute,
  type KnownFlow,
  knownFlow,
  type ResourceClass,
  type Route,
  ranked,
  resolver,
  routeJoins,
  type Setting,
  type Synergy,
  text,
} from "@simbiosi/domain";
import { admissions, candidates, detect, pairAt } from "@simbiosi/engine";
import { casaperta, randomTerritory, seeded } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";

const reference = loadReference();
const resolve = resolver(reference);
const day = "2026-11-23";

function understood(inventory: Inventory): { setting: Setting; flows: KnownFlow[] } {
  const context = contextOf(reference, inventory.territory.context);
  const sites = new Map(inventory.establishments.map((one) => [one.id, one]));
  const flows = inventory.flows.flatMap((flow) => {
    const site = sites.get(flow.establishment);
    return site === undefined ? [] : [knownFlow(reference, context, site, flow, resolve(flow), day)];
  });
  return { setting: { reference, context, day, facilities: facilitiesOf(reference, flows) }, flows };
}

/** Fewest processes first, then what speaks of the offer's own class before what speaks of a broader one. */
function plainestFirst(offer: ResourceClass, routes: readonly Route[]): readonly Route[] {
  const line = reference.lineage(offer.id).map(({ id }) => id);
  const above = ({ from }: Route): number => line.indexOf(from.id);
  return [...routes].sort((a, b) => a.processes.length - b.processes.length || above(a) - above(b));
}

/**
 * Every pair, every route, the whole tree for each, and the best admitted route of each pair: slow, plain, and
 * nothing in common with the columns of numbers.
 */
function plainLoop(setting: Setting, flows: readonly KnownFlow[]): Synergy[] {
  const routes = conversionRoutes(reference).filter((route) => !route.tempting);
  const found: Synergy[] = [];
  for (const offer of flows)
    for (const need of flows) {
      if (offer.flow.direction !== "out" || need.flow.direction !== "in") continue;
      if (offer.establishment.id === need.establishment.id) continue;
      if (offer.resource === null || need.resource === null) continue;
      let best: Synergy | undefined;
      for (const route of plainestFirst(offer.resource, [identityRoute(offer.resource), ...routes])) {
        if (!routeJoins(reference, route, offer.resource, need.resource)) continue;
        const admission = admit(setting, offer, need, route);
        if (admission.outcome !== "admitted") continue;
        const synergy = assessExchange(setting, offer, need, route, admission);
        if (
          best === undefined ||
          (synergy.gain.value ?? Number.NEGATIVE_INFINITY) > (best.gain.value ?? Number.NEGATIVE_INFINITY)
        )
          best = synergy;
      }
      if (best !== undefined) found.push(best);
    }
  return found;
}

/** A figure at its central value alone. */
const sharp = (figure: Figure): Figure =>
  figure.state === "known" ? { ...figure, low: figure.value, high: figure.value } : figure;

/** Whether a lead may pay: every rate at its most favourable end, at the quantity and the distance that are expected. */
function mayPay(setting: Setting, { offers, needs, route, quantity, distance }: Synergy): boolean {
  const [offer] = offers;
  const [need] = needs;
  if (offer === undefined || need === undefined || route === null) return false;
  const { terms } = exchangeTerms(setting, offer, need, route);
  return (evaluateTree(terms, text("gain", "gain"), "gain", sharp(quantity), sharp(distance)).high ?? 0) > 0;
}

const measures = ["gain", "co2e", "diverted"] as const;

describe("the numbers of the engine are those of the explanation tree", () => {
  test.each([1, 2, 3])("on every admitted pair of random territory %i", (seed) => {
    const { setting, flows } = understood(randomTerritory(seed, 12));
    const c = candidates(setting, flows);
    expect(c.count).toBeGreaterThan(20);
    for (let row = 0; row < c.count; row++) {
      const { offer, need, route } = pairAt(flows, c, row);
      const synergy = assessExchange(setting, offer, need, route);
      for (const [numbers, figure] of [
        [c.gain, synergy.gain],
        [c.co2e, synergy.co2e],
      ] as const) {
        const number = numbers[row] ?? Number.NaN;
        if (figure.state === "known")
          expect(Math.abs(number - figure.value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(figure.value)));
        else if (figure.state === "unknown") expect(number).toBeNaN();
      }
      if (synergy.diverted.state === "known") expect(c.diverted[row]).toBeCloseTo(synergy.diverted.value, 6);
      expect(c.km[row]).toBeCloseTo(synergy.distance.value ?? Number.NaN, 9);
      // What is hopeless at the most favourable end is hopeless: the optimistic score bounds the tree's own high end from its own quantity.
      if (synergy.gain.state === "known")
        expect(c.bestGain[row] ?? Number.NaN).toBeGreaterThanOrEqual(synergy.gain.value - 1e-6);
    }
  });
});

describe("what the engine admits is what the plain tests admit", () => {
  test.each([1, 2, 3])("every pair of random territory %i, with its verdict", (seed) => {
    const { setting, flows } = understood(randomTerritory(seed, 12));
    const c = candidates(setting, flows);
    const { outcome, verdict } = admissions(setting, flows, c);
    for (let row = 0; row < c.count; row++) {
      const { offer, need, route } = pairAt(flows, c, row);
      const plain = admit(setting, offer, need, route);
      expect([outcome(row), verdict(row)]).toEqual([plain.outcome, plain.verdict]);
    }
  });
  test.each([1, 2, 3])("the order is that of the figures, whose trees nobody had opened (territory %i)", (seed) => {
    const { setting, flows } = understood(randomTerritory(seed, 30));
    const { synergies } = detect(setting, flows, { top: 5 });
    const order = synergies.map(({ id }) => id);
    expect(ranked([...synergies].reverse()).map(({ id }) => id)).toEqual(order);
  });
});

describe("detection is exact against a plain loop", () => {
  test.each([11, 12, 13, 14])("the best of every flow, on both sides, by every measure (territory %i)", (seed) => {
    const { setting, flows } = understood(randomTerritory(seed, 14));
    const top = 2;
    const detected = new Map(detect(setting, flows, { top }).synergies.map((synergy) => [synergy.id, synergy]));
    const all = plainLoop(setting, flows);
    expect(all.length).toBeGreaterThan(10);
    for (const flow of flows)
      for (const measure of measures) {
        const own = all
          .filter(({ offers, needs }) => offers[0] === flow || needs[0] === flow)
          .filter((synergy) => synergy.gain.state === "known" && synergy[measure].state === "known")
          // A lead that cannot pay even at the most favourable rates, and avoids nothing, is none.
          .filter((synergy) => mayPay(setting, synergy) || (synergy.co2e.value ?? 0) > 0)
          .map((synergy) => synergy[measure].value ?? 0)
          .sort((a, b) => b - a);
        const got = [...detected.values()]
          .filter(({ offers, needs }) => offers[0]?.flow.id === flow.flow.id || needs[0]?.flow.id === flow.flow.id)
          .filter(
            (synergy) =>
              synergy.kind !== "mutualisation" && synergy[measure].state === "known" && synergy.gain.state === "known",
          )
          .map((synergy) => synergy[measure].value ?? 0)
          .sort((a, b) => b - a);
        // What is best is there whoever else asked for it: the first K of what was found are the first K there are.
        for (const [k, best] of own.slice(0, top).entries())
          if (best > 0) expect(got[k], `${flow.flow.id} ${measure} ${k}`).toBeCloseTo(best, 6);
      }
    // Whatever was detected, the plain loop knows too, with the same gain.
    for (const synergy of detected.values()) {
      if (synergy.kind === "mutualisation") continue;
      const same = all.find(({ id }) => id === synergy.id);
      expect(same?.gain.state).toBe(synergy.gain.state);
      if (synergy.gain.state === "known") expect(same?.gain.value).toBeCloseTo(synergy.gain.value, 6);
    }
  });

  test("the order of the file changes nothing", () => {
    const { setting, flows } = understood(randomTerritory(21, 15));
    const random = seeded(5);
    const shuffled = [...flows]
      .map((flow) => ({ flow, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ flow }) => flow);
    const ids = (list: readonly KnownFlow[]) =>
      detect(setting, list, { top: 3 }).synergies.map(({ id, rank }) => `${rank} ${id}`);
    expect(ids(shuffled)).toEqual(ids(flows));
  });

  test("a missing quantity hides no lead: it comes after the known ones", () => {
    const { setting, flows } = understood(randomTerritory(31, 15));
    const { synergies } = detect(setting, flows, { top: 5 });
    const states = synergies.map(({ gain }) => gain.state);
    expect(states).toContain("unknown");
    expect(states.lastIndexOf("known")).toBeLessThan(states.indexOf("unknown"));
  });
});

describe("Casaperta shows one of each", () => {
  const { setting, flows } = understood(casaperta);
  const { synergies, refused, unmatched } = detect(setting, flows, { top: 10 });
  const between = (offer: string, need: string) =>
    synergies.find(({ offers, needs }) => offers[0]?.flow.id === offer && needs[0]?.flow.id === need);

  test.each([
    { story: "one substitution", offer: "torrefaction.mares", need: "champignonniere.substrat", kind: "substitution" },
    {
      story: "one transformation",
      offer: "terrassement.gravats",
      need: "travaux-publics.grave",
      kind: "transformation",
    },
    { story: "one sharing", offer: "grossiste.presse", need: "brasserie.presse", kind: "sharing" },
    {
      story: "one unknown quantity, still a lead",
      offer: "laiterie.chaleur",
      need: "serre.chauffage",
      kind: "substitution",
    },
  ])("$story", ({ offer, need, kind }) => {
    expect(between(offer, need)?.kind).toBe(kind);
  });
  test("one pool: four cardboard rounds", () => {
    expect(synergies.find(({ kind }) => kind === "mutualisation")?.establishments).toEqual([
      "brasserie",
      "grossiste",
      "hotel",
      "torrefaction",
    ]);
  });
  test("one refusal by law, with its article", () => {
    const pigs = refused.find(({ offers }) => offers[0]?.flow.id === "hotel.restes");
    expect(pigs?.verdict.findings[0]?.rule.basis).toContain("1069/2009, article 11");
    expect(between("hotel.restes", "elevage.aliment")).toBeUndefined();
  });
  test("a pair is refused once, however many roads lead to it, and is no lead", () => {
    const pairs = refused.map(({ offers, needs }) => `${offers[0]?.flow.id} > ${needs[0]?.flow.id}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { offers, needs } of synergies)
      expect(pairs).not.toContain(`${offers[0]?.flow.id} > ${needs[0]?.flow.id}`);
  });
  test("one season that does not fit, and the nearest it came", () => {
    expect(unmatched.find(({ flow }) => flow.flow.id === "confiturerie.ecorces")).toMatchObject({
      why: "SEASON",
      nearest: { flow: { id: "agrumes.ecorces" } },
    });
  });
  test("too few covers for a restaurant: the nearest viable form is named", () => {
    expect(unmatched.find(({ flow }) => flow.flow.id === "grossiste.repas")?.sentence.fr).toContain(
      "livraison commune",
    );
  });

  /**
   * Worked by hand. 42 t over weights summing to 15: 2.8 t in a month of weight one. The taker wants 3 t a month, of
   * which grounds may make up 40 %: 12 months × 1.2 = 14.4 t, always there. Removal avoided 137 and purchase avoided
   * 210 EUR/t; road 0.9335 km × 1.4, lorry 0.40 EUR/(t.km); coordination 250 EUR.
   */
  test("the coffee grounds come to what they come to by hand", () => {
    const coffee = between("torrefaction.mares", "champignonniere.substrat");
    expect(coffee?.quantity.value).toBeCloseTo(14.4, 9);
    const km = coffee?.distance.value ?? 0;
    expect(km).toBeGreaterThan(1.2);
    expect(km).toBeLessThan(1.4);
    expect(coffee?.gain.value).toBeCloseTo(14.4 * (137 + 210) - 14.4 * km * 0.4 - 250, 6);
    expect(coffee?.parties.map(({ establishment, gain }) => [establishment, Math.round(gain.value ?? 0)])).toEqual([
      ["torrefaction", Math.round(14.4 * 137)],
      ["champignonniere", Math.round(14.4 * 210 - 14.4 * km * 0.4 - 250)],
    ]);
  });
});
