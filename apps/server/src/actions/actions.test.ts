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

let platform: TestPlatform;
let territory: string;
let facilitator: Person;
let lead: string;

beforeAll(async () => {
  platform = await testPlatform();
  territory = await makeTerritory(platform, sawmillAndFarm);
  facilitator = await makePerson(platform, "facilitator", territory);
  lead = (await as("GET", "/leads")).said.leads[0].id;
});
afterAll(() => platform.close());

type Method = "GET" | "POST" | "PATCH" | "DELETE";
const as = async (method: Method, path: string, body?: object) => {
  const answer = await ask(platform.app, facilitator, method, `/territories/${territory}${path}`, body);
  return { status: answer.statusCode, said: answer.json() };
};
const plan = async () => (await as("GET", "/actions")).said;

test("a lead that was not kept asks for nothing yet; kept, its sheets enter the plan once", async () => {
  const { proposals } = (await as("GET", `/leads/${lead}/actions`)).said;
  const keys = proposals.map(({ key }: { key: string }) => key);
  expect(keys.at(-1)).toBe(lead);
  expect((await as("POST", `/leads/${lead}/actions`, { keys })).said.code).toBe("LEAD_NOT_KEPT");

  await as("POST", `/leads/${lead}/decision`, { stage: "to-qualify" });
  const { made, linked } = (await as("POST", `/leads/${lead}/actions`, { keys })).said;
  expect(made).toHaveLength(keys.length);
  expect(linked).toEqual([]);
  const { actions } = await plan();
  expect(actions.map(({ leads }: { leads: string[] }) => leads)).toEqual(made.map(() => [lead]));
  // Nothing is left to propose, and asking again makes nothing twice.
  expect((await as("GET", `/leads/${lead}/actions`)).said).toMatchObject({ proposals: [] });
  await as("POST", `/leads/${lead}/actions`, { keys });
  expect((await plan()).actions).toHaveLength(keys.length);
});

test("a sheet is written, its money sums, and what stands in its way is said", async () => {
  const { id } = (await as("POST", "/actions", { title: "Broyer les palettes" })).said;
  const before = (await plan()).financing;
  const { version } = (
    await as("PATCH", `/actions/${id}`, {
      version: 1,
      fields: {
        starts: "2020-01-01",
        budget: [{ what: "Broyeur", kind: "investment", unit: "eur", year: 2027, planned: 4_800_000, actual: null }],
        funders: [{ name: "OEC", scheme: null, amount: 5_000_000, state: "asked" }],
      },
    })
  ).said;
  const { action, financing, aid } = (await as("GET", `/actions/${id}`)).said;
  expect(financing).toMatchObject({ investment: { planned: 4_800_000 }, ownIfSure: 4_800_000, ownIfHoped: -200_000 });
  expect(action).toMatchObject({ version, standing: "late" });
  expect(action.remarks.map(({ code }: { code: string }) => code)).toEqual([
    "AID_OVER_COST",
    "NO_PILOT",
    "NO_DESCRIPTION",
  ]);
  // Every scheme says why, or why not.
  expect(aid.length).toBeGreaterThan(0);
  expect(aid.every(({ reasons }: { reasons: unknown[] }) => reasons.length > 0)).toBe(true);
  const after = (await plan()).financing;
  expect(after.investment.planned - before.investment.planned).toBe(4_800_000);

  // A negative amount is no amount; a day that is none is no day.
  for (const fields of [
    { budget: [{ what: "x", kind: "investment", unit: "eur", year: 2027, planned: -1, actual: null }] },
    { starts: "bientôt" },
  ])
    expect((await as("PATCH", `/actions/${id}`, { version, fields })).said.code).toBe("NOT_UNDERSTOOD");
});

test("somebody else was quicker: what stands now is shown, nothing is overwritten", async () => {
  const { id } = (await as("POST", "/actions", { title: "Conteneurs" })).said;
  await as("PATCH", `/actions/${id}`, { version: 1, fields: { pilots: ["Livia"] } });
  const late = await as("PATCH", `/actions/${id}`, { version: 1, fields: { pilots: ["Marc"] } });
  expect(late).toMatchObject({ status: 409, said: { code: "CHANGED_MEANWHILE", current: { pilots: ["Livia"] } } });
});

test("many sheets are changed at once, each that cannot be is told; each keeps its history", async () => {
  const ids = [];
  for (const title of ["Une", "Deux"]) ids.push((await as("POST", "/actions", { title })).said.id);
  const { changed, refused } = (
    await as("POST", "/action-changes", {
      actions: [
        { id: ids[0], version: 1 },
        { id: ids[1], version: 9 },
      ],
      fields: { status: "ongoing", pilots: ["Livia"] },
    })
  ).said;
  expect(changed).toEqual([{ id: ids[0], version: 2 }]);
  expect(refused).toMatchObject([{ action: ids[1], code: "CHANGED_MEANWHILE" }]);
  const { changes } = (await as("GET", `/history?object=action&id=${ids[0]}`)).said;
  expect(changes.map(({ action }: { action: string }) => action)).toEqual(["changed", "created"]);
  expect(changes[0]).toMatchObject({ before: { status: "to-discuss", pilots: [] }, after: { status: "ongoing" } });
});

test("a copy takes the plan along and none of what was done, spent, granted or measured; a removed one comes back", async () => {
  const { id } = (
    await as("POST", "/actions", {
      title: "Compost",
      status: "ongoing",
      steps: [{ what: "Peser", owner: "Livia", due: null, done: true }],
      budget: [{ what: "Aire", kind: "investment", unit: "eur", year: 2027, planned: 100_00, actual: 90_00 }],
      funders: [{ name: "OEC", scheme: null, amount: 50_00, state: "paid" }],
      indicators: [{ label: "t", unit: "t", baseline: 0, target: 9, measures: [{ on: "2026-01-01", value: 3 }] }],
    })
  ).said;
  const copy = (await as("POST", `/actions/${id}/duplicate`)).said.id;
  const { action } = (await as("GET", `/actions/${copy}`)).said;
  expect(action).toMatchObject({
    title: "Compost (2)",
    status: "to-discuss",
    steps: [{ what: "Peser", done: false }],
    budget: [{ planned: 100_00, actual: null }],
    funders: [{ state: "to-ask" }],
    indicators: [{ target: 9, measures: [] }],
  });
  await as("DELETE", `/actions/${copy}`);
  expect((await as("GET", `/actions/${copy}`)).status).toBe(404);
  await as("POST", `/actions/${copy}/restore`);
  expect((await as("GET", `/actions/${copy}`)).status).toBe(200);
});

test.each(["docx", "pdf"])("the plan is a document (%s), filtered as on screen", async (format) => {
  const path = `/territories/${territory}/action-plan?format=${format}`;
  const whole = await ask(platform.app, facilitator, "GET", path);
  expect(whole.statusCode).toBe(200);
  expect(whole.rawPayload.subarray(0, 4).toString("latin1")).toBe(format === "pdf" ? "%PDF" : "PK\u0003\u0004");
  expect(whole.headers["content-disposition"]).toContain(`plan-d-actions.${format}`);
  const one = await ask(platform.app, facilitator, "GET", `${path}&q=palettes&lang=en`);
  expect(one.rawPayload.length).toBeLessThan(whole.rawPayload.length);
});
