import { type Inventory, InventorySchema, inventoryFormat, type PoolKind, units } from "@simbiosi/domain";
import { type Detection, detect } from "@simbiosi/engine";
import { loadReference } from "@simbiosi/reference";
import { describe, expect, test } from "vitest";
import { understand } from "../understand/understand.ts";

/** What a facilitator could check with a pencil: who needs what, what the group saves, what it costs, who gets what. */
const reference = loadReference();
type Card = Record<string, unknown>;

/** Neighbours of one park; `far` puts the sites where they are told to be. */
function park(sites: Record<string, Card>, flows: readonly Card[], context = "corse"): Inventory {
  return InventorySchema.parse({
    format: inventoryFormat,
    territory: { name: "Zone d'essai (fictive)", context },
    establishments: Object.entries(sites).map(([id, card]) => ({ id, name: id, zone: "Zone d'essai", ...card })),
    flows: flows.map((flow, i) => ({ id: `f${i}`, direction: "in", label: "besoin", period: "year", ...flow })),
  });
}

function found(inventory: Inventory): Detection {
  const { setting, flows } = understand(reference, inventory, "2026-11-24");
  return detect(setting, flows, { top: 10, sites: inventory.establishments });
}

const poolOf = ({ synergies }: Detection, kind: string) => synergies.find(({ pool }) => pool?.kind === kind);
const need = (
  establishment: string,
  resource: string,
  quantity: number | null,
  unit: string,
  more: Card = {},
): Card => ({
  establishment,
  resource,
  quantity,
  unit,
  ...more,
});
const at = (price: number): Card => ({ current: { unit_cost_eur: price } });
const abc = { a: {}, b: {}, c: {} };
const round = (figure: { value: number | null } | undefined): number | null =>
  figure?.value === undefined || figure.value === null ? null : Math.round(figure.value);
/** 38.70 EUR an hour. */
const hours = (h: number): number => h * 38.7;
/** r ÷ (1 − (1 + r)^−n) at 4.5 %. */
const annuity = (years: number): number => 0.045 / (1 - 1.045 ** -years);

