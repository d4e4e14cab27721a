import fc from "fast-check";
import { expect, test } from "vitest";
import { funnelOf } from "./funnel.ts";
import { type Stage, stages } from "./stages.ts";

const reachedOf = (histories: readonly (readonly Stage[])[], stage: Stage): number | undefined =>
  funnelOf(histories).find((step) => step.stage === stage)?.reached;

test.each<{ readonly says: string; readonly history: readonly Stage[]; readonly furthest: Stage | null }>([
  { says: "one that was kept has reached the first step", history: ["to-qualify"], furthest: "to-qualify" },
  {
    says: "one that was abandoned under study came as far as under study",
    history: ["to-qualify", "under-study", "abandoned"],
    furthest: "under-study",
  },
  {
    says: "one that went a step back came as far as it had",
    history: ["to-qualify", "in-negotiation", "under-study"],
    furthest: "in-negotiation",
  },
  { says: "one whose keeping was taken back counts nowhere", history: ["to-qualify", "detected"], furthest: null },
  { says: "one that was set aside at once counts nowhere", history: ["abandoned"], furthest: null },
])("$says", ({ history, furthest }) => {
  const steps = funnelOf([history]).filter(({ reached }) => reached === 1);
  expect(steps.at(-1)?.stage ?? null).toBe(furthest);
});

test("a step is the share of the one before that came further", () => {
  const histories: Stage[][] = [["to-qualify", "in-discussion"], ["to-qualify"], ["to-qualify"], ["to-qualify"]];
  const [kept, talked, studied] = funnelOf(histories);
  expect(kept).toMatchObject({ here: 3, reached: 4, conversion: null });
  expect(talked).toMatchObject({ here: 1, reached: 1, conversion: 0.25 });
  expect(studied).toMatchObject({ here: 0, reached: 0, conversion: 0 });
  expect(reachedOf([], "lasting")).toBe(0);
});

test("whatever happened, no step holds more than the one before", () => {
  const history = fc.array(fc.constantFrom(...stages), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(history, { maxLength: 30 }), (histories) => {
      const reached = funnelOf(histories).map((step) => step.reached);
      expect(reached).toEqual(reached.toSorted((a, b) => b - a));
    }),
  );
});
