import type { Lang } from "../text/text.ts";
import { type Figure, formulaOf } from "./figure.ts";

/** A figure as documents carry it: the numbers, and the key under which `explanations` opens it. */
export type FigureJson = {
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  state: "known" | "unknown" | "not-applicable";
  explain: string | null;
};

export type ExplanationJson = {
  label: string;
  formula: string | null;
  inputs: string[];
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  state: "known" | "unknown" | "not-applicable";
  source: string | null;
  date: string | null;
};

// Twelve significant digits: enough for any use, and the last bits of a sum do not show in a document.
const tidy = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)) + 0);

/**
 * Numbers explanations e1, e2 … in the order of first use when the document is read from top to bottom:
 * first the figures of the body, then, explanation after explanation, the inputs not met before.
 */
export class ExplanationBook {
  readonly #keys = new Map<Figure, string>();
  readonly #order: Figure[] = [];
  readonly #lang: Lang;
  readonly #sourceName: (id: string) => string;

  constructor(lang: Lang, sourceName: (id: string) => string = (id) => id) {
    this.#lang = lang;
    this.#sourceName = sourceName;
  }

  #key(figure: Figure): string {
    let key = this.#keys.get(figure);
    if (key === undefined) {
      key = `e${this.#order.length + 1}`;
      this.#keys.set(figure, key);
      this.#order.push(figure);
    }
    return key;
  }

  figure(figure: Figure): FigureJson {
    // What has no meaning here has nothing to explain.
    const explain = figure.state === "not-applicable" && figure.inputs.length === 0 ? null : this.#key(figure);
    return {
      value: tidy(figure.value),
      low: tidy(figure.low),
      high: tidy(figure.high),
      unit: figure.unit,
      state: figure.state,
      explain,
    };
  }

  /** To be called once, after every figure of the body has been asked for. */
  explanations(): Record<string, ExplanationJson> {
    return Object.fromEntries(this.entries());
  }

  /** The same one by one, for a document that is written as it is made. */
  *entries(): Generator<readonly [key: string, explanation: ExplanationJson]> {
    for (let i = 0; i < this.#order.length; i++) {
      const figure = this.#order[i];
      if (figure === undefined) return;
      yield [
        `e${i + 1}`,
        {
          label: figure.label[this.#lang],
          formula: formulaOf(figure)?.[this.#lang] ?? null,
          inputs: figure.inputs.map((input) => this.#key(input)),
          value: tidy(figure.value),
          low: tidy(figure.low),
          high: tidy(figure.high),
          unit: figure.unit,
          state: figure.state,
          source: figure.source === null ? null : this.#sourceName(figure.source),
          date: figure.date,
        },
      ];
    }
  }
}
