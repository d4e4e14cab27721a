import type { Lang } from "../text/text.ts";
import { type Figure, formulaWords, type Operation } from "./figure.ts";

const states = ["known", "unknown", "not-applicable"] as const;

/** A figure as the store gives it back: its numbers as documents write them, its inputs by their places in the store. */
export type StoredFigure = {
  readonly label: string;
  readonly formula: string | null;
  readonly inputs: readonly number[];
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly state: (typeof states)[number];
  readonly source: string | null;
  readonly date: string | null;
};

const digits = 12;
const powers = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * Twelve significant digits: enough for any use, and the last bits of a sum do not show in a document. By whole
 * numbers over powers of ten, which are exact, so that the result is the number that its digits spell.
 */
export function tidy(value: number): number {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e12) return value + 0;
  let places = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  // A logarithm may fall on the wrong side of a power of ten.
  if (Math.abs(value) * (powers[places] ?? Number.NaN) >= 1e12) places -= 1;
  const power = powers[places];
  if (power === undefined) return Number(value.toPrecision(digits)) + 0;
  return Math.round(value * power) / power + 0;
}

/** A column of numbers that grows by doubling. */
class Column<A extends Int32Array | Float64Array> {
  values: A;
  length = 0;
  readonly #wider: (size: number) => A;
  constructor(make: (size: number) => A) {
    this.#wider = make;
    this.values = make(1024);
  }
  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.#wider(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }
  at(i: number): number {
    return this.values[i] ?? 0;
  }
}
const integers = () => new Column((size) => new Int32Array(size));
const floats = () => new Column((size) => new Float64Array(size));

/** Words that come back all the time, by number. */
class Words {
  readonly #numbers = new Map<string, number>();
  readonly list: string[] = [];
  numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.list.length;
      this.#numbers.set(word, number);
      this.list.push(word);
    }
    return number;
  }
}

const none = -1;
// Whole numbers of a figure, by their place in its record.
const [labelAt, formulaAt, unitAt, stateAt, sourceAt, dateAt, endAt, hashAt, width] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const kept = 1024;

/**
 * The trees of very many figures as columns of numbers, in one language. Figures that read the same, inputs included,
 * are held once and have one place: a hundred thousand leads rest on the same prices and the same roads. The trees
 * themselves are not kept.
 */
export class FigureStore {
  readonly #lang: Lang;
  readonly #words = new Words();
  readonly #formulas = new Words();
  readonly #operations: Operation[] = [];
  readonly #records = integers();
  readonly #numbers = floats();
  readonly #inputs = integers();
  readonly #record = new Int32Array(endAt);
  readonly #ends = new Float64Array(3);
  readonly #bits = new Int32Array(this.#ends.buffer);
  #count = 0;
  #table = new Int32Array(4096).fill(none);
  // Branches met lately are met again at once. Two generations: what is shared moves on, what is not is let go of.
  #recent = new Map<Figure, number>();
  #older = new Map<Figure, number>();

  constructor(lang: Lang) {
    this.#lang = lang;
  }

