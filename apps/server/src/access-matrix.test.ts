import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tokenScope } from "./access/tokens/scope.ts";
import { asActor } from "./database/as-actor.ts";
import type { Route } from "./http/route.ts";
import { newId } from "./ids/new-id.ts";
import { workInsight } from "./insight/work-insight.ts";
import { registry } from "./registry.ts";
import {
  ask,
  inventory,
  makeCompany,
  makePerson,
  makeTerritory,
  makeToken,
  type Person,
  type TestPlatform,
  testPlatform,
} from "./testing/platform.ts";

/**
 * Every route × every role × {own territory, own company, sibling company, other territory, anonymous, revoked}, with the
 * application's checks and without them. What is secret bears a mark: an answer that holds the mark of somebody else's
 * secret is a leak, whatever its status.
 */

const marks = { here: "MARK-HERE", sibling: "MARK-SIBLING", elsewhere: "MARK-ELSEWHERE" } as const;

/** A small territory that finds a lead, every word of whose secrets bears its mark. */
const place = (mark: string, sibling: string, tag: string) =>
  inventory({
    name: `${mark} place`,
    establishments: [
      { id: `${tag}-saw`, name: `${mark} sawmill`, naf: "16.10A", staff: 12, lon: 9.4, lat: 42.5 },
      { id: `${tag}-farm`, name: `${sibling} farm`, naf: "01.50Z", staff: 3, lon: 9.41, lat: 42.51 },
    ],
    flows: [
      {
        id: `${tag}-dust`,
        establishment: `${tag}-saw`,
        direction: "out",
        label: "sciure",
        quantity: 40,
        unit: "t",
        period: "year",
        note: `${mark} secret note`,
      },
      {
        id: `${tag}-litter`,
        establishment: `${tag}-farm`,
        direction: "in",
        label: "litière animale",
        quantity: 60,
        unit: "t",
        period: "year",
        note: `${sibling} secret note`,
      },
    ],
  });

type World = {
  readonly platform: TestPlatform;
  readonly here: string;
  readonly elsewhere: string;
  readonly people: Readonly<Record<string, Person>>;
  /** What stands behind each parameter of a path, in each territory. */
  readonly objects: Readonly<Record<"here" | "sibling" | "elsewhere", Readonly<Record<string, string>>>>;
};
let world: World;

async function objectsOf(platform: TestPlatform, territory: string, mark: string, account: string, link: string) {
  const made = await makeToken(platform, { role: "facilitator", cookie: null, account }, territory, "read");
  return asActor(platform.services.db, { role: "engine", territory }, async (tx) => {
    const site = await tx
      .selectFrom("establishment")
      .select("id")
      .where("name", "like", `${mark}%`)
      .executeTakeFirstOrThrow();
    const flow = await tx
      .selectFrom("flow")
      .select("id")
      .where("establishment_id", "=", site.id)
      .executeTakeFirstOrThrow();
    const lead = await tx
      .selectFrom("lead")
      .select("id")
      .where("territory_id", "=", territory)
      .executeTakeFirstOrThrow();
    const contact = { territory_id: territory, id: newId(platform.source), establishment_id: site.id };
    await tx
      .insertInto("contact")
      .values({
        ...contact,
        name: `${mark} person`,
        email: `${contact.id}@test.localhost`,
        position: null,
        phone: null,
        note: null,
      })
      .execute();
    const encounter = { ...contact, id: newId(platform.source) };
    await tx
      .insertInto("encounter")
      .values({
        ...encounter,
        kind: "call",
        on_day: "2026-01-05",
        title: null,
        contact_id: contact.id,
        notes: `${mark} said in confidence`,
        account_id: null,
        recorded_at: platform.source.now(),
      })
      .execute();
    const scenario = newId(platform.source);
    await tx
      .insertInto("scenario")
      .values({
        territory_id: territory,
        id: scenario,
        name: `${mark} scenario`,
        wish: JSON.stringify({ objective: "gain", budget: null, excluded: [], required: [] }),
        status: "asked",
        asked_at: new Date(),
      })
      .execute();
    const boundary = newId(platform.source);
    const geojson = JSON.stringify({ type: "FeatureCollection", features: [] });
    await tx
      .insertInto("boundary")
      .values({ territory_id: territory, id: boundary, name: `${mark} limits`, at: new Date(), shapes: 0, geojson })
      .execute();
    const action = newId(platform.source);
    await tx
      .insertInto("action_sheet")
      .values({
        territory_id: territory,
        id: action,
        key: null,
        sheet: JSON.stringify({ title: `${mark} action`, description: `${mark} said in confidence` }),
        created_at: platform.source.now(),
        updated_at: platform.source.now(),
      })
      .execute();
    const nothing = "01900000-0000-7000-8000-000000000000";
    const batch = newId(platform.source);
    await tx
      .insertInto("import_batch")
      .values({
        territory_id: territory,
        id: batch,
        at: platform.source.now(),
        account_id: null,
        file_name: `${mark} file.csv`,
        file: Buffer.from(`Raison sociale\n`),
        status: "previewed",
      })
      .execute();
    return {
      territory,
      demarche: territory,
      establishment: site.id,
      flow: flow.id,
      lead: lead.id,
      account,
      link,
      scenario,
      action,
      boundary,
      document: nothing,
      import: batch,
      contact: contact.id,
      encounter: encounter.id,
      session: nothing,
      token: made.id,
      passkey: nothing,
      ...(await besideOf(platform, territory, mark, account, flow.id)),
      name: "x",
    };
  });
}

