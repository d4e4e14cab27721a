import type { Lang } from "@simbiosi/domain";
import { kindNames } from "../matrix/marks.ts";
import { type Kind, kindColours, kindDashes, palette } from "../palette/palette.ts";
import { sizes, words } from "../svg/chart.ts";
import { el, type Svg } from "../svg/element.ts";
import { known, writeNumber } from "../values/measure.ts";
import { textWidth } from "../words/width.ts";
import type { Ribbon } from "./ribbons.ts";

/** The kinds that are drawn, and what the thickest line stands for. */
export function mapLegend(
  drawn: readonly Ribbon[],
  unit: string,
  top: number,
  width: number,
  lang: Lang,
): { readonly svg: readonly Svg[]; readonly height: number } {
  if (drawn.length === 0) return { svg: [], height: 6 };
  let [x, y] = [0, top];
  const sample = (colour: string, thickness: number, label: string, dash: string | null = null): readonly Svg[] => {
    const needed = 32 + textWidth(label, sizes.small);
    if (x > 0 && x + needed > width) [x, y] = [0, y + 19];
    const at = x;
    x += needed + 24;
    return [
      el("line", {
        x1: at,
        x2: at + 26,
        y1: y - 4,
        y2: y - 4,
        stroke: colour,
        "stroke-width": thickness,
        "stroke-opacity": 0.75,
        ...(dash === null ? {} : { "stroke-dasharray": dash }),
      }),
      words(label, { x: at + 32, y, size: sizes.small }),
    ];
  };
  const kinds = (Object.keys(kindNames) as Kind[]).filter((kind) => drawn.some((ribbon) => ribbon.kind === kind));
  const largest = drawn[0];
  const most = largest === undefined ? null : known(largest.quantity);
  const unknown = { fr: "quantité inconnue", en: "quantity unknown" }[lang];
  const svg = [
    ...kinds.flatMap((kind) => sample(kindColours[kind], 3, kindNames[kind][lang], kindDashes[kind])),
    ...(largest === undefined || most === null
      ? []
      : sample(palette.muted, largest.thickness, `${writeNumber(most.value, lang)} ${unit}`)),
    ...(drawn.some(({ quantity }) => known(quantity) === null) ? sample(palette.muted, 1.4, unknown) : []),
  ];
  return { svg, height: y - top + 24 };
}
