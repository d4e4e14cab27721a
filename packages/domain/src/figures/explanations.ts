import type { Lang } from "../text/text.ts";
import type { Figure } from "./figure.ts";
import { FigureStore, tidy } from "./figure-store.ts";

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

const written = (value: number | null): number | null => (value === null ? null : tidy(value));

/**
 * Numbers explanations e1, e2 … in the order of first use when the document is read from top to bottom:
 * first the figures of the body, then, explanation after explanation, the inputs not met before. Figures that read
 * the same share one explanation; the trees themselves are let go of.
 */
export class ExplanationBook {
  readonly #store: FigureStore;
  /** By place in the store, the number of the explanation. */
  readonly #numbers: number[] = [];
  /** Places in the store, in the order of the explanations. */
  readonly #order: number[] = [];
  readonly #sourceName: (id: string) => string;

  constructor(lang: Lang, sourceName: (id: string) => string = (id) => id) {
    this.#store = new FigureStore(lang);
    this.#sourceName = sourceName;
  }

  #key(place: number): string {
    let number = this.#numbers[place];
    if (number === undefined) {
      number = this.#order.push(place);
      this.#numbers[place] = number;
    }
    return `e${number}`;
  }

  figure(figure: Figure): FigureJson {
    // What has no meaning here has nothing to explain.
    const silent = figure.state === "not-applicable" && figure.inputs.length === 0;
    return {
      value: written(figure.value),
      low: written(figure.low),
      high: written(figure.high),
      unit: figure.unit,
      state: figure.state,
      explain: silent ? null : this.#key(this.#store.placeOf(figure)),
    };
  }

  /** To be called once, after every figure of the body has been asked for. */
  explanations(): Record<string, ExplanationJson> {
    return JSON.parse(`{${[...this.entries()].map(([key, text]) => `"${key}":${text}`).join(",")}}`);
  }

  /** The same one by one, as JSON text, for a document that is written as it is made. */
  *entries(): Generator<readonly [key: string, text: string]> {
    const key = (input: number): string => this.#key(input);
    for (let i = 0; i < this.#order.length; i++) {
      const place = this.#order[i];
      if (place === undefined) return;
      yield [`e${i + 1}`, this.#store.textAt(place, key, this.#sourceName)];
    }
  }
}
