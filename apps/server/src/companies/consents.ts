import type { Consent, LeadGlimpse, Stage, SynergyJson } from "@simbiosi/domain";
import type { Standing } from "../database/as-actor.ts";
import { inRole, type Tx } from "../database/as-actor.ts";

/** Stages that a company takes part in: before, it is the facilitator's own list; on hold or abandoned, it is told by a person. */
const toldStages = [
  "in-discussion",
  "under-study",
  "in-negotiation",
  "on-trial",
  "agreed",
  "operational",
  "lasting",
] as const satisfies readonly Stage[];

/** The two sides of a lead as its company needs them to agree: who is over there is told to the server, not to it. */
export type Sides = {
  readonly lead: string;
  /** The one other company; null where there are several, whom a name would tell apart by difference. */
  readonly other: string | null;
  readonly myFlows: readonly string[];
  /** Where the facilitator has brought it, once the companies were spoken to; null before, and once it stopped. */
  readonly stage: Stage | null;
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
  const decided = await tx
    .selectFrom("synergy")
    .select(["lead_id", "stage"])
    .where("territory_id", "=", territory)
    .where("lead_id", "in", [...leads])
    .execute();
  const found = rows.map(({ fr }) => (fr as { lead: SynergyJson }).lead);
  const named = [...new Set(found.flatMap(({ offers, needs }) => [...offers, ...needs]))];
  const flows = await tx.selectFrom("flow").select(["id", "establishment_id"]).where("id", "in", named).execute();
  await inRole(tx, role);
  const whose = new Map(flows.map(({ id, establishment_id }) => [id, establishment_id]));
  return new Map(
    found.map((lead) => {
      // Whose flows meet; whoever lends a machine or a process to it agrees to nothing here.
      const ids = [...new Set([...lead.offers, ...lead.needs])];
      const others = [...new Set(ids.flatMap((id) => whose.get(id) ?? []))].filter((id) => id !== own);
      const [only] = others;
      const other = others.length === 1 && only !== undefined && lead.kind !== "mutualisation" ? only : null;
      const theirs = glimpses.find((one) => one.lead_id === lead.id && one.establishment_id === other);
      const told = (theirs?.told as LeadGlimpse | undefined)?.others;
      return [
        lead.id,
        {
          lead: lead.id,
          other,
          stage: toldStages.find((one) => decided.some((at) => at.lead_id === lead.id && at.stage === one)) ?? null,
          myFlows: ids.filter((id) => whose.get(id) === own),
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
