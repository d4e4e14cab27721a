import { type Figure, given, product } from "../figures/figure.ts";
import { isA, leafOf, type Reference, tagsOf } from "../reference-data/reference.ts";
import type { Conversion, Process, ResourceClass, SourcedNumber } from "../reference-data/rows.ts";
import { type Text, text } from "../text/text.ts";

/**
 * A way from what one site gives to what another needs: no conversion (the same class), one substitution, or
 * a chain of processes ended by at most one substitution.
 */
export type Route = {
  readonly id: string;
  readonly conversions: readonly Conversion[];
  readonly processes: readonly Process[];
  readonly from: ResourceClass;
  readonly to: ResourceClass;
  /** Units of `to` per unit of `from`, along the whole chain. */
  readonly ratio: Figure;
  readonly maxKm: number | null;
  /** What has to be laid between the two sites, per kilometre: pipes, a heat network. */
  readonly links: readonly Link[];
  /** Share of the need that may be met this way: the doses of the chain, multiplied. Null: all of it. */
  readonly share: Figure | null;
  /** What the last process of the chain makes; null without a process. */
  readonly made: ResourceClass | null;
  readonly tempting: boolean;
  /** The holder keeps what is given, cooler or emptier, and its outlet with it. */
  readonly keepsOutlet: boolean;
};

export type Link = { readonly id: string; readonly perKm: SourcedNumber };

/** Longest chain of processes that is looked at: beyond three, nobody has ever seen one run between firms. */
export const longestChain = 3;

const shareLabel = text(
  "Part du besoin que cette matière peut couvrir",
  "Share of the need that this matter may make up",
);
const ratioLabel = text("Rendement ou équivalence", "Yield or equivalence");

/** "Équivalence : drêches → aliment pour bétail": which ratio it is, among the many of a report. */
export function ratioLabelOf(reference: Reference, conversion: Conversion): Text {
  const name = (id: string, lang: "fr" | "en"): string =>
    (reference.resourceById.get(id)?.name[lang] ?? id).toLowerCase();
  const words = conversion.process === null ? text("Équivalence", "Equivalence") : text("Rendement", "Yield");
  return text(
    `${words.fr} : ${name(conversion.from, "fr")} → ${name(conversion.to, "fr")}`,
    `${words.en}: ${name(conversion.from, "en")} → ${name(conversion.to, "en")}`,
  );
}

function chainOf(reference: Reference, conversions: readonly Conversion[]): Route | null {
  const from = reference.resourceById.get(conversions[0]?.from ?? "");
  const to = reference.resourceById.get(conversions.at(-1)?.to ?? "");
  if (from === undefined || to === undefined) return null;
  const ratios = conversions.map((conversion) => leafOf(ratioLabelOf(reference, conversion), conversion.ratio));
  const [first] = ratios;
  const shares = conversions.flatMap((conversion) =>
    conversion.max_share === null ? [] : [leafOf(shareLabel, conversion.max_share)],
  );
  const [share] = shares;
  return {
    id: conversions.map((conversion) => conversion.id).join("+"),
    conversions,
    processes: conversions.flatMap((conversion) => {
      const process = conversion.process === null ? undefined : reference.processById.get(conversion.process);
      return process === undefined ? [] : [process];
    }),
    from,
    to,
    ratio: ratios.length === 1 && first !== undefined ? first : product(ratioLabel, `${to.unit}/${from.unit}`, ratios),
    ...wayOf(conversions, from, madeFirst(reference, conversions)),
    share: share === undefined ? null : shares.length === 1 ? share : product(shareLabel, "1", shares),
    made: reference.resourceById.get(conversions.findLast(({ process }) => process !== null)?.to ?? "") ?? null,
    tempting: conversions.some((conversion) => conversion.tempting),
    keepsOutlet: conversions[0]?.keeps_outlet ?? false,
  };
}

