import { readFile } from "node:fs/promises";
import type { Inventory } from "@simbiosi/domain";
import { readInventory } from "@simbiosi/study";
import type { Kysely } from "kysely";
import { hashPassword } from "../access/password.ts";
import { asActor } from "../database/as-actor.ts";
import type { Tables } from "../database/tables.ts";
import { dayOf, newId, type Source } from "../ids/new-id.ts";
import { applyInventory } from "../imports/apply-inventory.ts";
import { askRematch } from "../jobs/enqueue.ts";

/** One account of the demonstration, with the password that is told once. */
export type DemoAccount = { readonly email: string; readonly password: string; readonly role: string };

// The workbook of an invented territory, messy as real ones are. Beside the packages in a checkout.
const workbook = new URL("../../../../fixtures/marana-golo/marana-golo.xlsx", import.meta.url);

const people = [
  { email: "animatrice@demo.simbiosi.localhost", name: "Livia Paoli (fictive)", role: "facilitator" },
  { email: "conseil@demo.simbiosi.localhost", name: "Marc Aubert (fictif)", role: "adviser" },
  { email: "elue@demo.simbiosi.localhost", name: "Anna Rossi (fictive)", role: "lead" },
  { email: "instructeur@demo.simbiosi.localhost", name: "Paul Martin (fictif)", role: "officer" },
  { email: "admin@demo.simbiosi.localhost", name: "Admin (fictif)", role: "admin" },
] as const;

/** The inventory of the demonstration, read as a facilitator's workbook is. */
async function demoInventory(): Promise<Inventory> {
  const bytes = new Uint8Array(await readFile(workbook));
  const read = await readInventory({ name: "marana-golo.xlsx", bytes });
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value.inventory;
}

/** Makes the demonstration in an empty platform: one territory, an account for each role. Empty when there is one already. */
export async function seedDemo(db: Kysely<Tables>, source: Source): Promise<readonly DemoAccount[]> {
  const there = await asActor(db, { role: "access" }, (tx) =>
    tx.selectFrom("territory").select("id").limit(1).executeTakeFirst(),
  );
  if (there !== undefined) return [];
  const inventory = await demoInventory();
  const territory = newId(source);
  const now = source.now();
  const accounts = await Promise.all(
    people.map(async (person) => {
      // Told on a terminal and typed again by hand: no letter that looks like another.
      const password = [...source.bytes(16)].map((byte) => "abcdefghijkmnpqrstuvwxyz23456789"[byte % 32]).join("");
      return { ...person, id: newId(source), password, hash: await hashPassword(password) };
    }),
  );
  await asActor(db, { role: "access" }, async (tx) => {
    for (const { id, email, name, role, hash } of accounts)
      await tx
        .insertInto("account")
        .values({
          id,
          email,
          name,
          lang: "fr",
          password_hash: hash,
          totp_secret: null,
          platform_role: role === "officer" || role === "admin" ? role : null,
          demonstration: true,
          created_at: now,
        })
        .execute();
  });
  const { name, type, ...data } = inventory.territory;
  await asActor(db, { role: "admin" }, (tx) =>
    tx
      .insertInto("territory")
      .values({ id: territory, name, type, data: JSON.stringify(data), demonstration: true, created_at: now })
      .execute(),
  );
  await asActor(db, { role: "access", territory }, async (tx) => {
    for (const { id, role } of accounts)
      if (role === "facilitator" || role === "adviser" || role === "lead")
        await tx
          .insertInto("membership")
          .values({
            territory_id: territory,
            account_id: id,
            role,
            starts_on: dayOf(now),
            // An adviser's mandate ends.
            ends_on: role === "adviser" ? `${Number(dayOf(now).slice(0, 4)) + 1}-12-31` : null,
          })
          .execute();
  });
  await asActor(db, { role: "engine", territory }, async (tx) => {
    await applyInventory(tx, source, { account: null, link: null }, territory, inventory, "demonstration");
    await askRematch(tx, territory);
  });
  return accounts.map(({ email, password, role }) => ({ email, password, role }));
}
