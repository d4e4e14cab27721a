import {
  contextOf,
  type Establishment,
  EstablishmentSchema,
  greatCircleKm,
  isGuess,
  roadDistance,
  travelBetween,
  waysBetween,
} from "@simbiosi/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadReference } from "./load-tables.ts";

const reference = loadReference();
const corse = contextOf(reference, "corse");
const continent = contextOf(reference, "continent");
const at = (lon: number, lat: number, id = `${lon} ${lat}`): Establishment =>
  EstablishmentSchema.parse({ id, name: id, lon, lat });
const town = (id: string): Establishment => {
  const node = reference.roadNodes.find((one) => one.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return at(node.lon, node.lat, id);
};

describe("the roads of Corsica, against kilometres that drivers know", () => {
  test.each([
    { from: "bastia", to: "porto-vecchio", known: 143, by: "T10" },
    { from: "bastia", to: "ajaccio", known: 153, by: "T20" },
    { from: "bastia", to: "corte", known: 70, by: "T20" },
    { from: "ajaccio", to: "corte", known: 83, by: "T20" },
    { from: "ajaccio", to: "porto-vecchio", known: 143, by: "T40" },
    { from: "ajaccio", to: "bonifacio", known: 135, by: "T40" },
    { from: "ajaccio", to: "propriano", known: 72, by: "T40" },
    { from: "ile-rousse", to: "calvi", known: 24, by: "T30" },
    { from: "porto-vecchio", to: "bonifacio", known: 27, by: "T10" },
    { from: "corte", to: "aleria", known: 49, by: "T50" },
  ])("$from – $to: about $known km by the $by", ({ from, to, known, by }) => {
    const travel = travelBetween(reference, corse, town(from), town(to));
    expect(travel.basis).toBe("roads");
    expect(travel.names()).toContain(by);
    expect(Math.abs(travel.km - known) / known, `${travel.km} km`).toBeLessThan(0.11);
  });
  test("the ratio of road to straight line runs from the plain to the mountain", () => {
    const ratio = (a: string, b: string) => {
      const { km, straightKm } = travelBetween(reference, corse, town(a), town(b));
      return km / (straightKm ?? Number.NaN);
    };
    expect(ratio("moriani", "ghisonaccia")).toBeLessThan(1.25);
    expect(ratio("ajaccio", "porto-vecchio")).toBeGreaterThan(2);
  });
  test("two sites of one park go straight, by the road ratio", () => {
    const travel = travelBetween(reference, corse, at(9.44, 42.56), at(9.46, 42.57));
    expect(travel.basis).toBe("points");
  });
  test("a site of the mainland is reached by sea, and the crossing is not road", () => {
    const travel = travelBetween(reference, corse, at(5.4, 43.3), town("corte"));
    expect(travel.seaKm).toBeGreaterThan(150);
    expect(travel.km).toBeLessThan(160);
    expect(roadDistance(reference, corse, at(5.4, 43.3), town("corte")).label.fr).toBe("Distance par la route");
  });
  test("the mainland has no skeleton: straight line × its ratio, and nobody crosses the sea", () => {
    const travel = travelBetween(reference, continent, at(5.4, 43.3), at(4.8, 45.7));
    expect([travel.basis, travel.seaKm]).toEqual(["points", 0]);
  });
});

test("every node is reached, every stretch is no shorter than its straight line", () => {
  for (const link of reference.roadLinks) {
    const line = greatCircleKm(
      { lon: town(link.from).lon ?? 0, lat: town(link.from).lat ?? 0 },
      { lon: town(link.to).lon ?? 0, lat: town(link.to).lat ?? 0 },
    );
    expect(link.km, `${link.id}: ${line.toFixed(1)} km straight`).toBeGreaterThanOrEqual(line * 0.97);
    expect(link.km, `${link.id}: ${line.toFixed(1)} km straight`).toBeLessThan(line * 3.5);
  }
  const [first, ...others] = reference.roadNodes.filter(({ land }) => land === "corse").map(({ id }) => id);
  for (const id of others)
    expect(Number.isFinite(travelBetween(reference, corse, town(first ?? ""), town(id)).km), id).toBe(true);
});

/** Slow and plain: every simple extension of every path, until nothing gets faster (Bellman-Ford over the rows). */
function slowMinutes(from: string): ReadonlyMap<string, number> {
  const best = new Map([[from, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from: a, to: b, km, speed_kmh } of reference.roadLinks)
      for (const [here, there] of [
        [a, b],
        [b, a],
      ] as const) {
        const minutes = (best.get(here) ?? Number.POSITIVE_INFINITY) + (60 * km) / speed_kmh;
        if (minutes < (best.get(there) ?? Number.POSITIVE_INFINITY) - 1e-9) {
          best.set(there, minutes);
          changed = true;
        }
      }
  }
  return best;
}

test("the fastest way is the fastest way: minutes add up to those of a plain search", () => {
  const speeds = new Map<string, number>();
  for (const { name, speed_kmh } of reference.roadLinks) speeds.set(name, Math.max(speeds.get(name) ?? 0, speed_kmh));
  const plain = slowMinutes("ajaccio");
  // No trip may take less than its kilometres at the best speed of its roads allow, nor be longer than the plain one's.
  for (const [id, minutes] of plain) {
    if (id === "ajaccio" || reference.roadNodes.find((node) => node.id === id)?.land !== "corse") continue;
    const travel = travelBetween(reference, corse, town("ajaccio"), town(id));
    if (travel.basis !== "roads" || travel.seaKm > 0) continue;
    const top = Math.max(...travel.names().map((name) => speeds.get(name) ?? 0));
    expect((60 * travel.roadKm) / top, id).toBeLessThanOrEqual(minutes + 1e-6);
  }
});

describe("laws of distance", () => {
  const point = fc.tuple(
    fc.double({ min: 8.6, max: 9.5, noNaN: true }),
    fc.double({ min: 41.4, max: 42.9, noNaN: true }),
  );
  test("the same both ways, never shorter than the straight line, inside its interval", () => {
    fc.assert(
      fc.property(point, point, ([a, b], [c, d]) => {
        const [there, back] = [
          travelBetween(reference, corse, at(a, b), at(c, d)),
          travelBetween(reference, corse, at(c, d), at(a, b)),
        ];
        expect(there.km).toBeCloseTo(back.km, 6);
        expect(there.km).toBeGreaterThanOrEqual((there.straightKm ?? 0) - 1e-9);
        expect(there.low).toBeLessThanOrEqual(there.km + 1e-9);
        expect(there.high).toBeGreaterThanOrEqual(there.km - 1e-9);
        expect(isGuess(there.basis)).toBe(false);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
  test("the table of ways says the same as each way by itself: roads, ferries, guesses and measured ones", () => {
    const anywhere = fc.record({
      lon: fc.option(
        fc.oneof(fc.double({ min: 8.6, max: 9.5, noNaN: true }), fc.double({ min: 4, max: 7, noNaN: true })),
      ),
      lat: fc.option(fc.double({ min: 41.4, max: 43.4, noNaN: true })),
      zone: fc.constantFrom(null, "z1", "z2"),
      insee: fc.constantFrom(null, "2A004", "2B033"),
    });
    const distances = {
      name: "distances.csv",
      km: (a: string, b: string) => (a === "s0" && b === "s1" ? 12.5 : undefined),
    };
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 2, maxLength: 6 }), fc.boolean(), (drawn, measured) => {
        const place = measured ? { ...corse, distances } : { ...corse };
        const sites = drawn.map((one, i) => EstablishmentSchema.parse({ id: `s${i}`, name: `s${i}`, ...one }));
        const ways = waysBetween(reference, place, sites);
        for (const [i, a] of sites.entries())
          for (const [j, b] of sites.entries()) {
            const travel = travelBetween(reference, place, a, b);
            expect([ways.km(i, j), ways.seaKm(i, j)]).toEqual([travel.km, travel.seaKm]);
            expect([ways.km(i, j), ways.seaKm(i, j)]).toEqual([travel.km, travel.seaKm]);
          }
      }),
      { numRuns: 100, seed: 1 },
    );
  });
  test("what the user measured wins over every reckoning, in either direction", () => {
    const place = {
      ...corse,
      distances: { name: "distances.csv", km: (a: string, b: string) => (a === "x" && b === "y" ? 12.5 : undefined) },
    };
    const [x, y] = [at(9.4, 42.5, "x"), at(8.7, 41.9, "y")];
    expect(travelBetween(reference, place, x, y)).toMatchObject({ basis: "matrix", km: 12.5 });
    expect(travelBetween(reference, place, y, x)).toMatchObject({ basis: "matrix", km: 12.5 });
    expect(roadDistance(reference, place, x, y)).toMatchObject({ value: 12.5, source: "declared:distances.csv" });
  });
});
