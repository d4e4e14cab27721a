import { flat } from "../calendar/months.ts";
import { derived, type Figure, unknown } from "../figures/figure.ts";
import { unitWords } from "../figures/words.ts";
import type { Establishment, Flow } from "../formats/inventory.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { Reference } from "../reference-data/reference.ts";
import { formatNumber, type Text, text } from "../text/text.ts";
import type { SecretField } from "./may-see.ts";
import type { Alias } from "./pseudonyms.ts";

export const withheldWords = text("Masqué : secret des affaires", "Withheld: business secrecy");

/** A figure that this reader may not know: nothing of it is left but what it measures. */
export const withheld = (label: Text, unit: string): Figure => unknown(label, unit, [], withheldWords);

/** A figure that this reader may know, without what it is made of: a formula would tell prices and suppliers. */
export const told = (label: Text, figure: Figure): Figure =>
  figure.state === "known"
    ? derived(
        label,
        figure.unit,
        text("Donné avec l'accord des entreprises", "Given with the companies' consent"),
        [],
        {
          value: figure.value,
          low: figure.low,
          high: figure.high,
        },
      )
    : unknown(label, figure.unit);

/** What a flow is about: its class, or the family alone. Never the company's own words. */
export function natureOf(reference: Reference, { flow, resource }: KnownFlow, told: boolean): Text {
  const family = resource === null ? flow.family : (reference.lineage(resource.id).at(-1)?.id ?? resource.family);
  const row = (told ? resource : null) ?? reference.resourceById.get(family ?? "") ?? null;
  return row?.name ?? text("Flux", "Flow");
}

/** The power of ten below and above a quantity, or null while it is unknown. */
export function magnitudeOf({ yearly }: KnownFlow): { readonly low: number; readonly high: number } | null {
  if (yearly.state !== "known" || yearly.value <= 0) return null;
  const power = 10 ** Math.floor(Math.log10(yearly.value));
  return { low: power, high: power * 10 };
}

export function magnitudeWords(flow: KnownFlow): Text | null {
  const size = magnitudeOf(flow);
  if (size === null) return null;
  const write = (lang: "fr" | "en"): string =>
    `${formatNumber(size.low, lang)} ${lang === "fr" ? "à" : "to"} ${formatNumber(size.high, lang)} ${unitWords(flow.yearly.unit, lang, size.high)}`;
  return text(write("fr"), write("en"));
}

const quantityLabel = text("Quantité annuelle", "Yearly quantity");

/** One flow as a reader may know it, under an id that tells nothing. */
export function redactedFlow(
  reference: Reference,
  known: KnownFlow,
  id: string,
  alias: Alias,
  sees: (field: SecretField) => boolean,
  to: readonly string[],
): KnownFlow {
  const { flow } = known;
  const [nature, quantity] = [sees("nature"), sees("quantity")];
  const magnitude = sees("magnitude") ? magnitudeWords(known) : null;
  const label = natureOf(reference, known, nature);
  const own: Flow = {
    id,
    establishment: alias.id,
    direction: flow.direction,
    family: known.resource?.family ?? flow.family,
    label: label.fr,
    resource: nature ? (known.resource?.id ?? null) : null,
    waste_code: null,
    cpa: null,
    quantity: quantity ? flow.quantity : null,
    unit: quantity ? flow.unit : null,
    period: quantity ? flow.period : null,
    months: quantity ? flow.months : null,
    regularity: null,
    date: null,
    status: null,
    quality: null,
    current: null,
    evidence: quantity ? flow.evidence : null,
    uncertainty_pct: null,
    visibility: flow.visibility,
    consents: flow.consents.filter((consent) => to.includes(consent.to)),
    note: null,
    extra: magnitude === null ? null : { "Ordre de grandeur": magnitude.fr },
  };
  return {
    flow: own,
    establishment: redactedSite(alias),
    resource: nature ? known.resource : null,
    confidence: 1,
    question: null,
    guess: known.guess,
    readings: [],
    yearly: quantity ? told(quantityLabel, known.yearly) : withheld(quantityLabel, nature ? known.yearly.unit : "1"),
    quality: {},
    weights: quantity ? known.weights : flat,
    carryMonths: 0,
  };
}

export const redactedSite = ({ id, name, naf }: Alias): Establishment => ({
  id,
  name: name.fr,
  siret: null,
  naf,
  staff: null,
  insee: null,
  lon: null,
  lat: null,
  zone: null,
  waste_payer: null,
  shifts: null,
  home_communes: null,
  roof_m2: null,
  load_profile: null,
  visibility: null,
  extra: null,
});
