import type { Tx } from "../database/as-actor.ts";
import { newId, type Source } from "../ids/new-id.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Services } from "../services.ts";
import { newToken } from "./token.ts";

/** How long an invitation waits for its person. */
export const invitationDays = 7;

type Invitation = {
  readonly account: string;
  /** Null: of the first administrator. */
  readonly territory: string | null;
  readonly by: string | null;
};

/**
 * Makes an invitation, in the role `access`: the one before it, if any, opens nothing more.
 * @returns the address to open, whose secret is kept nowhere
 */
export async function invite(tx: Tx, source: Source, origin: string, invitation: Invitation): Promise<string> {
  const { account, territory, by } = invitation;
  await withdraw(tx, source, account, territory);
  const { token, hash } = newToken(source);
  const now = source.now();
  await tx
    .insertInto("invitation")
    .values({
      id: newId(source),
      account_id: account,
      territory_id: territory,
      token_hash: hash,
      created_at: now,
      created_by: by,
      expires_at: new Date(now.getTime() + invitationDays * 86_400_000),
    })
    .execute();
  // After the hash sign: the secret is in no log of any server or proxy.
  return `${origin}/invitation#${token}`;
}

/**
 * Those of some accounts that their people can enter without an invitation: by a password, or by the provider of
 * identity. In the role `access`.
 */
export async function openAccounts(
  tx: Tx,
  oidc: Services["oidc"],
  accounts: readonly string[],
): Promise<ReadonlySet<string>> {
  if (accounts.length === 0) return new Set();
  const rows = await tx
    .selectFrom("account")
    .leftJoin("account_identity", (on) =>
      on
        .onRef("account_identity.account_id", "=", "account.id")
        .on("account_identity.issuer", "=", oidc?.settings.issuer.href ?? ""),
    )
    .select("account.id")
    .where("account.id", "in", accounts)
    .where((eb) => eb.or([eb("account.password_hash", "is not", null), eb("account_identity.subject", "is not", null)]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What was sent to an account for a territory and not used opens nothing more. */
export async function withdraw(tx: Tx, source: Source, account: string, territory: string | null): Promise<void> {
  await tx
    .updateTable("invitation")
    .set({ revoked_at: source.now() })
    .where("account_id", "=", account)
    .where("territory_id", territory === null ? "is" : "=", territory)
    .where("used_at", "is", null)
    .where("revoked_at", "is", null)
    .execute();
}

/** The letter of an invitation; without `url`, to somebody who has an account already. */
export const sendInvitation = (
  tx: Tx,
  letter: {
    readonly to: string;
    readonly name: string;
    readonly place: string;
    readonly origin: string;
    readonly url: string | null;
  },
): Promise<void> => {
  const { to, name, place, origin, url } = letter;
  const french =
    url === null
      ? `Vous êtes invité à travailler sur « ${place} » : connectez-vous à ${origin}`
      : `Vous êtes invité à travailler sur « ${place} ». Ce lien personnel, valable ${invitationDays} jours, ouvre votre compte :\n\n${url}`;
  const english =
    url === null
      ? `You are invited to work on "${place}": sign in at ${origin}`
      : `You are invited to work on "${place}". The personal link above, valid ${invitationDays} days, opens your account.`;
  return enqueue(tx, "send-letter", {
    to,
    subject: `Simbiosi : ${place}`,
    text: `Bonjour ${name},\n\n${french}\n\n${english}\n`,
  });
};
