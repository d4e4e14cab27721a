import {
  assessPool,
  byCodeUnit,
  candidateId,
  type Establishment,
  isA,
  type KnownFlow,
  type PoolCandidate,
  type PoolGroup,
  type PoolKind,
  type PoolQuestion,
  type PoolShortfall,
  poolAmounts,
  poolQuestions,
  poolShortfall,
  type Setting,
  type Synergy,
  type Ways,
} from "@simbiosi/domain";
import { type Formed, formGroup, neighbourhoods } from "./pool-groups.ts";
import { kindsInOrder, lotsOf, needsByKind, type PoolLot, pooledAs } from "./pool-kinds.ts";

export type PoolFindings = {
  readonly pools: readonly Synergy[];
  /** Needs that could be pooled, but too few of them or too small together. */
  readonly tooSmall: ReadonlyMap<KnownFlow, PoolKind>;
  /** Groups that came nearest without being a pool, one per kind and class, with their nearest viable form. */
  readonly shortfalls: readonly PoolShortfall[];
  /** What to ask of whom so that a pool can be found or widened. */
  readonly questions: readonly PoolQuestion[];
};

/** Declared needs that make a pool worth showing below its usual size, if it still pays. */
const willing = 3;

/**
 * Groups of needs near each other, above the threshold of their kind. Around each site the group of all within reach
 * is formed; the largest is taken, its members set aside, and so on: disjoint groups, largest first. That is a
 * definition of what is proposed, not an optimum. Ties go to the first by id.
 * @param sites every establishment of the territory, for the kinds that read its card
 */
export function detectPools(
  setting: Setting,
  ways: Ways,
  flows: readonly KnownFlow[],
  sites: readonly Establishment[],
): PoolFindings {
  const pools: Synergy[] = [];
  const tooSmall = new Map<KnownFlow, PoolKind>();
  const shortfalls: PoolShortfall[] = [];
  const questions: PoolQuestion[] = [];
  const needs = needsByKind(setting, flows);
  const taken = new Map<string, Set<string>>();
  const pooled = new Set<string>();
  const ordered = [...sites].sort((a, b) => byCodeUnit(a.id, b.id));
  for (const kind of kindsInOrder(setting.reference.pools)) {
    const served = new Set(kind.after === null ? [] : taken.get(kind.after));
    const free = ordered.filter(({ id }) => !served.has(id));
    const wanted = (needs.get(kind.id) ?? []).filter(({ establishment }) => !served.has(establishment.id));
    for (const lot of lotsOf(setting, ways, kind, wanted, free)) {
      const found = poolsOf(setting, ways, lot, flows);
      // A pool of unknown size is shown once, under the first kind that speaks of its needs.
      const fresh = found.pools.filter(
        ({ gain, needs: asked }) => gain.state === "known" || !asked.every(({ flow }) => pooled.has(flow.id)),
      );
      pools.push(...fresh);
      for (const { needs: asked } of fresh) for (const { flow } of asked) pooled.add(flow.id);
      questions.push(...found.questions);
      for (const { gain, establishments } of fresh)
        if (gain.state === "known") for (const id of establishments) served.add(id);
      if (found.shortfall !== null) shortfalls.push(found.shortfall);
      for (const { flow } of found.left) if (flow !== null) tooSmall.set(flow, kind);
    }
    taken.set(kind.id, served);
  }
  for (const pool of pools) for (const flow of pool.needs) tooSmall.delete(flow);
  return { pools, tooSmall, shortfalls, questions };
}

type KmBetween = (a: Establishment, b: Establishment) => number;

type Found = {
  pools: readonly Synergy[];
  left: readonly PoolCandidate[];
  shortfall: PoolShortfall | null;
  questions: readonly PoolQuestion[];
};

function poolsOf(setting: Setting, ways: Ways, lot: PoolLot, flows: readonly KnownFlow[]): Found {
  const { kind, ready, waiting } = lot;
  const reach = neighbourhoods(ways, lot.places, kind.radius_km);
  const gone = new Set<number>();
  const formed = reach.map((near, seed): Formed => formGroup(setting, ways, lot, seed, near));
  const pools: Synergy[] = [];
  const questions: PoolQuestion[] = [];
  let shortfall: PoolShortfall | null = null;
  const km: KmBetween = (a, b) => ways.km(ways.placeOf(a), ways.placeOf(b));
  for (;;) {
    let best: Formed | undefined;
    for (const [seed, group] of formed.entries())
      if (!gone.has(seed) && group.members.length >= kind.min_members && group.total > (best?.total ?? 0)) best = group;
    const group = groupOf(setting, lot, best ?? { members: [], later: [], total: 0 }, flows, km);
    const assessed = best === undefined ? null : settled(setting, group, best.total);
    if (best === undefined || assessed === null) {
      // Nobody came together: the nearest miss is the sites that are there, with all that wait.
      const last =
        best === undefined ? { ...group, members: ready.filter((_, i) => !gone.has(i)), possible: waiting } : group;
      const unsized = unsizedPool(setting, last, km);
      if (unsized !== null) pools.push(unsized);
      // One site alone is no group that falls short.
      if (pools.length === 0 && last.members.length + last.possible.length > 1 && anybodyDeclared(last))
        shortfall = poolShortfall(setting, last);
      questions.push(...poolQuestions(setting, last));
      break;
    }
    pools.push(assessed);
    questions.push(...poolQuestions(setting, group));
    const left = new Set(best.members);
    for (const i of left) gone.add(i);
    for (const [seed, near] of reach.entries())
      if (!gone.has(seed) && near.some((i) => left.has(i)))
        formed[seed] = formGroup(
          setting,
          ways,
          lot,
          seed,
          near.filter((i) => !gone.has(i)),
        );
  }
  return { pools, left: ready.filter((_, i) => !gone.has(i)), shortfall, questions };
}

