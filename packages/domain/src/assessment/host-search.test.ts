import fc from "fast-check";
import { expect, test } from "vitest";
import { conversionRoutes } from "../conversions/route.ts";
import { waysBetween } from "../geography/ways.ts";
import { indexReference } from "../reference-data/reference.ts";
import { flowOf, site, tinyReference, tinySetting } from "../testing/tiny-reference.ts";
import { facilitiesOf } from "./facilities.ts";
import { hostSearches } from "./host-search.ts";
import { hostingOf } from "./hosts.ts";

// A press can be run by whoever lends a store.
const reference = indexReference({
  ...tinyReference,
  processes: tinyReference.processes.map((process) => ({ ...process, equipment: "space.store" })),
});
const route =
  conversionRoutes(reference).find(({ id }) => id === "husk-pressed") ?? expect.fail("no route husk-pressed");
const [giver, taker] = ["giver", "taker"];

test("found on places, who runs a step is who the plain rule finds, whoever has a press and wherever", () => {
  // A coarse grid, so that ways are often as long; the pair may have a press too.
  const spot = fc.record({ lon: fc.integer({ min: 0, max: 4 }), lat: fc.integer({ min: 0, max: 4 }) });
  const at = ({ lon, lat }: { lon: number; lat: number }) => ({ lon: 9 + lon / 20, lat: 42 + lat / 20 });
  fc.assert(
    fc.property(
      spot,
      spot,
      fc.array(spot, { maxLength: 6 }),
      fc.boolean(),
      fc.boolean(),
      (from, to, spots, own, theirs) => {
        const [a, b] = [site(giver, at(from)), site(taker, at(to))];
        const sites = [
          ...spots.map((one, i) => site(`host-${i}`, at(one))),
          ...(own ? [a] : []),
          ...(theirs ? [b] : []),
        ];
        const press = (where: typeof a) =>
          flowOf(`${where.id}.press`, "space.store", { status: "capacity", quantity: 1, unit: "m2" }, where);
        const offer = flowOf(`${giver}.husk`, "goods.husk", { quantity: 100, status: "waste" }, a);
        const need = flowOf(`${taker}.pellets`, "goods.pellet", { direction: "in", quantity: 80 }, b);
        const setting = {
          ...tinySetting,
          reference,
          facilities: facilitiesOf(reference, [offer, need, ...sites.map(press)]),
        };
        const ways = waysBetween(reference, setting.context, [a, b, ...sites]);
        const plain = hostingOf(setting, offer, need, route);
        const found = hostSearches(setting, ways)(route.processes, true)(ways.placeOf(a), ways.placeOf(b));
        expect([found.hosted, found.thirds]).toEqual([plain.at.size, plain.thirds.length]);
        expect(found.detourKm).toBeCloseTo(plain.detourKm, 9);
      },
    ),
  );
});
