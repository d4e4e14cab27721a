import { bug } from "../problems/result.ts";
import type { Lang, Text } from "../text/text.ts";
import { factorBetween, parseUnit, productFactor, type Unit } from "../units/unit.ts";

/**
 * A number that explains itself: value, interval, unit, formula, inputs, source and date, as a small tree.
 * `unknown` is what nobody has told us yet; `not-applicable` is what has no meaning here. Neither is zero.
 */
export type Figure<U extends Unit = Unit> = KnownFigure<U> | EmptyFigure<U>;

type Common<U extends Unit> = {
  readonly label: Text;
  readonly unit: U;
  readonly operation: Operation;
  readonly inputs: readonly Figure[];
  /** An id of the sources table, or `declared:<flow id>` for what a company said. */
  readonly source: string | null;
  /** The day or year the value speaks of, as its source gives it. */
  readonly date: string | null;
};
export type KnownFigure<U extends Unit = Unit> = Common<U> & {
  readonly state: "known";
  readonly value: number;
  readonly low: number;
  readonly high: number;
};
export type EmptyFigure<U extends Unit = Unit> = Common<U> & {
  readonly state: "unknown" | "not-applicable";
  readonly value: null;
  readonly low: null;
  readonly high: null;
};

/** How a figure came to be. The sentence of a formula is written from it, in either language. */
export type Operation =
  | { readonly kind: "leaf" }
  | { readonly kind: "sum" | "product" | "quotient" | "minimum"; readonly signs?: readonly (1 | -1)[] }
  /** Worked out by a named method; its words say what is done with the inputs. */
  | { readonly kind: "method"; readonly words: Text };

const leafOperation: Operation = { kind: "leaf" };

export type Leaf<U extends Unit> = {
  label: Text;
  value: number | null;
  low?: number;
  high?: number;
  unit: U;
  source: string | null;
  date: string | null;
};

/** A figure that comes from outside: declared by a company, or read in the reference. A null value is unknown. */
export function given<U extends Unit>({ label, value, low, high, unit, source, date }: Leaf<U>): Figure<U> {
  if (parseUnit(unit) === undefined) bug(`unit ${unit} is not in the vocabulary`);
  const common = { label, unit, operation: leafOperation, inputs: [], source, date };
  if (value === null) return { ...common, state: "unknown", value: null, low: null, high: null };
  return { ...common, state: "known", value, low: Math.min(low ?? value, value), high: Math.max(high ?? value, value) };
}

export function unknown<U extends Unit>(label: Text, unit: U, inputs: readonly Figure[] = [], words?: Text): Figure<U> {
  return {
    label,
    unit,
    operation: words === undefined ? leafOperation : { kind: "method", words },
    inputs,
    source: null,
    date: null,
    state: "unknown",
    value: null,
    low: null,
    high: null,
  };
}

export function notApplicable<U extends Unit>(label: Text, unit: U): Figure<U> {
  return {
    label,
    unit,
    operation: leafOperation,
    inputs: [],
    source: null,
    date: null,
    state: "not-applicable",
    value: null,
    low: null,
    high: null,
  };
}

const productOperation: Operation = { kind: "product" };
const quotientOperation: Operation = { kind: "quotient" };
const minimumOperation: Operation = { kind: "minimum" };

// One literal for all: hundreds of thousands of figures are made, and one that is spread costs several times as much.
const worked = <U extends Unit>(
  label: Text,
  unit: U,
  operation: Operation,
  inputs: readonly Figure[],
  value: number,
  low: number,
  high: number,
): KnownFigure<U> => ({ label, unit, operation, inputs, source: null, date: null, state: "known", value, low, high });

const emptied = <U extends Unit>(
  label: Text,
  unit: U,
  operation: Operation,
  inputs: readonly Figure[],
  state: EmptyFigure["state"],
): EmptyFigure<U> => ({
  label,
  unit,
  operation,
  inputs,
  source: null,
  date: null,
  state,
  value: null,
  low: null,
  high: null,
});

/**
 * A figure worked out by a method of the domain from its inputs.
 * @param compute central value from central values; low and high are given when the method knows better bounds
 */
export function derived<U extends Unit>(
  label: Text,
  unit: U,
  words: Text,
  inputs: readonly Figure[],
  interval: { value: number; low: number; high: number } | null,
): Figure<U> {
  const operation: Operation = { kind: "method", words };
  if (interval === null) return emptied(label, unit, operation, inputs, "unknown");
  const { value, low, high } = interval;
  return worked(label, unit, operation, inputs, value, Math.min(low, value), Math.max(high, value));
}

/** The first input that keeps a result from being known decides its state: unknown wins over not applicable. */
function emptyState(inputs: readonly Figure[]): "unknown" | "not-applicable" | undefined {
  let found: "not-applicable" | undefined;
  for (const { state } of inputs) {
    if (state === "unknown") return state;
    if (state === "not-applicable") found = state;
  }
  return found;
}

/**
 * Σ ± inputs, all in `unit` or in a multiple of it. Inputs that are not applicable do not take part;
 * one unknown input makes the sum unknown. Bounds are those of interval arithmetic: inputs are taken as
 * free of each other, so the interval is never too narrow.
 */
