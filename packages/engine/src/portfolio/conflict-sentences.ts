import { formatNumber, type Text, text } from "@simbiosi/domain";
import type { NetworkIndex } from "./network-index.ts";
import type { RowMeaning } from "./network-model.ts";

const number = (value: number): Text => text(formatNumber(value, "fr"), formatNumber(value, "en"));

const fill = (pattern: Text, values: Record<string, Text | string>): Text => {
  const one = (lang: "fr" | "en"): string =>
    pattern[lang].replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name];
      return value === undefined ? hole : typeof value === "string" ? value : value[lang];
    });
  return { fr: one("fr"), en: one("en") };
};

const sentences = {
  unmet: text(
    "Aucun plan ne respecte tout : il faudrait par exemple renoncer à {part} sur les {whole} que demande « {id} ». Apportez-lui une autre source, ou donnez un coût au manque (unmet_cost).",
    'No plan respects everything: for example, {part} of the {whole} that "{id}" demands would have to be given up. Bring it another source, or give the shortage a cost (unmet_cost).',
  ),
  unused: text(
    "Aucun plan ne respecte tout : par exemple, {part} sur les {whole} que « {id} » doit écouler resteraient sur place. Apportez un autre débouché, ou donnez un coût au surplus (unused_cost).",
    'No plan respects everything: for example, {part} of the {whole} that "{id}" must send away would stay there. Bring another outlet, or give the surplus a cost (unused_cost).',
  ),
  mustMeet: text("En cause : « {id} » exige {whole} en entier.", 'Involved: "{id}" requires {whole} in full.'),
  mustUse: text(
    "En cause : « {id} » doit écouler {whole} en entier.",
    'Involved: "{id}" must send away {whole} in full.',
  ),
  supply: text(
    "En cause : « {id} » ne fournit pas plus de {whole}.",
    'Involved: "{id}" supplies no more than {whole}.',
  ),
  demand: text("En cause : « {id} » n'absorbe pas plus de {whole}.", 'Involved: "{id}" takes no more than {whole}.'),
  transit: text(
    "En cause : tout ce qui arrive à « {id} » doit en repartir.",
    'Involved: all that arrives at "{id}" must leave it.',
  ),
  capacity: text("En cause : l'arc « {id} » est limité à {whole}.", 'Involved: arc "{id}" is limited to {whole}.'),
  facility: text(
    "En cause : l'installation « {id} » est limitée à {whole}.",
    'Involved: facility "{id}" is limited to {whole}.',
  ),
  exclusive: text(
    "En cause : « {id} » ne doit avoir qu'une seule source.",
    'Involved: "{id}" must have one single source.',
  ),
  calendar: text(
    "En cause : « {id} » ne donne ou ne prend pas plus, à chaque période, que son calendrier.",
    'Involved: "{id}" gives or takes no more, in each period, than its calendar.',
  ),
  dose: text(
    "En cause : « {id} » n'admet pas plus de {whole} de la dose « {name} ».",
    'Involved: "{id}" bears no more than {whole} of dose "{name}".',
  ),
  floor: text(
    "En cause : le plan doit apporter au moins {whole} de « {id} ».",
    'Involved: the plan must bring at least {whole} of "{id}".',
  ),
  withoutFloors: text(
    "Sans les minima demandés (floors), un plan existe : abaissez-en au moins un.",
    "Without the minima asked for (floors), a plan exists: lower at least one.",
  ),
  withoutBudget: text(
    "Sans le budget de {whole}, un plan existe : augmentez-le ou réduisez les investissements.",
    "Without the budget of {whole}, a plan exists: raise it or reduce the investments.",
  ),
  withoutLots: text(
    "Sans les lots minimaux (min_lot), un plan existe : abaissez ceux qui dépassent ce que les nœuds peuvent échanger.",
    "Without the minimum lots (min_lot), a plan exists: lower those above what the nodes can exchange.",
  ),
  withoutSingleSource: text(
    "Sans la source unique (single_source), un plan existe : laissez plusieurs arcs servir une même demande.",
    "Without the single source (single_source), a plan exists: let several arcs serve one demand.",
  ),
  withoutCapacities: text(
    "Sans les capacités des arcs et des installations, ni les doses, un plan existe : augmentez-les.",
    "Without the capacities of arcs and facilities, and the doses, a plan exists: raise them.",
  ),
  together: text(
    "Plusieurs règles se contredisent ensemble, aucune à elle seule : budget, lots minimaux, sources uniques ou capacités. Assouplissez-en deux à la fois.",
    "Several rules contradict one another together, none alone: budget, minimum lots, single sources or capacities. Relax two at a time.",
  ),
} as const satisfies Record<string, Text>;

export type Family = "budget" | "floors" | "lots" | "singleSource" | "capacities";

export function familySentence(family: Family, budget: number): Text {
  switch (family) {
    case "budget":
      return fill(sentences.withoutBudget, { whole: number(budget) });
    case "floors":
      return sentences.withoutFloors;
    case "lots":
      return sentences.withoutLots;
    case "singleSource":
      return sentences.withoutSingleSource;
    case "capacities":
      return sentences.withoutCapacities;
  }
}

export const togetherSentence: Text = sentences.together;

export const shortfallSentence = (kind: "unmet" | "unused", id: string, part: number, whole: number): Text =>
  fill(sentences[kind], { id, part: number(part), whole: number(whole) });

/** What one row of the program demands, in the words of the network. */
export function rowSentence(index: NetworkIndex, row: RowMeaning): Text | undefined {
  if (row.kind === "floor")
    return fill(sentences.floor, {
      id: row.name,
      whole: number(index.floors.find(({ name }) => name === row.name)?.least ?? 0),
    });
  if (row.kind === "calendar") return fill(sentences.calendar, { id: index.nodes[row.node]?.id ?? "" });
  if (row.kind === "budget") return undefined; // the budget is tried as a whole family
  if ("arc" in row) {
    const arc = index.arcs[row.arc];
    if (arc === undefined || row.kind !== "capacity") return undefined; // so are the rules that need a switch
    return fill(sentences.capacity, { id: arc.id, whole: number(arc.capacity ?? 0) });
  }
  const node = index.nodes[row.node];
  const own = index.own[row.node];
  if (node === undefined || own === undefined) return undefined;
  if (row.kind === "facility-capacity") {
    return fill(sentences.facility, { id: node.id, whole: number(node.facility?.capacity ?? 0) });
  }
  if (row.kind === "dose")
    return fill(sentences.dose, { id: node.id, whole: number(node.doses?.[row.name] ?? 0), name: row.name });
  if (row.kind === "exclusive") return fill(sentences.exclusive, { id: node.id });
  if (own.mustMeet > 0) return fill(sentences.mustMeet, { id: node.id, whole: number(own.demand) });
  if (own.mustUse > 0) return fill(sentences.mustUse, { id: node.id, whole: number(own.supply) });
  if (own.supply > 0) return fill(sentences.supply, { id: node.id, whole: number(own.supply) });
  if (own.demand > 0) return fill(sentences.demand, { id: node.id, whole: number(own.demand) });
  return fill(sentences.transit, { id: node.id });
}
