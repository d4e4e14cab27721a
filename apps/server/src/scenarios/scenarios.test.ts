import { casaperta } from "@simbiosi/fixtures";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workInsight } from "../insight/work-insight.ts";
import { ask, makePerson, makeTerritory, type Person, type TestPlatform, testPlatform } from "../testing/platform.ts";
import { workScenario } from "./work-scenario.ts";

let platform: TestPlatform;
let territory: string;
let facilitator: Person;
beforeAll(async () => {
  platform = await testPlatform();
  territory = await makeTerritory(platform, casaperta);
  await workInsight(platform.services, territory);
  facilitator = await makePerson(platform, "facilitator", territory);
}, 300_000);
afterAll(() => platform.close());

const wish = { objective: "gain", budget: 50_000 as number | null, excluded: [] as string[], required: [] as string[] };
type Listed = {
  readonly id: string;
  readonly status: string;
  readonly answer: {
    readonly objective: number;
    readonly bound: number;
    readonly gap: number;
    readonly investment: number;
    readonly leads: readonly { readonly id: string }[];
  } | null;
};

async function create(name: string, of = wish): Promise<string> {
  const answer = await ask(platform.app, facilitator, "POST", `/territories/${territory}/scenarios`, {
    name,
    wish: of,
  });
  expect(answer.statusCode).toBe(202);
  return answer.json<{ id: string }>().id;
}
async function read(id: string): Promise<Listed> {
  const answer = await ask(platform.app, facilitator, "GET", `/territories/${territory}/scenarios`);
  const found = answer.json<{ scenarios: Listed[] }>().scenarios.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no scenario ${id}: ${answer.body}`);
  return found;
}

test("a plan keeps to its budget, with a bound that its gap tells; excluded stay out, required come in", {
  timeout: 300_000,
}, async () => {
  const id = await create("50 000");
  await workScenario(platform.services, { territory, scenario: id });
  const { status, answer } = await read(id);
  expect(status).toBe("done");
  if (answer === null) throw new Error("no answer");
  expect(answer.leads.length).toBeGreaterThan(0);
  expect(answer.investment).toBeLessThanOrEqual(50_000 + 1);
  expect(answer.bound).toBeGreaterThanOrEqual(answer.objective - 1e-6);
  expect(answer.gap).toBeCloseTo((answer.bound - answer.objective) / Math.max(1, Math.abs(answer.objective)), 6);

  const [first] = answer.leads;
  const all = await ask(platform.app, facilitator, "GET", `/territories/${territory}/leads`);
  const kept = new Set(answer.leads.map((lead) => lead.id));
  const left = all
    .json<{
      leads: {
        id: string;
        kind: string;
        gain_eur_per_year: { value: number | null };
        investment_eur: { value: number | null };
      }[];
    }>()
    .leads.find(
      (lead) => !kept.has(lead.id) && lead.kind !== "mutualisation" && (lead.gain_eur_per_year.value ?? 0) > 0,
    );
  const other = await create("autre", {
    ...wish,
    budget: null,
    excluded: [first?.id ?? ""],
    required: left === undefined ? [] : [left.id],
  });
  await workScenario(platform.services, { territory, scenario: other });
  const second = await read(other);
  const ids = second.answer?.leads.map((lead) => lead.id) ?? [];
  expect(ids).not.toContain(first?.id);
  expect(left).toBeDefined();
  expect(ids).toContain(left?.id);
});

test("asked to stop, the search ends at once and writes no plan", { timeout: 120_000 }, async () => {
  const id = await create("à arrêter");
  const work = workScenario(platform.services, { territory, scenario: id });
  const stopped = await ask(platform.app, facilitator, "POST", `/territories/${territory}/scenarios/${id}/stop`, {});
  expect(stopped.statusCode).toBe(200);
  await work;
  expect(await read(id)).toMatchObject({ status: "stopped", answer: null });
});

test("a lead of the territory reads totals and counts, and no flow, label or name of a company in them", async () => {
  const lead = await makePerson(platform, "lead", territory);
  const answer = await ask(platform.app, lead, "GET", `/territories/${territory}/totals`);
  expect(answer.statusCode).toBe(200);
  expect(answer.json<{ totals: { tables: unknown[] } }>().totals.tables.length).toBeGreaterThan(0);
  const secrets = [
    ...casaperta.establishments.map(({ name }) => name),
    ...casaperta.flows.map(({ label }) => label).filter((label) => label.length > 14),
  ];
  expect(secrets.filter((words) => answer.body.includes(words))).toEqual([]);
  for (const path of ["insight", "scenarios", "leads", "flows", "week", "export"])
    expect((await ask(platform.app, lead, "GET", `/territories/${territory}/${path}`)).statusCode).toBe(403);
});
