import { describe, expect, test } from "vitest";
import { conversionRoutes, identityRoute, isVague, routeJoins } from "../conversions/route.ts";
import { flowOf, site, tinyReference, tinySetting } from "../testing/tiny-reference.ts";
import { assessExchange } from "./assess-exchange.ts";
import { annuityRate } from "./capital.ts";

const routes = new Map(conversionRoutes(tinyReference).map((route) => [route.id, route]));
const route = (id: string) => routes.get(id) ?? expect.fail(`no route ${id}`);
const pellet = tinyReference.resourceById.get("goods.pellet") ?? expect.fail("no pellet");

describe("chains of conversions", () => {
  test("a process makes what the next conversion takes; a tempting one stands alone", () => {
    expect([...routes.keys()]).toEqual([
      "husk-eaten",
      "husk-pressed",
      "husk-pressed+pellet-to-board",
      "pellet-to-board",
    ]);
    expect(route("husk-pressed+pellet-to-board").ratio).toMatchObject({ value: 0.4, unit: "t/t" });
  });
  test("a need is met by its class, by all below it, and with a doubt by what is worded one step more broadly", () => {
    const fuel = tinyReference.resourceById.get("goods.fuel") ?? expect.fail("no fuel");
    const goods = tinyReference.resourceById.get("goods") ?? expect.fail("no goods");
    expect(routeJoins(tinyReference, identityRoute(pellet), pellet, fuel)).toBe(true);
    expect(routeJoins(tinyReference, identityRoute(fuel), fuel, pellet)).toBe(true);
    expect(isVague(tinyReference, fuel, pellet)).toBe(true);
    expect(routeJoins(tinyReference, identityRoute(goods), goods, fuel)).toBe(false); // metal is not offered for gold
    expect(routeJoins(tinyReference, identityRoute(pellet), pellet, goods)).toBe(false); // a whole group is too broad a need
  });
});

/**
 * By hand: 100 t of husk pressed to 50 t of pellets, all taken, 1 km away, money at 0 %.
 * Removal 100 × 100 = 10,000; purchase 50 × 200 = 10,000; lorry 100 × 1 × 0.5 = 50; press 100 × 10 = 1,000;
 * its capital (1,000 + 100 × 20) ÷ 10 = 300 a year; coordination 50. Net 18,600.
 * Emissions: outlet 100 × 0.5 = 50; pellets 50 × 1 = 50; lorry 100 × 0.0001 = 0.01.
 */
describe("a transformation worked by hand", () => {
  const husk = flowOf("mill.husk", "goods.husk", { quantity: 100, status: "waste" });
  const need = flowOf("boiler.pellets", "goods.pellet", { direction: "in", quantity: 80 });
  const synergy = assessExchange(tinySetting, husk, need, route("husk-pressed"));
  test.each([
    ["quantity", synergy.quantity, 100],
    ["gain", synergy.gain, 18_600],
    ["investment", synergy.investment, 3000],
    ["payback: 3,000 ÷ 18,900", synergy.payback, 3000 / 18_900],
    ["net present value at 0 % over ten years", synergy.npv, 18_900 * 10 - 3000],
    ["tCO2e", synergy.co2e, 99.99],
    ["tonnes diverted", synergy.diverted, 100],
    ["virgin matter: the pellets not bought", synergy.virgin, 50],
    ["work: 100 t × 10 EUR × half of it wages ÷ 50,000 EUR a year", synergy.jobs, 0.01],
  ])("%s", (_name, figure, value) => {
    expect(figure.value).toBeCloseTo(value, 6);
  });
  test("what keeps its outlet saves no removal, and the lead says so", () => {
    const kept = assessExchange(tinySetting, husk, need, { ...route("husk-pressed"), keepsOutlet: true });
    expect(kept.gain.value).toBeCloseTo(8_600, 6);
    expect(kept.diverted.state).toBe("not-applicable");
    expect(kept.counterfactual[0]?.en).toContain("keeps its present outlet");
  });
  test("the parties' gains add up to the whole", () => {
    expect(synergy.parties.map(({ establishment, gain }) => [establishment, Math.round(gain.value ?? 0)])).toEqual([
      ["mill", 10_000],
      ["boiler", 8_600],
    ]);
  });
  test("the id survives a new quantity and another order of the file, not another partner", () => {
    const again = assessExchange(
      tinySetting,
      flowOf("mill.husk", "goods.husk", { quantity: 7 }),
      need,
      route("husk-pressed"),
    );
    const other = assessExchange(
      tinySetting,
      husk,
      flowOf("oven.pellets", "goods.pellet", { direction: "in", quantity: 80 }),
      route("husk-pressed"),
    );
    expect(again.id).toBe(synergy.id);
    expect(other.id).not.toBe(synergy.id);
    expect(synergy.id).toMatch(/^tra-[0-9a-f]{12}$/);
  });
});

