import { derived, type Figure, named, product, sum } from "../figures/figure.ts";
import type { KnownFlow } from "../matching/known-flow.ts";
import { parameter, type Reference } from "../reference-data/reference.ts";
import type { Party } from "../synergies/synergy.ts";
import { text } from "../text/text.ts";
import { noInvestment } from "./capital.ts";
import type { Hosting } from "./hosts.ts";
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

const use = text("Usage payé à qui a le procédé", "Use paid to whom has the process");

/** What the taker pays a third party for the use of its machine, beyond what running it costs, by establishment. */
export function usesOf(
  reference: Reference,
  { at, thirds }: Hosting,
  terms: readonly Term[],
  branch: (term: Term) => Figure,
): ReadonlyMap<string, Figure> {
  return new Map(
    thirds.map(({ id }) => {
      const run = terms.filter((term) => term.metric === "gain" && at.get(term.id.slice("process.".length))?.id === id);
      const paid = run.map((term) =>
        product(use, "EUR/yr", [branch(term), parameter(reference, "facility.use-share")]),
      );
      return [id, sum(use, "EUR/yr", paid)] as const;
    }),
  );
}

/** Each side of an exchange with its own terms, who is paid for its machine, and the public service where it pays for the waste today. */
export function partiesOf(
  terms: readonly Term[],
  offer: KnownFlow,
  need: KnownFlow,
  investment: Figure,
  branch: (term: Term) => Figure,
  uses: ReadonlyMap<string, Figure> = new Map(),
): readonly Party[] {
  const gainOf = (role: Role): Figure => {
    const own = terms.filter((term) => term.role === role && term.metric === "gain");
    return own.length > 0 ? sumOfTerms(own, label, "gain", branch) : noGain;
  };
  const parties: Party[] = [
    { establishment: offer.establishment.id, gain: gainOf("offer"), investment: nothing },
    {
      establishment: need.establishment.id,
      gain:
        uses.size === 0
          ? gainOf("need")
          : sum(label, "EUR/yr", [gainOf("need"), ...uses.values()], [1, ...[...uses].map(() => -1 as const)]),
      investment,
    },
    ...[...uses].map(([establishment, paid]) => ({ establishment, gain: named(label, paid), investment: nothing })),
  ];
  if (terms.some((term) => term.role === "public" && term.metric === "gain"))
    parties.push({ establishment: collectivite, gain: gainOf("public"), investment: nothing });
  return parties;
}
