import type { ActionSheet } from "./action-sheet.ts";

/** Something of an action that has a day: a step to be done, or the end of what is not finished. */
export type Due = { readonly what: string; readonly on: string };

const waits = new Set<ActionSheet["status"]>(["done", "abandoned", "on-hold"]);

/**
 * What an action still has to do by a day, soonest first: its steps, and its end where no step says it.
 * What is done, given up or on hold asks for nothing.
 * @param until YYYY-MM-DD, included
 */
export function dueOf(
  { title, status, steps, ends }: Pick<ActionSheet, "title" | "status" | "steps" | "ends">,
  until: string,
): readonly Due[] {
  if (waits.has(status)) return [];
  const due = steps.flatMap(({ what, due: on, done }) => (done || on === null || on > until ? [] : [{ what, on }]));
  const end = ends !== null && ends <= until && !due.some(({ on }) => on === ends) ? [{ what: title, on: ends }] : [];
  return [...due, ...end].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
