import {
  classFacts,
  conversionRoutes,
  type FactValue,
  type ResourceClass,
  type Rule,
  rulesThatMayApply,
  synergyKinds,
} from "@simbiosi/domain";
import { loadReference } from "@simbiosi/reference";
import { expect, test } from "vitest";

const reference = loadReference();
const below = (id: string): readonly ResourceClass[] =>
  reference.resources.filter((row) => reference.lineage(row.id).some((above) => above.id === id));
const kin = new Map(reference.resources.map((row) => [row.id, below(row.id)]));

/** A rule that no offer and no need of the taxonomy can meet says nothing to anybody: a class is missing, or a route. */
test("no rule of law is silent: each may speak of some pair of classes", () => {
  let silent: readonly Rule[] = reference.rules;
  const meet = (facts: ReadonlyMap<string, FactValue>): void => {
    const heard = new Set(rulesThatMayApply(silent, facts));
    if (heard.size > 0) silent = silent.filter((rule) => !heard.has(rule));
  };
  for (const context of reference.contexts) {
    for (const row of reference.resources)
      for (const kind of synergyKinds) meet(classFacts(reference, context, kind, row, row, null));
    for (const route of conversionRoutes(reference))
      for (const offer of kin.get(route.from.id) ?? [])
        for (const need of route.tempting ? (kin.get(route.to.id) ?? []) : [route.to]) {
          if (silent.length === 0) break;
          const kind = route.processes.length > 0 ? "transformation" : "substitution";
          meet(classFacts(reference, context, kind, offer, need, route));
        }
  }
  expect(silent.map(({ id }) => id)).toEqual([]);
});
