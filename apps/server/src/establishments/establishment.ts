import { type Establishment, EstablishmentSchema, fail, ok, type Result } from "@simbiosi/domain";
import type { Tx } from "../database/as-actor.ts";
import { type HttpProblem, notUnderstood } from "../http/problems.ts";

/** What a person may write of an establishment: everything but its identifier. */
export const EstablishmentFields = EstablishmentSchema.omit({ id: true, extra: true }).partial();
export type EstablishmentFields = Partial<Omit<Establishment, "id" | "extra">>;

/** Its row and the columns that are found by: what stands in both is written together. */
export const columnsOf = ({ id: _, ...row }: Establishment) => ({
  name: row.name,
  siret: row.siret,
  lon: row.lon,
  lat: row.lat,
  data: JSON.stringify(row),
});

export const parseEstablishment = (id: string, row: object): Result<Establishment, HttpProblem> => {
  const read = EstablishmentSchema.safeParse({ ...row, id }, { reportInput: true });
  return read.success ? ok(read.data) : fail(notUnderstood(read.error));
};

export const establishmentRow = (tx: Tx, id: string) =>
  tx.selectFrom("establishment").selectAll().where("id", "=", id).executeTakeFirst();
