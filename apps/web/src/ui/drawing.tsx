import type { Chart } from "@simbiosi/charts";
import { useNavigate } from "@tanstack/react-router";
import { type MouseEvent, useMemo } from "react";

type Policy = { readonly createHTML: (markup: string) => unknown };
type Policies = { readonly createPolicy: (name: string, rules: { createHTML: (markup: string) => string }) => Policy };

// The page's policy lets no string become markup but by this one door, and only the drawings of ours come through it:
// their labels were escaped when they were drawn.
const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy("simbiosi", { createHTML: (markup) => markup });

/** A drawing made by @simbiosi/charts, as large as its place. Links inside it open without loading the page again. */
export function Drawing({ chart }: { readonly chart: Chart }) {
  const navigate = useNavigate();
  const markup = useMemo(
    () => (policy === undefined ? chart.svg : policy.createHTML(chart.svg)) as string,
    [chart.svg],
  );
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const to = link?.getAttribute("href");
    if (to === null || to === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; a key on them is a click
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the one wrapper of our own drawings
    <div className="drawing" onClick={follow} dangerouslySetInnerHTML={{ __html: markup }} />
  );
}
