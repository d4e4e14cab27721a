import { type AidSuggestion, aidFor } from "../aid/aid.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Family } from "../formats/inventory.ts";
import type { PlanAction } from "./action.ts";

// What a scheme's themes call the nature of a flow. Sharing and pooling are industrial ecology whatever they carry.
const themesOf: Readonly<Partial<Record<Family, readonly string[]>>> = {
  matter: ["circular-economy", "waste", "recycling", "reuse"],
  energy: ["energy"],
  water: ["water"],
};

/** What an action is about, in the words of the aid schemes. */
function themes({ synergies }: PlanAction): readonly string[] {
  const found = new Set(["industrial-ecology"]);
  for (const { synergy } of synergies)
    for (const { flow, resource } of [...synergy.offers, ...synergy.needs]) {
      const family = resource?.family ?? flow.family;
      for (const theme of family === null ? [] : (themesOf[family] ?? [])) found.add(theme);
      // "Heat" is a theme of its own in the schemes: the class says it where the family does not.
      if (resource?.id.startsWith("energy.heat") === true) found.add("heat");
    }
  return [...found].sort();
}

/**
 * The schemes that might pay part of an action's investment, best first; those that a condition excludes are left out.
 * Whose project it is, its size and its past aid are settled with the parties: until then every answer is "to be checked".
 */
export function fundingOf({ setting, inventory }: Diagnosis, action: PlanAction): readonly AidSuggestion[] {
  const investment = action.budget.find(({ kind }) => kind === "investment")?.amount;
  if (investment === undefined || investment.state === "not-applicable") return [];
  return aidFor(setting.reference, {
    investment,
    kind: "investment",
    themes: themes(action),
    beneficiary: { size: null, economic: null, sector: "general", publicStaff: false, deMinimis: null },
    context: inventory.territory.context ?? setting.context.id,
    day: setting.day,
    started: null,
  }).filter(({ outcome }) => outcome !== "excluded");
}
