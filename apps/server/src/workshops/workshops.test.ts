import { afterAll, beforeAll, expect, test } from "vitest";
import { rematch } from "../leads/rematch.ts";
import {
  ask,
  inventory,
  makePerson,
  makeTerritory,
  type Person,
  type TestPlatform,
  testPlatform,
} from "../testing/platform.ts";

let platform: TestPlatform;
let territory: string;
let facilitator: Person;
beforeAll(async () => {
  platform = await testPlatform();
  territory = await makeTerritory(
    platform,
    inventory({
      name: "Golfe",
      establishments: [
        { id: "saw", name: "Scierie du Fium'Orbu", naf: "16.10A", staff: 12, lon: 9.4, lat: 42.5 },
        { id: "farm", name: "Ferme", naf: "01.50Z", staff: 3, lon: 9.41, lat: 42.51 },
      ],
      flows: [
        {
          id: "litter",
          establishment: "farm",
          direction: "in",
          label: "litière animale",
          quantity: 60,
          unit: "t",
          period: "year",
        },
      ],
    }),
  );
  facilitator = await makePerson(platform, "facilitator", territory);
});
afterAll(() => platform.close());

const as = async (method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: object) => {
  const answer = await ask(platform.app, facilitator, method, `/territories/${territory}${path}`, body);
  return { status: answer.statusCode, said: answer.json() };
};

test("a card is a flow of its company at once, opens leads, is voted for and followed up", async () => {
  const { id } = (await as("POST", "/workshops", { name: "Petit-déjeuner", on: "2026-11-30" })).said;
  const before = (await as("GET", "/establishments")).said.establishments.length;

  // However the name is typed, it is the same company; one that nobody knows joins the territory.
  const known = await as("POST", `/workshops/${id}/cards`, {
    direction: "out",
    label: "sciure",
    company: "SCIERIE du fium'orbu",
    quantity: 40,
    unit: "t",
  });
  expect(known.status).toBe(201);
  await as("POST", `/workshops/${id}/cards`, { direction: "in", label: "palettes", company: "Invitée SARL" });
  const nobody = await as("POST", `/workshops/${id}/cards`, { direction: "in", label: "palettes" });
  expect(nobody).toMatchObject({ status: 422, said: { code: "COMPANY_NEEDED" } });
  expect((await as("GET", "/establishments")).said.establishments).toHaveLength(before + 1);
  expect((await as("GET", `/workshops/${id}`)).said.cards.map(({ seen }: { seen: boolean }) => seen)).toEqual([
    false,
    false,
  ]);

  await rematch(platform.services, territory);
  const { cards, leads, workshop } = (await as("GET", `/workshops/${id}`)).said;
  expect(workshop.participants).toHaveLength(2);
  expect(cards).toMatchObject([
    { label: "sciure", quantity: 40, seen: true, without: null },
    { label: "palettes", company: "Invitée SARL", leads: 0, seen: true },
  ]);
  expect(cards[0].leads).toBeGreaterThan(0);
  const [lead] = leads;
  expect(lead.cards).toEqual([cards[0].id]);
  expect(lead.follow_up).toBeNull();

  for (const vote of [1, 1, -1, 1]) await as("PUT", `/workshops/${id}/picks/${lead.id}`, { vote });
  const kept = await as("PUT", `/workshops/${id}/picks/${lead.id}`, { shortlisted: true });
  expect(kept.said).toEqual({ votes: 2, shortlisted: true });
  const [followed] = (await as("GET", `/workshops/${id}`)).said.leads;
  expect(followed.follow_up.on > "2026-11-30").toBe(true);

  // A card taken away takes its flow with it; brought back, both are there.
  const flowCount = async () => (await as("GET", "/flows")).said.flows.length;
  const all = await flowCount();
  await as("DELETE", `/workshops/${id}/cards/${cards[0].id}`);
  expect(await flowCount()).toBe(all - 1);
  await as("POST", `/workshops/${id}/cards/${cards[0].id}/restore`);
  expect(await flowCount()).toBe(all);
});
