import {
  type Diagnosis,
  type DistanceMatrix,
  dependenciesOf,
  type Inventory,
  type Objective,
  type PortfolioJson,
  questionsOf,
  type Reference,
  type RefusedRow,
  reductionsOf,
} from "@simbiosi/domain";
import { type Detection, detect, highsInWorker, type WorkerSolver } from "@simbiosi/engine";
import { type OptimiseOptions, optimiseSynergies } from "../optimise/optimise.ts";
import { type Understood, understand } from "../understand/understand.ts";

export type DiagnoseOptions = OptimiseOptions & {
  /** The day of evaluation, YYYY-MM-DD. */
  readonly day: string;
  readonly top: number;
  readonly objective: Objective;
  readonly budget: number | null;
  /** What the user measured between establishments. */
  readonly distances?: DistanceMatrix;
  /** Whether the plan comes with its compromises and scenarios. */
  readonly outlook?: boolean;
  /** Told what is known once the plan is chosen, while its compromises and scenarios are still worked out. */
  readonly onPlan?: (diagnosed: Diagnosed) => void;
  /** Told each phase as it begins. */
  readonly onPhase?: (phase: "understand" | "detect" | "optimise") => void;
};

export type Diagnosed = {
  readonly diagnosis: Diagnosis;
  readonly understood: Understood;
  readonly detection: Detection;
};

/**
 * A quick outlook: five compromises and up to fifty scenarios, ten at least, fewer where each takes longer. Bounded by work, not by
 * the clock, so that two runs agree; `optimise --pareto --scenarios` goes further.
 */
const outlookOf = (leads: number): Pick<OptimiseOptions, "pareto" | "scenarios" | "rough"> => ({
  pareto: 5,
  scenarios: Math.max(10, Math.min(50, Math.round(4_000 / Math.max(1, leads)))),
  rough: { gap: 0.03, effort: 0.02 },
});

/** The main job: from an inventory to everything that the deliverables say. */
export async function diagnose(
  reference: Reference,
  inventory: Inventory,
  refusedRows: readonly RefusedRow[],
  options: DiagnoseOptions,
): Promise<Diagnosed> {
  // Its thread warms up beside the finding of leads.
  const solver = highsInWorker();
  solver.rehearse();
  try {
    return await diagnoseWith(solver, reference, inventory, refusedRows, options);
  } finally {
    await solver.close();
  }
}

async function diagnoseWith(
  solver: WorkerSolver,
  reference: Reference,
  inventory: Inventory,
  refusedRows: readonly RefusedRow[],
  options: DiagnoseOptions,
): Promise<Diagnosed> {
  options.onPhase?.("understand");
  const understood = understand(reference, inventory, options.day, options.distances);
  options.onPhase?.("detect");
  const detection = detect(understood.setting, understood.flows, {
    top: options.top,
    sites: inventory.establishments,
  });
  options.onPhase?.("optimise");
  const found: Omit<Diagnosis, "portfolio"> = {
    inventory,
    setting: understood.setting,
    flows: understood.flows,
    synergies: detection.synergies,
    refused: detection.refused,
    unmatched: detection.unmatched,
    shortfalls: detection.shortfalls,
    questions: questionsOf(understood.setting, understood.flows, detection.synergies, detection.poolQuestions),
    refusedRows,
    reductions: reductionsOf(understood.setting, understood.flows),
    dependencies: dependenciesOf(understood.setting, understood.flows, detection.synergies),
  };
  const diagnosed = (portfolio: PortfolioJson): Diagnosed => ({
    diagnosis: { ...found, portfolio },
    understood,
    detection,
  });
  const { onPlan } = options;
  const portfolio = await optimiseSynergies(understood, detection.synergies, options, {
    ...options,
    solver,
    ...(options.outlook === true ? outlookOf(detection.synergies.length) : {}),
    ...(onPlan && { onChosen: (plan: PortfolioJson) => onPlan(diagnosed(plan)) }),
  });
  return diagnosed(portfolio);
}
