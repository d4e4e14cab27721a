import type { Tx } from "../database/as-actor.ts";

/** A step of a phase: whether it is done, or how far. */
export type PhaseStep = { readonly id: PhaseStepId; readonly done: boolean; readonly share: number };
export const phaseSteps = [
  ["companies", "flows", "quantities", "leads", "diagnostic"],
  ["decided", "scenario", "steps"],
  ["agreed", "running"],
  ["realised", "lasting"],
] as const;
export type PhaseStepId = (typeof phaseSteps)[number][number];

/** What a territory holds, counted: all that the completeness of its phases rests on. */
export type Counts = {
  readonly establishments: number;
  readonly flows: number;
  readonly quantified: number;
  readonly leads: number;
  readonly documents: number;
  readonly decided: number;
  readonly withStep: number;
  readonly scenarios: number;
  readonly agreed: number;
  readonly realised: number;
  readonly lasting: number;
};

/** How far each phase of the mission is: shares of what can be counted, done when nothing of it is left to do. */
export function phasesOf(counts: Counts): readonly (readonly PhaseStep[])[] {
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole));
  const share: Readonly<Record<PhaseStepId, number>> = {
    companies: Math.min(1, counts.establishments),
    flows: Math.min(1, counts.flows),
    // Nobody gets every quantity: four in five is what a diagnosis can rest on.
    quantities: ratio(counts.quantified, 0.8 * counts.flows),
    leads: Math.min(1, counts.leads),
    diagnostic: Math.min(1, counts.documents),
    decided: ratio(counts.decided, Math.min(10, counts.leads)),
    scenario: Math.min(1, counts.scenarios),
    steps: ratio(counts.withStep, counts.decided),
    agreed: Math.min(1, counts.agreed),
    running: Math.min(1, counts.realised),
    realised: ratio(counts.realised, counts.agreed),
    lasting: ratio(counts.lasting, counts.realised),
  };
  return phaseSteps.map((steps) => steps.map((id) => ({ id, share: share[id], done: share[id] >= 1 })));
}

/** Counts a territory, for its phases. */
export async function countsOf(tx: Tx, territory: string): Promise<Counts> {
  const flows = await tx
    .selectFrom("flow")
    .innerJoin("participation", "participation.establishment_id", "flow.establishment_id")
    .select(["flow.data"])
    .where("participation.territory_id", "=", territory)
    .where("participation.left_at", "is", null)
    .where("flow.removed_at", "is", null)
    .execute();
  const number = async (rows: Promise<{ readonly n: string } | undefined>): Promise<number> =>
    Number((await rows)?.n ?? 0);
  const count = (table: "participation" | "lead") => {
    const rows = tx.selectFrom(table).select(({ fn }) => fn.countAll<string>().as("n"));
    return number(rows.where("territory_id", "=", territory).executeTakeFirst());
  };
  const decisions = await tx
    .selectFrom("synergy")
    .select(["stage", "next_step"])
    .where("territory_id", "=", territory)
    .execute();
  const documents = await number(
    tx
      .selectFrom("document")
      .select(({ fn }) => fn.countAll<string>().as("n"))
      .where("territory_id", "=", territory)
      .where("status", "=", "done")
      .executeTakeFirst(),
  );
  const scenarios = await number(
    tx
      .selectFrom("scenario")
      .select(({ fn }) => fn.countAll<string>().as("n"))
      .where("territory_id", "=", territory)
      .where("status", "=", "done")
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  const live = decisions.filter(({ stage }) => stage !== "abandoned");
  const at = (...stages: readonly string[]): number => live.filter(({ stage }) => stages.includes(stage)).length;
  return {
    establishments: await count("participation"),
    flows: flows.length,
    quantified: flows.filter(({ data }) => (data as { quantity?: number | null }).quantity != null).length,
    leads: await count("lead"),
    documents,
    decided: decisions.length,
    withStep: live.filter(({ next_step }) => next_step !== null).length,
    scenarios,
    agreed: at("agreed", "operational", "lasting"),
    realised: at("operational", "lasting"),
    lasting: at("lasting"),
  };
}