/** What the process that comes first makes, when it is energy from energy: water and matter travel as they are given. */
function madeFirst(reference: Reference, [first]: readonly Conversion[]): ResourceClass | null {
  if (first?.process == null) return null;
  const made = reference.resourceById.get(first.to);
  return made?.family === "energy" && reference.resourceById.get(first.from)?.family === "energy" ? made : null;
}

/**
 * The doses that a route counts in, widest first: what its last dosed conversion may bring of the need, then what the one
 * before may bring through it, and so on. Routes that end by the same conversions share their doses.
 */
export function dosesOf({ conversions }: Pick<Route, "conversions">): readonly { id: string; share: Figure }[] {
  const dosed = conversions.flatMap(({ id, max_share }) =>
    max_share === null ? [] : [{ id, share: leafOf(shareLabel, max_share) }],
  );
  return dosed
    .map((_, i) => dosed.slice(i))
    .map((chain) => ({
      id: chain.map(({ id }) => id).join("+"),
      share:
        chain.length === 1 && chain[0] !== undefined
          ? chain[0].share
          : product(
              shareLabel,
              "1",
              chain.map(({ share }) => share),
            ),
    }))
    .reverse();
}

/**
 * The pipe of what leaves the giver, unless the conversions say themselves how far they reach and what they lay. The
 * first process may stand at the giver's: then what it makes travels, where its pipe goes further (a boiler on hot gases).
 */
function wayOf(
  conversions: readonly Conversion[],
  from: ResourceClass,
  made: ResourceClass | null = null,
): Pick<Route, "maxKm" | "links"> {
  const limits = conversions.flatMap(({ max_km }) => (max_km === null ? [] : [max_km]));
  const links = conversions.flatMap(({ id, link }) => (link === null ? [] : [{ id, perKm: link }]));
  if (limits.length === 0 && links.length === 0 && from.pipe !== null) {
    const travels = made?.pipe != null && made.pipe.max_km > from.pipe.max_km ? made : from;
    const { max_km, link } = travels.pipe ?? from.pipe;
    return { maxKm: max_km, links: [{ id: travels.id, perKm: link }] };
  }
  return { maxKm: limits.length === 0 ? null : Math.min(...limits), links };
}

/** The route of a resource that is used as it is. */
export function identityRoute(row: ResourceClass): Route {
  const ratio = given({
    label: text("Même ressource", "Same resource"),
    value: 1,
    unit: `${row.unit}/${row.unit}`,
    source: "definition",
    date: null,
  });
  return {
    id: `same:${row.id}`,
    conversions: [],
    processes: [],
    from: row,
    to: row,
    ratio,
    ...wayOf([], row),
    share: null,
    made: null,
    tempting: false,
    keepsOutlet: false,
  };
}

/**
 * All routes of the reference but the identities: every conversion, and every chain in which a process makes
 * what the next conversion takes. A tempting (refused) conversion stands alone: nothing is built on it.
 * Sorted by id, so that two runs meet them in one order.
 */
export function conversionRoutes(reference: Reference): readonly Route[] {
  let routes = known.get(reference);
  if (routes === undefined) {
    routes = allRoutes(reference);
    known.set(reference, routes);
  }
  return routes;
}

// The chains of a reference are the same for every territory: walked once.
const known = new WeakMap<Reference, readonly Route[]>();

