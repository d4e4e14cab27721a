import type { PlannedSynergy } from "../portfolio/portfolio-figures.ts";
import { type Text, text } from "../text/text.ts";

/** Leads of the plan that one action carries: the same nature, between the same classes, by the same way; pools of one kind. */
export type LeadGroup = {
  readonly key: string;
  readonly axis: "exchange" | "share";
  readonly title: Text;
  /** Best rank first, never empty. */
  readonly leads: readonly PlannedSynergy[];
  readonly first: PlannedSynergy;
};

const classOf = (flow: PlannedSynergy["synergy"]["offers"][number] | undefined): string =>
  flow === undefined ? "" : (flow.resource?.id ?? flow.flow.id);

/**
 * Gathers the leads of the plan into actions. Twelve exchanges of cardboard are one outlet to organise, not twelve
 * projects. In order of the best rank of each group.
 */
export function groupLeads(planned: readonly PlannedSynergy[]): readonly LeadGroup[] {
  const groups = new Map<string, PlannedSynergy[]>();
  for (const one of planned) {
    const { kind, offers, needs, steps, pool } = one.synergy;
    // A pool of people or of roofs has no declared need: its kind tells car-pooling from a shared canteen.
    const way = pool === null ? steps.map(({ process }) => process.id) : [pool.kind];
    const key = [kind, classOf(offers[0]), classOf(needs[0]), ...way].join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups].flatMap(([key, leads]): LeadGroup[] => {
    const [first] = leads;
    if (first === undefined) return [];
    const { kind } = first.synergy;
    const axis = kind === "mutualisation" || kind === "sharing" ? "share" : "exchange";
    return [{ key, axis, title: titleOf(first, leads.length), leads, first }];
  });
}

function titleOf({ synergy }: PlannedSynergy, count: number): Text {
  if (count === 1) return synergy.title;
  if (synergy.pool !== null) {
    const { name } = synergy.pool;
    return text(`${name.fr} : ${count} groupements`, `${name.en}: ${count} pools`);
  }
  const from = synergy.offers[0]?.resource?.name;
  const to = synergy.needs[0]?.resource?.name;
  if (from === undefined || to === undefined) return synergy.title;
  const way =
    from.fr === to.fr ? capitalText(from) : text(`${capital(from.fr)} → ${to.fr}`, `${capital(from.en)} → ${to.en}`);
  return synergy.kind === "sharing"
    ? text(`${way.fr} : ${count} partages`, `${way.en}: ${count} shared uses`)
    : text(`${way.fr} : ${count} échanges`, `${way.en}: ${count} exchanges`);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const capitalText = (words: Text): Text => text(capital(words.fr), capital(words.en));
