/** A list too long to be held at once: its items are made one after the other, while the text is written. */
export class Each {
  readonly items: Iterable<unknown>;
  constructor(items: Iterable<unknown>) {
    this.items = items;
  }
}

/** The same for an object with very many members. */
export class Members {
  readonly entries: Iterable<readonly [key: string, value: unknown]>;
  constructor(entries: Iterable<readonly [key: string, value: unknown]>) {
    this.entries = entries;
  }
}

/** What is JSON text already. */
export class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * An object on one line, of which some members are written already.
 * @param keys in the order in which they are written
 */
export function objectText(members: Readonly<Record<string, unknown>>, keys = Object.keys(members)): Written {
  let text = "";
  for (const key of keys) {
    const value = members[key];
    if (value !== undefined) text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${plainText(value)}`;
  }
  return new Written(text === "" ? "{}" : `${text}}`);
}

const plainText = (value: unknown): string => (value instanceof Written ? value.text : JSON.stringify(value));

const step = "  ";
const chunk = 1 << 16;

/**
 * The text of a JSON document in pieces of some ten thousand characters, so that neither the document nor its text is
 * ever held whole. What is counted in thousands stands one a line: to be searched and compared line by line.
 */
export function* jsonText(document: Members): Generator<string> {
  let held = "";
  for (const words of written(document, "\n")) {
    held += words;
    if (held.length < chunk) continue;
    yield held;
    held = "";
  }
  yield `${held}\n`;
}

const isLong = (value: unknown): boolean => value instanceof Each || value instanceof Members;

/** @param line what begins a line at the depth of the value */
function* written(value: unknown, line: string): Generator<string> {
  const inner = line + step;
  let before = inner;
  if (value instanceof Members) {
    yield "{";
    for (const [key, one] of value.entries) {
      const head = `${before}${JSON.stringify(key)}: `;
      if (isLong(one)) {
        yield head;
        yield* written(one, inner);
      } else yield head + plainText(one);
      before = `,${inner}`;
    }
    yield before === inner ? "}" : `${line}}`;
  } else if (value instanceof Each) {
    yield "[";
    for (const one of value.items) {
      if (isLong(one)) {
        yield before;
        yield* written(one, inner);
      } else yield before + plainText(one);
      before = `,${inner}`;
    }
    yield before === inner ? "]" : `${line}]`;
  } else yield plainText(value);
}
