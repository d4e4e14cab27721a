/**
 * Units as written in figures, formats and reference data: products of symbols over one slash,
 * "EUR/yr", "EUR/(t.km)", "tCO2e/t", "1". The vocabulary is closed; a new symbol is added here.
 */
export const symbols = {
  // mass
  t: { dimension: "mass", scale: 1 },
  kg: { dimension: "mass", scale: 1e-3 },
  g: { dimension: "mass", scale: 1e-6 },
  // volume of a liquid or a solid; a normal cubic metre of gas is another dimension
  m3: { dimension: "volume", scale: 1 },
  l: { dimension: "volume", scale: 1e-3 },
  Nm3: { dimension: "gas", scale: 1 },
  // energy and power
  MWh: { dimension: "energy", scale: 1 },
  kWh: { dimension: "energy", scale: 1e-3 },
  GJ: { dimension: "energy", scale: 1 / 3.6 },
  MJ: { dimension: "energy", scale: 1 / 3600 },
  kW: { dimension: "power", scale: 1 },
  // time as a rate and as a service
  yr: { dimension: "period", scale: 1 },
  month: { dimension: "period", scale: 1 / 12 },
  h: { dimension: "hour", scale: 1 },
  day: { dimension: "workday", scale: 1 },
  // the rest counts by itself
  km: { dimension: "length", scale: 1 },
  m: { dimension: "length", scale: 1e-3 },
  m2: { dimension: "area", scale: 1 },
  EUR: { dimension: "money", scale: 1 },
  tCO2e: { dimension: "climate", scale: 1 },
  kgCO2e: { dimension: "climate", scale: 1e-3 },
  gCO2e: { dimension: "climate", scale: 1e-6 },
  piece: { dimension: "piece", scale: 1 },
  person: { dimension: "person", scale: 1 },
  meal: { dimension: "meal", scale: 1 },
  trip: { dimension: "trip", scale: 1 },
  "%": { dimension: "", scale: 1e-2 },
} as const;

type Symbol = keyof typeof symbols;

/** A unit in text. `string` at the type level; {@link parseUnit} is the gate. */
export type Unit = string;

export type ParsedUnit = { readonly dimensions: ReadonlyMap<string, number>; readonly scale: number };

const parsed = new Map<string, ParsedUnit | undefined>();

/** Dimensions and scale of a unit, or undefined when a symbol is not in the vocabulary. */
export function parseUnit(unit: Unit): ParsedUnit | undefined {
  const known = parsed.get(unit);
  if (known !== undefined || parsed.has(unit)) return known;
  const made = parse(unit);
  parsed.set(unit, made);
  return made;
}

function parse(unit: Unit): ParsedUnit | undefined {
  const [over, under, ...more] = unit.split("/");
  if (more.length > 0 || over === undefined) return undefined;
  const dimensions = new Map<string, number>();
  let scale = 1;
  for (const [part, power] of [
    [over, 1],
    [under ?? "1", -1],
  ] as const) {
    for (const symbol of part.replace(/^\((.*)\)$/, "$1").split(".")) {
      if (symbol === "1") continue;
      const known = symbols[symbol as Symbol];
      if (known === undefined) return undefined;
      scale *= power === 1 ? known.scale : 1 / known.scale;
      if (known.dimension !== "") dimensions.set(known.dimension, (dimensions.get(known.dimension) ?? 0) + power);
    }
  }
  for (const [dimension, power] of dimensions) if (power === 0) dimensions.delete(dimension);
  return { dimensions, scale };
}

/** How many `to` make one `from` (1 for t → t, 0.001 for kg → t); undefined when they do not measure the same thing. */
export function factorBetween(from: Unit, to: Unit): number | undefined {
  if (from === to) return 1;
  const a = parseUnit(from);
  const b = parseUnit(to);
  if (a === undefined || b === undefined || !sameDimensions(a.dimensions, b.dimensions)) return undefined;
  return a.scale / b.scale;
}

/** Formulas by their units, one after the other: a key put together of them would have to be made each time. */
class Formulas {
  factor: number | null | undefined;
  readonly #next = new Map<Unit | null, Formulas>();
  after(unit: Unit | null): Formulas {
    let next = this.#next.get(unit);
    if (next === undefined) {
      next = new Formulas();
      this.#next.set(unit, next);
    }
    return next;
  }
}
const formulas = new Formulas();

/**
 * How many `to` the product of these units makes (the scales of kg for t and the like), or null when it is not
 * measured so. Remembered: the same few formulas come back all the time.
 */
export function productFactor(over: readonly { readonly unit: Unit }[], under: Unit | null, to: Unit): number | null {
  let formula = formulas.after(to).after(under);
  for (const { unit } of over) formula = formula.after(unit);
  let { factor } = formula;
  if (factor === undefined) {
    const made = multiplied([
      ...over.map(({ unit }) => ({ unit, power: 1 as const })),
      ...(under === null ? [] : [{ unit: under, power: -1 as const }]),
    ]);
    const wanted = parseUnit(to);
    factor =
      made === undefined || wanted === undefined || !sameDimensions(made.dimensions, wanted.dimensions)
        ? null
        : made.scale / wanted.scale;
    formula.factor = factor;
  }
  return factor;
}

function multiplied(units: readonly { unit: Unit; power: 1 | -1 }[]): ParsedUnit | undefined {
  const dimensions = new Map<string, number>();
  let scale = 1;
  for (const { unit, power } of units) {
    const one = parseUnit(unit);
    if (one === undefined) return undefined;
    scale *= power === 1 ? one.scale : 1 / one.scale;
    for (const [dimension, exponent] of one.dimensions)
      dimensions.set(dimension, (dimensions.get(dimension) ?? 0) + power * exponent);
  }
  for (const [dimension, exponent] of dimensions) if (exponent === 0) dimensions.delete(dimension);
  return { dimensions, scale };
}

export function sameDimensions(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  if (a.size !== b.size) return false;
  for (const [dimension, power] of a) if (b.get(dimension) !== power) return false;
  return true;
}
