import { annuity, noInvestment } from "../assessment/capital.ts";
import type { Setting } from "../assessment/setting.ts";
import { type Figure, given, product, sum } from "../figures/figure.ts";
import { roadDistance } from "../geography/distance.ts";
import { leafOf, parameter } from "../reference-data/reference.ts";
import { type Text, text } from "../text/text.ts";
import type { PoolGroup } from "./candidate.ts";
import { shortestNetwork } from "./network-line.ts";

/** What a pool costs: each year in common, once in common, and once for each member by itself. */
export type PoolCosts = {
  readonly yearly: readonly Figure[];
  /** In EUR, borne by all in proportion to their savings. */
  readonly common: Figure;
  /** In EUR, in the order of the members: its capacity and the branch that joins it. */
  readonly own: readonly Figure[];
  /** Length of the network, in km, or null when there is none. */
  readonly line: Figure | null;
};

export function poolCosts(setting: Setting, group: PoolGroup, quantities: readonly Figure[]): PoolCosts {
  const { kind, members, host } = group;
  const { reference } = setting;
  const yearly: Figure[] = [leafOf(text("Fonctionnement commun", "Common running cost"), kind.running)];
  if (kind.facilitation !== null)
    yearly.push(
      product(text("Temps d'animation du groupe", "Time to hold the group together"), "EUR/yr", [
        leafOf(text("Heures d'animation par an", "Facilitation hours a year"), kind.facilitation),
        parameter(reference, "facilitation.hour"),
      ]),
    );
  // What an owner lends has been bought already.
  const common =
    kind.investment === null || host !== null
      ? noInvestment()
      : leafOf(text("Investissement commun", "Common investment"), kind.investment);
  const branches = kind.line_investment === null ? null : branchLengths(setting, group, quantities);
  const own = members.map(({ site }, i) => {
    const parts: Figure[] = [];
    const quantity = quantities[i];
    if (kind.capacity_investment !== null && quantity !== undefined)
      parts.push(
        product(text("Capacité à sa mesure", "Capacity to its measure"), "EUR", [
          quantity,
          leafOf(text("Investissement par unité et par an", "Investment per unit a year"), kind.capacity_investment),
        ]),
      );
    const branch = branches?.[i];
    if (kind.line_investment !== null && branch !== undefined)
      parts.push(
        product(text("Branche du réseau", "Branch of the network"), "EUR", [
          branch,
          leafOf(text("Investissement par kilomètre", "Investment per kilometre"), kind.line_investment),
        ]),
      );
    const label: Text = text(`Investissement propre : ${site.name}`, `Own investment: ${site.name}`);
    return parts.length === 0 ? { ...noInvestment(), label } : sum(label, "EUR", parts);
  });
  return {
    yearly,
    common,
    own,
    line: branches === null ? null : sum(text("Longueur du réseau", "Length of the network"), "km", branches),
  };
}

/** Length of the branch that joins each member to the network; the largest need stands at its root and needs none. */
function branchLengths(setting: Setting, { members }: PoolGroup, quantities: readonly Figure[]): readonly Figure[] {
  const way = (a: number, b: number): Figure => {
    const [from, to] = [members[a], members[b]];
    if (from === undefined || to === undefined) throw new Error("Bug: member out of range");
    return roadDistance(setting.reference, setting.context, from.site, to.site);
  };
  const root = rootOf(quantities.map((quantity) => quantity.value ?? 0));
  const branches = shortestNetwork(members.length, root, (a, b) => way(a, b).value ?? Number.POSITIVE_INFINITY);
  return members.map((member, i) => {
    const branch = branches.find(({ to }) => to === i);
    const label = text(`Branche vers ${member.site.name}`, `Branch to ${member.site.name}`);
    return branch === undefined
      ? given({ label, value: 0, unit: "km", source: "definition", date: null })
      : { ...way(branch.from, branch.to), label };
  });
}

/** The place of the largest need; the first of equals. */
export const rootOf = (amounts: readonly number[]): number => amounts.indexOf(Math.max(...amounts));

/** The yearly charge of an investment. */
export const chargeOf = (setting: Setting, label: Text, investment: Figure, years: number): Figure =>
  product(label, "EUR/yr", [investment, annuity(setting.reference, years)]);
