import { type Inventory, TerritorySchema } from "@simbiosi/domain";
import { sql } from "kysely";
import { type Change, remember, rememberAll } from "../changes/history.ts";
import type { Tx } from "../database/as-actor.ts";
import { columnsOf as establishmentColumns } from "../establishments/establishment.ts";
import { columnsOf as flowColumns } from "../flows/flow.ts";
import type { Actor } from "../http/route.ts";
import type { Source } from "../ids/new-id.ts";
import { dataOf, filled, planImport, type Step, sameRow } from "./plan.ts";

/** One thing that an import did, and what stood before: what its undoing turns back. */
export type Effect = {
  readonly object: "establishment" | "flow" | "territory";
  readonly id: string;
  /** Whether it was there before: `away` is one that had left, or had been removed. */
  readonly was: "absent" | "away" | "there";
  /** What it said before; null when it was absent. */
  readonly before: unknown;
  /** The version that the import left: when another stands, somebody changed it since. */
  readonly version: number;
};

export type Applied = {
  readonly effects: readonly Effect[];
  readonly created: { readonly establishments: number; readonly flows: number };
  readonly updated: { readonly establishments: number; readonly flows: number };
  readonly unchanged: number;
};

type Who = Pick<Actor, "account" | "link">;

/** Imports of one territory follow one another: two at once would each create what both name. */
export const oneImportAtATime = async (tx: Tx, territory: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${territory}`}, 0))`.execute(tx);
};

/**
 * Writes an inventory into a territory, as {@link planImport} says.
 *
 * @param from what the history names as the source
 * @param leave identifiers of rows that stay as they are, whatever the file says
 */
export async function applyInventory(
  tx: Tx,
  source: Source,
  actor: Who,
  territory: string,
  inventory: Inventory,
  from: string,
  leave: ReadonlySet<string> = new Set(),
): Promise<Applied> {
  await oneImportAtATime(tx, territory);
  const back = await comeBack(tx, territory, inventory);
  const plan = await planImport(tx, source, territory, inventory, { leave, back });
  const now = source.now();
  const dates = { created_at: now, updated_at: now };

  const newSites = plan.establishments.filter(({ does }) => does === "create");
  for (const part of slices(newSites)) {
    await tx
      .insertInto("establishment")
      .values(part.map(({ id, row }) => ({ id, ...establishmentColumns(row), ...dates })))
      .execute();
    await tx
      .insertInto("participation")
      .values(part.map(({ id, key }) => ({ territory_id: territory, establishment_id: id, key, joined_at: now })))
      .execute();
  }
  for (const { id, known, row } of plan.establishments)
    if (known !== null && changes(known, row, leave.has(id)))
      await tx
        .updateTable("establishment")
        .set({ ...establishmentColumns(row), version: known.version + 1, updated_at: now })
        .where("id", "=", id)
        .execute();
  for (const part of slices(plan.flows.filter(({ does }) => does === "create")))
    await tx
      .insertInto("flow")
      .values(
        part.map(({ id, key, row }) => ({
          id,
          establishment_id: row.establishment,
          key,
          ...flowColumns(row),
          ...dates,
        })),
      )
      .execute();
  for (const { id, known, does, row } of plan.flows)
    if (known !== null && does !== "nothing")
      await tx
        .updateTable("flow")
        .set({ ...flowColumns(row), version: known.version + 1, updated_at: now, removed_at: null })
        .where("id", "=", id)
        .execute();

  const effects: Effect[] = [
    ...plan.establishments.flatMap((step) =>
      step.does === "nothing"
        ? []
        : effectOf("establishment", step, step.known !== null && changes(step.known, step.row, leave.has(step.id))),
    ),
    ...plan.flows.flatMap((step) => (step.does === "nothing" ? [] : effectOf("flow", step, step.known !== null))),
  ];
  await rememberAll(tx, source, actor, [
    ...plan.establishments.flatMap((step) => lineOf(territory, "establishment", step, step.id, from)),
    ...plan.flows.flatMap((step) => lineOf(territory, "flow", step, step.row.establishment, from)),
  ]);
  const count = (steps: readonly Step<object>[], ...kinds: readonly Step<object>["does"][]): number =>
    steps.filter(({ does }) => kinds.includes(does)).length;
  return {
    effects,
    created: {
      establishments: count(plan.establishments, "create", "return"),
      flows: count(plan.flows, "create", "return"),
    },
    updated: { establishments: count(plan.establishments, "update"), flows: count(plan.flows, "update") },
    unchanged: count(plan.establishments, "nothing") + count(plan.flows, "nothing"),
  };
}

/** Establishments that the file names and that had left the territory are in it again. */
async function comeBack(tx: Tx, territory: string, inventory: Inventory): Promise<ReadonlySet<string>> {
  const gone = await tx
    .selectFrom("participation")
    .select(["establishment_id", "key"])
    .where("territory_id", "=", territory)
    .where("left_at", "is not", null)
    .execute();
  const named = new Set(inventory.establishments.map(({ id }) => id));
  const back = gone.flatMap(({ establishment_id: id, key }) => (named.has(key) || named.has(id) ? id : []));
  for (const part of slices(back))
    await tx
      .updateTable("participation")
      .set({ left_at: null })
      .where("territory_id", "=", territory)
      .where("establishment_id", "in", part)
      .execute();
  return new Set(back);
}

/**
 * Fills what the card of the territory leaves empty with what the file says of it; what stands there stays.
 * Null when there was nothing to fill.
 */
export async function fillTerritory(
  tx: Tx,
  source: Source,
  actor: Who,
  territory: string,
  inventory: Inventory,
  from: string,
): Promise<Effect | null> {
  const row = await tx.selectFrom("territory").selectAll().where("id", "=", territory).executeTakeFirstOrThrow();
  const before = row.data as object;
  const { name: _, type: __, ...said } = inventory.territory;
  const after = filled(said, before);
  // The name and the type are those of the platform: a workbook does not rename a territory.
  const read = TerritorySchema.safeParse({ ...after, name: row.name, type: row.type });
  if (!read.success || sameRow(filled({}, before), filled({}, after))) return null;
  const version = row.version + 1;
  await tx
    .updateTable("territory")
    .set({ data: JSON.stringify(after), version })
    .where("id", "=", territory)
    .execute();
  await remember(tx, source, actor, {
    territory,
    object: "territory",
    id: territory,
    action: "changed",
    before,
    after,
    from,
  });
  return { object: "territory", id: territory, was: "there", before, version };
}

const changes = (known: NonNullable<Step<object>["known"]>, row: object, left: boolean): boolean =>
  !left && !sameRow(known.data, row);

const effectOf = (object: Effect["object"], { id, known }: Step<object>, changed: boolean): Effect => ({
  object,
  id,
  was: known === null ? "absent" : known.away ? "away" : "there",
  before: known?.data ?? null,
  version: (known?.version ?? 0) + (known === null || changed ? 1 : 0),
});

function lineOf(
  territory: string,
  object: "establishment" | "flow",
  { id, known, does, row }: Step<object>,
  establishment: string,
  from: string,
): Change[] {
  if (does === "nothing") return [];
  const action = does === "create" ? "created" : does === "return" ? "restored" : "changed";
  const before = known === null ? {} : { before: known.data };
  return [{ territory, object, id, action, ...before, after: dataOf(row), establishment, from }];
}

/** As many rows as one statement takes: PostgreSQL has a limit on parameters. */
export function* slices<T>(rows: readonly T[], size = 500): Iterable<readonly T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
