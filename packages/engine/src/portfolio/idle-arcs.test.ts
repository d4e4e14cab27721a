import { NetworkSchema } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { withoutIdleArcs } from "./idle-arcs.ts";

const free = { supply: 10, optional: true };
const taker = { demand: 8, optional: true };
const network = (arc: object, from: object = free, to: object = taker, rest: object = {}) =>
  NetworkSchema.parse({
    format: "simbiosi-network/1",
    sense: "max",
    nodes: [
      { id: "s", ...from },
      { id: "d", ...to },
    ],
    arcs: [{ id: "a", from: "s", to: "d", ...arc }],
    ...rest,
  });

// Eight at most pass: at 2 each they bring 16.
test.each([
  { because: "brings 16 for 15", kept: true, made: network({ unit_cost: 2, fixed_cost: -15 }) },
  { because: "brings 16 for 16", kept: false, made: network({ unit_cost: 2, fixed_cost: -16 }) },
  {
    because: "four at most pass: 8 for 15",
    kept: false,
    made: network({ unit_cost: 2, fixed_cost: -15, capacity: 4 }),
  },
  {
    because: "half is lost: ten leave, 20 for 19",
    kept: true,
    made: network({ unit_cost: 2, fixed_cost: -19, yield: 0.5 }),
  },
  { because: "what is there must leave", kept: true, made: network({ unit_cost: -1 }, { supply: 3 }) },
  {
    because: "leaving it unused costs",
    kept: true,
    made: network({ unit_cost: -1 }, { supply: 3, optional: true, unused_cost: -4 }),
  },
  {
    because: "the facility is rewarded",
    kept: true,
    made: network({ unit_cost: -1 }, free, { ...taker, facility: { fixed_cost: 9 } }),
  },
  { because: "what arrives may go on", kept: true, made: network({ unit_cost: -1 }, free, {}) },
  {
    because: "it brings what a floor asks",
    kept: true,
    made: network({ unit_cost: -1, measures: { co2e: { per_unit: 1 } } }, free, taker, { floors: { co2e: 2 } }),
  },
  {
    because: "it takes from what a floor asks",
    kept: false,
    made: network({ unit_cost: -1, measures: { co2e: { per_unit: -1 } } }, free, taker, { floors: { co2e: -2 } }),
  },
  { because: "a cost to be least", kept: false, made: network({ unit_cost: 1 }, free, taker, { sense: "min" }) },
  { because: "a gain to be least", kept: true, made: network({ unit_cost: -1 }, free, taker, { sense: "min" }) },
])("kept $kept: $because", ({ kept, made }) => {
  expect(withoutIdleArcs(made).arcs).toHaveLength(kept ? 1 : 0);
});
