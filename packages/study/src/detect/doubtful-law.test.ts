import { describe, expect, test } from "vitest";
import { between } from "../testing/between.ts";

/** A label that was understood by a guess never hides what the law forbids under one of its readings. */
describe("the most probable reading is forbidden: refused, with the article and the question", () => {
  test.each([
    { offer: "pain et restes de table", need: "aliment pour porcs", by: "A4" },
    { offer: "plumes et sang", need: "aliment pour porcs", by: "A3-RAW-FEED" },
    { offer: "déchets de plâtre et gravats", need: "remblai", by: "X33-PLASTER" },
    { offer: "huiles usées", need: "fioul", by: "O1" },
    { offer: "têtes", need: "substrat d'élevage d'insectes", by: "A3-RAW-FEED" },
    { offer: "carcasses", need: "substrat d'élevage d'insectes", by: "A2" },
  ])("$offer → $need ($by)", ({ offer, need, by }) => {
    const { synergies, refused, forbidding } = between({ label: offer }, { label: need });
    expect(synergies).toEqual([]);
    expect(forbidding.map(({ id }) => id)).toContain(by);
    expect(refused.flatMap(({ doubts }) => doubts.map(({ fr }) => fr)).join()).toContain(`« ${offer} »`);
  });
});

describe("another plausible reading is forbidden: the lead says so, with the article, and its verdict is not clear", () => {
  test.each([
    { offer: "déchets de cantine et pain", need: "aliment pour porcs", by: "A4", because: "two readings as good" },
    { offer: "bois", need: "litière", by: "WOOD-BEDDING", because: "the name of a group holds what is forbidden" },
    { offer: "protéines", need: "aliment pour ruminants", by: "A5-RUMINANT", because: "vague words" },
    { offer: "moelle", need: "matières à composter", by: "A1", because: "a dangerous kin" },
    { offer: "pain rassis", need: "porcs", by: null, because: "of sure words nothing is feared" },
    { offer: "chutes de bois", need: "litière", by: null, because: "the words say that it is clean" },
  ])("$offer → $need: $because", ({ offer, need, by }) => {
    const { synergies } = between({ label: offer, quantity: 3000 }, { label: need, quantity: 3000 });
    const feared = synergies.flatMap(({ verdict }) => verdict.findings.filter(({ onlyIf }) => onlyIf !== undefined));
    expect(feared.map(({ rule }) => rule.id)).toEqual(by === null ? [] : expect.arrayContaining([by]));
    for (const { verdict, doubts } of synergies)
      for (const { rule, outcome, onlyIf } of verdict.findings) {
        if (onlyIf === undefined) continue;
        expect(outcome).toBe("check");
        expect(verdict.outcome).not.toBe("ok");
        expect(onlyIf.fr).toContain(rule.basis);
        expect(doubts).toContain(onlyIf);
      }
    if (by !== null) expect(synergies).not.toEqual([]);
  });
});

test("what no doubt hangs over is refused without a question", () => {
  const { refused } = between({ label: "huile de vidange" }, { label: "fioul domestique" });
  expect(refused.map(({ doubts }) => doubts)).toEqual([[]]);
});
