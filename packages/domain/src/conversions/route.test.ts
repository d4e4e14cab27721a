import { describe, expect, test } from "vitest";
import { qualityOf } from "../matching/quality.ts";
import { heatClass, routeBetween } from "../testing/tiny-heat.ts";
import { flowOf } from "../testing/tiny-reference.ts";
import { identityRoute } from "./route.ts";

describe("how heat crosses from site to site", () => {
  test.each([
    { way: identityRoute(heatClass("heat.warm")), maxKm: 3, links: 1, because: "the pipe of the class above" },
    { way: routeBetween("direct").way, maxKm: 3, links: 1, because: "a conversion silent on it takes the pipe" },
    { way: routeBetween("pumped").way, maxKm: 1, links: 0, because: "a conversion that speaks decides alone" },
  ])("$because", ({ way, maxKm, links }) => {
    expect([way.maxKm, way.links.length]).toEqual([maxKm, links]);
  });
});

test("a class narrower than the route settles what its label leaves open: warm water is never at 60 °C", () => {
  const { way } = routeBetween("direct");
  const offer = { ...flowOf("a.heat", "energy.heat", { unit: "MWh" }), resource: heatClass("heat.warm") };
  const need = {
    ...flowOf("b.heat", "energy.heat", { direction: "in", unit: "MWh" }),
    resource: heatClass("heat.tank"),
  };
  expect(qualityOf(offer, need, way).truth).toBe("no");
});
