import { sql } from "kysely";
import { remember } from "../changes/history.ts";
import { inRole, type Tx } from "../database/as-actor.ts";
import { tell } from "../events/tell.ts";
import type { Actor } from "../http/route.ts";
import { forgetInImports } from "../imports/forget-in-imports.ts";
import { askRematch, enqueue } from "../jobs/enqueue.ts";
import type { Services } from "../services.ts";

/** How much was erased: said to the company, and to nobody else. */
export type Erased = {
  readonly flows: number;
  readonly changes: number;
  readonly entries: number;
  readonly elsewhere: boolean;
};

const gone = { fr: "Piste d'une entreprise qui s'est retirée", en: "Lead of a company that has left" };
const nameless = "Entreprise retirée";

/**
 * A company leaves a territory and is forgotten there. Its flows and its sheet go with it, unless it takes part in another
 * territory, which goes on using them. The audit trail keeps its seals: what an entry said is removed with its salt, and
 * nobody can then tell what the seal was over.
 */
export async function eraseCompany(
  tx: Tx,
  { source, origin }: Services,
  actor: Actor,
  territory: string,
  own: string,
): Promise<Erased> {
  const elsewhere =
    (await tx
      .selectFrom("participation")
      .select("territory_id")
      .where("establishment_id", "=", own)
      .where("territory_id", "!=", territory)
      .where("left_at", "is", null)
      .executeTakeFirst()) !== undefined;
  await inRole(tx, "engine");
  const site = await tx.selectFrom("establishment").select("name").where("id", "=", own).executeTakeFirstOrThrow();
  const flows = await tx.selectFrom("flow").select("id").where("establishment_id", "=", own).execute();
  const links = await tx.selectFrom("company_link").select("id").where("establishment_id", "=", own).execute();
  const here = { territory_id: territory, establishment_id: own };

  // Leads name it; those that somebody decided on keep their stage, and lose the name.
  await sql`delete from lead where territory_id = ${territory} and fr #> '{lead,establishments}' ? ${own}`.execute(tx);
  const decided = await tx
    .selectFrom("synergy_establishment")
    .select("lead_id")
    .where("territory_id", "=", territory)
    .where("establishment_id", "=", own)
    .execute();
  const leads = decided.map(({ lead_id }) => lead_id);
  if (leads.length > 0) {
    await tx
      .updateTable("synergy")
      .set({ title_fr: gone.fr, title_en: gone.en, reason: null, next_step: null, next_owner: null })
      .where("territory_id", "=", territory)
      .where("lead_id", "in", leads)
      .execute();
    await tx.deleteFrom("synergy_event").where("territory_id", "=", territory).where("lead_id", "in", leads).execute();
  }
  await forgetWhatWasSaid(tx, territory, [own, ...leads]);
  for (const table of ["synergy_establishment", "contact", "encounter"] as const)
    await tx
      .deleteFrom(table)
      .where("territory_id", "=", here.territory_id)
      .where("establishment_id", "=", here.establishment_id)
      .execute();
  const changes = await tx
    .deleteFrom("change")
    .where("territory_id", "=", territory)
    .where("establishment_id", "=", own)
    .executeTakeFirst();
  const patterns = [own, ...flows.map(({ id }) => id)].map((id) => `%${id}%`);
  const entries = await sql`
    delete from audit_content c using audit a
    where a.territory_id = c.territory_id and a.seq = c.seq and c.territory_id = ${territory}
      and (a.object like any(${patterns}::text[]) or c.content::text like any(${patterns}::text[])
           or a.actor = any(${links.map(({ id }) => id)}::uuid[]))`.execute(tx);
  await forgetInWorkshops(
    tx,
    territory,
    own,
    flows.map(({ id }) => id),
  );
  await forgetInImports(tx, territory, new Set([own, ...flows.map(({ id }) => id)]));
  await forgetInPlan(tx, territory, own, leads);
  // Documents name it; they are made again from what is there.
  await tx.deleteFrom("document").where("territory_id", "=", territory).execute();
  if (!elsewhere) {
    await tx.deleteFrom("flow").where("establishment_id", "=", own).execute();
    const now = source.now();
    await tx
      .updateTable("establishment")
      .set({
        name: nameless,
        siret: null,
        lon: null,
        lat: null,
        data: JSON.stringify({ name: nameless }),
        updated_at: now,
      })
      .where("id", "=", own)
      .execute();
  }
  await tx
    .updateTable("company_link")
    .set({ revoked_at: source.now(), email: null })
    .where("establishment_id", "=", own)
    .where("territory_id", "=", territory)
    .execute();
  await tx
    .updateTable("participation")
    // Its key may be a name of the workbook.
    .set({ left_at: source.now(), key: own })
    .where("territory_id", "=", territory)
    .where("establishment_id", "=", own)
    .execute();
  // A sheet of it that was set aside for the shared one stays so: it is of the same company.
  // What it told other démarches with its demands, whatever they answered.
  await tx.deleteFrom("joining").where("establishment_id", "=", own).execute();
  await remember(
    tx,
    source,
    { account: null, link: null },
    {
      territory,
      object: "establishment",
      id: own,
      action: "removed",
      from: "erasure",
    },
  );
  const place = await tx.selectFrom("territory").select("name").where("id", "=", territory).executeTakeFirstOrThrow();
  await inRole(tx, "access");
  const told = await tx
    .selectFrom("membership")
    .innerJoin("account", "account.id", "membership.account_id")
    .select("account.email")
    .where("membership.territory_id", "=", territory)
    .where("membership.role", "=", "facilitator")
    .where("membership.revoked_at", "is", null)
    .execute();
  await inRole(tx, actor.role);
  for (const { email } of told)
    await enqueue(tx, "send-letter", {
      to: email,
      subject: `Simbiosi : ${site.name} s'est retirée / has left`,
      text: `Bonjour,\n\n${site.name} s'est retirée de « ${place.name} » et a demandé l'effacement de ses données : ses flux, ses réponses, ses contacts et son historique sont effacés de Simbiosi, avec les messages et fichiers joints à ses pistes, les fichiers importés où elle figurait et les documents produits, qui se refont depuis l'écran Documents. Effacez aussi ce que vous gardez ailleurs : classeurs, documents téléchargés, notes.\n\n${site.name} has left "${place.name}" and asked for its data to be erased: its flows, answers, contacts and history are erased from Simbiosi, with the messages and files of its leads, the imported files it stood in and the documents made so far, which the Documents screen makes again. Erase also what you keep elsewhere: workbooks, downloaded documents, notes.\n\n${origin}\n`,
    });
  await askRematch(tx, territory);
  await tell(tx, { territory, about: "establishments", id: own });
  await tell(tx, { territory, about: "flows", id: own });
  return {
    flows: elsewhere ? 0 : flows.length,
    changes: Number(changes.numDeletedRows),
    entries: Number(entries.numAffectedRows ?? 0n),
    elsewhere,
  };
}

