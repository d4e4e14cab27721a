import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runJobs } from "../jobs/run-jobs.ts";
import {
  ask,
  inventory,
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
/** Identifiers of the establishments, by name. */
let sites: Record<string, string>;

const call = async (method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object, who = facilitator) => {
  const answer = await ask(platform.app, who, method, `/territories/${territory}${path}`, body);
  return { status: answer.statusCode, body: answer.json() };
};

beforeAll(async () => {
  platform = await testPlatform();
  territory = await makeTerritory(
    platform,
    inventory({
      name: "Contacts",
      establishments: ["Scierie", "Ferme", "Cave", "Garage"].map((name) => ({ id: name, name })),
      flows: [
        {
          id: "a",
          establishment: "Scierie",
          direction: "out",
          label: "sciure",
          quantity: 40,
          unit: "t",
          period: "year",
        },
        { id: "b", establishment: "Scierie", direction: "out", label: "chutes de bois", quantity: 9, unit: "t" },
        { id: "c", establishment: "Ferme", direction: "in", label: "litière animale", quantity: 60, unit: "t" },
      ],
    }),
  );
  facilitator = await makePerson(platform, "facilitator", territory);
  const { body } = await call("GET", "/establishments");
  sites = Object.fromEntries(body.establishments.map(({ name, id }: { name: string; id: string }) => [name, id]));
});
afterAll(() => platform.close());

const addContact = (company: string, more: object) =>
  call("POST", "/contacts", { establishment: sites[company], name: `Contact ${company}`, ...more });

test("a person is added, corrected, removed and brought back, and each step is remembered with its author", async () => {
  const { status, body } = await addContact("Garage", { phone: "04 95 00 00 00" });
  expect(status).toBe(201);
  expect((await call("PATCH", `/contacts/${body.id}`, { version: 1, fields: { position: "Gérante" } })).body).toEqual({
    version: 2,
  });
  const late = await call("PATCH", `/contacts/${body.id}`, { version: 1, fields: { position: "Chef" } });
  expect([late.status, late.body.code, late.body.current.position]).toEqual([409, "CHANGED_MEANWHILE", "Gérante"]);
  await call("DELETE", `/contacts/${body.id}`);
  const there = async () =>
    (await call("GET", "/contacts")).body.contacts.filter(({ id }: { id: string }) => id === body.id).length;
  expect(await there()).toBe(0);
  expect((await call("DELETE", `/contacts/${body.id}`)).status).toBe(404);
  await call("POST", `/contacts/${body.id}/restore`);
  expect(await there()).toBe(1);
  const { changes } = (await call("GET", `/history?object=contact&id=${body.id}`)).body;
  expect(changes.map(({ action }: { action: string }) => action)).toEqual([
    "restored",
    "removed",
    "changed",
    "created",
  ]);
  expect(changes[2]).toMatchObject({
    who: "facilitator of a test",
    by_company: false,
    before: { position: null },
    after: { position: "Gérante" },
  });
});

test("one meeting is attended by several companies; a charter is followed to its signature", async () => {
  const { body } = await call("POST", "/encounters", {
    establishments: [sites.Scierie, sites.Ferme],
    kind: "workshop",
    on_day: "2026-03-02",
    title: "Atelier bois",
  });
  expect(body.encounters).toHaveLength(2);
  await call("POST", "/encounters", { establishments: [sites.Scierie], kind: "charter-sent", on_day: "2026-03-10" });
  const signed = await call("POST", "/encounters", {
    establishments: [sites.Scierie],
    kind: "charter-signed",
    on_day: "2026-03-20",
  });
  const standing = async () =>
    (await call("GET", "/contacts")).body.companies.find(({ name }: { name: string }) => name === "Scierie");
  expect(await standing()).toMatchObject({
    last_contact: "2026-03-20",
    charter: { state: "signed", sent_on: "2026-03-10", signed_on: "2026-03-20" },
    confidentiality: { state: "not-sent" },
  });
  await call("DELETE", `/encounters/${signed.body.encounters[0]}`);
  expect((await standing()).charter.state).toBe("sent");
});

test("a company reads nothing of what was noted of it, not even in its own history", async () => {
  const secret = "trouve la direction difficile";
  await call("POST", "/encounters", {
    establishments: [sites.Ferme],
    kind: "call",
    on_day: "2026-04-01",
    notes: secret,
  });
  const company = await makeCompany(platform, territory, sites.Ferme ?? "", facilitator.account ?? "");
  const own = await call("GET", `/establishments/${sites.Ferme}/history`, undefined, company);
  expect(own.status).toBe(200);
  expect(JSON.stringify(own.body)).not.toContain(secret);
  expect((await call("GET", "/contacts", undefined, company)).status).toBe(403);
});

test("a mailing is read before it leaves; the letters are in the folder, each with its own link, and are logged", async () => {
  await addContact("Scierie", { email: "scierie@test.localhost" });
  await addContact("Ferme", { email: "ferme@test.localhost" });
  await addContact("Cave", { email: "cave@test.localhost", opted_out: true });
  const draft = {
    establishments: Object.values(sites),
    subject: "Invitation de {entreprise}",
    text: "Bonjour {contact}, voici votre fiche : {lien}",
  };
  const before = await call("POST", "/invitations", { ...draft, digest: "" });
  expect([before.status, before.body.code]).toEqual([409, "MAILING_NOT_PREVIEWED"]);
  const preview = (await call("POST", "/invitations/preview", draft)).body;
  expect(preview.to.map(({ email }: { email: string }) => email)).toEqual([
    "ferme@test.localhost",
    "scierie@test.localhost",
  ]);
  expect(preview.silent.map(({ company, why }: { company: string; why: string }) => [company, why])).toEqual([
    ["Cave", "opted-out"],
    ["Garage", "no-address"],
  ]);
  expect(preview.letters[0]).toMatchObject({ subject: "Invitation de Ferme" });
  const other = await call("POST", "/invitations", { ...draft, text: "Autre chose", digest: preview.digest });
  expect(other.status).toBe(409);
  expect((await call("POST", "/invitations", { ...draft, digest: preview.digest })).body).toEqual({
    sent: 2,
    links: 2,
  });

  const folder = join(platform.data, "mail");
  const runner = await runJobs(platform.services, platform.database.owner);
  const sent = (): readonly string[] => {
    try {
      return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    } catch {
      return [];
    }
  };
  await expect.poll(sent, { timeout: 30_000 }).toHaveLength(2);
  const letters = sent();
  await runner.stop();
  expect(letters.map((letter) => /^To: (.*)$/m.exec(letter)?.[1]).sort()).toEqual([
    "ferme@test.localhost",
    "scierie@test.localhost",
  ]);
  const secrets = letters.map((letter) => /entreprise#([\w=\n-]+)/.exec(letter)?.[1]?.replace(/=\n/g, ""));
  expect(new Set(secrets).size).toBe(2);
  expect((await call("GET", "/company-links")).body.links.map(({ email }: { email: string }) => email)).toEqual(
    expect.arrayContaining(["ferme@test.localhost", "scierie@test.localhost"]),
  );
  const log = (await call("GET", "/contacts")).body.encounters;
  expect(
    log.filter(({ kind }: { kind: string }) => kind === "mail").map(({ title }: { title: string }) => title),
  ).toEqual(expect.arrayContaining(["Invitation de Ferme", "Invitation de Scierie"]));
}, 60_000);

type FlowRow = { id: string; label: string; version: number; visibility: string | null };
const flows = async (): Promise<FlowRow[]> => (await call("GET", "/flows")).body.flows;

test("several flows change together or not at all, are removed and brought back, and each keeps its history", async () => {
  const rows = await flows();
  const edits = rows.map(({ id, version }) => ({ id, version, fields: { visibility: "territory" } }));
  const [first] = edits;
  const stale = await call("POST", "/flows/bulk", {
    edits: edits.map((edit) => (edit === first ? { ...edit, version: 9 } : edit)),
  });
  expect([stale.status, stale.body.current.map(({ id }: FlowRow) => id)]).toEqual([409, [first?.id]]);
  const wrong = await call("POST", "/flows/bulk", {
    edits: edits.map((edit, i) => (i === 2 ? { ...edit, fields: { label: "" } } : edit)),
  });
  expect(wrong.status).toBe(400);
  expect((await flows()).map(({ version, visibility }) => [version, visibility])).toEqual(rows.map(() => [1, null]));

  const done = await call("POST", "/flows/bulk", { edits });
  expect(done.body.flows.map(({ version }: FlowRow) => version)).toEqual([2, 2, 2]);
  expect((await flows()).map(({ visibility }) => visibility)).toEqual(rows.map(() => "territory"));
  const away = await call("POST", "/flows/bulk", {
    edits: edits.map(({ id }) => ({ id, version: 2, present: false })),
  });
  expect(away.status).toBe(200);
  expect(await flows()).toEqual([]);
  await call("POST", "/flows/bulk", { edits: edits.map(({ id }) => ({ id, version: 3, present: true })) });
  expect(await flows()).toHaveLength(3);
  const { changes } = (await call("GET", `/history?object=flow&id=${first?.id}`)).body;
  expect(changes.map(({ action }: { action: string }) => action).slice(0, 3)).toEqual([
    "restored",
    "removed",
    "changed",
  ]);
});

test.each(["fr", "en"])("classes are found by words of either language, and named in %s", async (lang) => {
  for (const q of ["palettes", "pallets"]) {
    const { resources } = (await call("GET", `/resources?lang=${lang}&q=${q}`)).body;
    expect(resources.length).toBeGreaterThan(0);
    expect(resources[0].name.toLowerCase()).toContain(lang === "fr" ? "palette" : "pallet");
  }
});
