import {
  centralReading,
  type Inventory,
  type Objective,
  type PortfolioJson,
  planInvestment,
  planLeads,
  plannedFigure,
  plannedSynergies,
  planTotal,
  type Reference,
} from "@simbiosi/domain";
import { detectSynergies } from "../detect/detect.ts";
import { type OptimiseOptions, optimiseSynergies } from "../optimise/optimise.ts";
import { understand } from "../understand/understand.ts";
import type { FlatFigure } from "./live-insight.ts";

export type ScenarioWish = {
  readonly objective: Objective;
  readonly budget: number | null;
  /** Leads that must stay out, and that must be in. */
  readonly excluded: readonly string[];
  readonly required: readonly string[];
};

/** A plan and how good it is known to be. */
export type ScenarioAnswer = {
  readonly status: PortfolioJson["status"];
  readonly objective: number | null;
  readonly bound: number | null;
  /** What could at most be gained by searching on, as a share of the plan. */
  readonly gap: number | null;
  readonly conflicts: PortfolioJson["conflicts"];
  /** In EUR; a machine that several leads run is bought once, as the budget counts it. */
  readonly investment: number;
  readonly totals: readonly { readonly measure: "gain" | "co2e" | "diverted"; readonly figure: FlatFigure }[];
  readonly leads: readonly {
    readonly id: string;
    readonly title: { readonly fr: string; readonly en: string };
    readonly gain: FlatFigure;
    readonly co2e: FlatFigure;
    readonly diverted: FlatFigure;
    readonly investment: FlatFigure;
  }[];
};

const measures = ["gain", "co2e", "diverted"] as const;

/** Finds the best plan of a territory under a wish, with its bound. Required leads that do not exist any more are left out. */
export async function solveScenario(
  reference: Reference,
  inventory: Inventory,
  day: string,
  top: number,
  wish: ScenarioWish,
  options: Pick<OptimiseOptions, "onProgress" | "signal">,
): Promise<ScenarioAnswer> {
  const understood = understand(reference, inventory, day);
  const detection = detectSynergies(understood, top);
  const excluded = new Set(wish.excluded);
  const synergies = detection.synergies.filter(({ id }) => !excluded.has(id));
  const present = new Set(synergies.map(({ id }) => id));
  const portfolio = await optimiseSynergies(
    understood,
    synergies,
    {
      objective: wish.objective,
      budget: wish.budget,
      required: wish.required.filter((id) => present.has(id)),
    },
    { gap: 0.01, seed: 1, ...options },
  );
  const diagnosis = {
    inventory,
    setting: understood.setting,
    flows: understood.flows,
    synergies,
    refused: [],
    unmatched: [],
    shortfalls: [],
    questions: [],
    refusedRows: [],
    portfolio,
    reductions: [],
    dependencies: [],
  };
  const planned = plannedSynergies(diagnosis);
  const flat = ({ value, low, high, unit, state }: FlatFigure): FlatFigure => ({ value, low, high, unit, state });
  return {
    status: portfolio.status,
    objective: portfolio.objective,
    bound: portfolio.bound,
    gap: portfolio.gap,
    conflicts: portfolio.conflicts,
    investment: planInvestment(
      planLeads(
        understood.setting,
        planned.map(({ synergy }) => synergy),
      ),
      centralReading,
    ),
    totals: measures.map((measure) => ({ measure, figure: flat(planTotal(diagnosis, measure).total) })),
    leads: planned.map((one) => ({
      id: one.synergy.id,
      title: one.synergy.title,
      gain: flat(plannedFigure(diagnosis, one, "gain")),
      co2e: flat(plannedFigure(diagnosis, one, "co2e")),
      diverted: flat(plannedFigure(diagnosis, one, "diverted")),
      investment: flat(one.synergy.investment),
    })),
  };
}
