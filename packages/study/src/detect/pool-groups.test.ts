import { type KnownFlow, roadDistance, type Setting } from "@simbiosi/domain";
import { detect } from "@simbiosi/engine";
import { randomTerritory } from "@simbiosi/fixtures";
import { loadReference } from "@simbiosi/reference";
import { expect, test } from "vitest";
import { understand } from "../understand/understand.ts";

const reference = loadReference();
const kindId = "glass-round";

/** The definition, said again plainly: every group around every need, the largest taken, its members set aside, again. */
function plainly(setting: Setting, flows: readonly KnownFlow[]): readonly (readonly string[])[] {
  const kind = reference.pools.find(({ id }) => id === kindId);
  if (kind === undefined) throw new Error(`no kind ${kindId}`);
  const size = (flow: KnownFlow): number => flow.yearly.value ?? 0;
  const sorted = flows
    .filter(({ resource, yearly }) => resource?.id === kind.needs[0] && yearly.state === "known")
    .sort((a, b) => (a.flow.id < b.flow.id ? -1 : 1));
  // A company counts once, by its largest need, the first of equals.
  let left = sorted.filter((one) => {
    const own = sorted.filter(({ establishment }) => establishment.id === one.establishment.id);
    return own.find((other) => size(other) === Math.max(...own.map(size))) === one;
  });
  const groups: (readonly string[])[] = [];
  for (;;) {
    const around = left.map((seed) =>
      left.filter(
        (other) =>
          other === seed ||
          (roadDistance(reference, setting.context, seed.establishment, other.establishment).value ?? 1e9) <=
            kind.radius_km,
      ),
    );
    const total = (group: readonly KnownFlow[]): number => group.reduce((all, one) => all + size(one), 0);
    const large = around.filter((group) => group.length >= kind.min_members && total(group) >= kind.threshold.value);
    const [best] = large.sort((a, b) => total(b) - total(a));
    if (best === undefined) return groups;
    groups.push(best.map(({ flow }) => flow.id));
    left = left.filter((one) => !best.includes(one));
  }
}

test.each([1, 2, 3, 4, 5])("groups are those of a plain loop over the definition (territory %i)", (seed) => {
  const inventory = randomTerritory(seed, 40, 3, { outs: [["carton", "t"]], ins: [["collecte de verre", "t"]] });
  for (const flow of inventory.flows) if (flow.current !== null) flow.current.contract_end = null;
  const { setting, flows } = understand(reference, inventory, "2026-11-24");
  const members = (ids: readonly string[]): string => [...ids].sort().join(" ");
  const expected = plainly(setting, flows).map(members);
  expect(expected.length).toBeGreaterThan(0);
  const found = detect(setting, flows, { top: 2 }).synergies.flatMap(({ pool, needs, gain, quantity }) =>
    pool?.kind === kindId && quantity.state === "known" && (gain.high ?? 1) > 0
      ? [members(needs.map(({ flow }) => flow.id))]
      : [],
  );
  expect([...found].sort()).toEqual([...expected].sort());
});

test("the order of the file changes nothing", () => {
  const inventory = randomTerritory(9, 40, 3);
  const turned = {
    ...inventory,
    flows: [...inventory.flows].reverse(),
    establishments: [...inventory.establishments].reverse(),
  };
  const ids = (one: typeof inventory) => {
    const { setting, flows } = understand(reference, one, "2026-11-24");
    return detect(setting, flows, { top: 2, sites: one.establishments }).synergies.flatMap(({ id, pool }) =>
      pool === null ? [] : [id],
    );
  };
  expect(ids(turned)).toEqual(ids(inventory));
});