describe("who pays today gains tomorrow", () => {
  const need = flowOf("boiler.husk", "goods.husk", { direction: "in", quantity: 80, current: { unit_cost_eur: 20 } });
  const husk = identityRoute(tinyReference.resourceById.get("goods.husk") ?? expect.fail("no husk"));
  const gains = (payer: string | null, current: object = {}) => {
    const offer = flowOf("mill.husk", "goods.husk", { quantity: 10, current: { payer, ...current } });
    const synergy = assessExchange(tinySetting, offer, need, husk);
    return Object.fromEntries(
      synergy.parties.map(({ establishment, gain }) => [establishment, Math.round(gain.value ?? 0)]),
    );
  };
  const taker = 10 * 20 - 10 * 0.5 - 50; // 145
  test.each([
    { payer: "private", gain: { mill: 1000, boiler: taker }, because: "its own contract" },
    { payer: "special-fee", gain: { mill: 1000, boiler: taker }, because: "the fee follows the service" },
    {
      payer: "teom",
      gain: { mill: 0, boiler: taker, "@collectivite": 1000 },
      because: "under the household-waste tax the firm saves nothing, its intercommunality does",
    },
    { payer: "epr", gain: { mill: 0, boiler: taker }, because: "the take-back was free" },
  ])("$payer: $because", ({ payer, gain }) => {
    expect(gains(payer)).toEqual(gain);
  });
  test("what was sold is lost: a negative cost is a negative saving", () => {
    expect(gains("private", { unit_cost_eur: -30, route: "sold" }).mill).toBe(-300);
  });
  test("sold at an undeclared price: a part of what the product costs new, said as a doubt", () => {
    const sold = flowOf("press.pellets", "goods.pellet", {
      quantity: 10,
      current: { route: "sold", payer: "private" },
    });
    const pellets = flowOf("oven.pellets", "goods.pellet", { direction: "in", quantity: 80 });
    const same = identityRoute(tinyReference.resourceById.get("goods.pellet") ?? expect.fail("no pellet"));
    const { parties, doubts } = assessExchange(tinySetting, sold, pellets, same);
    expect(parties[0]?.gain.value).toBe(-10 * 200 * 0.5);
    expect(doubts.map(({ en }) => en).join()).toContain("Present selling price");
  });
  test("sold, and nobody knows what such a thing costs: the gain is unknown, not guessed", () => {
    const offer = flowOf("mill.husk", "goods.husk", { quantity: 10, current: { route: "sold", payer: "private" } });
    expect(assessExchange(tinySetting, offer, need, husk).gain.state).toBe("unknown");
  });
  test("what nobody removes today costs nobody anything", () => {
    expect(gains("private", { route: "none" }).mill).toBe(0);
  });
});

describe("unknown stays unknown", () => {
  test("a missing quantity leaves every figure unknown, and the tree says what to ask", () => {
    const offer = flowOf("mill.husk", "goods.husk", {});
    const synergy = assessExchange(
      tinySetting,
      offer,
      flowOf("boiler.pellets", "goods.pellet", { direction: "in", quantity: 80 }),
      route("husk-pressed"),
    );
    expect([synergy.quantity.state, synergy.gain.state, synergy.co2e.state]).toEqual(["unknown", "unknown", "unknown"]);
    expect(synergy.doubts.map(({ en }) => en).join()).toContain('Quantity of "mill.husk" is unknown');
  });
  test("no coordinates and no common place: the distance is a wide guess that says so", () => {
    const far = flowOf("mill.husk", "goods.husk", { quantity: 10 }, site("mill", { zone: null }));
    const synergy = assessExchange(
      tinySetting,
      far,
      flowOf("boiler.pellets", "goods.pellet", { direction: "in", quantity: 80 }, site("boiler", { zone: null })),
      route("husk-pressed"),
    );
    expect(synergy.distance.value).toBe(20);
    expect(synergy.doubts.map(({ en }) => en).join()).toContain("Distance is a guess");
  });
});

test.each([
  { rate: 0, years: 10, annuity: 0.1 },
  { rate: 0.045, years: 10, annuity: 0.12638 }, // 0.045 ÷ (1 − 1.045^−10)
  { rate: 0.08, years: 20, annuity: 0.10185 },
])("the annuity of one euro at $rate over $years years is $annuity", ({ rate, years, annuity }) => {
  expect(annuityRate(rate, years)).toBeCloseTo(annuity, 5);
});
