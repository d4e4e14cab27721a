import type { KnownFlow } from "../matching/known-flow.ts";
import { isA, type Reference } from "../reference-data/reference.ts";
import { evaluate, type Facts, type FactValue, type Predicate } from "../regulation/predicate.ts";
import { formatNumber, type Lang, type Text, text } from "../text/text.ts";

/**
 * What was declared that makes a rule apply: the parts of its predicate that are true, in words, each once.
 * A "not" gives no reason: that something is absent convinces nobody.
 */
export function reasonsOf(
  reference: Reference,
  predicate: Predicate,
  facts: Facts,
  flows: readonly KnownFlow[],
): readonly Text[] {
  const found = new Map<string, Text>();
  const walk = (part: Predicate): void => {
    // What is false gives no reason, whatever part of it is true.
    if (evaluate(part, facts) === "no") return;
    if ("all" in part) for (const one of part.all) walk(one);
    else if ("any" in part) for (const one of part.any) walk(one);
    else if ("fact" in part && !("known" in part) && evaluate(part, facts) === "yes")
      for (const reason of inWords(reference, part, facts.get(part.fact), flows)) found.set(reason.fr, reason);
  };
  walk(predicate);
  return [...found.values()];
}

function inWords(
  reference: Reference,
  part: Exclude<Predicate, { all: unknown } | { any: unknown } | { not: unknown } | { always: unknown }>,
  value: FactValue | undefined,
  flows: readonly KnownFlow[],
): readonly Text[] {
  const wanted: readonly string[] = "has" in part ? [part.has] : "hasAny" in part ? part.hasAny : [];
  if (part.fact.endsWith(".classes")) {
    const direction = part.fact === "in.classes" ? "in" : "out";
    return flows.flatMap(({ flow, resource }) =>
      flow.direction === direction && resource !== null && wanted.some((id) => isA(reference, resource.id, id))
        ? [text(`flux déclaré : ${flow.label}`, `declared flow: ${flow.label}`)]
        : [],
    );
  }
  if (value === undefined) return [];
  const told = (list: readonly string[], lang: Lang): string =>
    [...new Set(list)].flatMap((one) => (wanted.includes(one) ? (outlets[one]?.[lang] ?? one) : [])).join(", ");
  const said = (lang: Lang): string => {
    if (typeof value === "number") return formatNumber(value, lang);
    if (typeof value === "string") return payers[value]?.[lang] ?? value;
    if (typeof value === "boolean") return String(value);
    if (!("low" in value)) return part.fact === "site.sector" ? (value.at(-1) ?? "") : told(value, lang);
    if (value.low === value.high) return formatNumber(value.low, lang);
    const low = formatNumber(value.low, lang);
    if (value.high === Number.POSITIVE_INFINITY) return lang === "fr" ? `au moins ${low}` : `at least ${low}`;
    return lang === "fr" ? `${low} à ${formatNumber(value.high, lang)}` : `${low} to ${formatNumber(value.high, lang)}`;
  };
  const words = reference.facts.find(({ id }) => id === part.fact)?.said ?? unasked[part.fact];
  return words === undefined ? [] : [text(words.fr.replace("{}", said("fr")), words.en.replace("{}", said("en")))];
}

const outlets: Readonly<Record<string, Text>> = {
  landfill: text("stockage", "landfill"),
  incineration: text("incinération", "incineration"),
};
const payers: Readonly<Record<string, Text>> = {
  private: text("contrat privé", "private contract"),
  teom: text("taxe d'enlèvement (TEOM)", "household-waste tax (TEOM)"),
  "special-fee": text("redevance spéciale", "special fee"),
  epr: text("filière à responsabilité élargie", "producer scheme"),
};

/** Facts that nobody is asked for, because the flows tell them. */
const unasked: Readonly<Record<string, Text>> = {
  "energy.declared_mwh": text("énergie achetée : {} MWh/an", "energy bought: {} MWh/yr"),
  "waste.routes": text("exutoire déclaré : {}", "declared outlet: {}"),
  "waste.tags": text("déchet dangereux déclaré", "hazardous waste declared"),
};
