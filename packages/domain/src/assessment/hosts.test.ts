import { describe, expect, test } from "vitest";
import { conversionRoutes } from "../conversions/route.ts";
import { indexReference } from "../reference-data/reference.ts";
import { flowOf, site, tinyReference, tinySetting } from "../testing/tiny-reference.ts";
import { assessExchange } from "./assess-exchange.ts";
import { facilitiesOf } from "./facilities.ts";
import { hostingOf } from "./hosts.ts";

// A press can be run by whoever lends a store. Sites of the park are 1 km apart, whoever is elsewhere 20 km.
const reference = indexReference({
  ...tinyReference,
  processes: tinyReference.processes.map((process) => ({ ...process, equipment: "space.store" })),
});
const route =
  conversionRoutes(reference).find(({ id }) => id === "husk-pressed") ?? expect.fail("no route husk-pressed");
const husk = flowOf("mill.husk", "goods.husk", { quantity: 100, status: "waste" });
const pellets = flowOf("boiler.pellets", "goods.pellet", { direction: "in", quantity: 80 });
const press = (id: string, where = site(id)) =>
  flowOf(`${id}.press`, "space.store", { status: "capacity", quantity: 1, unit: "m2" }, where);
const settingWith = (...lent: readonly ReturnType<typeof press>[]) => ({
  ...tinySetting,
  reference,
  facilities: facilitiesOf(reference, [husk, pellets, ...lent]),
});

describe("who would run a step", () => {
  const far = site("far", { zone: "elsewhere" });
  test.each([
    { because: "nobody has a press", lent: [], host: undefined, detour: 0 },
    { because: "a neighbour has: by it, 1 + 1 km instead of 1", lent: [press("rink")], host: "rink", detour: 1 },
    { because: "the nearer of two", lent: [press("far", far), press("rink")], host: "rink", detour: 1 },
    { because: "of two as near, the first by id", lent: [press("rink"), press("oven")], host: "oven", detour: 1 },
    {
      because: "the taker's own before a neighbour's",
      lent: [press("aaa"), press("boiler")],
      host: "boiler",
      detour: 0,
    },
    { because: "the giver's own", lent: [press("mill")], host: "mill", detour: 0 },
  ])("$because", ({ lent, host, detour }) => {
    const { at, detourKm } = hostingOf(settingWith(...lent), husk, pellets, route);
    expect([at.get("press")?.id, detourKm]).toEqual([host, detour]);
  });
});

/**
 * As in the transformation worked by hand (18,600 with a press of one's own), without its capital of 300 a year, with a
 * kilometre more for 100 t at 0.5: 18,850. The press costs 1,000 a year to run; its holder is paid a quarter more.
 */
describe("a neighbour's press, worked by hand", () => {
  const synergy = assessExchange(settingWith(press("rink")), husk, pellets, route);
  test.each([
    ["gain", synergy.gain, 18_850],
    ["investment", synergy.investment, 0],
    ["tCO2e: a kilometre of lorry more", synergy.co2e, 99.98],
  ])("%s", (_name, figure, value) => {
    expect(figure.value).toBeCloseTo(value, 6);
  });
  test("the lead names its host, who has its part; the parts add up to the whole", () => {
    expect(synergy.steps.map(({ facility }) => facility)).toEqual(["rink"]);
    expect(synergy.establishments).toEqual(["mill", "boiler", "rink"]);
    expect(synergy.parties.map(({ establishment, gain }) => [establishment, Math.round(gain.value ?? 0)])).toEqual([
      ["mill", 10_000],
      ["boiler", 8_600],
      ["rink", 250],
    ]);
    expect(synergy.investment.inputs.map(({ label }) => label.en)).toEqual(["Process that stands already: press"]);
    expect(synergy.reasons.some(({ fr }) => fr.startsWith("Procédé déjà en place chez rink"))).toBe(true);
    expect(synergy.payback.state).toBe("not-applicable");
  });
  test("at the taker's own press nobody is paid and nobody joins", () => {
    const own = assessExchange(settingWith(press("boiler")), husk, pellets, route);
    expect([Math.round(own.gain.value ?? 0), own.establishments]).toEqual([18_900, ["mill", "boiler"]]);
  });
});
