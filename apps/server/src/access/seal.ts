import { audit } from "../changes/audit.ts";
import { inPlace, inRole, type Tx } from "../database/as-actor.ts";
import { dayOf, type Source } from "../ids/new-id.ts";

/**
 * Seals, in the trail of each territory where somebody works today, how they came in or changed their ways in. Begins and
 * ends in the role `access`.
 */
export async function sealWhereMember(
  tx: Tx,
  source: Source,
  account: string,
  action: string,
  content: object,
): Promise<void> {
  const today = dayOf(source.now());
  const places = await tx
    .selectFrom("membership")
    .innerJoin("territory", "territory.id", "membership.territory_id")
    .select(["membership.territory_id", "membership.role"])
    .where("membership.account_id", "=", account)
    .where("membership.revoked_at", "is", null)
    .where((eb) => eb.or([eb("ends_on", "is", null), eb("ends_on", ">=", today)]))
    .where("territory.archived_at", "is", null)
    // One order for everybody: two who come in at once do not wait for each other in a circle.
    .orderBy("membership.territory_id")
    .execute();
  for (const { territory_id: territory, role } of places) {
    await inPlace(tx, territory);
    await inRole(tx, role);
    await audit(tx, source, { territory, actor: account, action, object: `account:${account}`, content });
  }
  await inPlace(tx, "");
  await inRole(tx, "access");
}
