/** Twelve numbers, January first: weights, quantities or shares. */
export type Months = readonly number[];

export const monthNames = {
  fr: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
} as const;

/** Days of each month of a common year: a flow "per day" needs them, and a leap day would make two runs differ. */
export const daysInMonth: Months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const flat: Months = Array.from({ length: 12 }, () => 1);

/** Spreads a yearly quantity over the months by their weights; weights that sum to zero spread nothing. */
export function spread(yearly: number, weights: Months): Months {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (total > 0 ? (yearly * weight) / total : 0));
}

/** Weights with a mean of one, so that twelve ones mean "all year round". All zero stays all zero. */
export function normalised(quantities: Months): Months {
  const total = quantities.reduce((a, b) => a + b, 0);
  return quantities.map((quantity) => (total > 0 ? Number(((12 * quantity) / total).toFixed(4)) : 0));
}

/**
 * The most that can pass from supply to demand in a repeating year when a unit keeps for `carry` months
 * after the month in which it arises.
 *
 * Serving as early as possible from the oldest stock is optimal for a perishable good; run over years the
 * pattern becomes periodic within two (nothing is carried longer than a year), so the third year is the answer.
 *
 * @returns what is delivered in each month, in the unit of the inputs
 */
export function deliverable(supply: Months, demand: Months, carry: number): Months {
  const delivered = new Array<number>(12).fill(0);
  deliver(supply, demand, carry, delivered);
  return delivered;
}

const scratch = new Array<number>(12).fill(0);

/** The total of {@link deliverable} in a year, without making a table of it: what the engine asks a million times. */
export function deliveredInYear(supply: Months, demand: Months, carry: number): number {
  deliver(supply, demand, carry, scratch);
  let total = 0;
  for (let m = 0; m < 12; m++) total += scratch[m] ?? 0;
  return total;
}

const years = 3;
const stock = new Float64Array(12 * years);

function deliver(supply: Months, demand: Months, carry: number, into: number[]): void {
  const keep = Math.max(0, Math.min(11, Math.floor(carry)));
  if (keep === 0) {
    for (let m = 0; m < 12; m++) into[m] = Math.min(supply[m] ?? 0, demand[m] ?? 0);
    return;
  }
  let oldest = 0;
  for (let t = 0; t < stock.length; t++) {
    stock[t] = supply[t % 12] ?? 0;
    if (oldest < t - keep) oldest = t - keep;
    let wanted = demand[t % 12] ?? 0;
    let got = 0;
    for (let lot = oldest; lot <= t && wanted > 0; lot++) {
      const left = stock[lot] ?? 0;
      const taken = Math.min(left, wanted);
      stock[lot] = left - taken;
      wanted -= taken;
      got += taken;
      if (taken === left && lot === oldest && oldest < t) oldest += 1;
    }
    if (t >= stock.length - 12) into[t % 12] = got;
  }
}
