import type { z } from "zod";
import { type Network, NetworkArcSchema, NetworkNodeSchema, NetworkSchema } from "../formats/network.ts";
import { fail, ok, type Problem, problem, type Result } from "../problems/result.ts";
import { expectations, networkProblems } from "./network-problems.ts";

type Code = keyof typeof networkProblems;

const refuse = (code: Code, values: Record<string, string | number> = {}): Problem =>
  problem(code, networkProblems[code], values);

// Beyond these sizes the solver's fixed tolerances mean nothing, and it drops coefficients below 1e-9 without a word.
const largest = 1e15;
const yields = { low: 1e-6, high: 1e6 };

/**
 * Reads a NETWORK document (`simbiosi-network/1`): shape, then what one field alone cannot tell.
 *
 * @param json any value, typically the result of `JSON.parse`
 * @returns the network with every default filled in, or the first problem met, in the order of the document
 * Fails with NETWORK_FORMAT, NETWORK_SHAPE, NETWORK_NUMBER_RANGE, NETWORK_DUPLICATE_NODE, NETWORK_DUPLICATE_ARC,
 * NETWORK_CALENDAR, NETWORK_UNKNOWN_NODE, NETWORK_LOOP, NETWORK_SINGLE_SOURCE_WITHOUT_DEMAND, NETWORK_UNKNOWN_DOSE,
 * NETWORK_RUNS.
 */
export function parseNetwork(json: unknown): Result<Network> {
  const read = NetworkSchema.safeParse(json);
  if (!read.success) return fail(shapeProblem(json, read.error.issues));
  const found = numberProblem(read.data) ?? nodeProblem(read.data) ?? arcProblem(read.data);
  return found === undefined ? ok(read.data) : fail(found);
}

/**
 * Keys of a NETWORK document that its format has not, as a reader of JSON would write them: nothing reads them, and
 * `"unitcost": 4` would make an arc free without a word.
 */
export function unknownNetworkKeys(json: unknown): readonly string[] {
  const found: string[] = [];
  const look = (value: unknown, known: object, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value))
      if (!Object.hasOwn(known, key)) found.push(path === "" ? key : `${path}.${key}`);
  };
  const each = (list: unknown, known: object, name: string): void => {
    if (Array.isArray(list)) for (const [i, one] of list.entries()) look(one, known, `${name}[${i}]`);
  };
  look(json, NetworkSchema.shape, "");
  each(valueAt(json, ["nodes"]), NetworkNodeSchema.shape, "nodes");
  each(valueAt(json, ["arcs"]), NetworkArcSchema.shape, "arcs");
  return found;
}

function shapeProblem(json: unknown, issues: readonly z.core.$ZodIssue[]): Problem {
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  if (!isObject || issues.some(({ path }) => path[0] === "format")) return refuse("NETWORK_FORMAT");
  const [first] = issues;
  if (first === undefined) return refuse("NETWORK_FORMAT");
  const expected = expectations[expectation(first, json)];
  return refuse("NETWORK_SHAPE", {
    where: where(first.path),
    expectedFr: expected.fr,
    expectedEn: expected.en,
    others: issues.length - 1,
  });
}

/** `nodes[3].supply`, as a reader of JSON would write it. */
const where = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((done, key) => {
    if (typeof key === "number") return `${done}[${key}]`;
    return done === "" ? String(key) : `${done}.${String(key)}`;
  }, "");

