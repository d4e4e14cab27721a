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

function item(before: string, value: unknown, line: string): Iterable<string> {
  return isLong(value) ? joined(before, value, line) : [before + JSON.stringify(value)];
}

function* joined(before: string, value: unknown, line: string): Generator<string> {
  yield before;
  yield* written(value, line);
}

/** @param line what begins a line at the depth of the value */
function* written(value: unknown, line: string): Generator<string> {
  const inner = line + step;
  let before = inner;
  if (value instanceof Members) {
    yield "{";
    for (const [key, one] of value.entries) {
      yield* item(`${before}${JSON.stringify(key)}: `, one, inner);
      before = `,${inner}`;
    }
    yield before === inner ? "}" : `${line}}`;
  } else if (value instanceof Each) {
    yield "[";
    for (const one of value.items) {
      yield* item(before, one, inner);
      before = `,${inner}`;
    }
    yield before === inner ? "]" : `${line}]`;
  } else yield JSON.stringify(value);
}
