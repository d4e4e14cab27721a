import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "../database/as-actor.ts";
import { ask, inventory, makeTerritory, type TestPlatform, testPlatform } from "../testing/platform.ts";
import { firstAdministrator } from "./first-administrator.ts";
import { hashPassword } from "./password.ts";
import { openSession } from "./sessions.ts";

let clock = new Date("2026-11-30T08:00:00Z");
const later = (seconds: number): void => {
  clock = new Date(clock.getTime() + seconds * 1_000);
};
const minute = 60;
const day = 86_400;

let platform: TestPlatform;
let territory: string;
beforeAll(async () => {
  platform = await testPlatform(() => clock);
  territory = await makeTerritory(platform, inventory({ name: "Here", establishments: [site], flows: [] }));
});
afterAll(() => platform.close());
// What one test tried is forgotten by the next.
beforeEach(() => later(minute * 20));

const site = { id: "saw", name: "Sawmill", naf: "16.10A", lon: 9.4, lat: 42.5 };
const password = "Correct horse battery 7";
let count = 0;

async function person(options: { readonly secret?: string; readonly role?: "facilitator" } = {}) {
  count += 1;
  const id = `01900000-0000-7000-8000-${String(count).padStart(12, "0")}`;
  const email = `person${count}@test.localhost`;
  await asActor(platform.services.db, { role: "access", territory }, async (tx) => {
    await tx
      .insertInto("account")
      .values({
        id,
        email,
        name: `Person ${count}`,
        lang: "fr",
        password_hash: await hashPassword(password),
        totp_secret: options.secret ?? null,
        platform_role: null,
        created_at: clock,
      })
      .execute();
    if (options.role !== undefined)
      await tx
        .insertInto("membership")
        .values({ territory_id: territory, account_id: id, role: options.role, starts_on: "2020-01-01", ends_on: null })
        .execute();
  });
  return { id, email };
}

const nobody = { cookie: null };
type Answer = Awaited<ReturnType<typeof ask>>;
const cookieOf = (answer: Answer): { cookie: string | null } => {
  const [one] = answer.cookies;
  return { cookie: one === undefined ? null : `${one.name}=${one.value}` };
};
const signIn = (email: string, words = password) =>
  ask(platform.app, nobody, "POST", "/sign-in", { email, password: words });
const code = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.getTime() });
const me = async (who: { cookie: string | null }) => (await ask(platform.app, who, "GET", "/me")).json();
async function opened(account: string): Promise<{ cookie: string }> {
  const token = await asActor(platform.services.db, { role: "access" }, (tx) =>
    openSession(tx, platform.source, { account }, "test"),
  );
  return { cookie: `simbiosi=${token}` };
}

