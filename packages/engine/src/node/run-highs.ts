import type { Highs, HighsCallbackMap, Model, ModelStatusCode } from "highs";
import type { LinearProgram } from "../portfolio/linear-program.ts";
import type { SolverOutcome, SolverProgress, SolverSettings } from "../portfolio/solver.ts";

/** What a solve that blocks its thread can still ask of the outside. */
export type RunHooks = {
  readonly stopped: () => boolean;
  readonly onProgress: (progress: SolverProgress) => void;
};

/**
 * Solves one program with HiGHS in this thread, which it blocks. Same program, settings and HiGHS build: same answer,
 * unless `seconds` or `stopped` cut it short.
 */
export function runHighs(
  highs: Highs,
  program: LinearProgram,
  settings: SolverSettings,
  hooks: RunHooks,
): SolverOutcome {
  if (hooks.stopped()) return { ...nothing, status: "limited", limit: "user" };
  if (program.columns === 0) return withoutColumns(program);
  return highs.withModel(
    {
      numCols: program.columns,
      numRows: program.rows,
      offset: program.offset,
      colCost: program.cost,
      colLower: program.lower,
      colUpper: program.upper,
      rowLower: program.rowLower,
      rowUpper: program.rowUpper,
      matrix: {
        format: "csc",
        numCols: program.columns,
        numRows: program.rows,
        starts: program.starts,
        indices: program.indices,
        values: program.values,
      },
      ...(program.integer.includes(1) ? { integrality: Int32Array.from(program.integer) } : {}),
    },
    (model) => solve(highs, model, program, settings, hooks),
  );
}

function solve(
  highs: Highs,
  model: Model,
  program: LinearProgram,
  settings: SolverSettings,
  hooks: RunHooks,
): SolverOutcome {
  const isMip = program.integer.includes(1);
  model.options.set({
    output_flag: false,
    random_seed: settings.seed,
    mip_rel_gap: settings.relativeGap,
    mip_abs_gap: settings.absoluteGap,
    // At the default 1e-6, a switch at a millionth lets a thousandth of a large flow through a closed arc, free of charge;
    // yet rows of very large numbers cannot be met closer than doubles allow.
    mip_feasibility_tolerance: settings.careful === true ? 1e-7 : 1e-9,
    ...(settings.careful === true ? { presolve: "off" } : {}),
    ...(settings.nodes === undefined ? {} : { mip_max_nodes: settings.nodes }),
    ...(settings.seconds === undefined ? {} : { time_limit: Math.max(0, settings.seconds) }),
    ...(settings.tolerance === undefined
      ? {}
      : { primal_feasibility_tolerance: settings.tolerance, dual_feasibility_tolerance: settings.tolerance }),
  });
  if (settings.start !== undefined) model.setSolution({ colValue: settings.start });

  let stoppedByUser = false;
  let stoppedByWork = false;
  const { callbackType } = highs.constants;
  const askUser = (event: { interrupt(): void }): undefined => {
    if (!hooks.stopped()) return;
    stoppedByUser = true;
    event.interrupt();
  };
  const callbacks: HighsCallbackMap = {
    [callbackType.simplexInterrupt]: askUser,
    [callbackType.ipmInterrupt]: askUser,
    [callbackType.mipInterrupt](event) {
      askUser(event);
      const { mip_primal_bound, mip_dual_bound, mip_node_count, mip_total_lp_iterations } = event.data;
      if (settings.iterations !== undefined && Number(mip_total_lp_iterations ?? 0n) > settings.iterations) {
        stoppedByWork = true;
        event.interrupt();
      }
      hooks.onProgress({
        objective: finite(mip_primal_bound),
        bound: finite(mip_dual_bound),
        nodes: Number(mip_node_count ?? 0n),
      });
    },
  };
  let modelStatus = runOrFail(highs, model, callbacks);
  if (modelStatus === highs.constants.modelStatus.unboundedOrInfeasible) {
    model.options.set("presolve", "off"); // which only knows that one of the two holds
    modelStatus = runOrFail(highs, model, callbacks);
  }
  if (modelStatus === null) return nothing;
  const status = read(highs, modelStatus);
  const hasSolution = model.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
  const hasValues = hasSolution && (status === "solved" || status === "limited");
  const objective = hasValues ? model.getObjectiveValue() : null;
  return {
    status,
    limit: status !== "limited" ? null : stoppedByUser ? "user" : stoppedByWork ? "nodes" : limitOf(highs, modelStatus),
    values: hasValues ? model.getSolution().colValue : null,
    objective,
    bound: isMip ? finite(Number(model.info.get("mip_dual_bound"))) : status === "solved" ? objective : null,
    columnDuals: !isMip && hasValues ? model.getSolution().colDual : null,
    conflict: status === "infeasible" && settings.explain === true ? conflictRows(highs, model) : [],
    nodes: isMip ? Number(model.info.get("mip_node_count")) : 0,
    iterations: Number(model.info.get("simplex_iteration_count")),
    seconds: model.getRunTime(),
  };
}

/** The status, or null when HiGHS gives up on its own numbers. */
function runOrFail(highs: Highs, model: Model, callbacks: HighsCallbackMap): ModelStatusCode | null {
  try {
    return model.run(callbacks).modelStatus;
  } catch (error) {
    if (error instanceof highs.errors.HighsError) return null;
    throw error;
  }
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

function read(highs: Highs, code: ModelStatusCode): SolverOutcome["status"] {
  const { modelStatus: is } = highs.constants;
  switch (code) {
    case is.optimal:
      return "solved";
    case is.infeasible:
      return "infeasible";
    case is.unbounded:
      return "unbounded";
    case is.timeLimit:
    case is.iterationLimit:
    case is.solutionLimit:
    case is.interrupted:
    case is.objectiveBound:
    case is.objectiveTarget:
      return "limited";
    default:
      return "failed";
  }
}

// HiGHS says "solution limit" when it has reached the most nodes.
const limitOf = (highs: Highs, code: ModelStatusCode): "nodes" | "time" =>
  code === highs.constants.modelStatus.timeLimit ? "time" : "nodes";

function conflictRows(highs: Highs, model: Model): readonly number[] {
  model.options.set("iis_strategy", highs.constants.iis.strategyRowPriority);
  return [...model.getIis().rowIndex];
}

const nothing: SolverOutcome = {
  status: "failed",
  limit: null,
  values: null,
  objective: null,
  bound: null,
  columnDuals: null,
  conflict: [],
  nodes: 0,
  iterations: 0,
  seconds: 0,
};

/** HiGHS does not judge the rows of a program without columns. */
function withoutColumns({ rowLower, rowUpper, offset }: LinearProgram): SolverOutcome {
  const broken = [...rowLower.keys()].filter((row) => (rowLower[row] ?? 0) > 0 || (rowUpper[row] ?? 0) < 0);
  if (broken.length > 0) return { ...nothing, status: "infeasible", conflict: broken.slice(0, 1) };
  const none = new Float64Array(0);
  return { ...nothing, status: "solved", values: none, columnDuals: none, objective: offset, bound: offset };
}
