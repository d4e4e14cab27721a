import { type BrokenName, brokenTests } from "./audit-rules.ts";
import type { Reference } from "./reference.ts";

export type TableCount = {
  readonly table: string;
  readonly rows: number;
  /** How many times its rows name a source, and how often that source is an estimate of the team. */
  readonly citations: number;
  readonly estimates: number;
};

export type ReferenceAudit = {
  readonly day: string;
  readonly tables: readonly TableCount[];
  /** Rows whose review was due before the day, the oldest first. */
  readonly overdue: readonly { readonly table: string; readonly id: string; readonly review_before: string }[];
  /** Rows that name a class, a process, a context, a source or a fact that does not exist. */
  readonly broken: readonly BrokenName[];
  /** Identifiers borne by two rows of one table: the second was most likely copied from the first. */
  readonly twice: readonly { readonly table: string; readonly id: string }[];
  /** Classes that only their own name leads to: no synonym, no code, and no row of another table. */
  readonly lonelyClasses: readonly string[];
  /** Sources that no row cites. */
  readonly unusedSources: readonly string[];
};

/** Sources that the domain itself writes into figures: no row needs to cite them. */
const writtenByCode: ReadonlySet<string> = new Set(["definition", "geodesy"]);

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** Calls `visit` on every text anywhere in a value, with the key that holds it. */
function eachText(value: unknown, key: string, visit: (text: string, key: string) => void): void {
  if (typeof value === "string") visit(value, key);
  else if (Array.isArray(value)) for (const item of value) eachText(item, key, visit);
  else if (isRow(value)) for (const [name, item] of Object.entries(value)) eachText(item, name, visit);
}

const idOf = (row: Row): string => String(row.id ?? row.code ?? "?");
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What whoever keeps the reference must look at on a day: reviews that are due, names that lead nowhere, rows that
 * nothing uses, and how much of each table is estimated. A table added later is read like the others.
 */
export function auditReference(reference: Reference, day: string): ReferenceAudit {
  const tables: readonly (readonly [string, readonly Row[]])[] = Object.entries(reference).flatMap(([table, rows]) =>
    // What a user brings is theirs to review.
    Array.isArray(rows) && table !== "ownFactors" ? [[table, rows.filter(isRow)] as const] : [],
  );
  const estimated = new Set(reference.sources.filter(({ kind }) => kind === "team-estimate").map(({ id }) => id));
  const contexts = new Set(reference.contexts.map(({ id }) => id));
  const cited = new Set(writtenByCode);
  const named = new Set<string>();
  const counts: TableCount[] = [];
  const overdue: { table: string; id: string; review_before: string }[] = [];
  const broken: BrokenName[] = [];
  const twice: { table: string; id: string }[] = [];
  /** Where a name of a column leads, for the columns that name rows of another table. */
  const leads = (table: string, key: string, text: string): boolean => {
    if (key === "source") return reference.sourceById.has(text);
    if (key === "context" || key === "contexts") return contexts.has(text);
    if (table === "conversions" && (key === "from" || key === "to")) return reference.resourceById.has(text);
    if (table === "conversions" && key === "process") return reference.processById.has(text);
    if (["factors", "wasteCodes"].includes(table) && key === "resource") return reference.resourceById.has(text);
    if (
      (table === "pools" && ["needs", "hosts", "of", "also"].includes(key)) ||
      (table === "processes" && key === "equipment")
    )
      return reference.resourceById.has(text);
    if (table === "lexicon" && ["on", "is", "alone"].includes(key)) return reference.resourceById.has(text);
    return !(table === "resources" && key === "parent") || reference.resourceById.has(text);
  };
  for (const [table, rows] of tables) {
    let citations = 0;
    let estimates = 0;
    const ids = new Set<string>();
    for (const row of rows) {
      const id = idOf(row);
      if (ids.has(id)) twice.push({ table, id });
      ids.add(id);
      eachText(row, "", (text, key) => {
        if (key === "source") {
          citations++;
          cited.add(text);
          if (estimated.has(text)) estimates++;
        }
        if (table !== "resources") named.add(text);
        if (!leads(table, key, text)) broken.push({ table, id, names: text });
      });
      const { review_before } = row;
      if (typeof review_before === "string" && review_before < day) overdue.push({ table, id, review_before });
    }
    counts.push({ table, rows: rows.length, citations, estimates });
  }
  const parents = new Set(reference.resources.flatMap(({ parent }) => (parent === null ? [] : [parent])));
  return {
    day,
    tables: counts,
    overdue: overdue.sort(
      (a, b) => byText(a.review_before, b.review_before) || byText(a.table, b.table) || byText(a.id, b.id),
    ),
    broken: [...broken, ...brokenTests(reference)],
    twice,
    lonelyClasses: reference.resources
      .filter(
        ({ id, synonyms, low, cpa }) =>
          !named.has(id) && !parents.has(id) && synonyms.fr.length + synonyms.en.length + low.length + cpa.length === 0,
      )
      .map(({ id }) => id)
      .sort(byText),
    unusedSources: reference.sources
      .filter(({ id }) => !cited.has(id))
      .map(({ id }) => id)
      .sort(byText),
  };
}
