import type { SynergyJson } from "../formats/synergies.ts";
import { type Text, text } from "../text/text.ts";

/** Who takes the next step of a lead, what it is and for when: a proposal that people change as they like. */
export type FollowUp = {
  readonly next_step: string;
  readonly owner: SynergyJson["barriers"][number]["owner"];
  readonly on: string;
};

/** Who carries what, as a workshop would say it. */
export const ownerNames: Readonly<Record<FollowUp["owner"], Text>> = {
  facilitator: text("Animation", "Facilitator"),
  offer: text("Entreprise qui cède", "Company that gives"),
  need: text("Entreprise qui prend", "Company that takes"),
  territory: text("Collectivité", "Public body"),
  funder: text("Financeur", "Funder"),
  administration: text("Administration", "Administration"),
};

/** People forget what they said in a room: the first call comes within two weeks, a paper may take four. */
const daysToCall = 14;
const daysToFile = 28;

/**
 * The next step of a lead after a workshop: what the law asks first, since nothing moves without it; else the lever of
 * its first barrier; else a call between the two.
 * @param day of the workshop, YYYY-MM-DD
 * @param call what to do when nothing stands in the way, in the language of the lead
 */
export function followUp(
  { verdict, barriers }: Pick<SynergyJson, "verdict" | "barriers">,
  day: string,
  call: string,
): FollowUp {
  const paper = verdict.rules.find((rule) => rule.outcome !== "ok" && rule.next_step !== "");
  if (paper !== undefined) return { next_step: paper.next_step, owner: "facilitator", on: later(day, daysToFile) };
  const [barrier] = barriers;
  if (barrier !== undefined) return { next_step: barrier.lever, owner: barrier.owner, on: later(day, daysToCall) };
  return { next_step: call, owner: "facilitator", on: later(day, daysToCall) };
}

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
