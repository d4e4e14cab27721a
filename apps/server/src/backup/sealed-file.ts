import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { Problem } from "@simbiosi/domain";
import { backupProblems } from "./problems.ts";

/**
 * The file of a backup: a line of header, then pieces of 64 KiB, each sealed by AES-256-GCM under a key drawn from the
 * passphrase by scrypt. The nonce counts the pieces and marks the last, as the STREAM construction does, and each seal
 * covers the header: pieces cannot be altered, moved, left out or cut off at the end unseen.
 */
const magic = "simbiosi-backup/1";
const piece = 64 * 1024;
const tagLength = 16;
// 64 MiB and a tenth of a second or so for each passphrase that is tried.
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

/** A failure on its way out of a stream, to be given back as a value. */
export class BackupError extends Error {
  readonly problem: Problem;
  constructor(why: Problem) {
    super(why.code);
    this.problem = why;
  }
}

const keyOf = (passphrase: string, salt: Buffer): Buffer => scryptSync(passphrase.normalize("NFC"), salt, 32, cost);

function nonce(index: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(index), 0);
  bytes.writeUInt8(last ? 1 : 0, 11);
  return bytes;
}

/** Seals what comes into `file`, which must be new; on the disk before it returns. */
export async function writeSealed(file: string, passphrase: string, from: AsyncIterable<Buffer>): Promise<void> {
  const salt = randomBytes(16);
  const header = Buffer.from(`${magic} ${salt.toString("base64url")}\n`);
  const key = keyOf(passphrase, salt);
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(header);
    let waiting = Buffer.alloc(0);
    let index = 0;
    const seal = async (bytes: Buffer, last: boolean): Promise<void> => {
      const cipher = createCipheriv("aes-256-gcm", key, nonce(index, last)).setAAD(header);
      await handle.writeFile(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
      index += 1;
    };
    for await (const bytes of from) {
      waiting = Buffer.concat([waiting, bytes]);
      // One byte more than a piece: the last is never empty.
      for (; waiting.length > piece; waiting = waiting.subarray(piece)) await seal(waiting.subarray(0, piece), false);
    }
    await seal(waiting, true);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens a sealed file piece by piece. Throws BackupError: not a backup, wrong passphrase, damaged. */
export async function* readSealed(file: string, passphrase: string): AsyncGenerator<Buffer> {
  let handle: FileHandle;
  try {
    handle = await open(file, "r");
  } catch {
    throw new BackupError(backupProblems.unreadable(file));
  }
  try {
    const { size } = await handle.stat();
    const start = Buffer.alloc(64);
    await handle.read(start, 0, 64, 0);
    const end = start.indexOf("\n");
    const [word, salt] = start.subarray(0, Math.max(end, 0)).toString("latin1").split(" ");
    if (word !== magic || salt === undefined) throw new BackupError(backupProblems.unreadable(file));
    const header = start.subarray(0, end + 1);
    const key = keyOf(passphrase, Buffer.from(salt, "base64url"));
    let at = header.length;
    for (let index = 0; ; index += 1) {
      const last = size - at <= piece + tagLength;
      const sealed = Buffer.alloc(Math.max(0, Math.min(piece + tagLength, size - at)));
      await handle.read(sealed, 0, sealed.length, at);
      at += sealed.length;
      if (sealed.length < tagLength) throw new BackupError(damagedAt(index));
      const unseal = (asLast: boolean): Buffer | undefined => {
        const decipher = createDecipheriv("aes-256-gcm", key, nonce(index, asLast)).setAAD(header);
        decipher.setAuthTag(sealed.subarray(-tagLength));
        try {
          return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]);
        } catch {
          return undefined;
        }
      };
      const clear = unseal(last);
      if (clear === undefined) {
        // The key opens the first piece though it is not the last any more: the file was cut, the passphrase is right.
        const right = index > 0 || (last && unseal(false) !== undefined);
        throw new BackupError(right ? damagedAt(index) : backupProblems.wrongPassphrase);
      }
      yield clear;
      if (last) return;
    }
  } finally {
    await handle.close();
  }
}

const damagedAt = (index: number): Problem => backupProblems.damaged(`byte ${index * piece}`);
