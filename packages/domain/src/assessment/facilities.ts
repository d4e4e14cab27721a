import type { Establishment } from "../formats/inventory.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { isA, type Reference } from "../reference-data/reference.ts";
import { byCodeUnit } from "../text/text.ts";

/** What already stands in a territory, as its own flows tell. */
export type Facilities = {
  /** Processes that somebody here can run, whatever the lot: a capacity is offered, or what feeds it is asked for. */
  readonly standing: ReadonlySet<string>;
  /** By process, the flows of those who ask for what feeds it: a digester that wants organic waste. */
  readonly fed: ReadonlyMap<string, readonly KnownFlow[]>;
  /** By process, the sites where one stands, in order of id: what was only deduced of a site is not enough. */
  readonly hosts: ReadonlyMap<string, readonly Establishment[]>;
};

export const noFacilities: Facilities = { standing: new Set(), fed: new Map(), hosts: new Map() };

/** Reads the facilities of a territory from what is offered and asked for there. */
export function facilitiesOf(reference: Reference, flows: readonly KnownFlow[]): Facilities {
  const standing = new Set<string>();
  const fed = new Map<string, KnownFlow[]>();
  const hosts = new Map<string, readonly Establishment[]>();
  const present = (direction: "in" | "out", id: string): readonly KnownFlow[] =>
    flows.filter(
      ({ flow, resource }) => resource !== null && flow.direction === direction && isA(reference, resource.id, id),
    );
  for (const { id, equipment, feedstock } of reference.processes) {
    const asking = feedstock === null ? [] : present("in", feedstock);
    if (asking.length > 0) fed.set(id, [...asking]);
    const lent = equipment === null ? [] : present("out", equipment);
    if (asking.length > 0 || lent.length > 0) standing.add(id);
    const sure = [...asking, ...lent].filter(({ guess }) => !guess).map(({ establishment }) => establishment);
    const sites = [...new Map(sure.map((site) => [site.id, site])).values()];
    if (sites.length > 0)
      hosts.set(
        id,
        sites.sort((a, b) => byCodeUnit(a.id, b.id)),
      );
  }
  return { standing, fed, hosts };
}

/** Every site where a process stands or is fed, some more than once. */
export const facilitySites = ({ fed, hosts }: Facilities): readonly Establishment[] => [
  ...[...hosts.values()].flat(),
  ...[...fed.values()].flat().map(({ establishment }) => establishment),
];
