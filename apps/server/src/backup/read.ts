import { createHash, type Hash } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { brokenSeal, type Sealed } from "../changes/audit.ts";
import { addRow, type Head, type TableEnd } from "./dump.ts";
import { backupProblems } from "./problems.ts";
import { BackupError, readSealed } from "./sealed-file.ts";

/** What a reader of backups is handed, in order: the head, then rows table by table. */
export type Handlers = {
  readonly head: (head: Head) => Promise<void> | void;
  readonly row: (table: string, line: string) => Promise<void> | void;
  readonly table: (end: TableEnd) => Promise<void> | void;
};

/** Reads a backup to its end, holding each table to its count and its hash. Throws BackupError. */
export async function readBackup(file: string, passphrase: string, handlers: Handlers): Promise<Head> {
  let head: Head | undefined;
  let table: { readonly name: string; readonly hash: Hash; rows: number } | undefined;
  let ended = false;
  const line = async (words: string): Promise<void> => {
    const said = words.slice(2);
    switch (words[0]) {
      case "H":
        head = JSON.parse(said) as Head;
        return handlers.head(head);
      case "T":
        table = { name: (JSON.parse(said) as { table: string }).table, hash: createHash("sha256"), rows: 0 };
        return;
      case "R":
        if (table === undefined) break;
        addRow(table.hash, said);
        table.rows += 1;
        return handlers.row(table.name, said);
      case "E": {
        const end = JSON.parse(said) as TableEnd;
        if (table === undefined || end.rows !== table.rows || end.sha256 !== table.hash.digest("hex")) break;
        table = undefined;
        return handlers.table(end);
      }
      case "Z":
        ended = true;
        return;
    }
    throw new BackupError(backupProblems.damaged(table?.name ?? "structure"));
  };
  const clear = Readable.from(readSealed(file, passphrase));
  const gunzip = createGunzip();
  clear.on("error", (error) => gunzip.destroy(error));
  clear.pipe(gunzip);
  try {
    let rest: Buffer[] = [];
    for await (const bytes of gunzip as AsyncIterable<Buffer>) {
      let from = 0;
      for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
        rest.push(bytes.subarray(from, to));
        await line(Buffer.concat(rest).toString("utf8"));
        rest = [];
        from = to + 1;
      }
      rest.push(bytes.subarray(from));
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw new BackupError(backupProblems.damaged("compression"));
    throw error;
  } finally {
    clear.destroy();
  }
  if (head === undefined || !ended) throw new BackupError(backupProblems.damaged("end"));
  return head;
}

/** What a backup holds, once everything in it was found whole. */
export type Verified = { readonly head: Head; readonly tables: readonly TableEnd[] };

/** Reads a backup whole without writing anything: structure, hashes, and the seals of every audit trail. */
export async function verifyBackup(file: string, passphrase: string): Promise<Verified> {
  const tables: TableEnd[] = [];
  const trails = new Map<string, Sealed[]>();
  const contents = new Map<string, { readonly salt: Buffer; readonly content: unknown }>();
  const heads = new Map<string, { readonly seq: number; readonly hash: Buffer }>();
  const bytes = (words: string): Buffer => Buffer.from(words.slice(2), "hex");
  type Row = Readonly<Record<string, string>> & { readonly territory_id: string; readonly seq: number };
  const head = await readBackup(file, passphrase, {
    head: () => undefined,
    row: (table, line) => {
      if (!table.startsWith("audit")) return;
      const row = JSON.parse(line) as Row;
      const { territory_id: territory } = row;
      if (table === "audit_head") heads.set(territory, { seq: row.seq, hash: bytes(row.hash ?? "") });
      if (table === "audit_content")
        contents.set(`${territory} ${row.seq}`, { salt: bytes(row.salt ?? ""), content: row.content });
      if (table === "audit") {
        const trail = trails.get(territory) ?? [];
        trails.set(territory, trail);
        trail.push({
          seq: row.seq,
          at: new Date(row.at ?? ""),
          actor: row.actor ?? null,
          action: row.action ?? "",
          object: row.object ?? "",
          digest: bytes(row.content_digest ?? ""),
          hash: bytes(row.hash ?? ""),
          known: null,
        });
      }
    },
    table: (end) => {
      tables.push(end);
    },
  });
  for (const territory of new Set([...trails.keys(), ...heads.keys()])) {
    const trail = (trails.get(territory) ?? []).map((one) => ({
      ...one,
      known: contents.get(`${territory} ${one.seq}`) ?? null,
    }));
    const broken = brokenSeal(trail, heads.get(territory));
    if (broken !== null) throw new BackupError(backupProblems.auditBroken(territory, broken.seq, broken.why));
  }
  return { head, tables };
}
