import { expect, test } from "vitest";
import { elements, measured, number, texts, unknown } from "../testing/read-svg.ts";
import { radar } from "./radar.ts";

const axes = ["Gouvernance", "Animation", "Économie", "Social"];
const draw = (values: readonly (typeof unknown | ReturnType<typeof measured>)[]) =>
  radar({ title: "Évaluation", most: 5, axes, series: [{ label: "2026", values }], lang: "fr" });

test("a mark is as far from the centre as it is high, the first axis upwards", () => {
  const { svg } = draw([measured(5), measured(2.5), measured(0), measured(2.5)]);
  const [top, right, middle] = elements(svg, "circle", "dot").map((dot) => ({
    x: number(dot, "cx"),
    y: number(dot, "cy"),
  }));
  if (top === undefined || right === undefined || middle === undefined) throw new Error("three marks were expected");
  expect(top.x).toBeCloseTo(middle.x, 1);
  expect(middle.y - top.y).toBeCloseTo(2 * (right.x - middle.x), 1);
});

test("an unknown mark opens the outline, and is not a zero", () => {
  const { svg, alt } = draw([measured(4), unknown, measured(3), measured(2)]);
  expect(elements(svg, "circle", "dot").length).toBe(3);
  expect(elements(svg, "line", "side").length).toBe(2);
  expect(alt).toContain("Animation, 2026\u00a0: inconnu");
});

test("without axes, a sentence", () => {
  expect(texts(radar({ title: "x", most: 5, axes: [], series: [], lang: "en" }).svg)).toEqual(["No mark to show"]);
});