/**
 * Three declared needs or more within reach of one of them, when a quantity is still to be asked: a lead of unknown
 * size, which comes after those whose gain is known. The largest such group; ties go to the first by id.
 */
function unsizedPool(setting: Setting, group: PoolGroup, km: KmBetween): Synergy | null {
  const declared = [...group.members, ...group.possible]
    .filter(({ flow }) => flow !== null)
    .sort((a, b) => byCodeUnit(candidateId(a), candidateId(b)));
  let members: readonly PoolCandidate[] = [];
  for (const seed of declared) {
    const near = declared.filter(({ site }) => km(seed.site, site) <= group.kind.radius_km);
    if (near.length > members.length) members = near;
  }
  if (new Set(members.map(({ site }) => site.id)).size < Math.max(willing, group.kind.min_members)) return null;
  const pool = assessPool(setting, { ...group, members, possible: [], later: [], host: null });
  return pool.quantity.state === "unknown" ? pool : null;
}

/** Cards alone, without a figure, are questions, not a group. */
const anybodyDeclared = ({ members, possible }: PoolGroup): boolean =>
  members.length > 0 || possible.some(({ flow }) => flow !== null);

function groupOf(
  setting: Setting,
  { kind, need, ready, waiting }: PoolLot,
  { members: places, later }: Formed,
  flows: readonly KnownFlow[],
  km: KmBetween,
): PoolGroup {
  const some = (list: readonly number[]) => list.flatMap((i) => ready[i] ?? []);
  const members = some(places);
  const near = ({ site }: PoolCandidate): boolean => members.some((one) => km(one.site, site) <= kind.radius_km);
  const group: PoolGroup = { kind, need, members, possible: waiting.filter(near), later: some(later), host: null };
  return withHost(setting, group, flows, km);
}

/** A class that is alike others serves those, not all that stand below it: a yard is storage, and no warehouse. */
const serves = ({ reference }: Setting, kind: PoolKind, offered: string, need: string): boolean =>
  kind.alike.some(({ of }) => of === need) ? pooledAs(kind, offered) === need : isA(reference, offered, need);

/** The nearest owner of a spare capacity that is large enough; an owner needs no pool, so it leaves the members. */
function withHost(setting: Setting, group: PoolGroup, flows: readonly KnownFlow[], km: KmBetween): PoolGroup {
  const { kind, members } = group;
  if (kind.hosts.length === 0 || members.length === 0) return group;
  let best: { host: KnownFlow; members: readonly PoolCandidate[]; far: number } | undefined;
  for (const host of flows) {
    const { resource, yearly, establishment, flow } = host;
    if (flow.direction !== "out" || resource === null || yearly.state !== "known") continue;
    if (resource.unit !== group.need.unit) continue;
    if (!kind.hosts.some((id) => isA(setting.reference, resource.id, id))) continue;
    if (!kind.together && !serves(setting, kind, resource.id, group.need.id)) continue;
    const others = members.filter(({ site }) => site.id !== establishment.id);
    const needed = poolAmounts(setting, kind, others).reduce((a, b) => a + b, 0);
    if (others.length < kind.min_members || needed > yearly.value) continue;
    const far = Math.max(...others.map(({ site }) => km(establishment, site)));
    if (far <= kind.radius_km && (best === undefined || far < best.far)) best = { host, members: others, far };
  }
  return best === undefined ? group : { ...group, host: best.host, members: best.members };
}

/**
 * The pool as it would be proposed, or null when it is too small or cannot pay. A member that would lose by joining
 * is left out: it would not sign.
 */
function settled(setting: Setting, first: PoolGroup, total: number): Synergy | null {
  const { kind } = first;
  const large = total >= kind.threshold.value;
  let group = first;
  if (first.host !== null) {
    // An owner that adds nothing to what the group would do without it is no party.
    const alone = { ...first, host: null };
    const [lent, bought] = [assessPool(setting, first).gain, assessPool(setting, alone).gain];
    if (lent.state === "known" && bought.state === "known" && lent.value <= bought.value) group = alone;
  }
  for (;;) {
    const pool = assessPool(setting, group);
    const declared = pool.needs.filter(({ yearly }) => yearly.state === "known").length;
    if (!large && group.host === null && (kind.firm || declared < willing)) return null;
    const { gain } = pool;
    // Unknown prices hide no pool; a gain that is out of reach is none, unless it spares emissions at little cost.
    if (gain.state === "known" && (large ? gain.high <= 0 : gain.value <= 0)) return null;
    const losing =
      gain.state === "known" && gain.value > 0
        ? group.members.filter(({ site }) => {
            const share = pool.parties.find(({ establishment }) => establishment === site.id)?.gain;
            return share?.state === "known" && share.value < 0;
          })
        : [];
    if (losing.length === 0) return pool;
    group = { ...group, members: group.members.filter((one) => !losing.includes(one)) };
    if (group.members.length < kind.min_members) return null;
  }
}