function expectation(issue: z.core.$ZodIssue, json: unknown): keyof typeof expectations {
  if (issue.code === "too_small")
    return issue.origin !== "number" ? "text" : issue.inclusive === false ? "above" : "positive";
  if (issue.code === "invalid_value") return "choice";
  if (issue.code !== "invalid_type") return "other";
  if (valueAt(json, issue.path) === undefined) return "missing";
  if (issue.expected === "number") return "number";
  if (issue.expected === "string") return "text";
  if (issue.expected === "array") return "list";
  if (issue.expected === "boolean") return "flag";
  return issue.expected === "object" ? "object" : "other";
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function numberProblem(network: Network): Problem | undefined {
  const wide = (at: string, value: number | null | undefined): Problem | undefined =>
    value === null || value === undefined || Math.abs(value) <= largest
      ? undefined
      : refuse("NETWORK_NUMBER_RANGE", { where: at, value, low: -largest, high: largest });
  let found = wide("budget", network.budget);
  for (const [name, value] of Object.entries(network.floors ?? {})) found ??= wide(`floors.${name}`, value);
  for (const [i, node] of network.nodes.entries()) {
    const at = `nodes[${i}]`;
    found ??= wide(`${at}.supply`, node.supply) ?? wide(`${at}.unused_cost`, node.unused_cost);
    found ??= wide(`${at}.demand`, node.demand) ?? wide(`${at}.unmet_cost`, node.unmet_cost);
    found ??= wide(`${at}.facility.fixed_cost`, node.facility?.fixed_cost);
    found ??= wide(`${at}.facility.capacity`, node.facility?.capacity);
    found ??= wide(`${at}.facility.investment`, node.facility?.investment);
    for (const [name, value] of Object.entries(node.doses ?? {})) found ??= wide(`${at}.doses.${name}`, value);
    for (const [name, value] of Object.entries(node.facility?.measures ?? {}))
      found ??= wide(`${at}.facility.measures.${name}`, value);
  }
  for (const [i, arc] of network.arcs.entries()) {
    const at = `arcs[${i}]`;
    found ??= wide(`${at}.unit_cost`, arc.unit_cost) ?? wide(`${at}.fixed_cost`, arc.fixed_cost);
    found ??= wide(`${at}.capacity`, arc.capacity) ?? wide(`${at}.min_lot`, arc.min_lot);
    found ??= wide(`${at}.investment`, arc.investment);
    for (const [name, { per_unit, once }] of Object.entries(arc.measures ?? {}))
      found ??= wide(`${at}.measures.${name}`, per_unit) ?? wide(`${at}.measures.${name}`, once);
    if (arc.yield < yields.low || arc.yield > yields.high) {
      found ??= refuse("NETWORK_NUMBER_RANGE", { where: `${at}.yield`, value: arc.yield, ...yields });
    }
  }
  return found;
}

function nodeProblem({ nodes }: Network): Problem | undefined {
  const seen = new Set<string>();
  const first = nodes.find(({ calendar }) => calendar !== undefined)?.calendar?.length;
  for (const { id, calendar } of nodes) {
    if (calendar !== undefined && first !== undefined && calendar.length !== first)
      return refuse("NETWORK_CALENDAR", { id, periods: calendar.length, others: first });
    if (seen.has(id)) return refuse("NETWORK_DUPLICATE_NODE", { id });
    seen.add(id);
  }
  return undefined;
}

function arcProblem({ nodes, arcs }: Network): Problem | undefined {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const ends = new Set(arcs.flatMap(({ from, to }) => [from, to]));
  const standsAlone = (id: string): boolean => {
    const node = byId.get(id);
    return node?.facility != null && node.supply == null && node.demand == null && !ends.has(id);
  };
  for (const { id, from, to, single_source, doses = [], runs = [] } of arcs) {
    if (seen.has(id)) return refuse("NETWORK_DUPLICATE_ARC", { id });
    seen.add(id);
    const target = byId.get(to);
    if (!byId.has(from)) return refuse("NETWORK_UNKNOWN_NODE", { id, node: from });
    if (target === undefined) return refuse("NETWORK_UNKNOWN_NODE", { id, node: to });
    if (from === to) return refuse("NETWORK_LOOP", { id, node: from });
    if (single_source && target.demand == null) {
      return refuse("NETWORK_SINGLE_SOURCE_WITHOUT_DEMAND", { id, node: to });
    }
    const dose = doses.find((name) => target.doses?.[name] === undefined);
    if (dose !== undefined) return refuse("NETWORK_UNKNOWN_DOSE", { id, dose, node: to });
    const stray = runs.find((node) => !standsAlone(node));
    if (stray !== undefined) return refuse("NETWORK_RUNS", { id, node: stray });
  }
  return undefined;
}
