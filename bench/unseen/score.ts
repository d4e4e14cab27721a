import type { Synergy } from "@simbiosi/domain";
import { detect } from "@simbiosi/engine";
import { check, type Understood } from "@simbiosi/study";
import type { Pair, Unseen } from "./territory.ts";

export type Score = {
  readonly flows: number;
  /** Flows whose class is sure. */
  readonly sure: number;
  /** Flows that have a class, sure or not. */
  readonly named: number;
  readonly pairs: number;
  readonly found: number;
  /** Expert pairs within the first 2N leads, N the number of expert pairs. */
  readonly top: number;
  readonly pools: number;
  readonly poolsFound: number;
  /** Groups named with their nearest viable form and what is still to be asked: two needs, or too little together. */
  readonly poolsNear: number;
  readonly missedPools: readonly (readonly string[])[];
  /** Needs in one pool that nobody would put together. */
  readonly mixed: readonly Pair[];
  readonly leads: number;
  readonly absurd: number;
  readonly absurdShown: readonly Pair[];
  readonly forbidden: number;
  readonly refused: number;
  readonly missed: readonly Pair[];
  readonly notRefused: readonly Pair[];
};

const ids = (flows: Synergy["offers"]): readonly string[] => flows.map(({ flow }) => flow.id);
const joins =
  ([offer, need]: Pair) =>
  (synergy: Synergy): boolean =>
    synergy.kind !== "mutualisation" && ids(synergy.offers).includes(offer) && ids(synergy.needs).includes(need);

/** What the detection made of a territory, against what an expert said. */
export function scoreOf(understood: Understood, unseen: Unseen): Score {
  const { synergies, refused, shortfalls } = detect(understood.setting, understood.flows, { top: 10 });
  const first = synergies.slice(0, 2 * unseen.pairs.length);
  const has = (list: readonly Synergy[]) => (pair: Pair) => list.some(joins(pair));
  const isRefused = ([offer, need]: Pair): boolean =>
    refused.some((one) => ids(one.offers).includes(offer) && ids(one.needs).includes(need));
  const pooled = (group: readonly string[]): boolean =>
    synergies.some((one) => one.kind === "mutualisation" && group.every((id) => ids(one.needs).includes(id)));
  const near = (group: readonly string[]): boolean =>
    shortfalls.some(({ members }) => group.every((id) => members.some(({ flow }) => flow?.flow.id === id)));
  return {
    flows: understood.flows.length,
    sure: understood.flows.filter(({ resource, question }) => resource !== null && question === null).length,
    named: understood.flows.filter(({ resource }) => resource !== null).length,
    pairs: unseen.pairs.length,
    found: unseen.pairs.filter(has(synergies)).length,
    top: unseen.pairs.filter(has(first)).length,
    pools: unseen.pools.length,
    poolsFound: unseen.pools.filter(pooled).length,
    poolsNear: unseen.pools.filter((pool) => !pooled(pool) && near(pool)).length,
    missedPools: unseen.pools.filter((pool) => !pooled(pool)),
    mixed: unseen.apart.filter(pooled),
    leads: synergies.length,
    absurd: unseen.absurd.length,
    absurdShown: unseen.absurd.filter(has(synergies)),
    forbidden: unseen.forbidden.length,
    refused: unseen.forbidden.filter(isRefused).length,
    missed: unseen.pairs.filter((pair) => !has(synergies)(pair)),
    notRefused: unseen.forbidden.filter((pair) => !isRefused(pair)),
  };
}

/** Every flow with the class it was given, then the first leads: what one reads to see why a score is what it is. */
export function detailOf(understood: Understood, score: Score, count: number): string {
  const label = new Map(understood.flows.map(({ flow }) => [flow.id, flow.label]));
  const { synergies } = detect(understood.setting, understood.flows, { top: 10 });
  const document = check(understood, { refused: [], notes: [] }, "fr");
  const pair = ([offer, need]: Pair): string => `${offer}→${need}  ${label.get(offer)}  →  ${label.get(need)}`;
  return [
    ...document.flows.map(
      ({ id, resource, confidence, question }) =>
        `  ${id.padEnd(6)} ${confidence.toFixed(2)} ${(resource ?? "—").padEnd(38)} ${label.get(id)}${question === null ? "" : `   ?? ${question}`}`,
    ),
    "  leads:",
    ...synergies.slice(0, count).map(
      (one) =>
        `  ${String(one.rank).padStart(3)} ${one.kind.slice(0, 3)} ${ids(one.offers).join("+")}→${ids(one.needs).join("+")}  ${[...ids(one.offers)].map((id) => label.get(id)).join(" + ")}  →  ${ids(
          one.needs,
        )
          .map((id) => label.get(id))
          .join(" + ")}   [${one.route?.conversions.map(({ id }) => id).join(" > ") ?? ""}] ${one.verdict.outcome}`,
    ),
    ...score.missed.map((one) => `  missed ${pair(one)}`),
    ...score.missedPools.map((pool) => `  missed pool ${pool.map((id) => `${id} ${label.get(id)}`).join(" + ")}`),
    ...score.mixed.map((one) => `  MIXED ${pair(one)}`),
    ...score.absurdShown.map((one) => `  ABSURD ${pair(one)}`),
    ...score.notRefused.map((one) => `  NOT REFUSED ${pair(one)}`),
  ].join("\n");
}
