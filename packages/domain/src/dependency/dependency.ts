import type { Setting } from "../assessment/setting.ts";
import { purchasePrice } from "../assessment/taker-terms.ts";
import { derived, type Figure, notApplicable, product, unknown } from "../figures/figure.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { RankedSynergy } from "../synergies/synergy.ts";
import { byCodeUnit, type Text, text } from "../text/text.ts";

/**
 * How much a company leans on one purchase, and what neighbours could change. Facts only: who supplies, how many
 * they are, what is spent, what share a lead could cover. No score is made of them.
 */
export type Dependency = {
  readonly need: KnownFlow;
  /** As declared, each name once; empty when nobody was named. */
  readonly suppliers: readonly string[];
  /** One name for the whole need: yes or no; null when no supplier was declared, which is not the same as none. */
  readonly soleSupplier: boolean | null;
  /** What the need costs in a year at the price paid, else at the price of the reference. */
  readonly spend: Figure;
  readonly contractEnd: string | null;
  /** Leads that could serve this need, best rank first. */
  readonly leads: readonly RankedSynergy[];
  /** The share of the need that they could cover together, at most all of it: potential. */
  readonly localShare: Figure;
  readonly sentence: Text;
};

const bought = new Set(["matter", "energy", "water"]);

/** Purchases of matter, energy and water, the dearest first; those whose spending is unknown last. */
export function dependenciesOf(
  setting: Setting,
  flows: readonly KnownFlow[],
  synergies: readonly RankedSynergy[],
): readonly Dependency[] {
  const needs = flows.filter(
    ({ flow, resource }) => flow.direction === "in" && resource !== null && bought.has(resource.family),
  );
  const leadsOf = new Map<KnownFlow, RankedSynergy[]>();
  for (const synergy of synergies) {
    if (synergy.kind === "mutualisation") continue;
    const [need] = synergy.needs;
    if (need === undefined) continue;
    const list = leadsOf.get(need);
    if (list === undefined) leadsOf.set(need, [synergy]);
    else list.push(synergy);
  }
  return needs
    .map((need) => dependencyOf(setting, need, needs, leadsOf.get(need) ?? []))
    .sort(
      (a, b) =>
        Number(a.spend.state !== "known") - Number(b.spend.state !== "known") ||
        (b.spend.value ?? 0) - (a.spend.value ?? 0) ||
        byCodeUnit(a.need.flow.id, b.need.flow.id),
    );
}

/** Names written in one cell: "Dupont ; Durand", "Dupont et Durand", "Dupont / Durand". */
const supplierNames = (words: string | null): readonly string[] =>
  words === null
    ? []
    : words
        .split(/\s*[;/]\s*|\s+(?:et|and)\s+/i)
        .map((name) => name.trim())
        .filter((name) => name !== "");

function dependencyOf(
  setting: Setting,
  need: KnownFlow,
  needs: readonly KnownFlow[],
  leads: readonly RankedSynergy[],
): Dependency {
  // The same company may buy one class on two lines, each with its own supplier.
  const suppliers = [
    ...new Set(
      needs
        .filter((other) => other.establishment.id === need.establishment.id && other.resource?.id === need.resource?.id)
        .flatMap((other) => supplierNames(other.flow.current?.supplier ?? null)),
    ),
  ].sort(byCodeUnit);
  const label = text(`Dépense annuelle : ${need.flow.label}`, `Yearly spending: ${need.flow.label}`);
  const { price } = purchasePrice(setting, need);
  const spend =
    price.state === "known" && need.yearly.state === "known"
      ? product(label, "EUR/yr", [need.yearly, price])
      : unknown(label, "EUR/yr", [need.yearly, price]);
  const localShare = shareOf(need, leads);
  return {
    need,
    suppliers,
    soleSupplier: suppliers.length === 0 ? null : suppliers.length === 1,
    spend,
    contractEnd: need.flow.current?.contract_end ?? null,
    leads,
    localShare,
    sentence: sentenceOf(suppliers, leads, localShare),
  };
}

/** Σ what the leads could bring ÷ the need, at most 100 %. Leads that share an offer may promise it twice: an upper end. */
function shareOf(need: KnownFlow, leads: readonly RankedSynergy[]): Figure {
  const label = text(
    "Part du besoin que des voisins pourraient couvrir",
    "Share of the need that neighbours could cover",
  );
  if (leads.length === 0) return notApplicable(label, "%");
  const words = text(
    "somme des quantités des pistes, ramenées à l'unité du besoin ÷ besoin annuel, au plus 100 %",
    "sum of the leads' quantities in the unit of the need ÷ yearly need, at most 100 %",
  );
  const known = leads.filter(({ quantity }) => quantity.state === "known");
  const inputs = [need.yearly, ...known.map(({ quantity }) => quantity)];
  if (need.yearly.state !== "known" || need.yearly.low <= 0 || known.length === 0)
    return derived(label, "%", words, inputs, null);
  const brought = (end: "value" | "low" | "high"): number =>
    known.reduce((total, { quantity, route }) => total + (quantity[end] ?? 0) * (route?.ratio[end] ?? 1), 0);
  const { value, low, high } = need.yearly;
  const capped = (share: number): number => Math.min(100, Math.max(0, 100 * share));
  // One lead at least will not be all of them: the low end is what the best alone brings at its worst.
  const least = Math.max(...known.map(({ quantity, route }) => (quantity.low ?? 0) * (route?.ratio.low ?? 1)));
  return derived(label, "%", words, inputs, {
    value: capped(brought("value") / value),
    low: capped(least / high),
    high: capped(brought("high") / low),
  });
}

function sentenceOf(suppliers: readonly string[], leads: readonly RankedSynergy[], share: Figure): Text {
  const today =
    suppliers.length === 0
      ? text("Fournisseur à documenter.", "Supplier to be documented.")
      : suppliers.length === 1
        ? text("Un seul fournisseur déclaré.", "A single declared supplier.")
        : text(`${suppliers.length} fournisseurs déclarés.`, `${suppliers.length} declared suppliers.`);
  const percent = share.state === "known" ? Math.round(share.value) : null;
  const change =
    leads.length === 0
      ? text("Aucune offre locale repérée.", "No local offer found.")
      : percent === null
        ? text(
            `${leads.length === 1 ? "Une piste locale ajouterait" : `${leads.length} pistes locales ajouteraient`} une seconde source ; quantité à préciser.`,
            `${leads.length === 1 ? "One local lead would add" : `${leads.length} local leads would add`} a second source; quantity to be made precise.`,
          )
        : text(
            `${leads.length === 1 ? "Une piste locale pourrait" : `${leads.length} pistes locales pourraient`} couvrir ${percent} % du besoin ; garder le fournisseur actuel en secours.`,
            `${leads.length === 1 ? "One local lead could" : `${leads.length} local leads could`} cover ${percent} % of the need; keep today's supplier as a fall-back.`,
          );
  return text(`${today.fr} ${change.fr}`, `${today.en} ${change.en}`);
}
