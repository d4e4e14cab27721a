import type { Consent, Establishment, Flow, Inventory } from "@simbiosi/domain";
import type { Tx } from "../database/as-actor.ts";
import { newId, type Source } from "../ids/new-id.ts";

/** What stands in the database for a row of the file. */
type Known = { readonly version: number; readonly data: object; readonly away: boolean };

/** What becomes of one row of the file. `known` is null for one that is not there yet. */
export type Step<T> = {
  readonly id: string;
  readonly key: string;
  readonly known: Known | null;
  readonly does: "create" | "return" | "update" | "nothing";
  readonly row: T;
};

export type Plan = { readonly establishments: readonly Step<Establishment>[]; readonly flows: readonly Step<Flow>[] };

/**
 * What an inventory would change in a territory; reads and writes nothing. An establishment known by its identifier
 * there, or by its SIRET, is updated and otherwise created; so are its flows by their identifier. What the file leaves
 * empty keeps what was there, and what it does not name stays.
 *
 * @param leave identifiers of rows that stay as they are, whatever the file says
 * @param back establishments that have just come back to the territory
 */
export async function planImport(
  tx: Tx,
  source: Source,
  territory: string,
  inventory: Inventory,
  { leave = new Set(), back = new Set() }: { leave?: ReadonlySet<string>; back?: ReadonlySet<string> } = {},
): Promise<Plan> {
  const present = await tx
    .selectFrom("participation")
    .innerJoin("establishment", "establishment.id", "participation.establishment_id")
    .select(["establishment.id", "establishment.siret", "establishment.version", "establishment.data"])
    .select("participation.key")
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .orderBy("establishment.id")
    .execute();
  const byKey = new Map(present.flatMap((row) => [[row.id, row] as const, [row.key, row] as const]));
  const bySiret = new Map(present.flatMap((row) => (row.siret === null ? [] : [[row.siret, row] as const])));
  const idOfKey = new Map<string, string>();
  const establishments = inventory.establishments.map((one): Step<Establishment> => {
    const row = byKey.get(one.id) ?? (one.siret === null ? undefined : bySiret.get(one.siret));
    const id = row?.id ?? newId(source);
    idOfKey.set(one.id, id);
    if (row === undefined) return { id, key: one.id, known: null, does: "create", row: { ...one, id } };
    const known = { version: row.version, data: row.data as object, away: back.has(id) };
    const merged = { ...filled(known.data, one), id } as Establishment;
    const does = known.away ? "return" : leave.has(id) || sameRow(known.data, merged) ? "nothing" : "update";
    return { id, key: row.key, known, does, row: merged };
  });

  const rows = await tx
    .selectFrom("flow")
    .innerJoin("participation", "participation.establishment_id", "flow.establishment_id")
    .select(["flow.id", "flow.establishment_id", "flow.key", "flow.version", "flow.data", "flow.removed_at"])
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .execute();
  const flowOf = new Map(
    rows.flatMap((row) => [
      [`${row.establishment_id}/${row.id}`, row] as const,
      [`${row.establishment_id}/${row.key}`, row] as const,
    ]),
  );
  const flows = inventory.flows.flatMap((one): Step<Flow>[] => {
    const establishment = idOfKey.get(one.establishment);
    if (establishment === undefined) return []; // intake has refused, and reported, a flow of nobody
    const said = { ...one, establishment, consents: one.consents.map((consent) => named(consent, idOfKey)) };
    const row = flowOf.get(`${establishment}/${one.id}`);
    if (row === undefined) {
      const id = newId(source);
      return [{ id, key: one.id, known: null, does: "create", row: { ...said, id } }];
    }
    const known = { version: row.version, data: row.data as object, away: row.removed_at !== null };
    const merged = { ...filled(known.data, said), id: row.id, establishment } as Flow;
    const still = leave.has(row.id) || (!known.away && sameRow(known.data, merged));
    return [
      { id: row.id, key: row.key, known, does: still ? "nothing" : known.away ? "return" : "update", row: merged },
    ];
  });
  return { establishments, flows };
}

/** What is written of a row: everything but what it goes by. */
export const dataOf = (row: object): object => {
  const { id: _, establishment: __, ...rest } = row as { id?: unknown; establishment?: unknown };
  return rest;
};

export const sameRow = (a: object, b: object): boolean => canonical(dataOf(a)) === canonical(dataOf(b));
/** The order of keys says nothing: the database keeps its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Made of several columns of a file: each of them may be empty while another is not. */
const ofColumns: ReadonlySet<string> = new Set(["current", "extra"]);

/** What the file says wins; where it says nothing, what was known stays. */
export function filled(before: object, after: object): object {
  const known = before as Readonly<Record<string, unknown>>;
  const said = Object.entries(after).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return {
    ...known,
    ...Object.fromEntries(
      said.map(([key, value]) => {
        const old = known[key];
        return [key, ofColumns.has(key) && isRecord(old) && isRecord(value) ? filled(old, value) : value];
      }),
    ),
  };
}

/** A consent to another company goes by its identifier here. */
const named = (consent: Consent, ids: ReadonlyMap<string, string>): Consent => ({
  ...consent,
  to: ids.get(consent.to) ?? consent.to,
});
