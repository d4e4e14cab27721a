import { type Figure, given } from "../figures/figure.ts";
import { bug } from "../problems/result.ts";
import type { Text } from "../text/text.ts";
import type { PoolKind } from "./pool-rows.ts";
import type {
  Activity,
  AidScheme,
  Barrier,
  Carrier,
  ContextPack,
  Conversion,
  DatedValue,
  Fact,
  Factor,
  LexiconRow,
  ObligationRow,
  Parameter,
  Process,
  ProductCode,
  ReductionMeasure,
  ResourceClass,
  RoadLink,
  RoadNode,
  Rule,
  Sector,
  Source,
  SourcedNumber,
  StakeRow,
  WasteCode,
} from "./rows.ts";

/** All dated data the domain computes with. It comes in as an argument: the domain never reads a file. */
export type ReferenceTables = {
  readonly sources: readonly Source[];
  readonly resources: readonly ResourceClass[];
  readonly wasteCodes: readonly WasteCode[];
  readonly productCodes: readonly ProductCode[];
  readonly activities: readonly Activity[];
  readonly lexicon: readonly LexiconRow[];
  readonly conversions: readonly Conversion[];
  readonly processes: readonly Process[];
  readonly pools: readonly PoolKind[];
  readonly factors: readonly Factor[];
  readonly parameters: readonly Parameter[];
  readonly values: readonly DatedValue[];
  readonly aid: readonly AidScheme[];
  readonly contexts: readonly ContextPack[];
  readonly rules: readonly Rule[];
  readonly facts: readonly Fact[];
  readonly barriers: readonly Barrier[];
  readonly obligations: readonly ObligationRow[];
  readonly reductions: readonly ReductionMeasure[];
  readonly stakes: readonly StakeRow[];
  readonly carriers: readonly Carrier[];
  readonly roadNodes: readonly RoadNode[];
  readonly roadLinks: readonly RoadLink[];
  readonly sectors: readonly Sector[];
};

/** The tables with the look-ups that every computation needs. */
export type Reference = ReferenceTables & {
  /** What the user knows better, asked before `factors`; none unless given. */
  readonly ownFactors: readonly Factor[];
  readonly resourceById: ReadonlyMap<string, ResourceClass>;
  /** By the six digits alone: "02 03 04*", "020304" and "02 03 04" are one code. */
  readonly wasteCode: (written: string) => WasteCode | undefined;
  readonly processById: ReadonlyMap<string, Process>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly parameterById: ReadonlyMap<string, Parameter>;
  /** A class, then its ancestors up to the family root. */
  readonly lineage: (id: string) => readonly ResourceClass[];
};

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** A class with what it takes from those above it: how it travels, and what it is like when nobody said. */
function inheriting(rows: readonly ResourceClass[]): readonly ResourceClass[] {
  const given = byId(rows);
  const full = new Map<string, ResourceClass>();
  const complete = (row: ResourceClass): ResourceClass => {
    const known = full.get(row.id);
    if (known !== undefined) return known;
    const above = given.get(row.parent ?? "");
    const parent = above === undefined ? null : complete(above);
    const made: ResourceClass =
      parent === null ? row : { ...row, pipe: row.pipe ?? parent.pipe, typical: { ...parent.typical, ...row.typical } };
    full.set(row.id, made);
    return made;
  };
  return rows.map(complete);
}

/** @throws when a class names a parent that does not exist: reference data is checked by its own tests */
export function indexReference(tables: ReferenceTables): Reference {
  const resources = inheriting(tables.resources);
  const resourceById = byId(resources);
  const lines = new Map<string, readonly ResourceClass[]>();
  const lineage = (id: string): readonly ResourceClass[] => {
    const known = lines.get(id);
    if (known !== undefined) return known;
    const row = resourceById.get(id);
    const line = row === undefined ? [] : [row, ...(row.parent === null ? [] : lineage(row.parent))];
    lines.set(id, line);
    return line;
  };
  const codes = new Map(tables.wasteCodes.map((row) => [row.code.replace(/\D/g, ""), row]));
  return {
    ...tables,
    ownFactors: [],
    resources,
    resourceById,
    wasteCode: (written) => codes.get(written.replace(/\D/g, "")),
    processById: byId(tables.processes),
    sourceById: byId(tables.sources),
    parameterById: byId(tables.parameters),
    lineage,
  };
}

/** Is `id` the class `ancestor` or one below it? */
export const isA = (reference: Reference, id: string, ancestor: string): boolean =>
  reference.lineage(id).some((row) => row.id === ancestor);

// Classes are asked for their tags at every pair; a line of ancestors is one array for ever.
const tagsOfLine = new WeakMap<readonly ResourceClass[], readonly string[]>();

/** Tags of a class and of everything above it. */
export function tagsOf(reference: Reference, id: string): readonly string[] {
  const line = reference.lineage(id);
  let tags = tagsOfLine.get(line);
  if (tags === undefined) {
    tags = line.flatMap((row) => row.tags);
    tagsOfLine.set(line, tags);
  }
  return tags;
}

// One leaf per number and label: a territory's trees share the few hundred numbers they rest on.
const leaves = new WeakMap<SourcedNumber, Map<string, Figure>>();

/** A number of the reference as the leaf of a tree. */
export function leafOf(label: Text, number: SourcedNumber): Figure {
  let named = leaves.get(number);
  if (named === undefined) {
    named = new Map();
    leaves.set(number, named);
  }
  let leaf = named.get(label.fr);
  if (leaf === undefined) {
    leaf = leafFrom(label, number);
    named.set(label.fr, leaf);
  }
  return leaf;
}

const leafFrom = (label: Text, number: SourcedNumber): Figure =>
  given({
    label,
    value: number.value,
    low: number.low,
    high: number.high,
    unit: number.unit,
    source: number.source,
    date: number.year === null ? null : String(number.year),
  });

/** A parameter that the code asks for by name. Its absence is a bug of the reference data. */
export function parameter(reference: Reference, id: string): Figure {
  const row = reference.parameterById.get(id) ?? bug(`parameter ${id} is not in the reference`);
  return leafOf(row.label, row.number);
}

/** The plain number behind a parameter, for thresholds and weights. */
export function parameterValue(reference: Reference, id: string): number {
  return (reference.parameterById.get(id) ?? bug(`parameter ${id} is not in the reference`)).number.value;
}

/** The context pack of a territory: the one it names, else the first of the table. */
export function contextOf(reference: Reference, id: string | null): ContextPack {
  return (
    reference.contexts.find((context) => context.id === id) ??
    reference.contexts[0] ??
    bug("the reference has no context pack")
  );
}
