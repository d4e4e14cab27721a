import { type MapLine, matrix, territoryMap } from "@simbiosi/charts";
import { type Diagnosis, plannedSynergies, type RankedSynergy } from "@simbiosi/domain";
import type { FigureBlock } from "../blocks/block.ts";
import type { Speech } from "../speech/speech.ts";
import { bestOfEach } from "./ideas.ts";

/** How a drawing stands: its width in user units, and how many marks it holds. A slide is wide and read from afar. */
type Room = { readonly width: number; readonly most: number };

const onPage: Room = { width: 640, most: 20 };
export const onSlide: Room = { width: 1120, most: 10 };

/** The first leads by gain and ease. */
export function matrixFigure(
  synergies: readonly RankedSynergy[],
  { lang, say, tell }: Speech,
  { width, most }: Room = onPage,
): FigureBlock {
  const chart = matrix({
    title: say("Gain et facilité", "Gain and ease"),
    unit: say("€/an", "€/yr"),
    points: bestOfEach(synergies)
      .slice(0, most)
      .map((synergy) => ({
        label: tell(synergy.title),
        number: synergy.rank,
        kind: synergy.kind,
        ease: synergy.ease.value ?? 0,
        gain: synergy.gain,
      })),
    lang,
    width,
  });
  return {
    kind: "figure",
    svg: chart.svg,
    alt: chart.alt,
    caption: say(
      "Les premières pistes selon leur gain annuel et leur facilité",
      "The first leads by yearly gain and by ease",
    ),
  };
}

/** Whether anything of the plan can be put on a map. */
export const isPlaced = (diagnosis: Diagnosis): boolean =>
  plannedSynergies(diagnosis).length > 0 && diagnosis.inventory.establishments.some(({ lon }) => lon !== null);

/** The plan on a map: exchanges of matter by their tonnage, pools as the links of their members. */
export function mapFigure(diagnosis: Diagnosis, { lang, say }: Speech, { width }: Room = onPage): FigureBlock {
  const planned = plannedSynergies(diagnosis);
  const lines = planned.flatMap(({ synergy, quantity }): MapLine[] => {
    const [from, ...others] = synergy.establishments;
    if (from === undefined) return [];
    const measured =
      quantity.unit === "t/yr" ? quantity : { state: "unknown" as const, value: null, low: null, high: null };
    return others.map((to) => ({ from, to, kind: synergy.kind, quantity: measured }));
  });
  const concerned = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const chart = territoryMap({
    title: say("Le plan sur le territoire", "The plan on the territory"),
    unit: say("t/an", "t/yr"),
    points: diagnosis.inventory.establishments
      .filter(({ id }) => concerned.has(id))
      .map(({ id, name, lon, lat }) => ({ id, label: name, lon, lat })),
    lines,
    lang,
    width,
  });
  return {
    kind: "figure",
    svg: chart.svg,
    alt: chart.alt,
    caption: say(
      "Où sont les entreprises du plan, et ce qui les relie (potentiel)",
      "Where the companies of the plan are, and what links them (potential)",
    ),
  };
}
