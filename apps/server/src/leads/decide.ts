import { canMove, fail, ok, type ReasonCode, type Result, type Stage } from "@simbiosi/domain";
import { remember } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import { type HttpProblem, httpProblem, httpProblems, stale } from "../http/problems.ts";
import type { Actor } from "../http/route.ts";
import { newId, type Source } from "../ids/new-id.ts";
import { type Decision, decisionOf, type LeadRow } from "./lead-row.ts";

/** In whose name, and where. */
export type Deciding = {
  readonly tx: Tx;
  readonly source: Source;
  readonly actor: Pick<Actor, "account" | "link">;
  readonly territory: string;
};

export type Move = {
  readonly stage: Stage;
  readonly version?: number | undefined;
  readonly reason_code: ReasonCode | null;
  readonly reason: string | null;
  readonly next_step?: string | null | undefined;
  readonly next_owner?: string | null | undefined;
  readonly next_on?: string | null | undefined;
};

/** How long one may take a decision of one's own back: what is signed afterwards is signed. */
const undoFor = 10 * 60_000;

const problems = {
  move: httpProblem(
    422,
    "MOVE_NOT_ALLOWED",
    "Ce passage d'étape n'est pas possible : suivez l'ordre des étapes.",
    "This move is not possible: follow the order of the stages.",
  ),
  reason: httpProblem(
    422,
    "REASON_NEEDED",
    "Dites pourquoi : choisissez une raison dans la liste.",
    "Say why: choose a reason in the list.",
  ),
  words: httpProblem(
    422,
    "REASON_WORDS_NEEDED",
    "Précisez cette autre raison en quelques mots.",
    "Tell this other reason in a few words.",
  ),
  undo: httpProblem(
    422,
    "UNDO_TOO_LATE",
    "Cette décision ne peut plus être annulée : elle n'est pas de vous, ou date de plus de dix minutes. Changez plutôt l'étape sur la fiche.",
    "This decision can no longer be undone: it is not yours, or more than ten minutes old. Change the stage on the sheet instead.",
  ),
};

const decisionRow = (tx: Tx, territory: string, lead: string) =>
  tx
    .selectFrom("synergy")
    .selectAll()
    .where("territory_id", "=", territory)
    .where("lead_id", "=", lead)
    .forUpdate()
    .executeTakeFirst();

/**
 * Writes what was decided of a lead: its stage with a reason where it stops, and its next step. What is not said stays;
 * a reason belongs to the move it was given for, and stays as long as the stage does.
 */
export async function decide(
  { tx, source, actor, territory }: Deciding,
  id: string,
  move: Move,
): Promise<Result<Decision, HttpProblem>> {
  const lead = await tx
    .selectFrom("lead")
    .select(["fr", "en"])
    .where("territory_id", "=", territory)
    .where("id", "=", id)
    .executeTakeFirst();
  const before = await decisionRow(tx, territory, id);
  if (lead === undefined && before === undefined) return fail(httpProblems.notFound);
  if (before !== undefined && before.version !== move.version) return fail(stale(decisionOf(before)));
  const from = (before?.stage ?? "detected") as Stage;
  const moves = from !== move.stage;
  if (moves && !canMove(from, move.stage)) return fail(problems.move);
  const stops = move.stage === "abandoned" || move.stage === "on-hold";
  if (moves && stops && move.reason_code === null) return fail(problems.reason);
  if (move.reason_code === "other" && (move.reason ?? "").trim() === "") return fail(problems.words);
  const now = source.now();
  const titleIn = (lang: "fr" | "en"): string => (lead === undefined ? "" : (lead[lang] as LeadRow).lead.title);
  const reasonGiven = moves || move.reason_code !== null;
  const row = {
    stage: move.stage,
    reason_code: reasonGiven ? move.reason_code : (before?.reason_code ?? null),
    reason: reasonGiven ? move.reason : (before?.reason ?? null),
    next_step: move.next_step === undefined ? (before?.next_step ?? null) : move.next_step,
    next_owner: move.next_owner === undefined ? (before?.next_owner ?? null) : move.next_owner,
    next_on: move.next_on === undefined ? (before?.next_on ?? null) : move.next_on,
    stage_since: before !== undefined && !moves ? before.stage_since : now,
    version: (before?.version ?? 0) + 1,
  };
  if (before === undefined) {
    await tx
      .insertInto("synergy")
      .values({ territory_id: territory, lead_id: id, title_fr: titleIn("fr"), title_en: titleIn("en"), ...row })
      .execute();
    await joinParties(tx, territory, id, lead === undefined ? [] : (lead.fr as LeadRow).lead.establishments);
  } else
    await tx.updateTable("synergy").set(row).where("territory_id", "=", territory).where("lead_id", "=", id).execute();
  if (moves) await writeEvent({ tx, source, actor, territory }, id, from, row);
  await remember(tx, source, actor, {
    territory,
    object: "synergy",
    id,
    action: before === undefined ? "created" : "changed",
    before: before === undefined ? null : decisionOf(before),
    after: decisionOf(row),
  });
  await tell(tx, { territory, about: "synergies", id });
  return ok(decisionOf(row));
}

