import { expect, test } from "vitest";
import { type ListedAction, shownActions } from "./actions.ts";

const action = (id: string, parts: Partial<ListedAction> = {}): ListedAction => ({
  id,
  title: `Action ${id}`,
  axis: "Échanger",
  standing: "upcoming",
  priority: "medium",
  pilots: [],
  partners: [],
  intervention: "other",
  starts: null,
  ends: null,
  remarks: [],
  ...parts,
});
const all = [
  action("undated", { priority: "high" }),
  action("spring", { starts: "2027-03-01", pilots: ["Livia"], partners: ["saw"] }),
  action("winter", { starts: "2027-01-01", standing: "late", remarks: [{}] }),
  action("same-day", { starts: "2027-01-01", priority: "high", title: "Broyer les palettes" }),
  action("other-axis", { axis: "Animer" }),
];
const ids = (filters: Readonly<Record<string, string>>): readonly string[] =>
  shownActions(all, filters).map(({ id }) => id);

test.each([
  { filters: {}, shown: ["other-axis", "same-day", "winter", "spring", "undated"] },
  { filters: { axis: "Animer" }, shown: ["other-axis"] },
  { filters: { standing: "late" }, shown: ["winter"] },
  { filters: { pilot: "Livia" }, shown: ["spring"] },
  { filters: { company: "saw" }, shown: ["spring"] },
  { filters: { priority: "high" }, shown: ["same-day", "undated"] },
  { filters: { todo: "1" }, shown: ["winter"] },
  { filters: { q: "PALETTES broyer" }, shown: ["same-day"] },
  { filters: { q: "palettes", standing: "late" }, shown: [] },
])("$filters shows $shown", ({ filters, shown }) => {
  expect(ids(filters)).toEqual(shown);
});
