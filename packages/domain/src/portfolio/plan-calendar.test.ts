import { expect, test } from "vitest";
import { NetworkSchema } from "../formats/network.ts";
import { withCalendars } from "./plan-calendar.ts";

const flat = Array.from({ length: 12 }, () => 1);
const summer = flat.map((_, month) => (month > 4 && month < 9 ? 3 : 0));

type Flow = { id: string; weights: readonly number[]; carry: number };
const flow = (id: string, weights: readonly number[] = flat, carry = 0): Flow => ({ id, weights, carry });

/** The leads by their ends; only what a calendar needs of each is filled in. */
function made(leads: readonly (readonly [offer: Flow, need: Flow])[]) {
  const known = ({ id, weights, carry }: Flow) => ({ flow: { id }, weights, carryMonths: carry });
  const network = NetworkSchema.parse({
    format: "simbiosi-network/1",
    nodes: [...new Map(leads.flat().map((one) => [one.id, one])).values()].map(({ id }) => ({
      id,
      ...(leads.some(([offer]) => offer.id === id) ? { supply: 1 } : { demand: 1 }),
    })),
    arcs: leads.map(([from, to]) => ({ id: `${from.id}>${to.id}`, from: from.id, to: to.id })),
  });
  const planned = leads.map(([offer, need]) => ({
    synergy: { id: `${offer.id}>${need.id}`, pool: null, offers: [known(offer)], needs: [known(need)] },
  }));
  const { arcs, nodes } = withCalendars(network, planned);
  return {
    arcs: arcs.filter(({ by_period }) => by_period === true).map(({ id }) => id),
    nodes: nodes.filter(({ calendar }) => calendar !== undefined).map(({ id, keeps = 0 }) => `${id} ${keeps}`),
  };
}
const nothing = { arcs: [], nodes: [] };

test.each([
  { because: "one lead alone: its own overlap says it all", leads: [[flow("o"), flow("n", summer)]], shared: nothing },
  {
    because: "two leads on one heat, one of them in summer",
    leads: [
      [flow("o"), flow("n", summer)],
      [flow("o"), flow("m")],
    ],
    shared: { arcs: ["o>n", "o>m"], nodes: ["o 0", "n 0", "m 0"] },
  },
  {
    because: "no season anywhere",
    leads: [
      [flow("o"), flow("n")],
      [flow("o"), flow("m")],
    ],
    shared: nothing,
  },
  {
    because: "what keeps a year is shared by the year",
    leads: [
      [flow("o", summer, 11), flow("n")],
      [flow("o", summer, 11), flow("m")],
    ],
    shared: nothing,
  },
  {
    because: "what keeps two months, on one need; the other pair has nothing to do with it",
    leads: [
      [flow("o", summer, 2), flow("n")],
      [flow("p", flat, 0), flow("n")],
      [flow("q", summer, 0), flow("z")],
    ],
    shared: { arcs: ["o>n", "p>n"], nodes: ["o 2", "n 0", "p 0"] },
  },
] as const)("$because", ({ leads, shared }) => {
  expect(made(leads)).toEqual(shared);
});
