import { text } from "../text/text.ts";

/** What an action of a lead is followed by and pays for, in the same words wherever it is proposed. */
export const runningSynergies = text("Synergies opérationnelles", "Operational synergies");
export const equipment = text("Équipements et raccordements", "Equipment and connections");

export const measures = [
  { metric: "gain", unit: "EUR/yr", label: text("Gain annuel net, toutes parties", "Net yearly gain, all parties") },
  {
    metric: "diverted",
    unit: "t/yr",
    label: text("Déchets détournés de l'élimination", "Waste diverted from disposal"),
  },
  { metric: "co2e", unit: "tCO2e/yr", label: text("Émissions évitées", "Emissions avoided") },
] as const;
