import { expect, test } from "vitest";
import { parseNetwork, unknownNetworkKeys } from "./parse-network.ts";

const small = {
  format: "simbiosi-network/1",
  nodes: [
    { id: "s1", supply: 10 },
    { id: "d1", demand: 8 },
  ],
  arcs: [{ id: "a1", from: "s1", to: "d1" }],
};
const withNode = (node: object) => ({ ...small, nodes: [...small.nodes, node] });
const withArc = (arc: object) => ({ ...small, arcs: [{ ...small.arcs[0], ...arc }] });

test("a network of one arc, every default filled in", () => {
  const read = parseNetwork(small);
  expect(read.ok && read.value).toEqual({
    format: "simbiosi-network/1",
    sense: "min",
    nodes: [
      { id: "s1", supply: 10, optional: false },
      { id: "d1", demand: 8, optional: false },
    ],
    arcs: [
      {
        id: "a1",
        from: "s1",
        to: "d1",
        unit_cost: 0,
        fixed_cost: 0,
        min_lot: 0,
        yield: 1,
        investment: 0,
        single_source: false,
      },
    ],
  });
});

test.each([
  { because: "nothing was given", json: undefined, code: "NETWORK_FORMAT", names: "simbiosi-network/1" },
  { because: "a list is not a network", json: [], code: "NETWORK_FORMAT", names: "simbiosi-network/1" },
  { because: "another format", json: { ...small, format: "x" }, code: "NETWORK_FORMAT", names: "simbiosi-network/1" },
  { because: "arcs are missing", json: { ...small, arcs: undefined }, code: "NETWORK_SHAPE", names: "arcs" },
  { because: "nodes are not a list", json: { ...small, nodes: {} }, code: "NETWORK_SHAPE", names: "liste" },
  { because: "an id is empty", json: withNode({ id: "" }), code: "NETWORK_SHAPE", names: "nodes[2].id" },
  {
    because: "an amount below zero",
    json: withNode({ id: "x", supply: -1 }),
    code: "NETWORK_SHAPE",
    names: "au moins",
  },
  { because: "an amount as text", json: withArc({ capacity: "4" }), code: "NETWORK_SHAPE", names: "arcs[0].capacity" },
  { because: "a yield of zero", json: withArc({ yield: 0 }), code: "NETWORK_SHAPE", names: "arcs[0].yield" },
  { because: "neither min nor max", json: { ...small, sense: "best" }, code: "NETWORK_SHAPE", names: "« min » ou" },
  { because: "a flag as text", json: withArc({ single_source: "yes" }), code: "NETWORK_SHAPE", names: "true ou false" },
  {
    because: "a dose that the end does not have",
    json: withArc({ doses: ["peel"] }),
    code: "NETWORK_UNKNOWN_DOSE",
    names: "« peel »",
  },
  { because: "a facility that is nowhere", json: withArc({ runs: ["mill"] }), code: "NETWORK_RUNS", names: "« mill »" },
  { because: "to run what is a place", json: withArc({ runs: ["s1"] }), code: "NETWORK_RUNS", names: "« s1 »" },
  { because: "two nodes of one id", json: withNode({ id: "s1" }), code: "NETWORK_DUPLICATE_NODE", names: "« s1 »" },
  {
    because: "two arcs of one id",
    json: { ...small, arcs: [small.arcs[0], small.arcs[0]] },
    code: "NETWORK_DUPLICATE_ARC",
    names: "« a1 »",
  },
  { because: "from nowhere", json: withArc({ from: "s9" }), code: "NETWORK_UNKNOWN_NODE", names: "« s9 »" },
  { because: "to nowhere", json: withArc({ to: "d9" }), code: "NETWORK_UNKNOWN_NODE", names: "« d9 »" },
  { because: "back to itself", json: withArc({ to: "s1" }), code: "NETWORK_LOOP", names: "« s1 »" },
  {
    because: "the whole of no demand",
    json: { ...withArc({ single_source: true, to: "x" }), nodes: [...small.nodes, { id: "x" }] },
    code: "NETWORK_SINGLE_SOURCE_WITHOUT_DEMAND",
    names: "« x »",
  },
  {
    because: "1e20 tonnes",
    json: withArc({ capacity: 1e20 }),
    code: "NETWORK_NUMBER_RANGE",
    names: "arcs[0].capacity",
  },
  { because: "a yield of a billionth", json: withArc({ yield: 1e-9 }), code: "NETWORK_NUMBER_RANGE", names: "1e-9" },
  {
    because: "a facility dearer than the world",
    json: withNode({ id: "f", facility: { fixed_cost: -1e16 } }),
    code: "NETWORK_NUMBER_RANGE",
    names: "nodes[2].facility.fixed_cost",
  },
])("refused: $because", ({ json, code, names }) => {
  const read = parseNetwork(json);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.problem.code).toBe(code);
  expect(read.problem.message.fr).toContain(names);
  expect(read.problem.message.fr + read.problem.message.en).not.toMatch(/\{\w+\}/);
});

test("a demand of zero is a demand: a single source may serve it", () => {
  const zero = { ...withArc({ single_source: true }), nodes: [small.nodes[0], { id: "d1", demand: 0 }] };
  expect(parseNetwork(zero).ok).toBe(true);
});

test("the first problem is told, and how many more there are", () => {
  const read = parseNetwork(withArc({ capacity: "4", min_lot: -1, yield: -2 }));
  expect(read.ok ? "" : read.problem.message.en).toContain("2 more to see");
});

test("keys that the format has not are found, for nothing reads them", () => {
  const json = {
    format: "simbiosi-network/1",
    author: "x",
    nodes: [{ id: "a", suply: 1 }],
    arcs: [{ id: "b", from: "a", to: "a", unitcost: 4 }, null],
  };
  expect(unknownNetworkKeys(json)).toEqual(["author", "nodes[0].suply", "arcs[0].unitcost"]);
  expect(unknownNetworkKeys({ format: "simbiosi-network/1", nodes: [], arcs: [] })).toEqual([]);
  expect(unknownNetworkKeys([1])).toEqual(["0"]);
});

test("a yield of zero is refused in words that forbid zero", () => {
  const found = parseNetwork({
    format: "simbiosi-network/1",
    nodes: [{ id: "a" }, { id: "b" }],
    arcs: [{ id: "c", from: "a", to: "b", yield: 0 }],
  });
  expect(!found.ok && found.problem.message.en).toContain("a number above zero");
});
