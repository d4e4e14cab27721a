import { type Network, NetworkSchema } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { splitNetwork } from "./parts.ts";

const network = (parts: object): Network => NetworkSchema.parse({ format: "simbiosi-network/1", ...parts });

const two = {
  nodes: [
    { id: "s2", supply: 1 },
    { id: "alone", supply: 1, optional: true },
    { id: "s1", supply: 1 },
    { id: "d1", demand: 1 },
    { id: "d2", demand: 1 },
    { id: "f1", facility: { investment: 40 } },
    { id: "apart" },
  ],
  arcs: [
    { id: "b", from: "s2", to: "d2", investment: 50 },
    { id: "a1", from: "s1", to: "f1" },
    { id: "a2", from: "f1", to: "d1" },
  ],
};
const ids = (parts: readonly Network[]) =>
  parts.map(({ nodes, arcs }) => [...nodes, ...arcs].map(({ id }) => id).join(" "));

test.each([
  {
    because: "no budget: two exchanges, and nodes without any",
    budget: null,
    parts: ["alone apart", "d2 s2 b", "d1 f1 s1 a1 a2"],
  },
  { because: "a budget that covers all ties nothing", budget: 90, parts: ["alone apart", "d2 s2 b", "d1 f1 s1 a1 a2"] },
  { because: "a budget to share ties all", budget: 89, parts: ["s2 alone s1 d1 d2 f1 apart b a1 a2"] },
])("$because", ({ budget, parts }) => {
  expect(ids(splitNetwork(network({ ...two, budget })))).toEqual(parts);
});

test("a network of nothing has no part", () => {
  expect(splitNetwork(network({ nodes: [], arcs: [] }))).toEqual([]);
});
