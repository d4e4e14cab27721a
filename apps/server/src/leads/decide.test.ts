import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ask,
  makePerson,
  makeTerritory,
  type Person,
  sawmillAndFarm,
  type TestPlatform,
  testPlatform,
} from "../testing/platform.ts";
import { rematch } from "./rematch.ts";

let platform: TestPlatform;
let territory: string;
let facilitator: Person;
let colleague: Person;
beforeAll(async () => {
  platform = await testPlatform();
  territory = await makeTerritory(platform, sawmillAndFarm);
  facilitator = await makePerson(platform, "facilitator", territory);
  colleague = await makePerson(platform, "adviser", territory);
});
afterAll(() => platform.close());

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
const as = async (person: Person, method: Method, path: string, body?: object) => {
  const answer = await ask(platform.app, person, method, `/territories/${territory}${path}`, body);
  return { status: answer.statusCode, said: answer.json() };
};
const firstLead = async (): Promise<string> => (await as(facilitator, "GET", "/leads")).said.leads[0].id;
const decisionOf = async (lead: string) =>
  (await as(facilitator, "GET", "/leads")).said.leads.find((one: { id: string }) => one.id === lead)?.decision;

test("a lead set aside by mistake comes back as if nothing had been decided, and both stay in its history", async () => {
  const lead = await firstLead();
  const aside = await as(facilitator, "POST", "/decisions", {
    leads: [{ lead }],
    stage: "abandoned",
    reason_code: "too-far",
    reason: "La route est coupée",
  });
  expect(aside.said).toEqual({ decided: [{ lead, version: 1 }], refused: [] });
  expect(await decisionOf(lead)).toMatchObject({ stage: "abandoned", reason: "La route est coupée" });

  // Only whoever decided may take it back, and only what stands.
  const foreign = await as(colleague, "POST", "/decisions/undo", { leads: [{ lead, version: 1 }] });
  expect(foreign.said).toMatchObject({ undone: [], refused: [{ code: "UNDO_TOO_LATE" }] });
  const old = await as(facilitator, "POST", "/decisions/undo", { leads: [{ lead, version: 7 }] });
  expect(old.said).toMatchObject({ undone: [], refused: [{ code: "CHANGED_MEANWHILE" }] });

  expect((await as(facilitator, "POST", "/decisions/undo", { leads: [{ lead, version: 1 }] })).said).toEqual({
    undone: [lead],
    refused: [],
  });
  expect(await decisionOf(lead)).toBeNull();
  const { events } = (await as(facilitator, "GET", `/leads/${lead}`)).said;
  expect(events.map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([
    ["detected", "abandoned"],
    ["abandoned", "detected"],
  ]);
});

test.each([
  { says: "a stop without a reason", body: { stage: "abandoned" }, code: "REASON_NEEDED" },
  {
    says: "another reason without words",
    body: { stage: "abandoned", reason_code: "other" },
    code: "REASON_WORDS_NEEDED",
  },
  { says: "a jump over the order of the stages", body: { stage: "operational" }, code: "MOVE_NOT_ALLOWED" },
])("of several leads, $says is refused one by one and told", async ({ body, code }) => {
  const lead = await firstLead();
  const answer = await as(facilitator, "POST", "/decisions", {
    leads: [{ lead }, { lead: "sub-000000000000" }],
    ...body,
  });
  expect(answer.status).toBe(200);
  expect(answer.said.decided).toEqual([]);
  expect(answer.said.refused.map((one: { code: string }) => one.code)).toEqual([code, "NOT_FOUND"]);
});

test("a next step is changed on hold without losing why it is on hold, and the funnel says how far leads came", async () => {
  const lead = await firstLead();
  const decide = (body: object) => as(facilitator, "POST", `/leads/${lead}/decision`, body);
  let { said } = await decide({ stage: "to-qualify", reason: "Les deux se connaissent" });
  expect(said).toMatchObject({ stage: "to-qualify", reason: "Les deux se connaissent" });
  said = (await decide({ stage: "under-study", version: said.version })).said;
  said = (await decide({ stage: "on-hold", version: said.version, reason_code: "season" })).said;
  said = (await decide({ stage: "on-hold", version: said.version, next_step: "Rappeler", next_on: "2027-01-15" })).said;
  expect(said).toMatchObject({ stage: "on-hold", reason_code: "season", next_step: "Rappeler" });

  const { cards, funnel } = (await as(facilitator, "GET", "/portfolio")).said;
  expect(cards).toMatchObject([{ id: lead, decision: { stage: "on-hold" }, lead: { id: lead } }]);
  expect(
    funnel.filter((step: { reached: number }) => step.reached > 0).map((step: { stage: string }) => step.stage),
  ).toEqual(["to-qualify", "in-discussion", "under-study"]);
  const { steps } = (await as(facilitator, "GET", `/leads/${lead}`)).said;
  expect(steps).toMatchObject([{ next_step: "Rappeler", next_on: "2027-01-15" }]);
});

test("after an edit the run says what it changed and names the flow that was touched", async () => {
  expect((await as(facilitator, "GET", "/run")).said).toMatchObject({
    matching: false,
    run: { changes: { found: [] } },
  });
  const { flows } = (await as(facilitator, "GET", "/flows")).said;
  const dust = flows.find(({ label }: { label: string }) => label === "sciure");
  await as(facilitator, "PATCH", `/flows/${dust.id}`, { version: dust.version, fields: { quantity: 4 } });
  // Edited, and not looked at yet.
  expect((await as(facilitator, "GET", "/run")).said.matching).toBe(true);
  await rematch(platform.services, territory);
  const { matching, run } = (await as(facilitator, "GET", "/run")).said;
  expect(matching).toBe(false);
  expect(run.changes.counts.moved + run.changes.counts.gone).toBeGreaterThan(0);
  const [told] = [...run.changes.moved, ...run.changes.gone];
  expect(told.why).toEqual([{ id: dust.id, object: "flow", name: "sciure", company: "Scierie" }]);
});

test("two runs at once write one after the other", async () => {
  await Promise.all([rematch(platform.services, territory), rematch(platform.services, territory)]);
  expect((await as(facilitator, "GET", "/run")).said.matching).toBe(false);
});

test("a decided lead that is no longer found stays in the portfolio", async () => {
  const { flows } = (await as(facilitator, "GET", "/flows")).said;
  const litter = flows.find(({ direction }: { direction: string }) => direction === "in");
  await as(facilitator, "DELETE", `/flows/${litter.id}`);
  await rematch(platform.services, territory);
  const { cards } = (await as(facilitator, "GET", "/portfolio")).said;
  expect(cards).toMatchObject([{ decision: { stage: "on-hold" }, lead: null }]);
  expect(cards[0].title).not.toBe("");
});
