import type { Route } from "../conversions/route.ts";
import { type Figure, given, product, sum } from "../figures/figure.ts";
import { leafOf } from "../reference-data/reference.ts";
import type { Step } from "../synergies/synergy.ts";
import { text } from "../text/text.ts";
import { noInvestment } from "./capital.ts";
import type { Hosting } from "./hosts.ts";

/** The processes of a route, in order, and who would run them. */
export function stepsOf(route: Route, hosted: Hosting["at"] = new Map()): readonly Step[] {
  return route.conversions.flatMap((conversion) => {
    const process = route.processes.find((one) => one.id === conversion.process);
    if (process === undefined) return [];
    return [
      {
        process,
        resourceIn: conversion.from,
        resourceOut: conversion.to,
        yield: leafOf(text("Rendement", "Yield"), conversion.ratio),
        facility: hosted.get(process.id)?.id ?? null,
      },
    ];
  });
}

/** What has to be bought once: processes whatever their size, processes by their size, and the link between the sites. What stands is said, at nothing. */
export function investmentOf(
  route: Route,
  quantity: Figure,
  distance: Figure,
  hosted: Hosting["at"] = new Map(),
): Figure {
  const parts: Figure[] = [];
  let met = quantity;
  for (const conversion of route.conversions) {
    const process = route.processes.find((one) => one.id === conversion.process);
    if (process !== undefined && hosted.has(process.id))
      parts.push(
        given({
          label: text(`Procédé déjà en place : ${process.name.fr}`, `Process that stands already: ${process.name.en}`),
          value: 0,
          unit: "EUR",
          source: "definition",
          date: null,
        }),
      );
    else if (process !== undefined) {
      const label = text(`Investissement : ${process.name.fr}`, `Investment: ${process.name.en}`);
      parts.push(leafOf(label, process.investment));
      if (process.capacity_investment !== null)
        parts.push(
          product(text(`Capacité : ${process.name.fr}`, `Capacity: ${process.name.en}`), "EUR", [
            met,
            leafOf(label, process.capacity_investment),
          ]),
        );
    }
    const [made] = conversion.ratio.unit.split("/");
    met = product(
      text("Quantité transformée", "Quantity transformed"),
      met.unit.endsWith("/yr") ? `${made}/yr` : `${made}`,
      [met, leafOf(text("Rendement", "Yield"), conversion.ratio)],
    );
  }
  for (const { perKm } of route.links)
    parts.push(
      product(text("Liaison entre les sites", "Link between the sites"), "EUR", [
        leafOf(text("Liaison au kilomètre", "Link per kilometre"), perKm),
        distance,
      ]),
    );
  return parts.length === 0 ? noInvestment() : sum(text("Investissement", "Investment"), "EUR", parts);
}

/** The longest life among the equipment of the route; null when nothing is bought. */
export function lifeOf(route: Route, hosted: Hosting["at"] = new Map()): number | null {
  const lives = route.processes.filter(({ id }) => !hosted.has(id)).map(({ life_years }) => life_years);
  return lives.length === 0 ? null : Math.max(...lives);
}
