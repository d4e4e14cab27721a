import { describe, expect, test } from "vitest";
import { canMove, moves, natureOf, type Stage, stageNames, stages } from "./stages.ts";

describe("moves of a lead", () => {
  test.each([
    { from: "detected", to: "to-qualify", allowed: true, because: "somebody looks at it first" },
    { from: "detected", to: "operational", allowed: false, because: "nobody has signed yet" },
    {
      from: "detected",
      to: "abandoned",
      allowed: true,
      because: "a suggestion may be set aside at once, with its reason",
    },
    {
      from: "under-study",
      to: "agreed",
      allowed: false,
      because: "terms are negotiated or tried before they are signed",
    },
    { from: "in-negotiation", to: "agreed", allowed: true, because: "both have signed" },
    { from: "agreed", to: "under-study", allowed: false, because: "a signature is not undone by a drag of the mouse" },
    { from: "abandoned", to: "to-qualify", allowed: true, because: "a new director may want it after all" },
    { from: "abandoned", to: "operational", allowed: false, because: "a restart is looked at afresh" },
  ] as const)("$from → $to: $allowed, $because", ({ from, to, allowed }) => {
    expect(canMove(from, to)).toBe(allowed);
  });

  test("every stage but the first can be reached from the first, and every one can be left", () => {
    const reached = new Set<Stage>(["detected"]);
    for (const from of reached) for (const to of moves[from]) reached.add(to);
    expect([...reached].sort()).toEqual([...stages].sort());
    for (const stage of stages) expect(moves[stage].length).toBeGreaterThan(0);
  });

  test("an intent is not a commitment, and a commitment is not an event", () => {
    expect(stages.filter((stage) => natureOf(stage) === "agreed")).toEqual(["agreed"]);
    expect(stages.filter((stage) => natureOf(stage) === "realised")).toEqual(["operational", "lasting"]);
    expect(natureOf("abandoned")).toBe("none");
  });

  test("every stage has a name of its own in both languages", () => {
    for (const lang of ["fr", "en"] as const)
      expect(new Set(stages.map((stage) => stageNames[stage][lang])).size).toBe(stages.length);
  });
});
