import {
  centralReading,
  fail,
  frontMeasures,
  type Lang,
  type Network,
  networkOf,
  type Objective,
  type PortfolioJson,
  PortfolioSchema,
  parseNetwork,
  planLeads,
  problem,
  type Result,
  type Synergy,
  scenarioReadings,
  synergyOfArc,
  text,
} from "@simbiosi/domain";
import {
  frontWith,
  highsInWorker,
  optimiseWith,
  type PortfolioAnswer,
  type PortfolioProgress,
  scenariosWith,
  type WorkerSolver,
  withSmallPrograms,
} from "@simbiosi/engine";
import type { Understood } from "../understand/understand.ts";
import { paretoJson } from "./pareto-json.ts";
import { scenariosJson } from "./scenarios-json.ts";

export type OptimiseOptions = {
  readonly gap: number;
  readonly timeSeconds?: number;
  readonly seed: number;
  /** Share of the usual work after which a search without clock ends; 1 unless said. */
  readonly effort?: number;
  /** Most compromises between gain, emissions and tonnes to find; none unless said. */
  readonly pareto?: number;
  /** Scenarios of the uncertain quantities and prices to go through; none unless said. */
  readonly scenarios?: number;
  /** Gap and effort of compromises and scenarios, where they are not those of the plan; scenarios then go by the year. */
  readonly rough?: { readonly gap: number; readonly effort: number };
  /** The language of the explanations. */
  readonly lang?: Lang;
  readonly onProgress?: (progress: PortfolioProgress) => void;
  /** Told how many compromises or scenarios are done. */
  readonly onStep?: (step: "pareto" | "scenarios", done: number, of: number) => void;
  readonly signal?: AbortSignal;
  /** A solver that is running already, and that the caller closes. */
  readonly solver?: WorkerSolver;
};

/**
 * Optimises a network of the user's own, as it stands in a NETWORK document. Fails with the first problem of the
 * document, with PARETO_NEEDS_MEASURES when its arcs do not say what they bring, with SCENARIOS_NEED_INTERVALS.
 */
export async function optimiseDocument(json: unknown, options: OptimiseOptions): Promise<Result<PortfolioJson>> {
  const read = parseNetwork(json);
  if (!read.ok) return read;
  const network = read.value;
  if (options.scenarios !== undefined)
    return fail(
      problem(
        "SCENARIOS_NEED_INTERVALS",
        text(
          "Un réseau ne dit pas entre quelles bornes ses quantités et ses prix varient : donnez un inventaire pour --scenarios, ou optimisez un réseau par cas.",
          "A network does not say within what bounds its quantities and prices vary: give an inventory for --scenarios, or optimise one network for each case.",
        ),
      ),
    );
  if (options.pareto !== undefined && frontMeasures.some((name) => !carries(network, name)))
    return fail(
      problem(
        "PARETO_NEEDS_MEASURES",
        text(
          "Ce réseau n'a qu'un objectif, il n'y a pas de compromis à chercher : indiquez pour ses arcs « measures » avec gain, co2e et diverted, ou retirez --pareto.",
          'This network has one objective only, so there is no compromise to look for: give its arcs "measures" with gain, co2e and diverted, or remove --pareto.',
        ),
      ),
    );
  return {
    ok: true,
    value: await withSolver(options.solver, async (solver) => {
      const answer = await optimiseWith(solver, network, options);
      return PortfolioSchema.parse({ ...answer, ...(await front(solver, network, answer, options)) });
    }),
  };
}

const carries = ({ arcs, nodes }: Network, name: string): boolean =>
  arcs.some(({ measures }) => measures?.[name] !== undefined) ||
  nodes.some(({ facility }) => facility?.measures?.[name] !== undefined);

/** Chooses the best set of leads of a territory. Arcs are named after their synergy; a pool has one arc per member. */
export async function optimiseSynergies(
  { setting }: Understood,
  synergies: readonly Synergy[],
  wish: { objective: Objective; budget: number | null; required?: readonly string[] },
  options: OptimiseOptions & {
    /** Told the plan as soon as it is chosen, before its compromises and scenarios. */
    readonly onChosen?: (plan: PortfolioJson) => void;
  },
): Promise<PortfolioJson> {
  const { objective, budget } = wish;
  const leads = planLeads(setting, synergies);
  const measured = withRequired(
    networkOf(leads, { objective, budget, read: centralReading, measured: options.pareto !== undefined }),
    wish.required ?? [],
  );
  return withSolver(options.solver, async (solver) => {
    const answer = await optimiseWith(solver, measured, options);
    const selected = [...new Set(answer.flows.map(({ arc }) => synergyOfArc(arc)))];
    options.onChosen?.(PortfolioSchema.parse({ ...answer, selected }));
    return PortfolioSchema.parse({
      ...answer,
      selected,
      ...(await front(solver, measured, answer, options)),
      ...(await scenarios()),
    });

    async function scenarios() {
      const { scenarios: count, onStep, seed, lang = "fr" } = options;
      if (count === undefined || answer.objective === null) return {};
      const readings = scenarioReadings(seed);
      const found = await scenariosWith(
        solver,
        (scenario) =>
          networkOf(leads, { objective, budget, read: readings(scenario), monthly: options.rough === undefined }),
        answer,
        { ...options, ...options.rough, count, onScenario: (done) => onStep?.("scenarios", done, count) },
      );
      return scenariosJson(found, answer, { seed, objective, lang });
    }
  });
}

/** A lead that must be in the plan: something of it is used, told to the solver as a floor under how often it is. */
function withRequired(network: Network, required: readonly string[]): Network {
  if (required.length === 0) return network;
  const must = (id: string): string => `must:${id}`;
  return {
    ...network,
    floors: { ...network.floors, ...Object.fromEntries(required.map((id) => [must(id), 1])) },
    arcs: network.arcs.map((arc) => {
      const id = synergyOfArc(arc.id);
      return required.includes(id)
        ? { ...arc, measures: { ...arc.measures, [must(id)]: { per_unit: 0, once: 1 } } }
        : arc;
    }),
  };
}

type Solve = Parameters<typeof optimiseWith>[0];

async function withSolver<T>(given: WorkerSolver | undefined, work: (solver: Solve) => Promise<T>): Promise<T> {
  if (given !== undefined) return work(withSmallPrograms(given.solve));
  const solver = highsInWorker();
  try {
    return await work(withSmallPrograms(solver.solve));
  } finally {
    await solver.close();
  }
}

async function front(solver: Solve, network: Network, answer: PortfolioAnswer, options: OptimiseOptions) {
  const { pareto, onStep } = options;
  if (pareto === undefined || answer.objective === null) return {};
  const found = await frontWith(solver, network, frontMeasures, {
    ...options,
    ...options.rough,
    most: pareto,
    onPoint: (done) => onStep?.("pareto", done, pareto),
  });
  return { pareto: paretoJson(found) };
}
