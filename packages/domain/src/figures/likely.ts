import type { Figure } from "./figure.ts";
import { scenarioReadings } from "./reading.ts";

export type Likely = { readonly low: number; readonly high: number };

const draws = 100;
const tail = 0.1;

/**
 * Between which values a figure falls eight times in ten when everything that it rests on is drawn within its own
 * interval. The interval of the figure itself puts every input at its worst, then at its best: never too narrow, and
 * so wide for a long sum that it says little. Null where there is nothing to draw.
 * @param seed of the draws: the same figure and seed give the same answer
 */
export function likelyRange(figure: Figure, seed = 1): Likely | null {
  if (figure.state !== "known" || figure.low === figure.high) return null;
  const readings = scenarioReadings(seed);
  const values = Array.from({ length: draws }, (_, scenario) => readings(scenario)(figure)).sort((a, b) => a - b);
  const [low, high] = [values[Math.round(draws * tail)], values[draws - 1 - Math.round(draws * tail)]];
  return low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high) ? null : { low, high };
}
