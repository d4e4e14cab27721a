import { expect, test } from "vitest";
import { elements, measured, number, texts, unknown } from "../testing/read-svg.ts";
import { stageBars } from "./stage-bars.ts";

const draw = (values: Parameters<typeof stageBars>[0]["values"]) =>
  stageBars({ title: "Gain", unit: "€/an", values, lang: "fr" });

test("the three stages share one scale and are never added", () => {
  const { svg } = draw({ potential: measured(120_000), agreed: measured(30_000), realised: measured(15_000) });
  const [potential, agreed, realised] = (["potential", "agreed", "realised"] as const).map((stage) =>
    number(elements(svg, "rect", stage)[0], "width"),
  );
  expect((agreed ?? 0) / (potential ?? 1)).toBeCloseTo(0.25, 2);
  expect((realised ?? 0) / (potential ?? 1)).toBeCloseTo(0.125, 2);
  const starts = elements(svg, "rect", "bar").map((bar) => number(bar, "x"));
  expect(new Set(starts).size).toBe(1);
  expect(svg.replaceAll("\u202f", "")).not.toContain("165000");
});

test("nothing realised yet is a mark at zero; nothing known of it is words alone", () => {
  const none = draw({ potential: measured(100), agreed: measured(50), realised: measured(0) });
  expect(elements(none.svg, "rect", "realised")).toHaveLength(1);
  expect(number(elements(none.svg, "rect", "realised")[0], "width")).toBe(1);
  const silent = draw({ potential: measured(100), agreed: measured(50), realised: unknown });
  expect(elements(silent.svg, "rect", "realised")).toHaveLength(0);
  expect(texts(silent.svg)).toContain("inconnu");
  expect(silent.alt).toContain("réalisé\u00a0: inconnu");
});

test("with nothing known at all it still draws", () => {
  const { svg } = draw({ potential: unknown, agreed: unknown, realised: unknown });
  expect(svg).not.toContain("NaN");
  expect(elements(svg, "rect")).toHaveLength(0);
});
