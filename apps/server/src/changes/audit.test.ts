import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "../database/as-actor.ts";
import { inventory, makeTerritory, type TestPlatform, testPlatform } from "../testing/platform.ts";
import { audit, firstBrokenSeal } from "./audit.ts";

let platform: TestPlatform;
let territory: string;
beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(() => platform.close());

// Each on a territory of its own: five entries, one with accents and quotes as people type them.
beforeEach(async () => {
  territory = await makeTerritory(platform, inventory({ name: "Here", establishments: [], flows: [] }));
  for (let i = 1; i <= 5; i += 1)
    await asActor(platform.services.db, { role: "engine", territory }, (tx) =>
      audit(tx, platform.source, {
        territory,
        actor: null,
        action: "flows.update",
        object: `flow:${i}`,
        content: { z: `l'été "à" ${i}`, a: [1, null] },
      }),
    );
});

const broken = () =>
  asActor(platform.services.db, { role: "engine", territory }, (tx) => firstBrokenSeal(tx, territory));
/** As whoever owns the database could. */
const tamper = async (words: string): Promise<void> => {
  for (const one of words.split(";"))
    await platform.database.owner.query(one.replaceAll(":here", `territory_id = '${territory}'`));
};

test("a trail that nobody touched holds", async () => {
  expect(await broken()).toBeNull();
});

test.each([
  ["an entry altered", "update audit set action = 'flows.remove' where :here and seq = 3", { seq: 3, why: "seal" }],
  [
    "its moment altered",
    "update audit set at = at - interval '1 day' where :here and seq = 2",
    { seq: 2, why: "seal" },
  ],
  [
    "its content altered",
    `update audit_content set content = '"{}"' where :here and seq = 4`,
    { seq: 4, why: "content" },
  ],
  ["an entry deleted", "delete from audit where :here and seq = 3", { seq: 4, why: "order" }],
  ["the first deleted", "delete from audit where :here and seq = 1", { seq: 2, why: "order" }],
  ["the last deleted", "delete from audit where :here and seq = 5", { seq: 4, why: "head" }],
  ["all deleted", "delete from audit where :here", { seq: 0, why: "head" }],
  ["the head deleted", "delete from audit_head where :here", { seq: 5, why: "head" }],
  [
    "an entry deleted and the rest counted anew",
    "delete from audit where :here and seq = 3; update audit set seq = seq - 1 where :here and seq > 3",
    { seq: 3, why: "seal" },
  ],
  [
    "two in another order",
    "update audit set seq = 99 where :here and seq = 2; update audit set seq = 2 where :here and seq = 3; update audit set seq = 3 where :here and seq = 99",
    { seq: 2, why: "seal" },
  ],
  [
    "one inserted",
    "insert into audit select territory_id, 6, at, actor, action, object, content_digest, hash from audit where :here and seq = 5",
    { seq: 6, why: "seal" },
  ],
])("%s is seen, and where", async (_, words, where) => {
  await tamper(words);
  expect(await broken()).toEqual(where);
});

test("content that was forgotten breaks no seal", async () => {
  await tamper("delete from audit_content where :here and seq = 2");
  expect(await broken()).toBeNull();
});

test("twenty written at once follow one another", async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      asActor(platform.services.db, { role: "engine", territory }, (tx) =>
        audit(tx, platform.source, { territory, actor: null, action: "x", object: String(i), content: null }),
      ),
    ),
  );
  expect(await broken()).toBeNull();
  const { rows } = await platform.database.owner.query("select seq from audit_head where territory_id = $1", [
    territory,
  ]);
  expect(rows).toEqual([{ seq: "25" }]);
});
