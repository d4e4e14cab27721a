import {
  byCodeUnit,
  candidateId,
  isA,
  isImplied,
  type KnownFlow,
  missingFields,
  type PoolCandidate,
  type PoolKind,
  type ResourceClass,
  type Setting,
  type Ways,
} from "@simbiosi/domain";

/** Sites that can be looked at together: one class, and the same value of every quality that must agree. */
export type PoolLot = {
  readonly kind: PoolKind;
  readonly need: ResourceClass;
  /** Counted in: their part can be worked out. By id. */
  readonly ready: readonly PoolCandidate[];
  /** Where each of them stands in the ways. */
  readonly places: readonly number[];
  /** Not yet: a fact must be asked for first. */
  readonly waiting: readonly PoolCandidate[];
};

/** Depth of the class of the kind that a need is of: the closer, the more the kind speaks of it. 0 when of none. */
function closeness({ reference }: Setting, kind: PoolKind, flow: KnownFlow): number {
  const id = flow.resource?.id;
  if (id === undefined) return 0;
  return kind.needs.reduce(
    (deepest, need) => (isA(reference, id, need) ? Math.max(deepest, reference.lineage(need).length) : deepest),
    0,
  );
}

/** Kinds in an order in which a smaller form comes after the larger one that it follows; else by id. */
export function kindsInOrder(kinds: readonly PoolKind[]): readonly PoolKind[] {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  const depth = (kind: PoolKind, seen: number): number => {
    const before = kind.after === null ? undefined : byId.get(kind.after);
    return before === undefined || seen > kinds.length ? 0 : 1 + depth(before, seen + 1);
  };
  return [...kinds].sort((a, b) => depth(a, 0) - depth(b, 0) || byCodeUnit(a.id, b.id));
}

/** The needs that belong to each kind: within a theme, the kinds that name the class most closely. */
export function needsByKind(setting: Setting, flows: readonly KnownFlow[]): ReadonlyMap<string, readonly KnownFlow[]> {
  const { pools } = setting.reference;
  const found = new Map<string, KnownFlow[]>(pools.map(({ id }) => [id, []]));
  const ofClass = new Map<string, readonly string[]>();
  for (const flow of flows) {
    const { resource } = flow;
    if (flow.flow.direction !== "in" || resource === null) continue;
    let ids = ofClass.get(resource.id);
    if (ids === undefined) {
      const close = pools.map((kind) => closeness(setting, kind, flow));
      const nearest = new Map<string, number>();
      pools.forEach(({ theme }, i) => {
        nearest.set(theme, Math.max(nearest.get(theme) ?? 0, close[i] ?? 0));
      });
      ids = pools.flatMap(({ id, theme, needs, alike }, i) => {
        const unit = setting.reference.resourceById.get(needs[0] ?? "")?.unit;
        const own = (close[i] ?? 0) > 0 && close[i] === nearest.get(theme);
        const guest = (close[i] ?? 0) === 0 && alike.some(({ also }) => also.includes(resource.id));
        return (own || guest) && unit === resource.unit ? [id] : [];
      });
      ofClass.set(resource.id, ids);
    }
    for (const id of ids) found.get(id)?.push(flow);
  }
  return found;
}

/** The class under which a kind pools this one: its own, or the one that it is alike. */
export const pooledAs = ({ alike }: PoolKind, id: string): string =>
  alike.find(({ also }) => also.includes(id))?.of ?? id;

type Draft = { need: ResourceClass; all: Map<string, PoolCandidate>; waiting: PoolCandidate[] };

/**
 * The candidates of a kind: every site with a need of it, and, where the kind reads the card of the establishment,
 * every site whose card says enough or nearly. A site counts once in a lot, by its largest need.
 */
export function lotsOf(
  setting: Setting,
  ways: Ways,
  kind: PoolKind,
  needs: readonly KnownFlow[],
  sites: readonly PoolCandidate["site"][],
): readonly PoolLot[] {
  const [first = ""] = kind.needs;
  const general = setting.reference.resourceById.get(first);
  if (general === undefined) return [];
  const lots = new Map<string, Draft>();
  const lotAt = (key: string, need: ResourceClass): Draft => {
    const lot = lots.get(key) ?? { need, all: new Map<string, PoolCandidate>(), waiting: [] };
    lots.set(key, lot);
    return lot;
  };
  const put = (lot: Draft, one: PoolCandidate): void => {
    const other = lot.all.get(one.site.id);
    const size = (candidate: PoolCandidate): number => candidate.flow?.yearly.value ?? -1;
    if (other === undefined || size(one) > size(other)) lot.all.set(one.site.id, one);
  };
  for (const flow of needs) {
    const own =
      flow.resource === null ? undefined : setting.reference.resourceById.get(pooledAs(kind, flow.resource.id));
    const need = kind.together ? general : (own ?? general);
    const one: PoolCandidate = { site: flow.establishment, flow };
    const said = kind.same.map(({ key }) => flow.flow.quality?.[key]);
    // A need without the quality that must agree waits in the lot of its class for the question to be answered.
    if (said.some((value) => value === undefined)) lotAt(need.id, need).waiting.push(one);
    else put(lotAt([need.id, ...said.map((value) => String(value).trim().toLowerCase())].join("\n"), need), one);
  }
  if (kind.measure !== "declared")
    for (const site of sites) {
      const lot = lotAt(general.id, general);
      const one: PoolCandidate = { site, flow: null };
      if (!lot.all.has(site.id) && (isImplied(kind, site) || missingFields(kind, one).length > 0)) put(lot, one);
    }
  const isOwn = ({ flow }: PoolCandidate): boolean => flow === null || closeness(setting, kind, flow) > 0;
  return [...lots.entries()]
    .filter(([, { all, waiting }]) => [...all.values(), ...waiting].some(isOwn))
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, { need, all, waiting }]) => {
      const some = [...all.values()].sort((a, b) => byCodeUnit(candidateId(a), candidateId(b)));
      const isReady = (one: PoolCandidate): boolean => missingFields(kind, one).length === 0;
      const ready = some.filter(isReady);
      return {
        kind,
        need,
        ready,
        places: ready.map(({ site }) => ways.placeOf(site)),
        waiting: [...waiting, ...some.filter((one) => !isReady(one))],
      };
    });
}
