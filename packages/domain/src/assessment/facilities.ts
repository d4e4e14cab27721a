import type { KnownFlow } from "../matching/known-flow.ts";
import { isA, type Reference } from "../reference-data/reference.ts";

/** What already stands in a territory, as its own flows tell. */
export type Facilities = {
  /** Processes that somebody here can run, whatever the lot: a capacity is offered, or what feeds it is asked for. */
  readonly standing: ReadonlySet<string>;
  /** By process, the flows of those who ask for what feeds it: a digester that wants organic waste. */
  readonly fed: ReadonlyMap<string, readonly KnownFlow[]>;
};

export const noFacilities: Facilities = { standing: new Set(), fed: new Map() };

/** Reads the facilities of a territory from what is offered and asked for there. */
export function facilitiesOf(reference: Reference, flows: readonly KnownFlow[]): Facilities {
  const standing = new Set<string>();
  const fed = new Map<string, KnownFlow[]>();
  const present = (direction: "in" | "out", id: string): readonly KnownFlow[] =>
    flows.filter(
      ({ flow, resource }) => resource !== null && flow.direction === direction && isA(reference, resource.id, id),
    );
  for (const { id, equipment, feedstock } of reference.processes) {
    const asking = feedstock === null ? [] : present("in", feedstock);
    if (asking.length > 0) fed.set(id, [...asking]);
    if (asking.length > 0 || (equipment !== null && present("out", equipment).length > 0)) standing.add(id);
  }
  return { standing, fed };
}
