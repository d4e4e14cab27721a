import { factorBetween, productFactor } from "../units/unit.ts";
import type { Figure } from "./figure.ts";

/** Which number stands for a figure: its central value, or what a scenario draws for it. NaN while unknown, 0 where it has no meaning. */
export type Reading = (figure: Figure) => number;

export const centralReading: Reading = (figure) => figure.value ?? (figure.state === "unknown" ? Number.NaN : 0);

/**
 * A reading in which everything that comes from outside takes one value within its interval, and everything worked out
 * from it follows. Two leaves that say the same thing (a price of the reference, the quantity of one flow) are one draw,
 * wherever they stand: leads that share a flow or a price go up and down together. What a named method gave is drawn
 * as a whole.
 *
 * @param share where a leaf falls: −1 at its low end, 0 at its value, 1 at its high end; the same for leaves of one
 * {@link leafKey}
 */
export function drawnReading(share: (leaf: Figure) => number): Reading {
  const known = new Map<Figure, number>();
  const read = (figure: Figure): number => {
    let value = known.get(figure);
    if (value === undefined) {
      value = figure.state === "known" ? drawn(figure) : centralReading(figure);
      known.set(figure, value);
    }
    return value;
  };
  const drawn = (figure: Extract<Figure, { state: "known" }>): number => {
    const { operation, inputs, unit, value, low, high } = figure;
    switch (operation.kind) {
      case "sum":
        return inputs.reduce((all, input, i) => all + (operation.signs?.[i] ?? 1) * inUnitOf(input, unit), 0);
      case "minimum":
        return inputs.reduce((least, input) => Math.min(least, inUnitOf(input, unit)), Number.POSITIVE_INFINITY);
      case "product":
        return inputs.reduce((all, input) => all * read(input), productFactor(inputs, null, unit) ?? 1);
      case "quotient": {
        const [over, under] = inputs.map(read);
        const factor = productFactor(inputs.slice(0, 1), inputs[1]?.unit ?? null, unit) ?? 1;
        return (factor * (over ?? 0)) / (under ?? 1);
      }
      default: {
        if (low === high) return value;
        const at = share(figure);
        return at < 0 ? value + at * (value - low) : value + at * (high - value);
      }
    }
  };
  const inUnitOf = (input: Figure, unit: string): number =>
    input.state === "not-applicable" ? 0 : read(input) * (factorBetween(input.unit, unit) ?? 1);
  return read;
}

/** What a leaf says: two that say the same are one draw. */
export const leafKey = ({ label, unit, value, low, high, source }: Figure): string =>
  `${label.fr}|${unit}|${value}|${low}|${high}|${source}`;

/**
 * The readings of numbered scenarios. Each leaf falls by the difference of two uniform draws: most often near its value,
 * never out of its interval, on either side as often. The draw depends on the seed, the scenario and the leaf alone, so
 * that neither the order of the leads nor the other scenarios change it.
 */
export function scenarioReadings(seed: number): (scenario: number) => Reading {
  // By the leaf itself: a hundred scenarios go through the same ones.
  const hashes = new Map<Figure, number>();
  const hashed = (leaf: Figure): number => {
    let hash = hashes.get(leaf);
    if (hash === undefined) {
      const said = leafKey(leaf);
      hash = 0x811c9dc5; // FNV-1a
      for (let i = 0; i < said.length; i++) hash = Math.imul(hash ^ said.charCodeAt(i), 0x01000193);
      hashes.set(leaf, hash);
    }
    return hash;
  };
  return (scenario) => {
    const start = mixed(mixed(seed | 0) ^ scenario);
    return drawnReading((leaf) => {
      const first = mixed(start ^ hashed(leaf));
      return (first - mixed(first + 0x9e3779b9)) / 2 ** 32;
    });
  };
}

/** Spreads the bits of a 32-bit number (the finaliser of MurmurHash3); unsigned. */
function mixed(bits: number): number {
  let h = bits | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
