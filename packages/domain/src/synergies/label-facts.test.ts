import { expect, test } from "vitest";
import { indexReference } from "../reference-data/reference.ts";
import { noTables } from "../testing/no-tables.ts";
import { text } from "../text/text.ts";
import { labelFacts } from "./label-facts.ts";

const question = text("?", "?");
const reference = indexReference({
  ...noTables,
  facts: [
    {
      id: "offer.asbestos",
      kind: "yes-no",
      question,
      headers: [],
      label: [{ words: ["amiant*", "asbestos"], value: true }],
    },
    {
      id: "offer.wood_class",
      kind: "text",
      question,
      headers: [],
      label: [
        { words: ["créosot*"], value: "C" },
        { words: ["bois traité*", "peint*"], value: "B" },
      ],
    },
    { id: "offer.asked_only", kind: "yes-no", question, headers: [] },
    { id: "need.drip", kind: "yes-no", question, headers: [], label: [{ words: ["goutte à goutte"], value: true }] },
  ],
});

test.each<[label: string, facts: Record<string, string | boolean>]>([
  ["Gravats avec amiante", { "offer.asbestos": true }],
  ["joints amiantés", { "offer.asbestos": true }],
  ["rubble mixed with ASBESTOS", { "offer.asbestos": true }],
  ["fibrociment sans amiante", {}],
  ["gravats sans trace d'amiante", {}],
  ["matériaux exempts d'amiante", {}],
  ["non amianté", {}],
  ["asbestos-free sheets", {}],
  ["sheets free of asbestos", {}],
  ["déblais de désamiantage", {}],
  ["cendres de bois traité", { "offer.wood_class": "B" }],
  // The first line that is met answers.
  ["traverses peintes et créosotées", { "offer.wood_class": "C" }],
  ["bois non traité", {}],
  ["arrosage goutte à goutte", {}],
])("%s", (label, facts) => {
  expect(Object.fromEntries(labelFacts(reference, "offer", label))).toEqual(facts);
});

test("each side is told its own facts", () => {
  expect(labelFacts(reference, "need", "goutte-à-goutte pour vignes")).toEqual([["need.drip", true]]);
});
