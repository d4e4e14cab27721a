import {
  assessedFacts,
  auditReference,
  computedFacts,
  declarableScopes,
  factorBetween,
  factsAsked,
  fold,
  quantityUnit,
  rateUnit,
  siteFacts,
} from "@simbiosi/domain";
import { describe, expect, test } from "vitest";
import { loadReference } from "./load-tables.ts";

const reference = loadReference();
const classes = new Set(reference.resources.map(({ id }) => id));

/** Every { source } anywhere in a row, at any depth. */
function sourcesIn(row: unknown): readonly string[] {
  if (Array.isArray(row)) return row.flatMap(sourcesIn);
  if (typeof row !== "object" || row === null) return [];
  return Object.entries(row).flatMap(([key, value]) =>
    key === "source" && typeof value === "string" ? [value] : sourcesIn(value),
  );
}

const tables = {
  resources: reference.resources,
  conversions: reference.conversions,
  processes: reference.processes,
  pools: reference.pools,
  factors: reference.factors,
  parameters: reference.parameters,
  values: reference.values,
  aid: reference.aid,
  contexts: reference.contexts,
  rules: reference.rules,
  barriers: reference.barriers,
  obligations: reference.obligations,
  reductions: reference.reductions,
  stakes: reference.stakes,
  carriers: reference.carriers,
  roadNodes: reference.roadNodes,
  roadLinks: reference.roadLinks,
  sectors: reference.sectors,
};

describe("every row of reference names its source", () => {
  test.each(Object.entries(tables))("%s", (_name, rows) => {
    for (const row of rows) {
      const named = sourcesIn(row);
      expect(named.length, `${row.id} names no source`).toBeGreaterThan(0);
      for (const source of named)
        expect(reference.sourceById.has(source), `${row.id}: source ${source} does not exist`).toBe(true);
    }
  });
});

test.each([...Object.entries(tables), ["sources", reference.sources] as const, ["facts", reference.facts] as const])(
  "ids of %s are unique",
  (_name, rows) => {
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  },
);

