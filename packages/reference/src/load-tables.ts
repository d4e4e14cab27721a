import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  ActivitySchema,
  AidSchemeSchema,
  BarrierSchema,
  CarrierSchema,
  ContextSchema,
  ConversionSchema,
  DatedValueSchema,
  FactorSchema,
  FactSchema,
  indexReference,
  LexiconSchema,
  ObligationSchema,
  ParameterSchema,
  PoolKindSchema,
  ProcessSchema,
  ProductCodeSchema,
  ReductionMeasureSchema,
  type Reference,
  ResourceClassSchema,
  RoadLinkSchema,
  RoadNodeSchema,
  RuleSchema,
  SectorSchema,
  SourceSchema,
  StakeSchema,
  WasteCodeSchema,
} from "@simbiosi/domain";
import { JSON_SCHEMA, load, YAMLException } from "js-yaml";
import { ReferenceFault } from "./reference-fault.ts";

// The same path from src and from dist.
const data = join(dirname(fileURLToPath(import.meta.url)), "..", "data");

/** What the rows of a table must look like; parsed rows come back typed. */
type RowSchema<T> = {
  safeParse: (
    row: unknown,
  ) =>
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
};

/**
 * Reads every YAML file of a folder as one table. A row that does not fit its schema stops the program with the
 * file, the row and the field: wrong reference data must never be computed with.
 */
function table<T>(folder: string, schema: RowSchema<T>, keep: (name: string) => boolean = () => true): readonly T[] {
  const rows: T[] = [];
  for (const name of readdirSync(join(data, folder)).sort()) {
    if (!name.endsWith(".yaml") || !keep(name)) continue;
    const file = `packages/reference/data/${folder}/${name}`;
    const list = readRows(file, readFileSync(join(data, folder, name), "utf8"));
    list.forEach((row: unknown, i) => {
      const parsed = schema.safeParse(row);
      if (parsed.success) rows.push(parsed.data);
      else {
        const named = typeof row === "object" && row !== null && "id" in row ? String(row.id) : `row ${i + 1}`;
        const [issue] = parsed.error.issues;
        throw new ReferenceFault(file, named, `${issue?.path.join(".") ?? ""} ${issue?.message ?? "invalid"}`.trim());
      }
    });
  }
  return rows;
}

/** @throws {ReferenceFault} when the file is no YAML, or no list */
export function readRows(file: string, yaml: string): readonly unknown[] {
  let list: unknown;
  try {
    // JSON_SCHEMA: no dates, no "no" as false, nothing but what JSON knows.
    list = load(yaml, { schema: JSON_SCHEMA, filename: file });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new ReferenceFault(file, `line ${error.mark === undefined ? "?" : error.mark.line + 1}`, error.reason);
  }
  if (!Array.isArray(list)) throw new ReferenceFault(file, "line 1", "expected a list of rows");
  return list;
}

// The questions of a topic stand beside its rules.
const isFacts = (name: string): boolean => name === "facts.yaml";

let loaded: Reference | undefined;

/** All reference tables, read once a process from `packages/reference/data` and checked row by row. */
export function loadReference(): Reference {
  loaded ??= indexReference({
    sources: table("sources", SourceSchema),
    resources: table("resources", ResourceClassSchema),
    wasteCodes: table("waste-codes", WasteCodeSchema),
    productCodes: table("product-codes", ProductCodeSchema),
    activities: table("activities", ActivitySchema),
    lexicon: table("lexicon", LexiconSchema),
    conversions: table("conversions", ConversionSchema),
    processes: table("processes", ProcessSchema),
    pools: table("pools", PoolKindSchema),
    factors: table("factors", FactorSchema),
    parameters: table("parameters", ParameterSchema),
    values: table("values", DatedValueSchema),
    aid: table("aid", AidSchemeSchema),
    contexts: table("contexts", ContextSchema),
    rules: table("law", RuleSchema, (name) => !isFacts(name)),
    facts: [...table("law", FactSchema, isFacts), ...table("obligations", FactSchema, isFacts)],
    barriers: table("barriers", BarrierSchema),
    obligations: table("obligations", ObligationSchema, (name) => !isFacts(name)),
    reductions: table("reductions", ReductionMeasureSchema),
    stakes: table("stakes", StakeSchema),
    carriers: table("carriers", CarrierSchema),
    roadNodes: table("roads", RoadNodeSchema, (name) => name.endsWith("-nodes.yaml")),
    roadLinks: table("roads", RoadLinkSchema, (name) => name.endsWith("-links.yaml")),
    sectors: table("sectors", SectorSchema),
  });
  return loaded;
}
