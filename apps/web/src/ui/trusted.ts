/** What the browser asks of a string before it may become markup or a script's address. */
type Policies = {
  readonly createPolicy: (
    name: string,
    rules: {
      readonly createHTML?: (markup: string) => string;
      readonly createScriptURL?: (url: string) => string;
    },
  ) => { readonly createHTML: (markup: string) => string };
};
const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;

/** The one door for markup: charts of our own, whose every word was escaped when they were drawn. */
const drawn = policies?.createPolicy("simbiosi", { createHTML: (markup) => markup });

/** A chart's SVG as an element, parsed as XML: no script of it runs, and what is not well formed is nothing. */
export function svgElement(svg: string): Element | null {
  const markup = drawn?.createHTML(svg) ?? svg;
  const { documentElement } = new DOMParser().parseFromString(markup, "image/svg+xml");
  return documentElement.nodeName === "svg" ? document.importNode(documentElement, true) : null;
}

let workers = false;
/**
 * Lets a library that knows nothing of these rules start a thread from a file of ours, and from nowhere else. The page's
 * policy names it `default`: the browser asks it where a library hands over a plain string.
 */
export function allowOwnWorkers(): void {
  if (workers) return;
  workers = true;
  policies?.createPolicy("default", {
    createScriptURL: (url) => {
      if (new URL(url, location.href).origin !== location.origin) throw new TypeError("a thread from another site");
      return url;
    },
  });
}
