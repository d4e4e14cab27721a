import {
  bug,
  type Establishment,
  EstablishmentSchema,
  type Flow,
  FlowSchema,
  type Inventory,
  inventoryFormat,
  type RefusedRow,
  type Territory,
  TerritorySchema,
} from "@simbiosi/domain";
import { refuse } from "../refusals/refusal.ts";
import { orderedReport } from "../refusals/report.ts";
import { settleConsents } from "./consent-parties.ts";
import { type Directory, directoryOf, find } from "./directory.ts";
import { type Draft, extraOf, report, reportKey } from "./draft.ts";
import { idsOf, slug } from "./ids.ts";

export type Drafts = {
  readonly territory: Draft;
  readonly establishments: readonly Draft[];
  readonly flows: readonly Draft[];
  /** What was refused outside any draft: totals rows, sheets without headers, rows beyond the limits. */
  readonly refused: readonly RefusedRow[];
};
export type Assembled = { readonly inventory: Inventory; readonly refused: readonly RefusedRow[] };

/**
 * Drafts of every carrier → one inventory: required fields, ids, and who a flow belongs to. A row that cannot stand is
 * left out and reported whole; everything else goes in.
 *
 * @param unnamed the name of a territory that has none
 */
export function assemble({ territory, establishments, flows, refused }: Drafts, unnamed: string): Assembled {
  const kept = establishments.filter(hasName);
  const withIds = idsOf(kept, establishmentId, sameEstablishment);
  const made = withIds.map(establishmentOf);
  const directory = directoryOf(made);

  const told = new Set<string>();
  const standing = flows.filter((flow) => stands(flow, directory, told));
  for (const flow of standing) settleConsents(flow, directory);
  const inventory = {
    format: inventoryFormat,
    territory: territoryOf(territory, unnamed),
    establishments: made,
    flows: idsOf(standing, flowId, () => false).map(flowOf),
  } as const;
  const cells = [territory, ...establishments, ...flows].flatMap((row) => row.refused);
  return { inventory, refused: orderedReport([...cells, ...refused]) };
}

/** A row that is left out: whatever was said of its cells, none of them went in. */
function leftOut(row: Draft): false {
  for (const [index, refused] of row.refused.entries()) row.refused[index] = { ...refused, kept: false };
  return false;
}

function hasName(row: Draft): boolean {
  if (wordsIn(row, "name") !== undefined) return true;
  reportKey(row, "name", null, "NAME_MISSING", false);
  return leftOut(row);
}

/**
 * Whether a flow has what it cannot do without; its establishment becomes an id.
 *
 * @param told names that were said to be alike already: once a name is enough
 */
function stands(row: Draft, directory: Directory, told: Set<string>): boolean {
  const refusedKeys = new Set(row.refused.map(({ column }) => column));
  const missing = (key: string): boolean => !row.values.has(key);
  const said = (key: string): boolean => refusedKeys.has(row.columns(key)); // already reported as unreadable
  if (missing("direction") && !said("direction")) reportKey(row, "direction", null, "DIRECTION_MISSING", false);
  if (missing("label") && !said("label")) reportKey(row, "label", null, "LABEL_MISSING", false);
  const name = wordsIn(row, "establishment");
  const found = name === undefined ? undefined : find(directory, name);
  if (found === undefined) {
    if (!said("establishment")) reportKey(row, "establishment", null, "ESTABLISHMENT_MISSING", false);
  } else if (!found.ok) {
    report(row, row.columns("establishment"), name ?? null, found.problem, false);
  } else {
    const { id, alike } = found.value;
    row.values.set("establishment", id);
    if (alike && name !== undefined && !told.has(name)) {
      told.add(name);
      const known = directory.nameOf.get(id) ?? id;
      report(row, row.columns("establishment"), name, refuse("ESTABLISHMENT_ALIKE", { known }).problem);
    }
  }
  return missing("direction") || missing("label") || found?.ok !== true ? leftOut(row) : true;
}

const wordsIn = (row: Draft, key: string): string | undefined => {
  const value = row.values.get(key);
  return typeof value === "string" ? value : undefined;
};

const establishmentId = (row: Draft): string => wordsIn(row, "siret") ?? slug(wordsIn(row, "name") ?? "");
const flowId = (row: Draft): string => `${wordsIn(row, "establishment") ?? ""}.${slug(wordsIn(row, "label") ?? "")}`;

/** Two rows without an id that name the same place: the second adds nothing but confusion. */
const sameEstablishment = (a: Draft, b: Draft): boolean => {
  const [siretA, siretB] = [wordsIn(a, "siret"), wordsIn(b, "siret")];
  if (siretA !== undefined || siretB !== undefined) return siretA === siretB;
  return (
    slug(wordsIn(a, "name") ?? "") === slug(wordsIn(b, "name") ?? "") && wordsIn(a, "insee") === wordsIn(b, "insee")
  );
};

const bare = (row: Draft) => ({ ...Object.fromEntries(row.values), extra: extraOf(row) });

/** The schema fills in every absent key; what the fields let through it must accept, else one of the two is wrong. */
function territoryOf(row: Draft, unnamed: string): Territory {
  if (!row.values.has("name")) {
    row.values.set("name", unnamed);
    report(row, row.columns("name"), unnamed, refuse("TERRITORY_NAME_MISSING").problem);
  }
  const parsed = TerritorySchema.safeParse(bare(row));
  return parsed.success ? parsed.data : bug(`territory: ${parsed.error.message}`);
}

function establishmentOf(row: Draft): Establishment {
  const parsed = EstablishmentSchema.safeParse(bare(row));
  return parsed.success ? parsed.data : bug(`establishment: ${parsed.error.message}`);
}

const currentKeys = ["route", "supplier", "unit_cost_eur", "payer", "contract_end"];

function flowOf(row: Draft): Flow {
  const current = currentKeys.filter((key) => row.values.has(key)).map((key) => [key, row.values.get(key)] as const);
  const parsed = FlowSchema.safeParse({
    ...bare(row),
    current: current.length > 0 ? Object.fromEntries(current) : null,
  });
  return parsed.success ? parsed.data : bug(`flow: ${parsed.error.message}`);
}
