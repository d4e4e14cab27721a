import type { RefusedPair, Rule, Text } from "@simbiosi/domain";

type RefusedIdea = {
  readonly idea: string;
  readonly pairs: number;
  readonly rule: Rule | undefined;
  readonly doubts: readonly Text[];
};

/**
 * Refused pairs in words. What one rule refuses of one class is one row, whoever would take it: blood that may feed
 * neither cattle nor sheep nor pigs is one lesson, and the reason is worth reading once.
 */
export function refusedIdeas(refused: readonly RefusedPair[]): readonly RefusedIdea[] {
  const rows = new Map<
    string,
    { from: string; to: Set<string>; pairs: number; rule: Rule | undefined; doubts: Map<string, Text> }
  >();
  for (const { offers, needs, verdict, doubts } of refused) {
    const rule = verdict.findings[0]?.rule;
    const key = [rule?.id, ...offers.map(({ flow, resource }) => resource?.id ?? flow.id)].join(" ");
    const row = rows.get(key) ?? {
      from: offers.map(({ flow }) => flow.label).join(", "),
      to: new Set<string>(),
      pairs: 0,
      rule,
      doubts: new Map<string, Text>(),
    };
    for (const doubt of doubts) row.doubts.set(doubt.fr, doubt);
    for (const { flow } of needs) row.to.add(flow.label);
    row.pairs++;
    rows.set(key, row);
  }
  return [...rows.values()].map(({ from, to, pairs, rule, doubts }) => ({
    idea: `${from} → ${[...to].join(" ; ")}`,
    pairs,
    rule,
    doubts: [...doubts.values()],
  }));
}