  /** The place of a figure; those of its inputs are lower. */
  placeOf(figure: Figure): number {
    const recent = this.#recent.get(figure);
    if (recent !== undefined) return recent;
    let place = this.#older.get(figure);
    if (place === undefined) {
      const inputs: number[] = [];
      for (const input of figure.inputs) inputs.push(this.placeOf(input));
      place = this.#put(figure, inputs);
    }
    if (this.#recent.size >= kept) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(figure, place);
    return place;
  }

  at(place: number): StoredFigure {
    const field = (i: number): number => this.#records.at(place * width + i);
    const end = (i: number): number => this.#numbers.at(place * 3 + i);
    const words = (number: number): string => this.#words.list[number] ?? "";
    const inputs = [...this.#inputs.values.subarray(this.#startOf(place), field(endAt))];
    const known = field(stateAt) === 0;
    const operation = this.#operations[field(formulaAt)];
    return {
      label: words(field(labelAt)),
      formula:
        operation === undefined
          ? null
          : formulaWords(operation, this.#lang, () =>
              inputs.map((input) => words(this.#records.at(input * width + labelAt))),
            ),
      inputs,
      value: known ? end(0) : null,
      low: known ? end(1) : null,
      high: known ? end(2) : null,
      unit: words(field(unitAt)),
      state: states[field(stateAt)] ?? "unknown",
      source: field(sourceAt) === none ? null : words(field(sourceAt)),
      date: field(dateAt) === none ? null : words(field(dateAt)),
    };
  }

  #startOf(place: number): number {
    return place === 0 ? 0 : this.#records.at((place - 1) * width + endAt);
  }

  #operationOf(operation: Operation): number {
    let words: string = operation.kind;
    if (operation.kind === "method") words = operation.words[this.#lang];
    else if (operation.kind !== "leaf" && operation.signs !== undefined)
      for (const sign of operation.signs) words += sign === 1 ? "+" : "-";
    const number = this.#formulas.numberOf(words);
    this.#operations[number] ??= operation;
    return number;
  }

  #put(figure: Figure, inputs: readonly number[]): number {
    const [record, ends, bits] = [this.#record, this.#ends, this.#bits];
    record[labelAt] = this.#words.numberOf(figure.label[this.#lang]);
    record[formulaAt] = this.#operationOf(figure.operation);
    record[unitAt] = this.#words.numberOf(figure.unit);
    record[stateAt] = states.indexOf(figure.state);
    record[sourceAt] = figure.source === null ? none : this.#words.numberOf(figure.source);
    record[dateAt] = figure.date === null ? none : this.#words.numberOf(figure.date);
    ends[0] = figure.state === "known" ? tidy(figure.value) : 0;
    ends[1] = figure.state === "known" ? tidy(figure.low) : 0;
    ends[2] = figure.state === "known" ? tidy(figure.high) : 0;
    let hash = inputs.length;
    for (let i = 0; i < record.length; i++) hash = mixed(hash, record[i] ?? 0);
    for (let i = 0; i < bits.length; i++) hash = mixed(hash, bits[i] ?? 0);
    for (const input of inputs) hash = mixed(hash, input);
    const last = this.#table.length - 1;
    let slot = hash & last;
    for (;;) {
      const other = this.#table[slot] ?? none;
      if (other === none) break;
      if (this.#records.at(other * width + hashAt) === hash && this.#holds(other, inputs)) return other;
      slot = (slot + 1) & last;
    }
    const place = this.#count++;
    for (const input of inputs) this.#inputs.push(input);
    for (const field of record) this.#records.push(field);
    this.#records.push(this.#inputs.length);
    this.#records.push(hash);
    for (const end of ends) this.#numbers.push(end);
    this.#table[slot] = place;
    if (2 * this.#count > this.#table.length) this.#widen();
    return place;
  }

  /** Is what stands there the figure that is being put? */
  #holds(place: number, inputs: readonly number[]): boolean {
    const start = this.#startOf(place);
    if (this.#records.at(place * width + endAt) - start !== inputs.length) return false;
    for (let i = 0; i < endAt; i++) if (this.#records.at(place * width + i) !== this.#record[i]) return false;
    for (let i = 0; i < 3; i++) if (this.#numbers.at(place * 3 + i) !== this.#ends[i]) return false;
    for (let i = 0; i < inputs.length; i++) if (this.#inputs.at(start + i) !== inputs[i]) return false;
    return true;
  }

  #widen(): void {
    const table = new Int32Array(this.#table.length * 2).fill(none);
    const last = table.length - 1;
    for (let place = 0; place < this.#count; place++) {
      let slot = this.#records.at(place * width + hashAt) & last;
      while (table[slot] !== none) slot = (slot + 1) & last;
      table[slot] = place;
    }
    this.#table = table;
  }
}

function mixed(hash: number, part: number): number {
  const product = Math.imul(hash ^ part, 0x9e3779b1);
  return product ^ (product >>> 15);
}
