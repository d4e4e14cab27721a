import { createHash } from "node:crypto";
import type { Tx } from "../database/as-actor.ts";
import type { Source } from "../ids/new-id.ts";

export type AuditEntry = {
  readonly territory: string;
  readonly actor: string | null;
  readonly action: string;
  readonly object: string;
  readonly content: unknown;
};

const none = Buffer.alloc(32);

/** The seal of an entry: over all that it says and the seal of the one before. */
export function sealOf(
  before: Buffer,
  entry: { seq: number; at: Date; actor: string | null; action: string; object: string; digest: Buffer },
): Buffer {
  const { seq, at, actor, action, object, digest } = entry;
  return createHash("sha256")
    .update(before)
    .update(JSON.stringify([seq, at.toISOString(), actor, action, object]))
    .update(digest)
    .digest();
}

export const digestOf = (salt: Buffer, content: unknown): Buffer =>
  createHash("sha256").update(salt).update(JSON.stringify(content)).digest();

/**
 * Writes one entry at the end of a territory's audit trail, in the transaction of what it tells. The head is locked, so
 * that entries follow one another; the content is kept apart under a salt, and may be forgotten without breaking a seal.
 */
export async function audit(tx: Tx, source: Source, entry: AuditEntry): Promise<void> {
  const { territory, actor, action, object } = entry;
  await tx
    .insertInto("audit_head")
    .values({ territory_id: territory, seq: 0, hash: none })
    .onConflict((on) => on.doNothing())
    .execute();
  const head = await tx
    .selectFrom("audit_head")
    .selectAll()
    .where("territory_id", "=", territory)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const seq = Number(head.seq) + 1;
  const at = source.now();
  const salt = source.bytes(16);
  // As the database will give it back: the order of keys is not kept by jsonb, so the text itself is what is sealed.
  const content = JSON.stringify(entry.content ?? null);
  const digest = digestOf(salt, content);
  const hash = sealOf(head.hash, { seq, at, actor, action, object, digest });
  await tx
    .insertInto("audit")
    .values({ territory_id: territory, seq, at, actor, action, object, content_digest: digest, hash })
    .execute();
  await tx
    .insertInto("audit_content")
    .values({ territory_id: territory, seq, salt, content: JSON.stringify(content) })
    .execute();
  await tx.updateTable("audit_head").set({ seq, hash }).where("territory_id", "=", territory).execute();
}

/** An entry of a trail with its seal, and its content unless that was forgotten. */
export type Sealed = {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string | null;
  readonly action: string;
  readonly object: string;
  readonly digest: Buffer;
  readonly hash: Buffer;
  readonly known: { readonly salt: Buffer; readonly content: unknown } | null;
};
type Broken = { readonly seq: number; readonly why: "order" | "seal" | "content" | "head" };

/** Where a trail is broken, or null when every seal holds up to its head. */
export function brokenSeal(
  trail: readonly Sealed[],
  head: { readonly seq: number; readonly hash: Buffer } | undefined,
): Broken | null {
  let before: Buffer = none;
  let last = 0;
  for (const entry of trail) {
    const { seq, digest, hash, known } = entry;
    if (seq !== last + 1) return { seq, why: "order" };
    if (!sealOf(before, entry).equals(hash)) return { seq, why: "seal" };
    // Forgotten content has no salt any more; what is there must be what was sealed.
    if (known !== null && !digestOf(known.salt, known.content).equals(digest)) return { seq, why: "content" };
    before = hash;
    last = seq;
  }
  return (head?.seq ?? 0) === last && (head?.hash ?? none).equals(before) ? null : { seq: last, why: "head" };
}

/** Where the chain of a territory is broken, or null when every seal holds up to its head. */
export async function firstBrokenSeal(tx: Tx, territory: string): Promise<Broken | null> {
  const rows = await tx
    .selectFrom("audit")
    .leftJoin("audit_content", (on) =>
      on.onRef("audit_content.territory_id", "=", "audit.territory_id").onRef("audit_content.seq", "=", "audit.seq"),
    )
    .selectAll("audit")
    .select(["audit_content.salt", "audit_content.content"])
    .where("audit.territory_id", "=", territory)
    .orderBy("audit.seq")
    .execute();
  const head = await tx.selectFrom("audit_head").selectAll().where("territory_id", "=", territory).executeTakeFirst();
  return brokenSeal(
    rows.map(({ seq, content_digest: digest, salt, content, ...row }) => ({
      ...row,
      seq: Number(seq),
      digest,
      known: salt === null ? null : { salt, content },
    })),
    head && { seq: Number(head.seq), hash: head.hash },
  );
}
