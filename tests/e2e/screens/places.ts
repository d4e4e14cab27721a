import { pathway } from "@simbiosi/domain";
import { type BrowserContextOptions, request } from "playwright-core";
import type { World } from "../world.ts";
import type { Viewer } from "./table.ts";

type Session = Exclude<BrowserContextOptions["storageState"], string | undefined>;
type Ids = Readonly<Record<string, string>>;

/** A territory to walk through, and the objects that its screens name. */
export type Place = { readonly ids: Ids; readonly sessions: Partial<Record<Viewer, Session>> };
export type Places = { readonly filled: Place; readonly empty: Place };

type Call = <T>(method: "GET" | "POST", path: string, body?: object) => Promise<T>;
type Caller = { readonly call: Call; readonly session: () => Promise<Session> };

/** Somebody who speaks to the interface as the screens do, with a session of their own. */
async function caller({ address }: World): Promise<Caller> {
  const context = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address } });
  return {
    call: async (method, path, body) => {
      const answer = await context.fetch(`/api/v1${path}`, { method, ...(body === undefined ? {} : { data: body }) });
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
      const text = await answer.text();
      return text === "" ? undefined : JSON.parse(text);
    },
    session: () => context.storageState(),
  };
}

async function signedIn(world: World, role: string): Promise<Caller> {
  const account = world.served.accounts.find((one) => one.role === role);
  const one = await caller(world);
  await one.call("POST", "/sign-in", { email: account?.email, password: account?.password });
  return one;
}

/** The session that the personal link of a company opens. */
async function byLink(world: World, url: string): Promise<Session> {
  const company = await caller(world);
  await company.call("POST", "/company-links/open", { token: url.split("#")[1] });
  return company.session();
}

/** Asks again until there is an answer: what the platform finds in the background. */
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

type Lead = { readonly id: string; readonly kind: string; readonly establishments: readonly string[] };
type Made = { readonly id: string };

const messy =
  "Établissement;Sens;Désignation;Quantité;Unité\nMenuiserie du Maquis (fictive);sortant;copeaux;4;brouettes";

/** The demonstration with something in every screen of it. */
async function fill({ call }: Caller, place: string): Promise<{ ids: Ids; url: string }> {
  const here = `/territories/${place}`;
  const leads = await eventually(async () => {
    const { leads } = await call<{ leads: readonly Lead[] }>("GET", `${here}/leads?lang=fr`);
    return leads.length > 0 ? leads : undefined;
  });
  const ofTwo = leads.filter(
    ({ kind, establishments }) => kind === "substitution" && !establishments.some((id) => id.startsWith("@")),
  );
  const [exchange, kept] = ofTwo;
  const pool = leads.find(({ kind }) => kind === "mutualisation");
  const [giver = ""] = exchange?.establishments ?? [];
  // One at each of the first columns of the board, the first of them on its way for longest.
  for (const [index, lead] of ofTwo.slice(1, 6).entries()) {
    let version: number | undefined;
    for (const stage of pathway.slice(0, 6 - index)) {
      const step = { next_step: "Appeler les deux entreprises", next_owner: "Livia Paoli", next_on: "2026-01-15" };
      const body = { stage, ...step, ...(version === undefined ? {} : { version }) };
      ({ version } = await call<{ version: number }>("POST", `${here}/leads/${lead?.id}/decision`, body));
    }
  }
  await call("POST", `${here}/comments`, { object: "synergy", object_id: kept?.id, body: "Vu au salon de mars." });
  await call("POST", `${here}/contacts`, {
    establishment: giver,
    name: "Maria Santini",
    email: "maria@example.org",
    phone: "04 95 00 00 00",
  });
  await call("POST", `${here}/visits`, {
    establishment: giver,
    kind: "visit",
    on_day: "2026-01-12",
    notes: "Vu le quai.",
  });
  const action = await call<Made>("POST", `${here}/actions`, {
    title: "Broyer les palettes à trois",
    axis: "Échanger",
    starts: "2026-01-15",
    partners: [giver],
    leads: [kept?.id ?? ""],
    steps: [{ what: "Peser une semaine", owner: "Livia Paoli", due: "2026-02-01", done: false }],
    budget: [{ what: "Broyeur", kind: "investment", unit: "eur", year: 2026, planned: 4_800_050, actual: null }],
    funders: [{ name: "OEC", scheme: null, amount: 1_920_000, state: "agreed" }],
    indicators: [{ label: "Tonnes", unit: "t/an", baseline: 0, target: 40, measures: [] }],
  });
  const workshop = await call<Made>("POST", `${here}/workshops`, {
    name: "Bois et palettes",
    on: "2026-02-03",
    place: "Salle des fêtes",
    participants: [giver],
  });
  await call("POST", `${here}/workshops/${workshop.id}/cards`, {
    direction: "out",
    label: "palettes cassées",
    establishment: giver,
    quantity: 3,
    unit: "t",
  });
  const batch = await call<Made>("POST", `${here}/imports`, { text: messy });
  const wish = { objective: "gain", budget: 20_000, excluded: [], required: [] };
  await call("POST", `${here}/scenarios`, { name: "Petit budget", wish });
  await call("POST", `${here}/documents`, { audience: "funder", lang: "fr" });
  await call("POST", `${here}/members`, { email: "ghjulia@example.org", name: "Ghjulia Leca", role: "lead" });
  const { url } = await call<{ url: string }>("POST", `${here}/company-links`, { establishment: giver, email: null });
  const ids = {
    place,
    establishment: giver,
    exchange: exchange?.id ?? "",
    pool: pool?.id ?? "",
    kept: kept?.id ?? "",
    action: action.id,
    workshop: workshop.id,
    import: batch.id,
  };
  return { ids, url };
}

