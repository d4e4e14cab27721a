import type { Consent, LeadGlimpse, SynergyJson } from "@simbiosi/domain";
import type { Standing } from "../database/as-actor.ts";
import { inRole, type Tx } from "../database/as-actor.ts";

/** The two sides of a lead as its company needs them to agree: who is over there is told to the server, not to it. */
export type Sides = {
  readonly lead: string;
  /** The one other company; null where there are several, whom a name would tell apart by difference. */
  readonly other: string | null;
  readonly myFlows: readonly string[];
  /** What the other company reads of this one. */
  readonly seen: Pick<LeadGlimpse["others"], "level" | "name" | "label" | "sector"> | null;
};

/**
 * The sides of leads that are proposed to a company. Reads what the company itself may not, hence the engine's eyes; what
 * it gives back must not leave the server but for `seen`, which is the company's own.
 */
export async function sidesOf(
  tx: Tx,
  territory: string,
  own: string,
  role: Standing["role"],
  leads: readonly string[],
  lang: "fr" | "en",
): Promise<ReadonlyMap<string, Sides>> {
  if (leads.length === 0) return new Map();
  await inRole(tx, "engine");
  const rows = await tx
    .selectFrom("lead")
    .select(["id", "fr"])
    .where("territory_id", "=", territory)
    .where("id", "in", [...leads])
    .execute();
  const glimpses = await tx
    .selectFrom("lead_glimpse")
    .select(["lead_id", "establishment_id", `${lang} as told`])
    .where("territory_id", "=", territory)
    .where("lead_id", "in", [...leads])
    .where("establishment_id", "!=", own)
    .execute();
  const mine = await tx.selectFrom("flow").select("id").where("establishment_id", "=", own).execute();
  await inRole(tx, role);
  const ids = new Set(mine.map(({ id }) => id));
  return new Map(
    rows.map((row) => {
      const { lead } = row.fr as { lead: SynergyJson };
      const others = lead.establishments.filter((id) => id !== own && !id.startsWith("@"));
      const [only] = others;
      const other = others.length === 1 && only !== undefined && lead.kind !== "mutualisation" ? only : null;
      const theirs = glimpses.find((one) => one.lead_id === row.id && one.establishment_id === other);
      const told = (theirs?.told as LeadGlimpse | undefined)?.others;
      return [
        row.id,
        {
          lead: row.id,
          other,
          myFlows: [...new Set([...lead.offers, ...lead.needs])].filter((id) => ids.has(id)),
          seen:
            told === undefined ? null : { level: told.level, name: told.name, label: told.label, sector: told.sector },
        },
      ];
    }),
  );
}

/** What the flows of a company agreed to tell another: what all of them agreed to, since the day the last one did. */
export function givenTo(
  other: string,
  flows: readonly { readonly consents?: readonly Consent[] | null }[],
): Pick<Consent, "fields" | "date"> | null {
  const given = flows.map(({ consents }) => consents?.find(({ to }) => to === other));
  const [first] = given;
  if (first === undefined || given.some((one) => one === undefined)) return null;
  const fields = first.fields.filter((field) => given.every((one) => one?.fields.includes(field)));
  const date = given.map((one) => one?.date ?? "").reduce((a, b) => (a > b ? a : b));
  return fields.length === 0 ? null : { fields, date };
}

/** The consents of a flow once its company has told what it agrees to for another; nothing said takes it back. */
export const withConsent = (
  consents: readonly Consent[],
  other: string,
  fields: Consent["fields"],
  date: string,
): readonly Consent[] => [
  ...consents.filter(({ to }) => to !== other),
  ...(fields.length === 0 ? [] : [{ to: other, fields, date }]),
];