/** What was said and filed about it and its leads, with the lines of the history that tell it. */
async function forgetWhatWasSaid(tx: Tx, territory: string, objects: readonly string[]): Promise<void> {
  for (const table of ["comment", "attachment"] as const) {
    const removed = await tx
      .deleteFrom(table)
      .where("territory_id", "=", territory)
      .where("object", "in", ["establishment", "synergy"])
      .where("object_id", "in", objects)
      .returning("id")
      .execute();
    if (removed.length > 0)
      await tx
        .deleteFrom("change")
        .where("territory_id", "=", territory)
        .where("object", "=", table)
        .where(
          "object_id",
          "in",
          removed.map(({ id }) => id),
        )
        .execute();
  }
  await tx
    .deleteFrom("change")
    .where("territory_id", "=", territory)
    .where("object", "=", "synergy")
    .where("object_id", "in", objects)
    .execute();
}

/** Its place around the tables, and what it said there. */
async function forgetInWorkshops(tx: Tx, territory: string, own: string, flows: readonly string[]): Promise<void> {
  if (flows.length > 0)
    await tx.deleteFrom("workshop_card").where("territory_id", "=", territory).where("flow_id", "in", flows).execute();
  await tx
    .updateTable("workshop")
    .set({ participants: sql`array_remove(participants, ${own}::uuid)` })
    .where("territory_id", "=", territory)
    .execute();
}

/** The plan keeps its actions, which are the territory's; it no longer names the company nor says what its leads told of it. */
async function forgetInPlan(tx: Tx, territory: string, own: string, leads: readonly string[]): Promise<void> {
  await sql`
    update action_sheet set sheet = jsonb_set(sheet, '{partners}', (sheet -> 'partners') - ${own}::text), version = version + 1
    where territory_id = ${territory} and sheet -> 'partners' ? ${own}`.execute(tx);
  if (leads.length > 0)
    await sql`
      update action_sheet set sheet = sheet || ${JSON.stringify({ title: gone.fr, description: "", notes: "", indicators: [], budget: [] })}::jsonb, version = version + 1
      where territory_id = ${territory} and key = any(${leads}::text[])`.execute(tx);
  await sql`
    delete from change where territory_id = ${territory} and object = 'action'
      and (before::text like ${`%${own}%`} or after::text like ${`%${own}%`})`.execute(tx);
}