export function sum<U extends Unit>(
  label: Text,
  unit: U,
  inputs: readonly Figure[],
  signs: readonly (1 | -1)[] = inputs.map(() => 1),
): Figure<U> {
  const operation: Operation = { kind: "sum", signs };
  const taking = inputs.filter((input) => input.state !== "not-applicable");
  if (inputs.length > 0 && taking.length === 0) return emptied(label, unit, operation, inputs, "not-applicable");
  if (emptyState(taking) !== undefined) return emptied(label, unit, operation, inputs, "unknown");
  let [value, low, high] = [0, 0, 0];
  inputs.forEach((input, i) => {
    if (input.state !== "known") return;
    const factor = factorBetween(input.unit, unit) ?? bug(`${input.unit} does not add up to ${unit}`);
    const sign = signs[i] ?? 1;
    value += sign * factor * input.value;
    low += factor * (sign === 1 ? input.low : -input.high);
    high += factor * (sign === 1 ? input.high : -input.low);
  });
  return worked(label, unit, operation, inputs, value, low, high);
}

/**
 * The product of all inputs. Units must come to `unit`; scales (kg for t) are converted, a wrong dimension is a bug.
 */
export function product<U extends Unit>(label: Text, unit: U, inputs: readonly Figure[]): Figure<U> {
  const scale =
    productFactor(inputs, null, unit) ??
    bug(`${inputs.map((input) => input.unit).join(" × ")} does not come to ${unit}`);
  const empty = emptyState(inputs);
  if (empty !== undefined) return emptied(label, unit, productOperation, inputs, empty);
  let [value, low, high] = [scale, scale, scale];
  for (const input of inputs) {
    if (input.state !== "known") continue;
    const [a, b, c, d] = [low * input.low, low * input.high, high * input.low, high * input.high];
    value *= input.value;
    low = Math.min(a, b, c, d);
    high = Math.max(a, b, c, d);
  }
  return worked(label, unit, productOperation, inputs, value, low, high);
}

/**
 * `over` divided by `under`, in `unit`. A divisor whose interval touches zero leaves the result unknown:
 * no bound can be stated.
 */
export function quotient<U extends Unit>(label: Text, unit: U, over: Figure, under: Figure): Figure<U> {
  const inputs = [over, under];
  const scale = productFactor([over], under.unit, unit) ?? bug(`${over.unit} ÷ ${under.unit} does not come to ${unit}`);
  const empty = emptyState(inputs);
  if (empty !== undefined) return emptied(label, unit, quotientOperation, inputs, empty);
  if (over.state !== "known" || under.state !== "known" || (under.low <= 0 && under.high >= 0))
    return emptied(label, unit, quotientOperation, inputs, "unknown");
  const ends = [over.low / under.low, over.low / under.high, over.high / under.low, over.high / under.high];
  return worked(
    label,
    unit,
    quotientOperation,
    inputs,
    (scale * over.value) / under.value,
    scale * Math.min(...ends),
    scale * Math.max(...ends),
  );
}

/** The smallest of the inputs, all measured in `unit`. */
export function minimum<U extends Unit>(label: Text, unit: U, inputs: readonly Figure[]): Figure<U> {
  const empty = emptyState(inputs);
  if (empty !== undefined) return emptied(label, unit, minimumOperation, inputs, empty);
  const ends = inputs.map((input) => {
    const factor = factorBetween(input.unit, unit) ?? bug(`${input.unit} is not measured in ${unit}`);
    return input.state === "known"
      ? { value: input.value * factor, low: input.low * factor, high: input.high * factor }
      : bug("an empty figure passed");
  });
  const least = (of: "value" | "low" | "high") =>
    ends.reduce((m, end) => Math.min(m, end[of]), Number.POSITIVE_INFINITY);
  return worked(label, unit, minimumOperation, inputs, least("value"), least("low"), least("high"));
}

/** The same figure under another name, for a place where its role differs. */
export const named = <F extends Figure>(label: Text, figure: F): F => ({ ...figure, label });

/** The figure with the opposite sign, its formula kept. */
export const negated = <U extends Unit>(label: Text, figure: Figure<U>): Figure<U> =>
  sum(label, figure.unit, [figure], [-1]);

/** The formula of a figure in words: what it was made of, by label. Null for what comes from outside. */
export function formulaOf({ operation, inputs }: Figure): Text | null {
  const write = (lang: Lang): string | null =>
    formulaWords(operation, lang, () => inputs.map((input) => input.label[lang]));
  const [fr, en] = [write("fr"), write("en")];
  return fr === null || en === null ? null : { fr, en };
}

/** The same in one language, from the names of the inputs. */
export function formulaWords(operation: Operation, lang: Lang, inputs: () => readonly string[]): string | null {
  if (operation.kind === "leaf") return null;
  if (operation.kind === "method") return operation.words[lang];
  const names = inputs();
  if (operation.kind === "product") return names.join(" × ");
  if (operation.kind === "quotient") return names.join(" ÷ ");
  if (operation.kind === "minimum") return `min(${names.join(" ; ")})`;
  return names
    .map((name, i) =>
      (operation.signs?.[i] ?? 1) === 1 ? (i === 0 ? name : ` + ${name}`) : i === 0 ? `− ${name}` : ` − ${name}`,
    )
    .join("");
}

/** The leaves that keep a figure from being known: the questions to ask next. */
export function missingInputs(figure: Figure): readonly Figure[] {
  if (figure.state !== "unknown") return [];
  const below = figure.inputs.flatMap((input) => missingInputs(input));
  return below.length > 0 ? below : [figure];
}

/** Every leaf below a figure, each once, in reading order. */
export function leavesOf(figure: Figure, seen: Set<Figure> = new Set()): readonly Figure[] {
  if (seen.has(figure)) return [];
  seen.add(figure);
  return figure.inputs.length === 0 ? [figure] : figure.inputs.flatMap((input) => leavesOf(input, seen));
}