function allRoutes(reference: Reference): readonly Route[] {
  const familyOf = (id: string): string | undefined => reference.resourceById.get(id)?.family;
  // Energy is changed once: nobody cools or lifts with what an engine or a pump has just made for a neighbour.
  const changesEnergy = ({ from, to, process }: Conversion): boolean =>
    process !== null && (familyOf(from) === "energy" || (familyOf(from) === "water" && familyOf(to) === "energy"));
  // The warmth of a water is its giver's: a water that comes out of a treatment has none to give.
  const usesWarmth = ({ from, to, process }: Conversion): boolean =>
    process === null && familyOf(from) === "water" && familyOf(to) === "energy";
  const takers = new Map<string, Conversion[]>();
  for (const conversion of reference.conversions) {
    const list = takers.get(conversion.from);
    if (list === undefined) takers.set(conversion.from, [conversion]);
    else list.push(conversion);
  }
  const chains: Conversion[][] = reference.conversions.map((conversion) => [conversion]);
  let frontier = chains.filter(([only]) => only !== undefined && only.process !== null && !only.tempting);
  for (let length = 2; length <= longestChain + 1; length++) {
    const longer: Conversion[][] = [];
    for (const chain of frontier) {
      const made = chain.at(-1)?.to ?? "";
      // What is only ever needed (heat for a kiln, steam for a process) is where a chain ends.
      if (reference.resourceById.get(made)?.status === "need") continue;
      for (const next of reference.lineage(made).flatMap((row) => takers.get(row.id) ?? [])) {
        if (next.tempting || (length > longestChain && next.process !== null)) continue;
        if (usesWarmth(next)) continue;
        if (chain.some((one) => one.from === next.to || one.to === next.to)) continue;
        if (next.process !== null && changesEnergy(next) && chain.some(changesEnergy)) continue;
        // A boiler behind a boiler is the first boiler with a loss.
        if (next.process !== null && chain.some((one) => one.process === next.process)) continue;
        longer.push([...chain, next]);
      }
    }
    chains.push(...longer);
    frontier = longer.filter((chain) => chain.at(-1)?.process !== null);
  }
  return chains.flatMap((chain) => chainOf(reference, chain) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * May a need worded as `need` be met by the class `made`? By itself and by anything below it; but a need as broad
 * as a whole group of matter ("wood", "food") is met by itself alone, or everything would match everything.
 * What is worded broadly ("steam") may also be the finer thing that is asked for ("steam at 8 bar"): see {@link isVague}.
 * A class that only names a use (heat for fish tanks) serves that use, not the broader need above it (process heat).
 */
export function meetsNeed(reference: Reference, made: ResourceClass, need: ResourceClass): boolean {
  if (made.id === need.id) return true;
  if (made.status === "need") return false;
  return (
    (!isBroad(reference, need) && isA(reference, made.id, need.id)) ||
    isVague(reference, made, need) ||
    isAlike(reference, made, need)
  );
}

const isBroad = (reference: Reference, row: ResourceClass): boolean =>
  reference.lineage(row.id).length < (row.family === "matter" ? 3 : 2);

/**
 * Is what is offered worded less precisely than what is needed, so that only its giver can tell if it suits? One
 * step, or two when the sorts of the second are {@link isAlike}, and no property between the two that law or physics
 * tells apart: steam for steam at 8 bar, non-ferrous chips for aluminium turnings, not metal for gold.
 */
export function isVague(reference: Reference, made: ResourceClass, need: ResourceClass): boolean {
  const above = reference.resourceById.get(need.parent ?? "");
  return (
    (above?.id === made.id || (above?.alike === true && above.parent === made.id)) &&
    !isBroad(reference, made) &&
    made.unit === need.unit &&
    need.tags.every((tag) => tagsOf(reference, made.id).includes(tag))
  );
}

/**
 * Does a route make what the need asks? What is refused is refused for the class it names and for all below it:
 * leftovers barred from livestock feed are barred from each kind of it.
 */
export const routeMeets = (reference: Reference, route: Route, need: ResourceClass): boolean =>
  meetsNeed(reference, route.to, need) || (route.tempting && isA(reference, need.id, route.to.id));

/** Are the two of one kind whose sorts may stand for one another, once their holders agree? */
export const isAlike = (reference: Reference, made: ResourceClass, need: ResourceClass): boolean =>
  made.id !== need.id &&
  made.parent !== null &&
  made.parent === need.parent &&
  made.unit === need.unit &&
  reference.resourceById.get(made.parent)?.alike === true;

/** Does a route take what the offer gives and make what the need asks? */
export const routeJoins = (reference: Reference, route: Route, offer: ResourceClass, need: ResourceClass): boolean =>
  isA(reference, offer.id, route.from.id) && routeMeets(reference, route, need);