/**
 * Takes back the last decision on a lead, whole, as if it had not been made; both stay in the history. One's own only,
 * and soon: it is for the hand that slipped, not for going around the order of the stages.
 */
export async function takeBack(
  deciding: Deciding,
  id: string,
  version: number,
): Promise<Result<Decision | null, HttpProblem>> {
  const { tx, source, actor, territory } = deciding;
  const now = await decisionRow(tx, territory, id);
  if (now === undefined) return fail(httpProblems.notFound);
  if (now.version !== version) return fail(stale(decisionOf(now)));
  const last = await tx
    .selectFrom("change")
    .select(["before", "account_id", "at"])
    .where("territory_id", "=", territory)
    .where("object", "=", "synergy")
    .where("object_id", "=", id)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  const mine = last !== undefined && last.account_id === (actor.account ?? null);
  if (!mine || source.now().getTime() - last.at.getTime() > undoFor) return fail(problems.undo);
  const before = last.before as Decision | null;
  const here = tx.deleteFrom("synergy").where("territory_id", "=", territory).where("lead_id", "=", id);
  const stage = before?.stage ?? "detected";
  const row =
    before === null ? null : { ...before, stage_since: new Date(before.stage_since), version: now.version + 1 };
  if (row === null) {
    await here.execute();
    await tx
      .deleteFrom("synergy_establishment")
      .where("territory_id", "=", territory)
      .where("lead_id", "=", id)
      // What a company answered stays its answer.
      .where("answer", "is", null)
      .execute();
  } else
    await tx.updateTable("synergy").set(row).where("territory_id", "=", territory).where("lead_id", "=", id).execute();
  if (stage !== now.stage)
    await writeEvent(deciding, id, now.stage as Stage, {
      stage,
      reason_code: before?.reason_code ?? null,
      reason: before?.reason ?? null,
    });
  await remember(tx, source, actor, {
    territory,
    object: "synergy",
    id,
    action: row === null ? "removed" : "changed",
    before: decisionOf(now),
    after: row === null ? null : decisionOf(row),
    from: "undo",
  });
  await tell(tx, { territory, about: "synergies", id });
  return ok(row === null ? null : decisionOf(row));
}

async function writeEvent(
  { tx, source, actor, territory }: Deciding,
  lead: string,
  from: Stage,
  to: { readonly stage: string; readonly reason_code: string | null; readonly reason: string | null },
): Promise<void> {
  await tx
    .insertInto("synergy_event")
    .values({
      territory_id: territory,
      id: newId(source),
      lead_id: lead,
      at: source.now(),
      account_id: actor.account ?? null,
      from_stage: from,
      to_stage: to.stage,
      reason_code: to.reason_code,
      reason: to.reason,
    })
    .execute();
}

async function joinParties(tx: Tx, territory: string, lead: string, establishments: readonly string[]): Promise<void> {
  // Public parties such as @collectivite are no establishment.
  const ids = establishments.filter((id) => !id.startsWith("@"));
  if (ids.length === 0) return;
  await tx
    .insertInto("synergy_establishment")
    .values(
      ids.map((id) => ({
        territory_id: territory,
        lead_id: lead,
        establishment_id: id,
        answer: null,
        answer_reason: null,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
}
