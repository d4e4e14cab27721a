import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { appPassword, migrate } from "../database/connect.ts";
import { migrations } from "../database/migrations/index.ts";
import { ask, inventory, makePerson, makeTerritory, type TestPlatform, testPlatform } from "../testing/platform.ts";
import { type PostgresServer, postgresServer } from "../testing/postgres-server.ts";
import { backup, restore, verify } from "./backup.ts";
import type { TableEnd } from "./dump.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const passphrase = "le maquis sent bon";
const stamp = { version: "test", at: new Date("2026-11-30T10:00:00Z") };
let folder: string;
let platform: TestPlatform;
let server: PostgresServer;
let file: string;
let saved: readonly TableEnd[];

/** Bytes that no compression shortens, the same each time. */
function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state >> 16;
    }),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "simbiosi-backup-"));
  chmodSync(folder, 0o711);
  [platform, server] = [await testPlatform(), await postgresServer()];
  const territory = await makeTerritory(
    platform,
    inventory({
      name: "L'Île « à \\ \" \u2028 tests »",
      establishments: [{ id: "s", name: "Scierie d'été\tÑ\n2e ligne", lon: 9.4, lat: 42.12345678901234 }],
      flows: [
        { id: "f", establishment: "s", direction: "out", label: "sciure", quantity: 0.1, unit: "t", period: "year" },
      ],
    }),
  );
  const person = await makePerson(platform, "facilitator", territory);
  for (let i = 0; i < 3; i += 1)
    await ask(platform.app, person, "PATCH", `/territories/${territory}`, {
      version: i + 1,
      fields: { name: `Here ${i}` },
    });
  // A file as an import keeps it: longer than a piece of the backup, and not text.
  await platform.database.owner.query(
    `insert into import_batch (territory_id, id, at, file_name, file, status)
     values ($1, gen_random_uuid(), now(), 'classeur.xlsx', $2, 'previewed')`,
    [territory, noise(300_000)],
  );
  file = join(folder, "whole.backup");
  const done = await backup({ data: platform.data, databaseUrl: null }, file, passphrase, stamp);
  if (!done.ok) throw new Error(done.problem.message.en);
  saved = done.value;
});
afterAll(async () => {
  await platform.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const emptyFolder = (): string => {
  const data = mkdtempSync(join(folder, "data-"));
  chmodSync(data, 0o711);
  return data;
};
const code = async (asked: Promise<{ ok: boolean; problem?: { code: string } }>): Promise<string> =>
  (await asked).problem?.code ?? "OK";

test("what is kept is in the backup, counted; nothing of it can be read without the passphrase", async () => {
  const rows = Object.fromEntries(saved.map(({ table, rows }) => [table, rows]));
  expect(rows).toMatchObject({ territory: 1, establishment: 1, flow: 1, membership: 1, import_batch: 1 });
  expect(readFileSync(file).includes("Scierie")).toBe(false);
  expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
});

test("it is verified without a database: same tables, same hashes", async () => {
  const whole = await verify(file, passphrase);
  expect(whole.ok && whole.value.tables).toEqual(saved);
});

test("restored on the embedded database, each table has the hash it had, and backed up again it is the same", async () => {
  const data = emptyFolder();
  expect(await restore({ data, databaseUrl: null }, file, passphrase)).toEqual({ ok: true, value: saved });
  const again = join(folder, "again.backup");
  const done = await backup({ data, databaseUrl: null }, again, passphrase, stamp);
  expect(done.ok && done.value).toEqual(saved);
  expect(await code(restore({ data, databaseUrl: null }, file, passphrase))).toBe("RESTORE_NOT_EMPTY");
});

test("restored on a PostgreSQL server whose owner is no superuser, and back", async () => {
  const place = { data: emptyFolder(), databaseUrl: await server.database("restored") };
  expect(await restore(place, file, passphrase)).toEqual({ ok: true, value: saved });
  const done = await backup(place, join(folder, "hosted.backup"), passphrase, stamp);
  expect(done.ok && done.value).toEqual(saved);
  expect(await code(restore(place, file, passphrase))).toBe("RESTORE_NOT_EMPTY");
});

describe("a backup that is not whole is refused, and nothing is written", () => {
  const changed = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const to = join(folder, `${name}.backup`);
    writeFileSync(to, change(Buffer.from(readFileSync(file))));
    return to;
  };
  const flip = (at: (length: number) => number) => (bytes: Buffer) => {
    const where = at(bytes.length);
    bytes[where] = (bytes[where] ?? 0) ^ 1;
    return bytes;
  };
  test.each([
    ["one bit of its last piece changed", flip((length) => length - 20), "BACKUP_DAMAGED"],
    ["one bit of its first piece changed", flip(() => 100), "BACKUP_WRONG_PASSPHRASE"],
    ["its salt changed", flip(() => 20), "BACKUP_WRONG_PASSPHRASE"],
    ["cut by a byte", (bytes: Buffer) => bytes.subarray(0, -1), "BACKUP_DAMAGED"],
    [
      "cut at the end of its first piece",
      (bytes: Buffer) => bytes.subarray(0, bytes.indexOf(10) + 1 + 65_552),
      "BACKUP_DAMAGED",
    ],
    ["followed by something", (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(10)]), "BACKUP_DAMAGED"],
    ["empty", () => Buffer.alloc(0), "BACKUP_UNREADABLE"],
    ["something else", () => Buffer.from("PK\u0003\u0004 a workbook"), "BACKUP_UNREADABLE"],
  ])("%s", async (name, change, expected) => {
    expect(await code(verify(changed(name, change), passphrase))).toBe(expected);
  });

  test("restoring it leaves the folder as it was", async () => {
    const data = emptyFolder();
    const cut = changed("cut", (bytes) => bytes.subarray(0, -1));
    expect(await code(restore({ data, databaseUrl: null }, cut, passphrase))).toBe("BACKUP_DAMAGED");
    expect(readdirSync(data)).toEqual([]);
  });

  test("another passphrase opens nothing", async () => {
    expect(await code(verify(file, `${passphrase}!`))).toBe("BACKUP_WRONG_PASSPHRASE");
  });

  test("a file that is there is not overwritten", async () => {
    expect(await code(backup({ data: platform.data, databaseUrl: null }, file, passphrase, stamp))).toBe(
      "BACKUP_FILE_EXISTS",
    );
  });
});

