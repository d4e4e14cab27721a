import type { Mapping } from "@simbiosi/study";
import type { Tx } from "../database/as-actor.ts";

type Tables = { establishments: Record<string, string | null>; flows: Record<string, string | null> };

/** What people of the territory decided that headers mean, in files before this one. */
export async function rememberedMapping(tx: Tx, territory: string): Promise<Mapping> {
  const rows = await tx.selectFrom("import_mapping").selectAll().where("territory_id", "=", territory).execute();
  const mapping: Tables = { establishments: {}, flows: {} };
  for (const { table_name: table, header, key } of rows) mapping[table][header] = key;
  return mapping;
}

/** Keeps what was decided of the headers of a file, for the next one that has them. */
export async function rememberMapping(
  tx: Tx,
  territory: string,
  { establishments = {}, flows = {} }: Mapping,
  { account, at }: { readonly account: string | null; readonly at: Date },
): Promise<void> {
  for (const [table_name, headers] of Object.entries({ establishments, flows }))
    for (const [header, key] of Object.entries(headers))
      await tx
        .insertInto("import_mapping")
        .values({
          territory_id: territory,
          table_name: table_name as keyof Tables,
          header,
          key,
          at,
          account_id: account,
        })
        .onConflict((on) =>
          on.columns(["territory_id", "table_name", "header"]).doUpdateSet({ key, at, account_id: account }),
        )
        .execute();
}
