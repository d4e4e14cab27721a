import { useNavigate } from "@tanstack/react-router";
import { type MouseEvent, useLayoutEffect, useRef } from "react";
import { svgElement } from "./trusted.ts";

/** A drawing made by @simbiosi/charts, as large as its place. Links inside it open without loading the page again. */
export function Drawing({ chart: { svg } }: { readonly chart: { readonly svg: string } }) {
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = svgElement(svg);
    place.current?.replaceChildren(...(drawn === null ? [] : [drawn]));
  }, [svg]);
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
    <div className="drawing" ref={place} onClick={follow} />
  );
}