test("an audit trail that somebody touched is told, by territory and entry", async () => {
  const url = await server.database("touched");
  const place = { data: emptyFolder(), databaseUrl: url };
  await restore(place, file, passphrase);
  const client = new pg.Client(url);
  await client.connect();
  await client.query("update audit set action = 'other' where seq = 2");
  await client.end();
  const touched = join(folder, "touched.backup");
  await backup(place, touched, passphrase, stamp);
  expect(await verify(touched, passphrase)).toMatchObject({
    ok: false,
    problem: { code: "BACKUP_AUDIT_BROKEN", message: { en: expect.stringContaining("entry 2 (seal)") } },
  });
});

describe("versions", () => {
  test("a backup of an older schema is restored as it was, then brought up to date", async () => {
    const [from, to] = [await server.database("older"), await server.database("brought-up")];
    const data = emptyFolder();
    const owner = new pg.Pool({ connectionString: from });
    await appPassword(owner, data);
    await migrate({ connectionString: from }, "2026-11-30-first");
    await owner.query(
      "insert into territory (id, name, data, created_at) values (gen_random_uuid(), 'Old', '{}', now())",
    );
    await owner.end();
    const old = join(folder, "old.backup");
    await backup({ data, databaseUrl: from }, old, passphrase, stamp);
    expect(await code(restore({ data, databaseUrl: to }, old, passphrase))).toBe("OK");
    const client = new pg.Client(to);
    await client.connect();
    expect((await client.query("select name from territory")).rows).toEqual([{ name: "Old" }]);
    const { rows } = await client.query("select name from kysely_migration order by timestamp, name");
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations));
    await client.end();
  });

  test("one of a version that is not known yet is refused, and told", async () => {
    const [from, to] = [await server.database("newer"), await server.database("too-old")];
    const data = emptyFolder();
    const owner = new pg.Pool({ connectionString: from });
    await appPassword(owner, data);
    await migrate({ connectionString: from });
    await owner.query("insert into kysely_migration values ('2999-01-01-unknown', now()::text)");
    await owner.end();
    const later = join(folder, "later.backup");
    await backup({ data, databaseUrl: from }, later, passphrase, stamp);
    expect(await code(restore({ data, databaseUrl: to }, later, passphrase))).toBe("BACKUP_NEWER");
  });
});
