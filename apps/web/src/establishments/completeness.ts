import type { StoredFlow } from "../flows/rows.ts";

type Identity = {
  readonly siret: string | null;
  readonly naf: string | null;
  readonly staff: number | string | null;
  readonly lon: number | null;
  readonly waste_payer: string | null;
};

/**
 * How much is known of a company, out of one: who and where it is, and for each flow what it is, how much of it, and
 * where it goes or comes from today. Null: it has no flow yet, and that is the first thing to ask.
 */
export function completeness(
  site: Identity,
  flows: readonly StoredFlow[],
  doubtful: ReadonlySet<string>,
): number | null {
  if (flows.length === 0) return null;
  const facts = [
    ...[site.siret, site.naf, site.staff, site.lon, site.waste_payer].map((fact) => fact !== null),
    ...flows.flatMap((flow) => [
      !doubtful.has(flow.id),
      flow.quantity !== null || flow.months !== null,
      (flow.current?.route ?? null) !== null ||
        (flow.current?.supplier ?? null) !== null ||
        (flow.current?.unit_cost_eur ?? null) !== null,
    ]),
  ];
  return facts.filter(Boolean).length / facts.length;
}