describe("worked by hand", () => {
  test("cardboard: 40 t at 150 and 20 t at 120, a fifth saved, 600 to run and 15 hours", () => {
    const pool = poolOf(
      found(
        park(abc, [
          need("a", "service.cardboard-collection", 40, "t", at(150)),
          need("b", "service.cardboard-collection", 20, "t", at(120)),
        ]),
      ),
      "waste-collection",
    );
    const gross = [40 * 150 * 0.2, 20 * 120 * 0.2]; // 1,200 and 480
    const gain = 1680 - 600 - hours(15);
    expect(round(pool?.gain)).toBe(Math.round(gain));
    expect(pool?.parties.map(({ establishment, gain: part }) => [establishment, round(part)])).toEqual([
      ["a", Math.round((gain * (gross[0] ?? 0)) / 1680)],
      ["b", Math.round((gain * (gross[1] ?? 0)) / 1680)],
    ]);
    // 60 t × 4 km/t × 0.9 kg/km
    expect(pool?.co2e.value).toBeCloseTo(0.216, 6);
  });

  test("restaurant from head counts alone: 2 × 200 staff, 55 % come, 220 days", () => {
    const detection = found(park({ a: { staff: 200 }, b: { staff: 200 } }, []));
    const pool = poolOf(detection, "company-restaurant");
    expect(round(pool?.quantity)).toBe(48400);
    expect(round(pool?.gain)).toBe(Math.round(48400 * 11 * 0.15 - 5000 - hours(40)));
    expect(pool?.needs).toEqual([]);
    expect(pool?.establishments).toEqual(["a", "b"]);
    expect(pool?.verdict.findings.map(({ rule }) => rule.id)).toContain("M10");
  });

  test("car-pooling: 40 and 30 people of one commune with the same hours, a quarter ride", () => {
    const card = (people: number, shift: string): Card => ({ home_communes: { "2B033": people }, shifts: [shift] });
    const pool = poolOf(found(park({ a: card(40, "08:00-17:00"), b: card(30, "08:10-17:10") }, [])), "car-pooling");
    expect(pool?.quantity.value).toBeCloseTo(17.5, 9);
    expect(round(pool?.gain)).toBe(Math.round(17.5 * 2500 * 0.25 - 1500 - hours(20)));
    // 26 km × 200 days, two in a car: 2,600 km a person, 0.256 kg a km
    expect(pool?.co2e.value).toBeCloseTo((17.5 * 2600 * 0.256) / 1000, 6);
    expect(pool?.doubts.map(({ fr }) => fr).join()).toContain("celui des salariés");
  });

  test("solar power: 2,000 m² and 5,000 m² of roof come to 1,001 kW, capped at 500 on the island", () => {
    const month = (kwh: number): readonly number[] => Array.from({ length: 12 }, () => kwh);
    const sites = {
      a: { roof_m2: 2000, load_profile: month(50_000) },
      b: { roof_m2: 5000, load_profile: month(25_000) },
    };
    // Island: 500 kW × 1.35 × 0.8 = 540 MWh, below the 900 MWh used, shared 2 : 1.
    const island = poolOf(found(park(sites, [])), "shared-solar");
    expect(island?.pool?.members.map(({ quantity }) => round(quantity))).toEqual([360, 180]);
    expect(round(island?.gain)).toBe(Math.round(540 * 172 * 0.55 - 3000 - hours(60) - 540 * 925 * annuity(20)));
    // Mainland: 1,001 kW could make 1,081 MWh: no more than is used.
    expect(round(poolOf(found(park(sites, [], "continent")), "shared-solar")?.quantity)).toBe(900);
  });

  test("heat network: the branch that carries too little per metre stays out", () => {
    const point = (km: number): Card => ({ lon: 9.4, lat: 42.6 + km / 111.195, zone: null });
    const heat = (site: string, mwh: number) => need(site, "energy.space-heating", mwh, "MWh", at(130));
    const pool = poolOf(
      found(
        park(
          { a: point(0), b: point(0.2), c: point(0.8) },
          [heat("a", 1500), heat("b", 900), heat("c", 300)],
          "continent",
        ),
      ),
      "heat-network",
    );
    // b: 900 MWh over 0.2 × 1.3 = 0.26 km, 3.5 MWh a metre; c: 300 MWh over 780 m, 0.4.
    expect(pool?.establishments).toEqual(["a", "b"]);
    const branch = 0.26 * 1_200_000;
    expect((pool?.investment.value ?? 0) / (branch + 2400 * 300)).toBeCloseTo(1, 3);
    // a stands at the root and pays no branch.
    expect((pool?.parties[0]?.investment.value ?? 0) / (1500 * 300)).toBeCloseTo(1, 3);
  });

  test("freight: lorries 50 % and 60 % full, aiming at 85 %, same way", () => {
    const trips = (site: string, fill: number, to: string) =>
      need(site, "logistics.freight", 100, "trip", { ...at(400), quality: { from: "Bastia", to, fill_pct: fill } });
    const pool = poolOf(
      found(park(abc, [trips("a", 50, "Ajaccio"), trips("b", 60, "ajaccio"), trips("c", 50, "Calvi")])),
      "shared-freight",
    );
    expect(pool?.establishments).toEqual(["a", "b"]);
    expect(round(pool?.gain)).toBe(Math.round(40_000 * (1 - 50 / 85) + 40_000 * (1 - 60 / 85) - 800 - hours(20)));
  });

  test("a baler that stands idle serves its neighbours: nothing to buy, the owner takes half of what it adds", () => {
    const flows = [
      need("a", "equipment.baler", 60, "day", at(90)),
      need("b", "equipment.baler", 40, "day", at(90)),
      need("owner", "equipment.baler", 120, "day", { direction: "out", label: "presse libre" }),
    ];
    const pool = poolOf(found(park({ ...abc, owner: {} }, flows)), "shared-baler");
    const lent = 9000 * 0.6 - 1500 - hours(15);
    const bought = 9000 * 0.35 - 1500 - hours(15) - 30_000 * annuity(12); // less than nothing
    expect(bought).toBeLessThan(0);
    expect(round(pool?.gain)).toBe(Math.round(lent));
    expect(pool?.investment.value).toBe(0);
    expect(pool?.parties.map(({ establishment, gain }) => [establishment, round(gain)])).toEqual([
      ["owner", Math.round(lent / 2)],
      ["a", Math.round(lent * 0.3)],
      ["b", Math.round(lent * 0.2)],
    ]);
  });

  test("contracts: two that end together are pooled, the third is told when it can join", () => {
    const until = (day: string) => ({ current: { unit_cost_eur: 150, contract_end: day } });
    const card = (site: string, day: string) => need(site, "service.cardboard-collection", 30, "t", until(day));
    const pool = poolOf(
      found(park(abc, [card("a", "2027-01-31"), card("b", "2027-06-30"), card("c", "2030-01-31")])),
      "waste-collection",
    );
    expect(pool?.establishments).toEqual(["a", "b"]);
    expect(pool?.doubts.map(({ fr }) => fr).join()).toContain("c pourra rejoindre le groupe à la fin de son contrat");
  });
});

describe("below the threshold the nearest viable form is named", () => {
  test("too few covers: meals delivered together", () => {
    const { shortfalls } = found(park({ a: { staff: 60 }, b: { staff: 50 } }, []));
    const restaurant = shortfalls.find(({ kind }) => kind === "company-restaurant");
    expect(restaurant?.nearest.fr).toContain("livraison commune");
    expect(round(restaurant?.quantity)).toBe(13310);
  });
});

describe("a missing fact is a question, not silence", () => {
  test("hours of one of the two sites", () => {
    const { poolQuestions } = found(
      park(
        { a: { home_communes: { "2B033": 40 }, shifts: ["08:00-17:00"] }, b: { home_communes: { "2B033": 30 } } },
        [],
      ),
    );
    expect(poolQuestions.map(({ site, field }) => [site.id, field])).toContainEqual(["b", "establishment.shifts"]);
  });
  test("the destination of the goods", () => {
    const flow = (site: string, quality: Card) => need(site, "logistics.freight", 100, "trip", { quality });
    const { poolQuestions } = found(
      park(abc, [
        flow("a", { from: "Bastia", to: "Corte" }),
        flow("b", { from: "Bastia" }),
        flow("c", { from: "Bastia", to: "Corte" }),
      ]),
    );
    expect(poolQuestions.map(({ flow: asked, field }) => [asked?.establishment.id, field])).toContainEqual([
      "b",
      "quality.to",
    ]);
  });
});

