/** How each property of `T` is made: from a source, and from the properties beside it. */
export type Makers<S, T> = { readonly [K in keyof T]: (source: S, made: T) => T[K] };

const hidden = Symbol("made so far");

type Held<S> = { readonly [hidden]: { readonly source: S; readonly values: unknown[] } };

type Getter = readonly [key: string, descriptor: PropertyDescriptor];

const gettersOf = <S, T extends object>(makers: Makers<S, T>): readonly Getter[] =>
  (Object.keys(makers) as (keyof T & string)[]).map((key, i): Getter => {
    const make = makers[key];
    return [
      key,
      {
        enumerable: true,
        configurable: true,
        get(this: T & Held<S>) {
          const { source, values } = this[hidden];
          let value = values[i];
          if (value === undefined) {
            value = make(source, this);
            values[i] = value;
          }
          return value;
        },
      },
    ];
  });

/**
 * Objects whose properties are worked out when somebody reads them, and then kept: of a hundred thousand leads few are
 * ever opened. They read, spread, compare and print as plain objects do; the getters are shared by all of them.
 * What a maker leaves undefined is asked of it again.
 */
export function lazily<S, T extends object>(makers: Makers<S, T>): (source: S) => T {
  const getters = gettersOf(makers);
  return (source) => {
    const made: T = Object.defineProperty(Object.create(Object.prototype), hidden, { value: { source, values: [] } });
    for (const [key, getter] of getters) Object.defineProperty(made, key, getter);
    return made;
  };
}

/**
 * The same for what is a means and no result: its getters are those of a prototype, so that it costs next to nothing
 * to make; it is read, and neither spread nor printed.
 */
export function lazyMeans<S, T extends object>(makers: Makers<S, T>): (source: S) => T {
  const shared = Object.defineProperties({}, Object.fromEntries(gettersOf(makers)));
  return (source) => {
    const made: T & { [hidden]?: Held<S>[typeof hidden] } = Object.create(shared);
    made[hidden] = { source, values: [] };
    return made;
  };
}

const isLazy = (value: unknown): value is Held<unknown> =>
  typeof value === "object" && value !== null && hidden in value;

/**
 * What is made of an object, and nothing left behind: whatever lazy property is worked out meanwhile, of it or of the
 * lazy objects it is worked out from, is forgotten afterwards; what it knew before it still knows. For a long list
 * that is written one item after the other.
 */
export function inPassing<T, R>(made: T, use: (made: T) => R): R {
  const before = new Map<unknown[], readonly unknown[]>();
  const note = (one: unknown): void => {
    if (!isLazy(one)) return;
    const { source, values } = one[hidden];
    if (before.has(values)) return;
    before.set(values, [...values]);
    if (typeof source === "object" && source !== null) for (const part of Object.values(source)) note(part);
  };
  note(made);
  try {
    return use(made);
  } finally {
    for (const [values, known] of before) {
      // Emptied first: a list that is only shortened keeps the room it took.
      values.length = 0;
      values.push(...known);
    }
  }
}
