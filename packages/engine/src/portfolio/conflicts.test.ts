import { type Network, NetworkSchema } from "@simbiosi/domain";
import { expect, test } from "vitest";
import { highsInThread } from "../node/highs-solver.ts";
import { optimiseWith } from "./optimise.ts";

const solver = highsInThread();
const network = (parts: object): Network => NetworkSchema.parse({ format: "simbiosi-network/1", arcs: [], ...parts });

const s = { id: "scierie", supply: 10, optional: true };
const d = { id: "chaufferie", demand: 8 };
const arc = { id: "camion", from: "scierie", to: "chaufferie" };

test.each([
  {
    because: "nobody serves it",
    parts: { nodes: [d] },
    says: ["renoncer à 8 sur les 8 que demande « chaufferie »", "« chaufferie » exige 8 en entier"],
  },
  {
    because: "the source is too small",
    parts: { nodes: [{ ...s, supply: 5 }, d], arcs: [arc] },
    says: [
      "renoncer à 3 sur les 8 que demande « chaufferie »",
      "« chaufferie » exige 8",
      "« scierie » ne fournit pas plus de 5",
    ],
  },
  {
    because: "the truck is too small",
    parts: { nodes: [s, d], arcs: [{ ...arc, capacity: 6 }] },
    says: ["renoncer à 2 sur les 8", "« chaufferie » exige 8", "l'arc « camion » est limité à 6"],
  },
  {
    because: "the surplus finds no outlet",
    parts: { nodes: [{ id: "scierie", supply: 10 }, d], arcs: [arc] },
    says: ["2 sur les 10 que « scierie » doit écouler", "« chaufferie »", "« scierie » doit écouler 10 en entier"],
  },
  {
    because: "the works on the way is too small",
    parts: {
      nodes: [s, d, { id: "broyeur", facility: { capacity: 7 } }],
      arcs: [
        { id: "entrée", from: "scierie", to: "broyeur" },
        { id: "sortie", from: "broyeur", to: "chaufferie" },
      ],
    },
    says: ["renoncer à 1 sur les 8", "l'installation « broyeur » est limitée à 7"],
  },
  {
    because: "the budget is too small",
    parts: { budget: 1500, nodes: [s, d], arcs: [{ ...arc, investment: 2000 }] },
    says: ["renoncer à 8 sur les 8", "Sans le budget de 1"],
  },
  {
    because: "the lot is too big",
    parts: { nodes: [s, d], arcs: [{ ...arc, min_lot: 9 }] },
    says: ["renoncer à 8 sur les 8", "Sans les lots minimaux"],
  },
  {
    because: "no single source is big enough",
    parts: {
      nodes: [{ ...s, supply: 5 }, { ...s, id: "menuiserie", supply: 5 }, d],
      arcs: [
        { ...arc, single_source: true },
        { id: "benne", from: "menuiserie", to: "chaufferie", single_source: true },
      ],
    },
    says: ["renoncer à 8 sur les 8", "Sans la source unique"],
  },
  {
    because: "the capacity is below the lot",
    parts: {
      nodes: [s, d],
      arcs: [
        { ...arc, min_lot: 8, capacity: 8 },
        { ...arc, id: "vélo" },
      ],
      budget: 0,
    },
    says: [], // a plan exists: the second arc has no lot
  },
  {
    because: "the budget and the lots, each enough to forbid",
    parts: { budget: 0, nodes: [s, d], arcs: [{ ...arc, min_lot: 9, investment: 1 }] },
    says: ["renoncer à 8 sur les 8", "Plusieurs règles se contredisent ensemble"],
  },
])("infeasible: $because", async ({ parts, says }) => {
  const answer = await optimiseWith(solver, network(parts), { seed: 1 });
  expect(answer.status).toBe(says.length === 0 ? "optimal" : "infeasible");
  const words = answer.conflicts.map(({ fr }) => fr).join("\n");
  for (const sentence of says) expect(words).toContain(sentence);
  expect(answer.conflicts.length).toBeGreaterThanOrEqual(says.length);
  expect(answer.conflicts.map(({ fr, en }) => fr + en).join()).not.toMatch(/\{\w+\}/);
  if (says.length > 0) expect(answer).toMatchObject({ stopped_by: "proof", objective: null, bound: null, flows: [] });
});