/** The secret in the last letter that invites, as a mail program shows it: quoted-printable undone. */
const invitationIn = (letters: readonly string[]): string | undefined =>
  letters
    .map((letter) =>
      letter
        .replace(/=\r?\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
    .map((letter) => /\/invitation#(\S+)/.exec(letter)?.[1])
    .findLast((secret) => secret !== undefined);

/** One territory with everything, and one with nothing yet: the same people in both. */
export async function makePlaces(world: World): Promise<Places> {
  const [admin, officer, facilitator, adviser, lead] = (await Promise.all(
    ["admin", "officer", "facilitator", "adviser", "lead"].map((role) => signedIn(world, role)),
  )) as [Caller, Caller, Caller, Caller, Caller];
  const { territories } = await facilitator.call<{ territories: readonly Made[] }>("GET", "/me");
  const alone = await facilitator.session();
  const { ids, url } = await fill(facilitator, territories[0]?.id ?? "");
  const opened = async (name: string): Promise<string> => {
    const account = world.served.accounts.find(({ role }) => role === "facilitator");
    const person = { name: "Livia Paoli", email: account?.email };
    const { id } = await admin.call<Made>("POST", "/territories", {
      name,
      type: "EPCI",
      context: "corse",
      facilitator: person,
    });
    return id;
  };
  const bare = await opened("Costa Verde");
  // A company needs a place where it is: another, so that the first stays empty.
  const other = await opened("Alta Rocca");
  const site = await facilitator.call<Made>("POST", `/territories/${other}/establishments`, {
    name: "Atelier neuf (fictif)",
  });
  const fresh = await facilitator.call<{ url: string }>("POST", `/territories/${other}/company-links`, {
    establishment: site.id,
    email: null,
  });
  const invitation = await eventually(async () => invitationIn(world.letters()));
  const both = {
    admin: await admin.session(),
    officer: await officer.session(),
    adviser: await adviser.session(),
    lead: await lead.session(),
    facilitator: alone,
    chooser: alone,
  };
  return {
    filled: { ids: { ...ids, invitation }, sessions: { ...both, company: await byLink(world, url) } },
    empty: {
      ids: { place: bare, companyPlace: other },
      sessions: { facilitator: alone, company: await byLink(world, fresh.url) },
    },
  };
}
