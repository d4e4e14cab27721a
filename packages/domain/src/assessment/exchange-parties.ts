import { derived, type Figure } from "../figures/figure.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import type { Party } from "../synergies/synergy.ts";
import { text } from "../text/text.ts";
import { noInvestment } from "./capital.ts";
import { type Role, sumOfTerms, type Term } from "./terms.ts";

/** The public service that pays for household-type waste where the flow arises. */
export const collectivite = "@collectivite";

const label = text("Gain annuel de la partie", "Yearly gain of the party");
const nothing = noInvestment();
const noGain = derived(
  label,
  "EUR/yr",
  text("aucun poste à la charge ou au bénéfice de cette partie", "no item at the expense or benefit of this party"),
  [],
  { value: 0, low: 0, high: 0 },
);

/** Each side of an exchange with its own terms, and the public service where it pays for the waste today. */
export function partiesOf(
  terms: readonly Term[],
  offer: KnownFlow,
  need: KnownFlow,
  investment: Figure,
  branch: (term: Term) => Figure,
): readonly Party[] {
  const gainOf = (role: Role): Figure => {
    const own = terms.filter((term) => term.role === role && term.metric === "gain");
    return own.length > 0 ? sumOfTerms(own, label, "gain", branch) : noGain;
  };
  const parties: Party[] = [
    { establishment: offer.establishment.id, gain: gainOf("offer"), investment: nothing },
    { establishment: need.establishment.id, gain: gainOf("need"), investment },
  ];
  if (terms.some((term) => term.role === "public" && term.metric === "gain"))
    parties.push({ establishment: collectivite, gain: gainOf("public"), investment: nothing });
  return parties;
}
