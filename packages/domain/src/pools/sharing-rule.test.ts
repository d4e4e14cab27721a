import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shortestNetwork } from "./network-line.ts";
import { hostedShares, poolShares } from "./sharing-rule.ts";

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Every subgroup of n members, as lists of places: the naive oracle tries them all. */
const subgroups = (n: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** n }, (_, mask) => Array.from({ length: n }, (__, i) => i).filter((i) => (mask >> i) & 1));

const at = (numbers: readonly number[], group: readonly number[]): number => total(group.map((i) => numbers[i] ?? 0));

describe("no subgroup would do better alone", () => {
  const saving = fc.integer({ min: 1, max: 500 });
  test("with costs in common and capacity by the unit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ saving, own: fc.integer({ min: 0, max: 100 }) }), { minLength: 2, maxLength: 7 }),
        fc.integer({ min: 0, max: 1000 }),
        (members, common) => {
          const savings = members.map((one) => one.saving);
          const own = members.map((one) => one.own);
          const shares = poolShares(savings, own, common);
          expect(total(shares)).toBeCloseTo(total(savings) - total(own) - common, 6);
          for (const group of subgroups(members.length))
            if (group.length > 0)
              expect(at(shares, group)).toBeGreaterThanOrEqual(at(savings, group) - at(own, group) - common - 1e-6);
        },
      ),
    );
  });

  test("on a network, each paying the branch that joins it: every subgroup would need its own shortest network", () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 50 }), y: fc.integer({ min: 0, max: 50 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 6 }), (places) => {
        const km = (a: number, b: number): number =>
          Math.hypot((places[a]?.x ?? 0) - (places[b]?.x ?? 0), (places[a]?.y ?? 0) - (places[b]?.y ?? 0));
        const branches = shortestNetwork(places.length, 0, km);
        const own = places.map((_, i) => branches.find(({ to }) => to === i)?.km ?? 0);
        const shares = poolShares(
          places.map(() => 100),
          own,
          30,
        );
        for (const group of subgroups(places.length)) {
          if (group.length === 0) continue;
          const list = [0, ...group.filter((i) => i !== 0)];
          const alone = shortestNetwork(list.length, 0, (a, b) => km(list[a] ?? 0, list[b] ?? 0));
          const cost = total(alone.map((branch) => branch.km));
          expect(at(shares, group)).toBeGreaterThanOrEqual(group.length * 100 - cost - 30 - 1e-6);
        }
      }),
    );
  });

  test("with an owner who lends: neither the members without it, nor it with some of them", () => {
    fc.assert(
      fc.property(
        fc.array(saving, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (savings, running, purchase, more) => {
          const all = total(savings);
          const withHost = more * all - running;
          // An owner that adds nothing is no party to the pool.
          fc.pre(withHost > Math.max(0, all - running - purchase));
          const shares = hostedShares(savings, withHost, all - running - purchase);
          expect(total(shares.members) + shares.host).toBeCloseTo(withHost, 6);
          for (const group of subgroups(savings.length)) {
            const without = Math.max(0, at(savings, group) - running - purchase);
            const together = Math.max(0, more * at(savings, group) - running);
            expect(at(shares.members, group)).toBeGreaterThanOrEqual((group.length > 0 ? without : 0) - 1e-6);
            expect(at(shares.members, group) + shares.host).toBeGreaterThanOrEqual(
              (group.length > 0 ? together : 0) - 1e-6,
            );
          }
        },
      ),
    );
  });
});

describe("the shortest network", () => {
  test("three sites in a row are joined one after the other", () => {
    const places = [0, 5, 2];
    expect(shortestNetwork(3, 0, (a, b) => Math.abs((places[a] ?? 0) - (places[b] ?? 0)))).toEqual([
      { from: 0, to: 2, km: 2 },
      { from: 2, to: 1, km: 3 },
    ]);
  });
  test("a site whose branch is too long for what it takes stays out", () => {
    const places = [0, 1, 9];
    const km = (a: number, b: number) => Math.abs((places[a] ?? 0) - (places[b] ?? 0));
    expect(shortestNetwork(3, 0, km, (branch) => branch.km < 5).map(({ to }) => to)).toEqual([1]);
  });
  test("no tree that joins all the sites is shorter", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }), (places) => {
        const km = (a: number, b: number) => Math.abs((places[a] ?? 0) - (places[b] ?? 0));
        const got = total(shortestNetwork(4, 0, km).map((branch) => branch.km));
        // Every tree on four sites, as a parent for each site but the first.
        let least = Number.POSITIVE_INFINITY;
        for (let code = 0; code < 4 ** 3; code++) {
          const parents = [code % 4, Math.floor(code / 4) % 4, Math.floor(code / 16)];
          const reaches = (site: number, steps: number): boolean =>
            site === 0 || (steps > 0 && reaches(parents[site - 1] ?? 0, steps - 1));
          if ([1, 2, 3].every((site) => reaches(site, 4)))
            least = Math.min(least, total(parents.map((parent, i) => km(parent, i + 1))));
        }
        expect(got).toBeCloseTo(least, 9);
      }),
    );
  });
});
