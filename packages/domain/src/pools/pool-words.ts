import type { Setting } from "../assessment/setting.ts";
import type { Figure } from "../figures/figure.ts";
import { distanceDoubt } from "../geography/distance.ts";
import { formatNumber, type Text, text } from "../text/text.ts";
import type { PoolCandidate, PoolGroup } from "./candidate.ts";
import { missingFields } from "./measure.ts";

/** What each field is called by the company that is asked for it. */
const fieldWords: Record<string, Text> = {
  "establishment.staff": text("l'effectif", "the head count"),
  "establishment.load_profile": text("la courbe de charge (kWh par mois)", "the load curve (kWh a month)"),
  "establishment.home_communes": text(
    "le nombre de salariés par commune de résidence",
    "the number of staff by home commune",
  ),
  "establishment.shifts": text("les horaires de travail", "the working hours"),
  "establishment.roof_m2": text("la surface de toiture", "the roof area"),
  quantity: text("la quantité", "the quantity"),
};

/** A field in words, with the article. */
export const fieldName = (field: string): Text => fieldWords[field] ?? text(`« ${field} »`, `"${field}"`);

// "About" bears two figures, not six.
const roughly = (km: number): number => (km < 100 ? Math.round(km) : Number(km.toPrecision(2)));

/** Why the group makes sense. */
export function poolReasons({ kind, host }: PoolGroup, km: Figure): readonly Text[] {
  const reasons: Text[] = [kind.reason];
  if (host !== null)
    reasons.push(
      text(
        `${host.establishment.name} a déjà de quoi servir le groupe (« ${host.flow.label} ») : rien à acheter.`,
        `${host.establishment.name} already has what the group needs ("${host.flow.label}"): nothing to buy.`,
      ),
    );
  if (km.state === "known" && Math.round(km.value) > 0)
    reasons.push(
      text(
        `Environ ${formatNumber(roughly(km.value), "fr")} km de route évités par an.`,
        `About ${formatNumber(roughly(km.value), "en")} road kilometres avoided a year.`,
      ),
    );
  return reasons;
}

/** What remains to be settled: prices taken by default, threshold, contracts, who else might come in. */
export function poolDoubts(
  { reference, context, day }: Setting,
  { kind, members, possible, later }: PoolGroup,
  quantity: Figure,
  unpriced: readonly PoolCandidate[],
): readonly Text[] {
  const doubts: Text[] = [];
  if (kind.note !== null) doubts.push(kind.note);
  if (quantity.state === "known" && quantity.value < kind.threshold.value) doubts.push(kind.below_threshold);
  const implied = members.filter(({ flow }) => flow?.yearly.state !== "known");
  if (implied.length > 0)
    doubts.push(
      text(
        `Besoin déduit de la fiche, à confirmer par l'entreprise : ${names(implied)}.`,
        `Need worked out from the card, to be confirmed by the company: ${names(implied)}.`,
      ),
    );
  for (const { flow, site } of unpriced)
    if (flow !== null)
      doubts.push(
        text(
          `Prix actuel de « ${flow.flow.label} » (${site.name}) non déclaré : valeur par défaut.`,
          `Present price of "${flow.flow.label}" (${site.name}) not declared: default value.`,
        ),
      );
  const undated = members.filter(({ flow }) => flow !== null && (flow.flow.current?.contract_end ?? null) === null);
  if (kind.contract_window_months !== null && undated.length > 0)
    doubts.push(
      text(`Fin de contrat à demander : ${names(undated)}.`, `Contract end to be asked for: ${names(undated)}.`),
    );
  for (const { site, flow } of later)
    doubts.push(
      text(
        `${site.name} pourra rejoindre le groupe à la fin de son contrat (${flow?.flow.current?.contract_end ?? day}).`,
        `${site.name} can join the group when its contract ends (${flow?.flow.current?.contract_end ?? day}).`,
      ),
    );
  for (const one of possible) {
    const missing = missingFields(kind, one).map(fieldName);
    doubts.push(
      text(
        `${one.site.name} pourrait rejoindre le groupe : demander ${missing.map(({ fr }) => fr).join(", ") || "les caractéristiques du besoin"}.`,
        `${one.site.name} could join the group: ask for ${missing.map(({ en }) => en).join(", ") || "the features of the need"}.`,
      ),
    );
  }
  const [first, ...others] = members;
  const guess = others.map(({ site }) =>
    first === undefined ? null : distanceDoubt(reference, context, first.site, site),
  );
  const [doubt] = guess.filter((one) => one !== null);
  if (doubt !== undefined) doubts.push(doubt);
  return doubts;
}

const names = (some: readonly PoolCandidate[]): string => some.map(({ site }) => site.name).join(", ");