describe("rows that name each other exist", () => {
  test("a class has a parent of its own family, up to the root", () => {
    for (const row of reference.resources) {
      if (row.parent === null) continue;
      expect(classes.has(row.parent), `${row.id}: parent ${row.parent}`).toBe(true);
      expect(reference.resourceById.get(row.parent)?.family, row.id).toBe(row.family);
    }
  });
  test("a conversion joins two classes, in their own units, through a process that exists", () => {
    for (const row of reference.conversions) {
      const [from, to] = [reference.resourceById.get(row.from), reference.resourceById.get(row.to)];
      expect([row.id, from?.id, to?.id]).toEqual([row.id, row.from, row.to]);
      expect(row.ratio.unit, row.id).toBe(`${to?.unit}/${from?.unit}`);
      if (row.process !== null)
        expect(reference.processById.has(row.process), `${row.id}: process ${row.process}`).toBe(true);
      expect(row.id, "a conversion to itself is none").not.toBe(row.from === row.to ? row.id : "");
    }
  });
  test("a process costs per unit of something", () => {
    for (const row of reference.processes) {
      expect(row.cost.unit, row.id).toMatch(/^EUR\//);
      expect(row.investment.unit, row.id).toBe("EUR");
      if (row.equipment !== null) expect(classes.has(row.equipment), row.id).toBe(true);
      if (row.feedstock !== null) expect(classes.has(row.feedstock), row.id).toBe(true);
      expect(row.minimum?.low, `${row.id}: the least lot for which one is built`).toBeGreaterThan(0);
    }
  });
  test("the least lot of a process is counted like what goes in", () => {
    for (const { id, from, process } of reference.conversions) {
      const resource = reference.resourceById.get(from);
      const minimum = reference.processById.get(process ?? "")?.minimum;
      if (resource === undefined || minimum == null) continue;
      expect(minimum.unit, `${id} through ${process}`).toBe(quantityUnit(resource));
    }
  });
  test("a pool gathers needs of classes that are counted alike, with a threshold in their unit", () => {
    for (const row of reference.pools)
      for (const id of row.needs) {
        const need = reference.resourceById.get(id);
        expect(need, `${row.id}: ${id}`).toBeDefined();
        if (need !== undefined)
          expect(factorBetween(row.threshold.unit, quantityUnit(need)), `${row.id}: ${id}`).toBe(1);
      }
  });
  test("a pool looks to rules of law, hosts and a larger form that exist", () => {
    const rules = new Set(reference.rules.map(({ id }) => id));
    const kinds = new Map(reference.pools.map((row) => [row.id, row]));
    for (const row of reference.pools) {
      for (const id of row.law) expect(rules.has(id), `${row.id}: law ${id}`).toBe(true);
      for (const id of row.hosts) expect(classes.has(id), `${row.id}: host ${id}`).toBe(true);
      if (row.after !== null) expect(kinds.get(row.after)?.theme, row.id).toBe(row.theme);
    }
  });
  test("an owner's capacity replaces a common purchase, never what each member pays by its size", () => {
    for (const row of reference.pools)
      if (row.hosts.length > 0) expect([row.capacity_investment, row.line_investment], row.id).toEqual([null, null]);
  });
  test("a factor speaks of a class that exists, in the unit that assessment asks for", () => {
    const over = {
      "removal-cost": "EUR",
      "purchase-price": "EUR",
      "outlet-co2e": "tCO2e",
      "supply-co2e": "tCO2e",
    } as const;
    for (const row of reference.factors) {
      if (row.resource !== null) expect(classes.has(row.resource), `${row.id}: ${row.resource}`).toBe(true);
      if (row.context !== null)
        expect(
          reference.contexts.some(({ id }) => id === row.context),
          row.id,
        ).toBe(true);
      const resource = row.resource === null ? undefined : reference.resourceById.get(row.resource);
      if (row.quantity in over && resource !== undefined)
        expect(
          factorBetween(row.number.unit, rateUnit(resource, over[row.quantity as keyof typeof over])),
          `${row.id}: ${row.number.unit} for ${resource.unit}`,
        ).toBeDefined();
    }
  });
});

test("the stakes are those of the call: five of a company, six of a territory", () => {
  const of = (level: string) => reference.stakes.filter((row) => row.level === level).length;
  expect([of("company"), of("territory")]).toEqual([5, 6]);
});

test("a reduction speaks of a class that exists, in its unit", () => {
  for (const row of reference.reductions) {
    const target = reference.resourceById.get(row.target);
    expect(target, row.id).toBeDefined();
    if (target === undefined) continue;
    expect(row.saving.unit, row.id).toBe("%");
    expect(row.investment.unit, row.id).toBe("EUR");
    if (row.material !== null) expect(classes.has(row.material), row.id).toBe(true);
    if (row.lost_value !== null) expect(row.lost_value.unit, row.id).toBe(rateUnit(target, "EUR"));
    if (row.direction === "in") expect([row.lost_value, row.material], row.id).toEqual([null, null]);
    if (row.minimum !== null) expect(row.minimum.unit, row.id).toBe(`${target.unit}/yr`);
  }
});

test("no name or synonym leads to two classes", () => {
  const owner = new Map<string, string>();
  const shared: string[] = [];
  for (const row of reference.resources)
    for (const name of new Set([row.name.fr, row.name.en, ...row.synonyms.fr, ...row.synonyms.en].map(fold))) {
      const other = owner.get(name);
      if (other !== undefined && other !== row.id) shared.push(`${name}: ${other} and ${row.id}`);
      owner.set(name, row.id);
    }
  expect(shared).toEqual([]);
});

describe("facts that rules ask", () => {
  const questions = new Set(reference.facts.map(({ id }) => id));
  const asked = new Set(
    [
      ...reference.rules.flatMap(({ applies, test: tested }) => [applies, tested]),
      ...reference.barriers.map(({ applies }) => applies),
      ...reference.obligations.map(({ applies }) => applies),
    ].flatMap(factsAsked),
  );
  test("are worked out from the inventory, or a company can answer them", () => {
    const known = new Set([
      ...computedFacts,
      ...assessedFacts,
      ...siteFacts,
      ...[...questions].filter((id) => id.startsWith("site.")),
      "context.id",
      ...reference.contexts.flatMap(({ facts }) => Object.keys(facts).map((name) => `context.${name}`)),
      ...[...questions].filter((id) => declarableScopes.some((scope) => id.startsWith(`${scope}.`))),
    ]);
    expect([...asked].filter((fact) => !known.has(fact))).toEqual([]);
  });
  test("and no question is put that no rule needs", () => {
    expect([...questions].filter((id) => !asked.has(id))).toEqual([]);
  });
});

test("no row leads nowhere, and none is left that nothing uses", () => {
  expect(auditReference(reference, "2026-11-24")).toMatchObject({ broken: [], lonelyClasses: [], unusedSources: [] });
});

describe("a rule that may forbid", () => {
  const forbids = reference.rules.filter(({ outcome }) => Object.values(outcome).includes("forbidden"));
  test.each(forbids.map((rule) => ({ id: rule.id, rule })))(
    "$id rests on a text, and says what to do instead",
    ({ rule }) => {
      expect(rule.confidence).not.toBe("low");
      expect(reference.sourceById.get(rule.source)?.kind).not.toBe("team-estimate");
      expect(rule.basis).toMatch(
        /article|annexe|rubrique|arrêté|décret|norme|règlement|seuils|lignes directrices|code/i,
      );
      expect(rule.next_step.fr.length).toBeGreaterThan(10);
      expect(rule.next_step.en.length).toBeGreaterThan(10);
    },
  );
});

test("what we are not sure of says so where the law is cited", () => {
  const unsure = [...reference.rules, ...reference.obligations].filter(({ confidence }) => confidence === "low");
  expect(unsure.filter(({ basis }) => !/vérifier|confirmer|projet|non vus/i.test(basis)).map(({ id }) => id)).toEqual(
    [],
  );
});
