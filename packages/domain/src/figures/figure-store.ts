import type { Lang } from "../text/text.ts";
import { type Figure, formulaWords, type Operation } from "./figure.ts";

const same = (word: string): string => word;
const states = ["known", "unknown", "not-applicable"] as const;

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

/** Where figures met lately stand. Two generations: what is met again moves on, what is not is let go of. */
class Lately {
  readonly #kept: number;
  #recent = new Map<Figure, number>();
  #older = new Map<Figure, number>();
  constructor(kept: number) {
    this.#kept = kept;
  }
  placeOf(figure: Figure): number | undefined {
    const recent = this.#recent.get(figure);
    if (recent !== undefined) return recent;
    const older = this.#older.get(figure);
    if (older !== undefined) this.note(figure, older);
    return older;
  }
  note(figure: Figure, place: number): void {
    if (this.#recent.size >= this.#kept) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(figure, place);
  }
}

const none = -1;
// Whole numbers of a figure, by their place in its record.
const [labelAt, formulaAt, unitAt, stateAt, sourceAt, dateAt, endAt, hashAt, width] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
// Of one lead, then of the next: held longer, its figures would outlive the young generation of the collector.
const keptOfOne = 64;
const keptOfMany = 4096;

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
  // The branches of one lead are met again at once; prices and roads, which came before, from lead to lead.
  readonly #ofOne = new Lately(keptOfOne);
  readonly #ofMany = new Lately(keptOfMany);
  // As JSON, by the number of their words: one word may be a source and something else besides.
  readonly #quoted: string[] = [];
  readonly #sources: string[] = [];

  constructor(lang: Lang) {
    this.#lang = lang;
  }

  /** The place of a figure; those of its inputs are lower. */
  placeOf(figure: Figure): number {
    const known = this.#ofOne.placeOf(figure) ?? this.#ofMany.placeOf(figure);
    if (known !== undefined) return known;
    const inputs: number[] = [];
    for (const input of figure.inputs) inputs.push(this.placeOf(input));
    const held = this.#count;
    const place = this.#put(figure, inputs);
    (place < held ? this.#ofMany : this.#ofOne).note(figure, place);
    return place;
  }

  /**
   * The figure that stands there as JSON text.
   * @param key what opens an input, by its place
   * @param sourceName a source in words
   */
  textAt(place: number, key: (input: number) => string, sourceName: (id: string) => string): string {
    const record = place * width;
    const field = (i: number): number => this.#records.at(record + i);
    let keys = "";
    const names: string[] = [];
    for (let i = this.#startOf(place); i < field(endAt); i++) {
      const input = this.#inputs.at(i);
      keys += `${keys === "" ? "" : ","}"${key(input)}"`;
      names.push(this.#words.list[this.#records.at(input * width + labelAt)] ?? "");
    }
    const operation = this.#operations[field(formulaAt)];
    const formula = operation === undefined ? null : formulaWords(operation, this.#lang, () => names);
    const state = field(stateAt);
    const end = (i: number): string => {
      const number = this.#numbers.at(place * 3 + i);
      return state === 0 && Number.isFinite(number) ? String(number) : "null";
    };
    const word = (number: number): string => (number === none ? "null" : this.#quotedAt(this.#quoted, number, same));
    const source = field(sourceAt);
    return (
      `{"label":${JSON.stringify(this.#words.list[field(labelAt)] ?? "")},"formula":${formula === null ? "null" : JSON.stringify(formula)}` +
      `,"value":${end(0)},"low":${end(1)},"high":${end(2)},"unit":${word(field(unitAt))}` +
      `,"state":"${states[state]}","date":${word(field(dateAt))},"inputs":[${keys}]` +
      `,"source":${source === none ? "null" : this.#quotedAt(this.#sources, source, sourceName)}}`
    );
  }

  #quotedAt(quoted: string[], number: number, written: (word: string) => string): string {
    let text = quoted[number];
    if (text === undefined) {
      text = JSON.stringify(written(this.#words.list[number] ?? ""));
      quoted[number] = text;
    }
    return text;
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
    for (let i = 0; i < record.length; i++) this.#records.push(record[i] ?? 0);
    this.#records.push(this.#inputs.length);
    this.#records.push(hash);
    for (let i = 0; i < ends.length; i++) this.#numbers.push(ends[i] ?? 0);
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