/** A message, a file, a workshop and its card, each with words that bear the mark. */
async function besideOf(platform: TestPlatform, territory: string, mark: string, account: string, flow: string) {
  const { source } = platform.services;
  const at = source.now();
  const about = { territory_id: territory, object: "workshop", object_id: "w", at, account_id: account };
  const [comment, attachment, workshop, card] = [newId(source), newId(source), newId(source), newId(source)];
  const bytes = Buffer.from(`${mark} secret file`);
  await asActor(platform.services.db, { role: "engine", territory }, async (tx) => {
    await tx
      .insertInto("comment")
      .values({ ...about, id: comment, body: `${mark} secret message` })
      .execute();
    await tx
      .insertInto("attachment")
      .values({ ...about, id: attachment, name: `${mark}.txt`, media_type: "text/plain", size: bytes.length, bytes })
      .execute();
    await tx
      .insertInto("workshop")
      .values({
        territory_id: territory,
        id: workshop,
        name: `${mark} workshop`,
        on_day: "2026-11-30",
        participants: [],
        created_at: at,
      })
      .execute();
    await tx
      .insertInto("workshop_card")
      .values({ territory_id: territory, id: card, workshop_id: workshop, flow_id: flow, at, account_id: account })
      .execute();
  });
  return { comment, attachment, workshop, card };
}

beforeAll(async () => {
  const platform = await testPlatform();
  const here = await makeTerritory(platform, place(marks.here, marks.sibling, "h"));
  const elsewhere = await makeTerritory(platform, place(marks.elsewhere, marks.elsewhere, "e"));
  await workInsight(platform.services, here);
  await workInsight(platform.services, elsewhere);
  const facilitator = await makePerson(platform, "facilitator", here);
  const other = await makePerson(platform, "facilitator", elsewhere, `${marks.elsewhere} person`);
  const first = await objectsOf(platform, here, marks.here, facilitator.account ?? "", "");
  const company = await makeCompany(platform, here, first.establishment, facilitator.account ?? "");
  // A cell may succeed: what it takes away is nobody's whom a later cell needs.
  const spare = await makePerson(platform, "lead", here);
  const spareLink = await makeCompany(platform, here, first.establishment, facilitator.account ?? "");
  const objects = {
    here: { ...first, account: spare.account ?? "", link: spareLink.link },
    sibling: await objectsOf(platform, here, marks.sibling, spare.account ?? "", spareLink.link),
    elsewhere: await objectsOf(platform, elsewhere, marks.elsewhere, other.account ?? "", spareLink.link),
  };
  const revoked = await makePerson(platform, "facilitator", here);
  await asActor(platform.services.db, { role: "facilitator", territory: here }, (tx) =>
    tx
      .updateTable("membership")
      .set({ revoked_at: new Date() })
      .where("account_id", "=", revoked.account ?? "")
      .execute(),
  );
  const ended = await makePerson(platform, "adviser", here);
  await asActor(platform.services.db, { role: "facilitator", territory: here }, (tx) =>
    tx
      .updateTable("membership")
      .set({ ends_on: "2020-12-31" })
      .where("account_id", "=", ended.account ?? "")
      .execute(),
  );
  const adviser = await makePerson(platform, "adviser", here);
  world = {
    platform,
    here,
    elsewhere,
    objects,
    people: {
      anonymous: { role: "public", cookie: null, account: null },
      forged: { role: "public", cookie: "simbiosi=not-a-token-of-anybody", account: null },
      revoked,
      ended,
      facilitator,
      adviser,
      lead: await makePerson(platform, "lead", here),
      company,
      member: await makePerson(platform, "member", null),
      officer: await makePerson(platform, "officer", null),
      admin: await makePerson(platform, "admin", null),
      "read token": await makeToken(platform, facilitator, here, "read"),
      "write token": await makeToken(platform, adviser, here, "write"),
      "revoked token": await makeToken(platform, facilitator, here, "write", true),
      "token of a revoked member": await makeToken(platform, revoked, here, "write"),
    },
  };
});
afterAll(() => world.platform.close());

const pathOf = (route: Route, objects: Readonly<Record<string, string>>): string =>
  route.path.replace(/:(\w+)/g, (_, name: string) => objects[name] ?? `missing-${name}`);

const people = [
  "anonymous",
  "forged",
  "revoked",
  "ended",
  "facilitator",
  "adviser",
  "lead",
  "company",
  "member",
  "officer",
  "admin",
  "read token",
  "write token",
  "revoked token",
  "token of a revoked member",
];
const deadTokens = ["revoked token", "token of a revoked member"];
const targets = ["here", "sibling", "elsewhere"] as const;
// Signing out would end the session of the person for the cells that follow.
const ends = new Set(["access.sign-out"]);
const routes = registry.filter(({ id }) => !ends.has(id));

