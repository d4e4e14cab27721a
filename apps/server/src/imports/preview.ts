import type { Establishment, Flow, Inventory, RefusedRow } from "@simbiosi/domain";
import { z } from "zod";
import { dataOf, type Plan, type Step } from "./plan.ts";
import { kindOf, type Read } from "./read-batch.ts";

const Counts = z.object({ establishments: z.number().int(), flows: z.number().int() });
const Reported = z.object({
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  fr: z.string(),
  en: z.string(),
  /** The row goes in all the same, without this cell. */
  kept: z.boolean(),
  kind: z.enum(["correct", "confirm", "know"]),
  /** Whether a value may be given in its place, right here. */
  fixable: z.boolean(),
});

/** What an import is about to do, and what it did not understand. */
export const PreviewSchema = z.object({
  read: Counts,
  create: Counts,
  update: Counts,
  unchanged: z.number().int(),
  /** What is created and changed, the first of them. */
  changes: z.array(
    z.object({
      object: z.enum(["establishment", "flow"]),
      does: z.enum(["create", "update"]),
      name: z.string(),
      of: z.string().nullable(),
      fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string() })),
    }),
  ),
  more_changes: z.number().int(),
  /** How many cells or rows are to be corrected. */
  to_correct: z.number().int(),
  refused: z.array(Reported),
  notes: z.array(z.object({ code: z.string(), fr: z.string(), en: z.string() })),
  columns: z.array(
    z.object({
      sheet: z.string(),
      table: z.enum(["establishments", "flows"]),
      header: z.string(),
      key: z.string().nullable(),
      suggestion: z.string().nullable(),
      confidence: z.number().nullable(),
    }),
  ),
});
export type Preview = z.output<typeof PreviewSchema>;

const shown = 300;

/** What a person is shown before anything is written. */
export function previewOf({ inventory, refused, notes, columns }: Read, plan: Plan, canCorrect: boolean): Preview {
  const names = new Map(plan.establishments.map(({ id, row }) => [id, row.name]));
  const changes = [
    ...plan.establishments.flatMap((step) => changeOf("establishment", step, step.row.name, null)),
    ...plan.flows.flatMap((step) => changeOf("flow", step, step.row.label, names.get(step.row.establishment) ?? null)),
  ];
  const count = (kinds: readonly string[]) => ({
    establishments: plan.establishments.filter(({ does }) => kinds.includes(does)).length,
    flows: plan.flows.filter(({ does }) => kinds.includes(does)).length,
  });
  const still = count(["nothing"]);
  return {
    read: readOf(inventory),
    create: count(["create", "return"]),
    update: count(["update"]),
    unchanged: still.establishments + still.flows,
    changes: changes.slice(0, shown),
    more_changes: Math.max(0, changes.length - shown),
    to_correct: refused.filter((row) => kindOf(row) === "correct").length,
    refused: refused.map((row) => {
      const kind = kindOf(row);
      return { ...row, kind, fixable: canCorrect && kind === "correct" && isCell(row) };
    }),
    // The step of columns shows those that are kept aside, and lets them be mapped.
    notes: notes.flatMap(({ code, message }) =>
      code === "COLUMNS_ASIDE" ? [] : { code, fr: message.fr, en: message.en },
    ),
    columns: [...columns],
  };
}

const readOf = ({ establishments, flows }: Inventory) => ({
  establishments: establishments.length,
  flows: flows.length,
});
const isCell = ({ row, column }: RefusedRow): boolean => row !== null && column !== null;

function changeOf(
  object: "establishment" | "flow",
  { known, does, row }: Step<Establishment | Flow>,
  name: string,
  of: string | null,
): Preview["changes"] {
  if (does === "nothing") return [];
  const before = (known?.data ?? {}) as Readonly<Record<string, unknown>>;
  const fields = Object.entries(dataOf(row)).flatMap(([field, value]) => {
    const old = known === null ? null : wordsOf(before[field]);
    const now = wordsOf(value);
    return now === null || now === old ? [] : [{ field, before: old, after: now }];
  });
  return [{ object, does: does === "update" ? "update" : "create", name, of, fields: fields.slice(0, 12) }];
}

/** A value in a few words; null when it says nothing. */
function wordsOf(value: unknown): string | null {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0))
    return null;
  const words = typeof value === "string" ? value : JSON.stringify(value, sorted);
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}
/** The database keeps keys in an order of its own. */
const sorted = (_: string, inner: unknown): unknown =>
  inner !== null && typeof inner === "object" && !Array.isArray(inner)
    ? Object.fromEntries(
        Object.entries(inner)
          .filter(([, value]) => value !== null)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : inner;
