import { describe, expect, test } from "vitest";
import { type Route, routeBetween } from "../testing/tiny-heat.ts";
import { flowOf } from "../testing/tiny-reference.ts";
import { qualityOf } from "./quality.ts";

describe("what is hot enough", () => {
  const cases: readonly {
    offer: [string, object?];
    need: [string, object?];
    route: Route;
    truth: "yes" | "no" | "unknown";
    because: string;
  }[] = [
    { offer: ["rejet"], need: ["besoin"], route: "direct", truth: "unknown", because: "30 to 110 °C: to be asked" },
    { offer: ["eau à 90 °C"], need: ["besoin"], route: "direct", truth: "yes", because: "the label says 90" },
    { offer: ["eau de 30 à 50 °C"], need: ["besoin"], route: "direct", truth: "no", because: "50 at best, 60 needed" },
    {
      offer: ["eau à 90 °C", { temperature_c: 45 }],
      need: ["besoin"],
      route: "direct",
      truth: "no",
      because: "what is declared stands before the label",
    },
    { offer: ["eau 80 °C"], need: ["cuve à 95 °C"], route: "direct", truth: "no", because: "the need is hotter" },
    { offer: ["eau 20 °C"], need: ["cuve à 85 °C"], route: "pumped", truth: "yes", because: "a pump lifts it" },
    { offer: ["eau 20 °C"], need: ["vapeur 180 °C"], route: "pumped", truth: "no", because: "a pump stops at 95 °C" },
    { offer: ["eau 80 °C"], need: ["x", { min_temperature_c: 70 }], route: "direct", truth: "yes", because: "80 > 70" },
  ];
  test.each(cases)("$offer.0 for $need.0, $route: $truth, $because", ({ offer, need, route, truth }) => {
    const given = (id: string, direction: "in" | "out", [label, quality]: [string, object?]) =>
      flowOf(id, "energy.heat", { direction, label, unit: "MWh", ...(quality === undefined ? {} : { quality }) });
    const { from, to, way } = routeBetween(route);
    const checked = qualityOf(
      { ...given("a.heat", "out", offer), resource: from },
      { ...given("b.heat", "in", need), resource: to },
      way,
    );
    expect(checked.truth).toBe(truth);
  });
});
