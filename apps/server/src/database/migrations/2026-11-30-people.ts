import { type Kysely, sql } from "kysely";

/** People and meetings: what is removed can come back, a meeting has a name, and whoever wants no letter is not written to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
alter table contact add column removed_at timestamptz;
-- Asked not to be written to any more.
alter table contact add column opted_out boolean not null default false;
alter table contact add column note text;
create index on contact (territory_id, establishment_id);
alter table encounter add column removed_at timestamptz;
-- The name of a meeting: those who came to it bear the same.
alter table encounter add column title text;
-- Whom one spoke to.
alter table encounter add column contact_id uuid;
alter table encounter add foreign key (territory_id, contact_id) references contact (territory_id, id);
`)
    .execute(db);
}
