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

  const others = await sayAndFile();
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
  // What was said and filed of it, by table; what has nothing to do with it stays.
  expect(await left()).toEqual({
    comments: ["of the other one"],
    attachments: [],
    cards: 0,
    around: [[asking.site]],
    documents: 0,
    imports: [
      { file_name: "applied-with.csv", has_file: false, effects: 1 },
      { file_name: "applied-without.csv", has_file: true, effects: 1 },
      { file_name: "previewed.csv", has_file: false, effects: 0 },
    ],
  });
  const again = await ask(platform.app, facilitator, "POST", at(`/imports/${others.previewed}/apply`));
  expect(again.json<{ code: string }>().code).toBe("IMPORT_FORGOTTEN");
  expect(
    await asActor(platform.services.db, { role: "engine", territory }, (tx) => firstBrokenSeal(tx, territory)),
  ).toBeNull();
  const list = await ask(platform.app, facilitator, "GET", at("/establishments"));
  expect(list.body).not.toContain(offering.site);
});

/** A message, a file, a workshop, a document and three imports, some of which have to do with the company that leaves. */
async function sayAndFile(): Promise<{ readonly previewed: string }> {
  const owner = platform.database.owner;
  const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
  const message = { object: "establishment", object_id: offering.site, body: "of the one that leaves" };
  expect((await ask(platform.app, facilitator, "POST", at("/comments"), message)).statusCode).toBe(201);
  const kept = { object: "establishment", object_id: asking.site, body: "of the other one" };
  expect((await ask(platform.app, facilitator, "POST", at("/comments"), kept)).statusCode).toBe(201);
  await owner.query(
    "insert into attachment (territory_id, id, object, object_id, at, name, media_type, size, bytes) values ($1, $2, 'establishment', $3, now(), 'a.pdf', 'application/pdf', 1, '\\x00')",
    [territory, id(1), offering.site],
  );
  await owner.query(
    "insert into workshop (territory_id, id, name, on_day, participants, created_at) values ($1, $2, 'Café', '2026-11-30', $3, now())",
    [territory, id(2), [offering.site, asking.site]],
  );
  await owner.query(
    "insert into workshop_card (territory_id, id, workshop_id, flow_id, at) select $1, $2, $3, id, now() from flow where establishment_id = $4 limit 1",
    [territory, id(3), id(2), offering.site],
  );
  await owner.query(
    "insert into document (territory_id, id, at, audience, lang, status) values ($1, $2, now(), 'facilitator', 'fr', 'done')",
    [territory, id(4)],
  );
  const effect = (site: string) => ({ object: "establishment", id: site, was: "there", before: null, version: 1 });
  for (const [n, name, status, effects] of [
    [5, "applied-with.csv", "applied", [effect(offering.site), effect(asking.site)]],
    [6, "applied-without.csv", "applied", [effect(asking.site)]],
    [7, "previewed.csv", "previewed", []],
  ] as const)
    await owner.query(
      "insert into import_batch (territory_id, id, at, file_name, file, status, effects) values ($1, $2, now(), $3, '\\x00', $4, $5)",
      [territory, id(n), name, status, JSON.stringify(effects)],
    );
  return { previewed: id(7) };
}

async function left(): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await platform.database.owner.query<Readonly<Record<string, unknown>>>(
    `select (select coalesce(json_agg(body), '[]') from comment where territory_id = $1) as comments,
            (select coalesce(json_agg(name), '[]') from attachment where territory_id = $1) as attachments,
            (select count(*)::int from workshop_card where territory_id = $1) as cards,
            (select json_agg(participants) from workshop where territory_id = $1) as around,
            (select count(*)::int from document where territory_id = $1) as documents,
            (select json_agg(json_build_object('file_name', file_name, 'has_file', file is not null, 'effects', jsonb_array_length(effects)) order by file_name)
               from import_batch where territory_id = $1) as imports`,
    [territory],
  );
  return rows[0] ?? {};
}