/** The role a person holds where the route leads. */
function roleAt(person: string, target: (typeof targets)[number], route: Route): string {
  const { role } = world.people[person] ?? { role: "public" };
  if (person === "anonymous" || person === "forged") return "public";
  const tenant = route.path.includes(":territory");
  if (role === "officer" || role === "admin") return role;
  if (!tenant) return person === "company" ? "company" : "member";
  if (person === "revoked" || person === "ended" || person === "member" || target === "elsewhere") return "public";
  return role;
}

/** Whether the door opens: to the role, and for a program to the scope of its token, which opens no public route either. */
function opens(person: string, target: (typeof targets)[number], route: Route): boolean {
  const byRole = route.who.includes(roleAt(person, target, route) as Route["who"][number]);
  if (world.people[person]?.token === undefined) return byRole || route.who.includes("public");
  const scope = tokenScope(route);
  return !deadTokens.includes(person) && byRole && (scope === "read" || (scope === "write" && person !== "read token"));
}

/** Whose marks a person may read at all. */
const mayRead: Readonly<Record<string, readonly string[]>> = {
  facilitator: [marks.here, marks.sibling],
  adviser: [marks.here, marks.sibling],
  "read token": [marks.here, marks.sibling],
  "write token": [marks.here, marks.sibling],
  lead: [marks.here, marks.sibling],
  company: [marks.here],
  // They know every démarche by name and whoever runs it; nothing of its companies.
  officer: [],
  admin: [],
};
const knowsPlaces = (person: string, route: string): boolean =>
  (["officer", "admin"].includes(person) &&
    ["territories.list", "territories.read", "members.list", "tokens.list"].includes(route)) ||
  // The name of a démarche is public: a company chooses among them which it asks to join.
  (person === "company" && route === "demarches.list");

const cells = routes.flatMap((route) =>
  people.flatMap((person) => targets.map((target) => ({ route, person, target }))),
);

test("every parameter of every path names an object of the world: a new kind of object is added to it", () => {
  const names = new Set(routes.flatMap(({ path }) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)));
  expect([...names].filter((name) => name !== undefined && world.objects.here[name] === undefined)).toEqual([]);
});

describe.each(["with the application's checks", "with the database alone"])("%s", (mode) => {
  test(`${cells.length} cells`, { timeout: 600_000 }, async () => {
    const app = mode === "with the database alone" ? world.platform.unchecked : world.platform.app;
    const before = await fingerprint();
    const wrong: string[] = [];
    for (const { route, person, target } of cells) {
      const who = world.people[person] as Person;
      const answer = await ask(
        app,
        who,
        route.method,
        pathOf(route, world.objects[target]),
        route.method === "GET" ? undefined : {},
      );
      const cell = `${person} ${route.id} ${target}: ${answer.statusCode}`;
      if (answer.statusCode >= 500) wrong.push(`${cell} broke: ${answer.body.slice(0, 200)}`);
      for (const mark of Object.values(marks))
        if (answer.body.includes(mark) && !(mayRead[person] ?? []).includes(mark) && !knowsPlaces(person, route.id))
          wrong.push(`${cell} tells ${mark}`);
      if (app === world.platform.unchecked) continue;
      const role = roleAt(person, target, route);
      const open = opens(person, target, route);
      const denied = [401, 403, 404].includes(answer.statusCode);
      if (!open && !denied) wrong.push(`${cell} should be denied to ${role}`);
      // A session that may ask gets past the door: what it asks may still be unknown or wrong, not forbidden.
      if (open && [403].includes(answer.statusCode)) wrong.push(`${cell} should be open to ${role}`);
      if (open && role !== "public" && answer.statusCode === 401 && !route.id.startsWith("access."))
        wrong.push(`${cell} asks ${role} to sign in`);
      // Elsewhere reads as if it did not exist.
      if (
        !open &&
        target === "elsewhere" &&
        route.path.includes(":territory") &&
        (who.cookie !== null || who.token !== undefined) &&
        person !== "forged" &&
        !deadTokens.includes(person) &&
        role === "public" &&
        answer.statusCode !== 404
      )
        wrong.push(`${cell} tells that the place exists`);
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });
});

/** What stands elsewhere and at the sibling's: nobody here may have changed it. */
async function fingerprint(): Promise<unknown> {
  const { rows } = await world.platform.database.owner.query(
    `select (select json_agg(e order by id) from establishment e where name like '${marks.elsewhere}%') as sites,
            (select json_agg(f order by id) from flow f where data::text like '%${marks.elsewhere}%') as flows,
            (select json_agg(t order by id) from territory t) as places,
            (select count(*) from membership m where territory_id = '${world.elsewhere}') as members`,
  );
  return rows;
}

test("row security is forced on every table that the application reads", async () => {
  const { rows } = await world.platform.database.owner.query(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and relname not like 'kysely%' and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(rows).toEqual([]);
});

test("the application owns nothing and cannot step around row security", async () => {
  const { rows } = await world.platform.database.owner.query(
    `select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = 'simbiosi_app'`,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
});
