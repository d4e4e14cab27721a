import { expect, test } from "vitest";
import { ideasOf } from "./ideas.ts";

const lead = (rank: number, ...offers: readonly string[]) => ({
  id: `s${rank}`,
  rank,
  offers: offers.map((id) => ({ flow: { id } })),
});

test.each([
  {
    case: "one offer, three takers",
    given: [lead(2, "rubble"), lead(1, "rubble"), lead(5, "rubble")],
    ideas: ["1:2,5"],
  },
  { case: "two pools are two ideas", given: [lead(1), lead(2)], ideas: ["1:", "2:"] },
  { case: "the same offers in another order", given: [lead(1, "a", "b"), lead(2, "b", "a")], ideas: ["1:2"] },
  { case: "a part of the offers is another idea", given: [lead(3, "a"), lead(1, "a", "b")], ideas: ["1:", "3:"] },
  { case: "nothing", given: [], ideas: [] },
])("$case", ({ given, ideas }) => {
  expect(ideasOf(given).map((one) => `${one.lead.rank}:${one.others.map(({ rank }) => rank).join(",")}`)).toEqual(
    ideas,
  );
});
