import { byCodeUnit, type Lang } from "@simbiosi/domain";
import type { SankeyLink, SankeyNode } from "./input.ts";

const others = { fr: "Autres", en: "Others" } as const;

/**
 * Keeps the largest nodes of each group and folds the rest into one node "Autres (n)" of the group, so that a
 * territory of forty trades stays readable. One node is never folded alone: it would take as much room.
 */
export function groupSmall(
  nodes: readonly SankeyNode[],
  links: readonly SankeyLink[],
  keep: number,
  lang: Lang,
): { readonly nodes: readonly SankeyNode[]; readonly links: readonly SankeyLink[] } {
  const weight = new Map<string, number>();
  for (const { source, target, value } of links) {
    if (!(value > 0)) continue;
    weight.set(source, (weight.get(source) ?? 0) + value);
    if (target !== source) weight.set(target, (weight.get(target) ?? 0) + value);
  }
  const groups = new Map<string, SankeyNode[]>();
  for (const node of nodes) if (weight.has(node.id)) groups.set(node.group, [...(groups.get(node.group) ?? []), node]);
  const became = new Map<string, string>();
  const kept: SankeyNode[] = [];
  for (const [group, members] of groups) {
    const ordered = members.toSorted(
      (a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) || byCodeUnit(a.id, b.id),
    );
    const whole = ordered.length <= keep + 1 ? ordered : ordered.slice(0, keep);
    kept.push(...whole);
    for (const { id } of whole) became.set(id, id);
    const folded = ordered.slice(whole.length);
    // A NUL cannot be typed in an inventory: no id of a node is ever this one.
    const id = `\u0000${group}`;
    for (const node of folded) became.set(node.id, id);
    if (folded.length > 0) kept.push({ id, group, label: `${others[lang]} (${folded.length})` });
  }
  return {
    nodes: kept,
    links: links.flatMap(({ source, target, value }) => {
      const [from, to] = [became.get(source), became.get(target)];
      return from === undefined || to === undefined ? [] : [{ source: from, target: to, value }];
    }),
  };
}
