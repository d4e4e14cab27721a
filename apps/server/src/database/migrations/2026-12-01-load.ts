import { type Kysely, sql } from "kysely";

/** Runs of the engine stand in line, and answers kept for a command sent twice do not stay for ever. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(/* sql */ `
-- One run of the engine at a time: it has one thread, and letters and documents are not to wait behind ten territories.
-- A run that was asked for already keeps its moment: whoever types without a pause is answered all the same.
create or replace function enqueue(task text, payload json, key text, delay_seconds integer) returns void
language plpgsql security definer set search_path = pg_catalog, graphile_worker as $$
begin
  perform graphile_worker.add_job(
    task,
    payload,
    queue_name => case when task in ('rematch', 'insight') then 'engine' end,
    job_key => key,
    job_key_mode => case when key is null then null when task = 'rematch' then 'preserve_run_at' else 'replace' end,
    run_at => now() + make_interval(secs => delay_seconds),
    max_attempts => 5
  );
end $$;

grant delete on idempotence to simbiosi_app;
create policy idempotence_delete on idempotence for delete to simbiosi_app using (current_app_role() = 'engine');
create index on idempotence (at);
`)
    .execute(db);
}
