/** An answer that is in JSON already: each part of it passed its schema when it was written, and was kept since. */
export class CheckedText {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

/**
 * Rows of long lists in the JSON of their schema, by name, so that a row is checked and written once and not each time
 * that somebody reads a list. The name holds what makes the text: which row, and the transaction that last wrote it
 * (`xmin`), so that no text outlives a change. It says nothing of who may read it: that is asked of the database, each
 * time, before a text is looked up. What was used longest ago goes first.
 */
export class RowTexts {
  readonly #texts = new Map<string, string>();
  readonly #most: number;
  #held = 0;

  /** @param most characters that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): string | undefined {
    const text = this.#texts.get(name);
    if (text === undefined) return undefined;
    this.#texts.delete(name);
    this.#texts.set(name, text);
    return text;
  }

  set(name: string, text: string): void {
    this.#held += text.length - (this.#texts.get(name)?.length ?? 0);
    this.#texts.delete(name);
    this.#texts.set(name, text);
    for (const [oldest, { length }] of this.#texts) {
      if (this.#held <= this.#most) break;
      this.#texts.delete(oldest);
      this.#held -= length;
    }
  }
}

/** Characters of rows that a platform keeps in memory: some 200,000 flows. */
export const kept = 128 * 1024 * 1024;
