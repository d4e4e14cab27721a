/** Reads drawings back in tests: the attributes of every element of a kind, numbers as numbers. */
export type Drawn = Readonly<Record<string, string>> & { readonly tag: string };

export function elements(svg: string, tag: string, className?: string): readonly Drawn[] {
  return [...svg.matchAll(new RegExp(`<${tag}((?:\\s[\\w-]+="[^"]*")*)\\s*/?>`, "g"))]
    .map(
      ([, attributes = ""]): Drawn => ({
        tag,
        ...Object.fromEntries(
          [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
        ),
      }),
    )
    .filter((drawn) => className === undefined || (drawn.class ?? "").split(" ").includes(className));
}

/** The groups of a class, each as its own piece of markup. They hold no group of the same class. */
export const groups = (svg: string, className: string): readonly string[] => {
  const pieces = svg.split(`<g class="${className}">`).slice(1);
  return pieces.map((piece, i) => (i === pieces.length - 1 ? piece.slice(0, closing(piece)) : piece));
};

function closing(piece: string): number {
  let depth = 1;
  for (const match of piece.matchAll(/<g\b|<\/g>/g)) {
    depth += match[0] === "</g>" ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return piece.length;
}

export const number = (drawn: Drawn | undefined, attribute: string): number => Number(drawn?.[attribute]);

export const texts = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text\b[^>]*>([^<]*)<\/text>/g)].map(([, words = ""]) => words);

export const measured = (value: number, low = value, high = value) => ({ state: "known", value, low, high }) as const;
export const unknown = { state: "unknown", value: null, low: null, high: null } as const;
export const notApplicable = { state: "not-applicable", value: null, low: null, high: null } as const;
