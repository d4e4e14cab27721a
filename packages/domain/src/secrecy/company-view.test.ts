import { describe, expect, test } from "vitest";
import { flowOf } from "../testing/tiny-reference.ts";
import { glimpseOf } from "./company-view.ts";

const consent = (to: string, ...fields: string[]) => ({ to, fields, date: "2026-10-01" });

describe("what a company may learn of the other side of a lead", () => {
  test.each([
    {
      theirs: {},
      mine: {},
      level: "facilitator",
      quantity: false,
      because: "nobody said anything: only the facilitator knows",
    },
    {
      theirs: { visibility: "territory" },
      mine: {},
      level: "territory",
      quantity: false,
      because: "the nature is open to the territory, the name is not",
    },
    {
      theirs: { visibility: "public" },
      mine: {},
      level: "territory",
      quantity: false,
      because: "a public nature is not a public name",
    },
    {
      theirs: { visibility: "territory", consents: [consent("me", "name")] },
      mine: {},
      level: "territory",
      quantity: false,
      because: "one company's yes is not the other's",
    },
    {
      theirs: { visibility: "territory", consents: [consent("me", "name")] },
      mine: { consents: [consent("them", "name")] },
      level: "named",
      quantity: false,
      because: "both opted in, for the name only",
    },
    {
      theirs: { consents: [consent("public", "name", "quantity")] },
      mine: { consents: [consent("them", "name", "quantity")] },
      level: "named",
      quantity: true,
      because: "who tells everybody tells this company too",
    },
    {
      theirs: { visibility: "territory", consents: [consent("funder", "name", "quantity")] },
      mine: { consents: [consent("them", "name", "quantity")] },
      level: "territory",
      quantity: false,
      because: "what is told to the funder is told to no company",
    },
  ])("$level, quantity $quantity: $because", ({ theirs, mine, level, quantity }) => {
    const own = flowOf("me.flow", "goods.husk", mine);
    const other = flowOf("them.flow", "goods.husk", { direction: "in", ...theirs });
    expect(glimpseOf(own, other, "2026-11-23")).toEqual({ level, quantity });
  });
});
