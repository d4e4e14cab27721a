import type { Tx } from "../database/as-actor.ts";
import { type HttpProblem, httpProblem } from "../http/problems.ts";
import { newId, type Source } from "../ids/new-id.ts";
import { lockout, secondsToWait } from "./lockout.ts";

/** Failures of an account since its last success, and of an address over all accounts, in the last fifteen minutes. */
async function failures(tx: Tx, source: Source, email: string, address: string) {
  const since = new Date(source.now().getTime() - lockout.minutes * 60_000);
  const rows = await tx
    .selectFrom("sign_in")
    .select(["at", "outcome"])
    .where("email", "=", email)
    .where("at", ">", since)
    .orderBy("at", "desc")
    .execute();
  const last = rows.findIndex(({ outcome }) => outcome === "done");
  const wrong = (last < 0 ? rows : rows.slice(0, last)).filter(
    ({ outcome }) => outcome === "wrong-password" || outcome === "unknown" || outcome === "wrong-code",
  );
  const { count } = await tx
    .selectFrom("sign_in")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("source", "=", address)
    .where("at", ">", since)
    .where("outcome", "in", ["wrong-password", "unknown", "wrong-code", "dead-link", "oidc-refused", "wrong-passkey"])
    .executeTakeFirstOrThrow();
  return { count: wrong.length, lastAt: wrong[0]?.at, ofSource: Number(count) };
}

/** One line of the list of sign-ins. */
export const note = (
  tx: Tx,
  source: Source,
  row: { email: string; account: string | null; address: string; outcome: string },
) =>
  tx
    .insertInto("sign_in")
    .values({
      id: newId(source),
      at: source.now(),
      email: row.email,
      account_id: row.account,
      source: row.address,
      outcome: row.outcome,
    })
    .execute();

/** The same words whether the address or the password is wrong: who has an account is nobody's business. */
export const wrong: HttpProblem = {
  ...httpProblem(401, "WRONG_PASSWORD", "Adresse ou mot de passe incorrect.", "Wrong address or password."),
  keep: true,
};
const locked = (seconds: number): HttpProblem => ({
  ...httpProblem(
    429,
    "ACCOUNT_LOCKED",
    `Trop d'essais : attendez ${seconds} secondes avant le prochain.`,
    `Too many attempts: wait ${seconds} seconds before the next.`,
  ),
  keep: true,
});

/** Whether another attempt is let through, or for how long none is. */
export async function mayTry(tx: Tx, source: Source, email: string, address: string): Promise<HttpProblem | null> {
  const { count, lastAt, ofSource } = await failures(tx, source, email, address);
  if (ofSource >= lockout.perSource) return locked(lockout.mostSeconds);
  const wait = secondsToWait(count);
  const since = lastAt === undefined ? Number.POSITIVE_INFINITY : (source.now().getTime() - lastAt.getTime()) / 1_000;
  return since < wait ? locked(Math.ceil(wait - since)) : null;
}
