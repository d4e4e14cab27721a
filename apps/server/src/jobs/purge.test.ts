import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "../database/as-actor.ts";
import { type TestPlatform, testPlatform } from "../testing/platform.ts";
import { answersKept, purge } from "./purge.ts";

const now = new Date("2026-12-01T12:00:00Z");
let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform(() => now);
});
afterAll(() => platform.close());

const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

test("answers to commands are kept as long as a session lives, and no longer", async () => {
  const ages = { today: 0, "just kept": answersKept - 1, "just gone": answersKept + 1, old: 400 };
  for (const [route, days] of Object.entries(ages))
    await asActor(platform.services.db, { role: "member" }, (tx) =>
      tx
        .insertInto("idempotence")
        .values({ key: crypto.randomUUID(), actor: "somebody", route, status: 200, answer: "{}", at: ago(days) })
        .execute(),
    );
  await purge(platform.services);
  const { rows } = await platform.database.owner.query("select route from idempotence order by at desc");
  expect(rows.map(({ route }) => route)).toEqual(["today", "just kept"]);
});

test("nobody else takes an answer away", async () => {
  const { rowCount: before } = await platform.database.owner.query("select 1 from idempotence");
  for (const role of ["member", "facilitator", "admin", "access", "public"] as const)
    await asActor(platform.services.db, { role }, (tx) => tx.deleteFrom("idempotence").execute());
  const { rowCount: after } = await platform.database.owner.query("select 1 from idempotence");
  expect([before, after]).toEqual([2, 2]);
});
