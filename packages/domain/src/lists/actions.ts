import type { Priority } from "../action-plans/action.ts";
import type { Standing } from "../action-sheets/action-sheet.ts";
import { fold } from "../text/text.ts";

/** What filters and orders read of an action sheet. */
export type ListedAction = {
  readonly id: string;
  readonly title: string;
  readonly axis: string;
  readonly standing: Standing;
  readonly priority: Priority;
  readonly pilots: readonly string[];
  readonly partners: readonly string[];
  readonly intervention: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly remarks: readonly unknown[];
};

/** The filters of a list of actions, as words of an address. */
export type ActionFilter = Readonly<Record<string, string | undefined>>;
export const actionFilterKeys = ["q", "axis", "standing", "priority", "pilot", "company", "field", "todo"] as const;

const order: Readonly<Record<Priority, number>> = { high: 0, medium: 1, low: 2 };

/**
 * The actions that answer the filters of the address: by axis, then what comes first, then what matters most. An action
 * without dates comes last: nobody has decided when.
 */
export function shownActions<A extends ListedAction>(actions: readonly A[], filters: ActionFilter): readonly A[] {
  const words = fold(filters.q ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const is = (filter: string | undefined, value: string): boolean =>
    filter === undefined || filter === "" || filter === value;
  const among = (filter: string | undefined, values: readonly string[]): boolean =>
    filter === undefined || filter === "" || values.includes(filter);
  const last = "9999";
  return actions
    .filter(
      (one) =>
        is(filters.axis, one.axis) &&
        is(filters.standing, one.standing) &&
        is(filters.priority, one.priority) &&
        is(filters.field, one.intervention) &&
        among(filters.pilot, one.pilots) &&
        among(filters.company, one.partners) &&
        (filters.todo !== "1" || one.remarks.length > 0) &&
        words.every((word) => fold([one.title, one.axis, ...one.pilots].join(" ")).includes(word)),
    )
    .sort(
      (a, b) =>
        compare(a.axis, b.axis) ||
        compare(a.starts ?? a.ends ?? last, b.starts ?? b.ends ?? last) ||
        order[a.priority] - order[b.priority] ||
        compare(a.title, b.title) ||
        compare(a.id, b.id),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
