import { casaperta } from "@simbiosi/fixtures";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstBrokenSeal } from "../changes/audit.ts";
import { asActor } from "../database/as-actor.ts";
import { rematch } from "../leads/rematch.ts";
import {
  ask,
  makeCompany,
  makePerson,
  makeTerritory,
  type Person,
  type TestPlatform,
  testPlatform,
} from "../testing/platform.ts";

let platform: TestPlatform;
let territory: string;
let facilitator: Person;
/** The two companies of one lead that has no third. */
let lead: string;
let offering: Person & { readonly site: string };
let asking: Person & { readonly site: string };

beforeAll(async () => {
  platform = await testPlatform();
  territory = await makeTerritory(platform, casaperta);
  facilitator = await makePerson(platform, "facilitator", territory);
  const rows = await asActor(platform.services.db, { role: "engine", territory }, (tx) =>
    tx.selectFrom("lead").select(["id", "kind", "fr"]).where("territory_id", "=", territory).orderBy("rank").execute(),
  );
  const two = rows.find(
    ({ kind, fr }) =>
      kind !== "mutualisation" &&
      (fr as { lead: { establishments: string[] } }).lead.establishments.filter((id) => !id.startsWith("@")).length ===
        2,
  );
  if (two === undefined) throw new Error("no lead of two companies");
  lead = two.id;
  const sites = (two.fr as { lead: { establishments: string[] } }).lead.establishments;
  const company = async (site = ""): Promise<Person & { readonly site: string }> => ({
    ...(await makeCompany(platform, territory, site, facilitator.account ?? "")),
    site,
  });
  offering = await company(sites[0]);
  asking = await company(sites[1]);
});
afterAll(() => platform.close());

const at = (path: string): string => `/territories/${territory}${path}`;
type Proposal = {
  readonly lead: string;
  readonly others: { readonly level: string; readonly name: string | null };
  readonly seen: { readonly name: string | null } | null;
  readonly may_agree: boolean;
  readonly agreed: { readonly fields: readonly string[] } | null;
};
const proposal = async (who: Person): Promise<Proposal | undefined> => {
  const answer = await ask(platform.app, who, "GET", at("/proposals"));
  return answer.json<{ proposals: Proposal[] }>().proposals.find((one) => one.lead === lead);
};
const agree = (who: Person, fields: readonly string[]) =>
  ask(platform.app, who, "PUT", at(`/proposals/${lead}/agreement`), { fields });

test("names are told once both companies agreed, and taken back with either agreement", async () => {
  expect(await proposal(offering)).toMatchObject({ others: { name: null }, may_agree: true, agreed: null });
  expect((await agree(offering, ["name", "quantity"])).statusCode).toBe(200);
  await rematch(platform.services, territory);
  // One company's yes is not the other's: neither reads a name.
  expect((await proposal(offering))?.others.name).toBeNull();
  expect((await proposal(asking))?.others.name).toBeNull();

  await agree(asking, ["name"]);
  await rematch(platform.services, territory);
  const mine = await proposal(offering);
  const theirs = await proposal(asking);
  expect(mine?.others).toMatchObject({ level: "named", name: expect.any(String) });
  expect(theirs?.seen?.name).toBe(mine?.others.name);
  expect(mine?.agreed?.fields).toEqual(["name", "quantity"]);

  await agree(asking, []);
  await rematch(platform.services, territory);
  expect((await proposal(offering))?.others.name).toBeNull();
  expect((await proposal(asking))?.agreed).toBeNull();
});

test.each([
  { label: "sciure de bois", direction: "out", state: "sure" },
  { label: "qwkz vbrt", direction: "out", state: "unknown" },
])("$label is $state", async ({ label, direction, state }) => {
  const answer = await ask(platform.app, offering, "GET", at(`/label?${new URLSearchParams({ label, direction })}`));
  expect(answer.json()).toMatchObject({ state });
});

test("a flow sent twice by a phone that lost the answer is one flow", async () => {
  const id = "0190aaaa-0000-7000-8000-00000000000a";
  const body = { id, establishment: offering.site, direction: "out", label: "palettes cassées" };
  const first = await ask(platform.app, offering, "POST", at("/flows"), body);
  const again = await ask(platform.app, offering, "POST", at("/flows"), body);
  expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
  expect(again.json()).toEqual({ id, version: 1 });
  // The identifier of somebody else's flow tells nothing of it.
  const foreign = await ask(platform.app, asking, "POST", at("/flows"), { ...body, establishment: asking.site });
  expect(foreign.statusCode).toBe(404);
});

test("obligations are the company's own: a sibling's read as if it were not there", async () => {
  const own = await ask(platform.app, offering, "GET", at(`/establishments/${offering.site}/obligations`));
  expect(own.json<{ obligations: unknown[] }>().obligations.length).toBeGreaterThan(0);
  const other = await ask(platform.app, offering, "GET", at(`/establishments/${asking.site}/obligations`));
  expect(other.statusCode).toBe(404);
});

test("a company takes its data out, then has itself forgotten; the trail keeps its seals", async () => {
  const note = { establishment: offering.site, kind: "visit", on_day: "2026-11-30", notes: "a talk" };
  expect((await ask(platform.app, facilitator, "POST", at("/visits"), note)).statusCode).toBe(201);
  const out = await ask(platform.app, offering, "GET", at("/my-data"));
  const told = out.json<{ inventory: { establishments: unknown[] }; encounters: unknown[]; history: unknown[] }>();
  expect(told.inventory.establishments).toHaveLength(1);
  expect(told.encounters).toEqual([{ kind: "visit", on_day: "2026-11-30" }]);
  expect(told.history.length).toBeGreaterThan(0);
  const book = await ask(platform.app, offering, "GET", at("/my-data?format=xlsx"));
  expect(book.rawPayload.subarray(0, 2).toString()).toBe("PK");

  expect((await ask(platform.app, offering, "POST", at("/my-data/erasure"), { confirm: "oui" })).statusCode).toBe(400);
  const erased = await ask(platform.app, offering, "POST", at("/my-data/erasure"), { confirm: "EFFACER" });
  expect(erased.json()).toMatchObject({ elsewhere: false, flows: expect.any(Number), entries: expect.any(Number) });
  expect((await ask(platform.app, offering, "GET", at("/flows"))).statusCode).not.toBe(200);
  await rematch(platform.services, territory);

  const { rows } = await platform.database.owner.query(
    `select (select count(*)::int from flow where establishment_id = $1) as flows,
            (select count(*)::int from change where establishment_id = $1) as changes,
            (select count(*)::int from encounter where establishment_id = $1) as encounters,
            (select count(*)::int from lead_glimpse where establishment_id = $1) as glimpses,
            (select count(*)::int from audit_content where content::text like '%' || $1 || '%') as entries`,
    [offering.site],
  );
  expect(rows).toEqual([{ flows: 0, changes: 0, encounters: 0, glimpses: 0, entries: 0 }]);
  expect(
    await asActor(platform.services.db, { role: "engine", territory }, (tx) => firstBrokenSeal(tx, territory)),
  ).toBeNull();
  const list = await ask(platform.app, facilitator, "GET", at("/establishments"));
  expect(list.body).not.toContain(offering.site);
});
