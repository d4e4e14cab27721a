import { isAlike, isVague, type Route } from "../conversions/route.ts";
import type { Figure } from "../figures/figure.ts";
import type { SynergyKind } from "../formats/synergies.ts";
import { distanceDoubt } from "../geography/distance.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { type Text, text } from "../text/text.ts";
import type { Admission } from "./admission.ts";
import type { Hosting } from "./hosts.ts";
import type { Setting } from "./setting.ts";

/** What is not sure of an exchange, as sentences: defaults, guesses, questions that the law leaves open. */
export function doubtsOf(
  { reference, context }: Setting,
  offer: KnownFlow,
  need: KnownFlow,
  { quality, verdict }: Admission,
  said: readonly Text[],
): readonly Text[] {
  const doubts: Text[] = [...said, ...quality.notes];
  const far = distanceDoubt(reference, context, offer.establishment, need.establishment);
  if (far !== null) doubts.push(far);
  if (offer.resource !== null && need.resource !== null && isVague(reference, offer.resource, need.resource))
    doubts.push(
      text(
        `« ${need.flow.label} » est plus précis que « ${offer.flow.label} » : faire préciser ce qui est offert.`,
        `"${need.flow.label}" is more precise than "${offer.flow.label}": ask what exactly is offered.`,
      ),
    );
  if (offer.resource !== null && need.resource !== null && isAlike(reference, offer.resource, need.resource))
    doubts.push(
      text(
        `« ${offer.flow.label} » et « ${need.flow.label} » sont deux sortes voisines : vérifier que le preneur accepte la première.`,
        `"${offer.flow.label}" and "${need.flow.label}" are two neighbouring sorts: check that the taker accepts the first.`,
      ),
    );
  for (const known of [offer, need]) {
    if (known.question !== null) doubts.push(known.question);
    if (known.yearly.state !== "known")
      doubts.push(
        text(
          `Quantité de « ${known.flow.label} » inconnue : la demander à ${known.establishment.name}.`,
          `Quantity of "${known.flow.label}" is unknown: ask ${known.establishment.name}.`,
        ),
      );
    if (known.flow.period === "once" || known.flow.regularity === "one-off")
      doubts.push(
        text(
          `« ${known.flow.label} » est ponctuel : le gain vaut pour l'année où il a lieu.`,
          `"${known.flow.label}" happens once: the gain is that of the year it happens in.`,
        ),
      );
  }
  for (const { onlyIf } of verdict.findings) if (onlyIf !== undefined) doubts.push(onlyIf);
  for (const finding of verdict.findings)
    for (const fact of finding.asks) {
      const question = reference.facts.find((row) => row.id === fact)?.question;
      if (question !== undefined && !doubts.includes(question)) doubts.push(question);
    }
  return doubts;
}

/** Where each step that nobody has to buy would run. */
export const hostWords = ({ processes }: Route, { at }: Hosting): readonly Text[] =>
  processes.flatMap(({ id, name }) => {
    const host = at.get(id);
    if (host === undefined) return [];
    return [
      text(
        `Procédé déjà en place chez ${host.name} : ${name.fr}. Rien à acheter, sa disponibilité est à confirmer.`,
        `Process that stands already at ${host.name}: ${name.en}. Nothing to buy; whether it is free is to be confirmed.`,
      ),
    ];
  });

/** Why the two belong together. */
export function reasonsOf(route: Route, kind: SynergyKind, gain: Figure): readonly Text[] {
  const reasons: Text[] = route.conversions.map((conversion) => conversion.reason);
  if (route.conversions.length === 0)
    reasons.push(
      text(
        `Les deux parlent de la même ressource : ${route.from.name.fr.toLowerCase()}.`,
        `Both speak of the same resource: ${route.from.name.en.toLowerCase()}.`,
      ),
    );
  if (kind === "sharing" && gain.state === "known")
    reasons.push(
      text(
        "Le prix de l'usage reste à convenir entre les parties : il déplace le gain, il ne le change pas.",
        "The price of the use remains to be agreed: it moves the gain between the parties, it does not change it.",
      ),
    );
  return reasons;
}
