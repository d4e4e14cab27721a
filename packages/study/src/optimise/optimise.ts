import {
  type Network,
  networkOf,
  type Objective,
  type PortfolioJson,
  PortfolioSchema,
  parseNetwork,
  type Result,
  type Synergy,
  synergyOfArc,
} from "@simbiosi/domain";
import { optimiseNetwork, type PortfolioProgress } from "@simbiosi/engine";
import type { Understood } from "../understand/understand.ts";

export type OptimiseOptions = {
  readonly gap: number;
  readonly timeSeconds?: number;
  readonly seed: number;
  readonly onProgress?: (progress: PortfolioProgress) => void;
  readonly signal?: AbortSignal;
};

/** Optimises a network of the user's own, as it stands in a NETWORK document. Fails with the first problem of the document. */
export async function optimiseDocument(json: unknown, options: OptimiseOptions): Promise<Result<PortfolioJson>> {
  const network = parseNetwork(json);
  if (!network.ok) return network;
  return { ok: true, value: PortfolioSchema.parse(await optimiseNetwork(network.value, options)) };
}

/** Chooses the best set of leads of a territory. Arcs are named after their synergy; a pool has one arc per member. */
export async function optimiseSynergies(
  { setting }: Understood,
  synergies: readonly Synergy[],
  wish: { objective: Objective; budget: number | null },
  options: OptimiseOptions,
): Promise<PortfolioJson> {
  const network: Network = networkOf(setting, synergies, wish.objective, wish.budget);
  const answer = await optimiseNetwork(network, options);
  const selected = [...new Set(answer.flows.map(({ arc }) => synergyOfArc(arc)))];
  return PortfolioSchema.parse({ ...answer, selected });
}
