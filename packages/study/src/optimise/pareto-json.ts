import { type PortfolioJson, synergyOfArc } from "@simbiosi/domain";
import type { Front } from "@simbiosi/engine";

// The last bits of a sum do not show in a document.
const tidy = (value: number | undefined): number => Number((value ?? 0).toPrecision(12)) + 0;

/** The compromises found, best of each measure first. */
export const paretoJson = ({ points }: Front): NonNullable<PortfolioJson["pareto"]> =>
  points.map(({ values: [gain, co2e, diverted], gap, flows }) => ({
    gain_eur_per_year: tidy(gain),
    co2e_t_per_year: tidy(co2e),
    diverted_t_per_year: tidy(diverted),
    gap,
    selected: [...new Set(flows.map(({ arc }) => synergyOfArc(arc)))],
  }));