describe("password and second factor", () => {
  test("a first sign-in enrols the second factor; until then nothing is open", async () => {
    const { email } = await person({ role: "facilitator" });
    const first = await signIn(email);
    expect(first.json()).toEqual({ next: "enrol" });
    const half = cookieOf(first);
    expect((await me(half)).account).toBeNull();
    expect((await ask(platform.app, half, "GET", `/territories/${territory}/establishments`)).statusCode).toBe(404);

    const { secret } = (await ask(platform.app, half, "GET", "/sign-in/second-factor")).json() as { secret: string };
    expect((await ask(platform.app, half, "POST", "/sign-in/code", { code: "000000", secret })).json().code).toBe(
      "WRONG_CODE",
    );
    const done = await ask(platform.app, half, "POST", "/sign-in/code", { code: code(secret), secret });
    expect(done.json()).toEqual({ next: "done" });
    expect((await me(cookieOf(done))).account).toMatchObject({ email, second_factor: true });
    // The half-open cookie is worth nothing any more.
    expect((await ask(platform.app, half, "GET", "/sign-in/second-factor")).statusCode).toBe(404);
  });

  test("once enrolled, the secret is never told again, nor replaced by the one that sends another", async () => {
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    const { email } = await person({ secret });
    const first = await signIn(email);
    expect(first.json()).toEqual({ next: "code" });
    const half = cookieOf(first);
    expect((await ask(platform.app, half, "GET", "/sign-in/second-factor")).statusCode).toBe(404);
    const own = "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU";
    expect((await ask(platform.app, half, "POST", "/sign-in/code", { code: code(own), secret: own })).statusCode).toBe(
      401,
    );
  });

  test("a code serves once", async () => {
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    const { email } = await person({ secret });
    const given = code(secret);
    const enter = async () =>
      (await ask(platform.app, cookieOf(await signIn(email)), "POST", "/sign-in/code", { code: given })).statusCode;
    expect(await enter()).toBe(200);
    expect(await enter()).toBe(401);
    later(30);
    const next = await ask(platform.app, cookieOf(await signIn(email)), "POST", "/sign-in/code", {
      code: code(secret),
    });
    expect(next.statusCode).toBe(200);
  });

  test("the second factor is waited for a quarter of an hour", async () => {
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    const { email } = await person({ secret });
    const half = cookieOf(await signIn(email));
    later(16 * minute);
    expect((await ask(platform.app, half, "POST", "/sign-in/code", { code: code(secret) })).json().code).toBe(
      "SIGN_IN_FIRST",
    );
  });

  test("wrong codes are counted and lock as wrong passwords do", async () => {
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    const { email } = await person({ secret });
    const half = cookieOf(await signIn(email));
    const codes: string[] = [];
    for (let i = 0; i < 6; i += 1)
      codes.push((await ask(platform.app, half, "POST", "/sign-in/code", { code: "000000" })).json().code);
    expect(codes).toEqual(["WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "ACCOUNT_LOCKED"]);
  });

  test("the lock grows, holds the right password too, and opens with time", async () => {
    const { email } = await person();
    for (let i = 0; i < 5; i += 1) expect((await signIn(email, "wrong")).json().code).toBe("WRONG_PASSWORD");
    expect((await signIn(email)).json()).toMatchObject({
      code: "ACCOUNT_LOCKED",
      fr: expect.stringContaining("5 sec"),
    });
    later(6);
    expect((await signIn(email, "wrong")).json().code).toBe("WRONG_PASSWORD");
    later(6);
    expect((await signIn(email)).json()).toMatchObject({
      code: "ACCOUNT_LOCKED",
      fr: expect.stringContaining("4 sec"),
    });
    later(5);
    expect((await signIn(email)).json()).toEqual({ next: "enrol" });
  });

  test("an unknown address reads as a wrong password", async () => {
    const { email } = await person();
    const [unknown, wrong] = [await signIn("nobody@test.localhost"), await signIn(email, "wrong")];
    expect(unknown.body).toBe(wrong.body);
    expect(unknown.statusCode).toBe(wrong.statusCode);
  });

  test("an address of the network that fails over many accounts is stopped", async () => {
    let last: Answer | undefined;
    for (let i = 0; i < 26; i += 1) last = await signIn(`guess${i}@test.localhost`, "wrong");
    expect(last?.json().code).toBe("ACCOUNT_LOCKED");
  });

  test("changing the password asks for the one of now, a strong one, and ends the other sessions", async () => {
    const { id } = await person();
    const [here, there] = [await opened(id), await opened(id)];
    const change = (now: string, next: string) => ask(platform.app, here, "PATCH", "/me", { password: { now, next } });
    expect((await change("wrong", "Another horse battery 8")).statusCode).toBe(401);
    expect((await change(password, "short")).json().code).toBe("PASSWORD_TOO_WEAK");
    expect((await change(password, "Another horse battery 8")).statusCode).toBe(200);
    expect((await me(here)).account).not.toBeNull();
    expect((await me(there)).account).toBeNull();
  });
});

describe("sessions", () => {
  test("the cookie is not readable by script nor sent by another site", async () => {
    const { email } = await person();
    expect((await signIn(email)).cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
  });

  test("one that is not used for a week ends; one that is used does not, until a month", async () => {
    const { id } = await person();
    const [used, left] = [await opened(id), await opened(id)];
    for (let i = 0; i < 4; i += 1) {
      later(6 * day);
      expect((await me(used)).account, `after ${(i + 1) * 6} days`).not.toBeNull();
    }
    expect((await me(left)).account).toBeNull();
    later(6 * day + minute);
    expect((await me(used)).account).toBeNull();
  });

  test("signing out ends it on the server, not in the browser only", async () => {
    const { id } = await person();
    const who = await opened(id);
    await ask(platform.app, who, "POST", "/sign-out");
    expect((await me(who)).account).toBeNull();
  });

  test("one is closed from another, one's own only", async () => {
    const [mine, yours] = [await person(), await person()];
    const [here, there] = [await opened(mine.id), await opened(mine.id)];
    const list = (await ask(platform.app, here, "GET", "/me/sign-ins")).json() as {
      sessions: { id: string; here: boolean }[];
    };
    const other = list.sessions.find((one) => !one.here)?.id;
    expect(list.sessions).toHaveLength(2);
    const revoke = (who: { cookie: string }) => ask(platform.app, who, "DELETE", `/me/sessions/${other}`);
    expect((await revoke(await opened(yours.id))).statusCode).toBe(404);
    expect((await me(there)).account).not.toBeNull();
    expect((await revoke(here)).statusCode).toBe(200);
    expect((await me(there)).account).toBeNull();
  });
});

describe("a company's link", () => {
  async function link() {
    const { id } = await person({ role: "facilitator" });
    const facilitator = await opened(id);
    const [first] = (
      (await ask(platform.app, facilitator, "GET", `/territories/${territory}/establishments`)).json() as {
        establishments: { id: string }[];
      }
    ).establishments;
    const made = (
      await ask(platform.app, facilitator, "POST", `/territories/${territory}/company-links`, {
        establishment: first?.id,
      })
    ).json() as { id: string; url: string };
    const token = made.url.split("#")[1] ?? "";
    const open = () => ask(platform.app, nobody, "POST", "/company-links/open", { token });
    const revoke = () => ask(platform.app, facilitator, "DELETE", `/territories/${territory}/company-links/${made.id}`);
    return { open, revoke, token };
  }

  test("opens the sheet without an account, and its secret is kept nowhere", async () => {
    const { open, token } = await link();
    expect((await me(cookieOf(await open()))).establishment).toMatchObject({ name: "Sawmill" });
    const { rows } = await platform.database.owner.query(
      `select (select count(*)::int from audit_content a where a::text like $1) + (select count(*)::int from change c where c::text like $1) as n`,
      [`%${token}%`],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("revoked, it opens nothing more, and ends the sessions it opened", async () => {
    const { open, revoke } = await link();
    const company = cookieOf(await open());
    await revoke();
    expect((await me(company)).establishment).toBeNull();
    expect((await open()).json().code).toBe("LINK_DEAD");
  });

  test("after ninety days it opens nothing more", async () => {
    const { open } = await link();
    later(90 * day);
    expect((await open()).json().code).toBe("LINK_DEAD");
  });

  test("an unknown one reads as a dead one", async () => {
    const answer = await ask(platform.app, nobody, "POST", "/company-links/open", { token: "x".repeat(43) });
    expect(answer.json().code).toBe("LINK_DEAD");
  });
});

describe("invitations", () => {
  async function invited() {
    const { id } = await person({ role: "facilitator" });
    const facilitator = await opened(id);
    count += 1;
    const email = `guest${count}@test.localhost`;
    const made = await ask(platform.app, facilitator, "POST", `/territories/${territory}/members`, {
      email,
      name: "Guest",
      role: "lead",
    });
    const { account } = made.json() as { account: string };
    const members = `/territories/${territory}/members`;
    const pending = async () =>
      (
        (await ask(platform.app, facilitator, "GET", members)).json() as {
          members: { account: string; invited_until: string | null }[];
        }
      ).members.find((one) => one.account === account)?.invited_until;
    return {
      email,
      pending,
      again: () => ask(platform.app, facilitator, "POST", `${members}/${account}/invitation`),
      withdraw: () => ask(platform.app, facilitator, "DELETE", `${members}/${account}/invitation`),
      revoke: () => ask(platform.app, facilitator, "DELETE", `${members}/${account}`),
      tokens: () => tokensTo(email),
    };
  }
  /** The secrets of the letters that wait to be sent to an address, oldest first. */
  async function tokensTo(email: string): Promise<string[]> {
    const { rows } = await platform.database.owner.query<{ text: string }>(
      "select payload->>'text' as text from graphile_worker._private_jobs where payload->>'to' = $1 order by id",
      [email],
    );
    return rows.map(({ text }) => /invitation#(\S+)/.exec(text)?.[1] ?? "");
  }
  const accept = (token: string, words = password) =>
    ask(platform.app, nobody, "POST", "/invitations/accept", { token, password: words });

  test("the link opens the account: a strong password, then the second factor, then the territory", async () => {
    const { email, tokens, pending } = await invited();
    const [token = ""] = await tokens();
    expect(await pending()).toMatch(/^\d{4}-/);
    const read = await ask(platform.app, nobody, "POST", "/invitations/read", { token });
    expect(read.json()).toEqual({ email, name: "Guest", territory: "Here" });
    expect((await accept(token, "weak")).json().code).toBe("PASSWORD_TOO_WEAK");
    const half = await accept(token);
    expect(half.json()).toEqual({ next: "enrol" });
    const who = cookieOf(half);
    expect((await me(who)).account).toBeNull();
    const { secret } = (await ask(platform.app, who, "GET", "/sign-in/second-factor")).json() as { secret: string };
    const done = await ask(platform.app, who, "POST", "/sign-in/code", { code: code(secret), secret });
    expect((await me(cookieOf(done))).territories).toMatchObject([{ name: "Here", role: "lead" }]);
    expect(await pending()).toBeNull();
    // It serves once, and the password it set opens the account.
    expect((await accept(token, "Another horse battery 8")).json().code).toBe("INVITATION_DEAD");
    expect((await signIn(email)).json()).toEqual({ next: "code" });
  });

  test("until it is accepted the account is entered by no password", async () => {
    const { email } = await invited();
    expect((await signIn(email, "anything at all")).json().code).toBe("WRONG_PASSWORD");
  });

  test("sent again, the first opens nothing more", async () => {
    const { again, tokens } = await invited();
    expect((await again()).statusCode).toBe(201);
    const [first = "", second = ""] = await tokens();
    expect((await accept(first)).json().code).toBe("INVITATION_DEAD");
    expect((await accept(second)).statusCode).toBe(200);
    expect((await again()).json().code).toBe("ACCOUNT_OPEN");
  });

  test.each(["withdraw", "revoke"] as const)("after %s it opens nothing more", async (how) => {
    const guest = await invited();
    await guest[how]();
    expect((await accept((await guest.tokens())[0] ?? "")).json().code).toBe("INVITATION_DEAD");
    expect(await guest.pending()).toBeNull();
  });

  test("after a week it opens nothing more", async () => {
    const { tokens } = await invited();
    later(7 * day);
    expect((await accept((await tokens())[0] ?? "")).json().code).toBe("INVITATION_DEAD");
  });

  test("somebody who has an account is told to sign in, and gets no secret", async () => {
    const { email } = await person();
    const { id } = await person({ role: "facilitator" });
    await ask(platform.app, await opened(id), "POST", `/territories/${territory}/members`, {
      email,
      name: "Known",
      role: "lead",
    });
    expect(await tokensTo(email)).toEqual([""]);
  });
});

test("an empty platform invites its first administrator, until somebody's account is open", async () => {
  const empty = await testPlatform(() => clock);
  const { db } = empty.services;
  const first = await firstAdministrator(db, empty.source, "http://x");
  const again = await firstAdministrator(db, empty.source, "http://x");
  expect(again).not.toBe(first);
  const accept = (url: string | null) =>
    ask(empty.app, nobody, "POST", "/invitations/accept", { token: url?.split("#")[1], password });
  expect((await accept(first)).json().code).toBe("INVITATION_DEAD");
  expect((await accept(again)).json()).toEqual({ next: "enrol" });
  expect(await firstAdministrator(db, empty.source, "http://x")).toBeNull();
  await empty.close();
});