/** Every kind of the reference, with needs declared by three neighbours, each of one threshold, half of one, or none told. */
describe("every kind", () => {
  const unitOf = (kind: PoolKind): string => {
    const unit = reference.resourceById.get(kind.needs[0] ?? "")?.unit;
    return units.find((one) => one === (unit === "h" ? "hour" : unit)) ?? "t";
  };
  const quality = (kind: PoolKind): Card => Object.fromEntries(kind.same.map(({ key }) => [key, 20]));
  const three = (kind: PoolKind, each: number | null, card: Card = {}): Detection =>
    found(
      park(
        { a: { roof_m2: 5000, ...card }, b: { roof_m2: 5000, ...card }, c: card },
        ["a", "b", "c"].map((site) => need(site, kind.needs[0] ?? "", each, unitOf(kind), { quality: quality(kind) })),
      ),
    );
  const kinds = reference.pools.map((kind) => [kind.id, kind] as const);
  // A distance of one kilometre inside a park is too long for a network, a shared boiler or an air main.
  const local = new Set(
    reference.pools.filter(({ radius_km, line_density }) => radius_km < 1 || line_density !== null).map(({ id }) => id),
  );

  test.each(kinds.filter(([id]) => !local.has(id)))(
    "%s: three that need twice the threshold form a pool, with gains that add up",
    (_, kind) => {
      // A smaller form takes over where the larger one has not enough.
      const first = reference.pools.find(({ id }) => id === kind.after);
      const each =
        first === undefined ? kind.threshold.value * 2 : Math.min(kind.threshold.value * 2, first.threshold.value / 4);
      const detection = three(kind, each, { staff: 60 });
      const pool = poolOf(detection, kind.id);
      const gain = pool?.gain;
      if (pool === undefined) throw new Error(`no pool of ${kind.id}`);
      expect(pool.establishments.length).toBeGreaterThanOrEqual(2);
      expect(pool.parties.reduce((total, party) => total + (party.gain.value ?? 0), 0)).toBeCloseTo(
        gain?.value ?? 0,
        4,
      );
      for (const party of pool.parties)
        if ((gain?.value ?? 0) > 0) expect(party.gain.value ?? 0).toBeGreaterThanOrEqual(-1e-6);
      expect(pool.reasons.length).toBeGreaterThan(0);
      // The rules that the row looks to are those that speak of it.
      const spoken = pool.verdict.findings.map(({ rule }) => rule.id);
      expect(kind.law.filter((id) => !spoken.includes(id))).toEqual([]);
    },
  );

  test.each(kinds)("%s: two with next to nothing name the nearest viable form", (_, kind) => {
    const detection = three(kind, kind.threshold.value / 1000);
    expect(poolOf(detection, kind.id)).toBeUndefined();
    const mine = detection.shortfalls.filter((one) => one.kind === kind.id);
    if (!local.has(kind.id)) expect(mine.map(({ nearest }) => nearest)).toEqual([kind.below_threshold]);
  });

  test.each(kinds)("%s: three who did not say how much are a lead without a figure, and are asked", (_, kind) => {
    const { poolQuestions, synergies } = three(kind, null);
    const fields = new Set(poolQuestions.map(({ field }) => field));
    const pools = synergies.filter((one) => one.kind === "mutualisation");
    // Too far apart for a network there is none; else one, under the kind that names the need.
    expect(pools.filter(({ gain }) => gain.state === "known" && gain.value > 0)).toEqual([]);
    expect(pools.length).toBeLessThanOrEqual(1);
    // What a card says without a figure (homes of the staff) is worked out from nothing else.
    if (!local.has(kind.id) && kind.measure !== "commute")
      expect(pools.map(({ quantity, gain }) => [quantity.state, gain.state])).toEqual([["unknown", "unknown"]]);
    expect([...fields].some((field) => field === "quantity" || field.startsWith("establishment."))).toBe(true);
  });
});

test("pools of a kind never share a member: no need is listed twenty times", () => {
  const sites = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [
      `s${i}`,
      { staff: 40 + i, zone: null, insee: "2B033", lon: 9.4 + i * 0.01, lat: 42.6 },
    ]),
  );
  const flows = Object.keys(sites).map((site, i) => need(site, "service.cardboard-collection", 12 + i, "t", at(150)));
  const { synergies } = found(park(sites, flows));
  for (const kind of new Set(synergies.flatMap(({ pool }) => pool?.kind ?? []))) {
    const members = synergies.flatMap(({ pool }) =>
      pool?.kind === kind ? pool.members.map(({ establishment }) => establishment) : [],
    );
    expect(new Set(members).size).toBe(members.length);
  }
});
