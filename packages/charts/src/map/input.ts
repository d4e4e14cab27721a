import type { Kind } from "../palette/palette.ts";
import type { Measure } from "../values/measure.ts";

export type MapPoint = {
  readonly id: string;
  readonly label: string;
  /** Degrees, WGS 84; null when nobody has given them. */
  readonly lon: number | null;
  readonly lat: number | null;
};

export type MapLine = {
  /** Ids of two points. */
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
  /** Decides the thickness. */
  readonly quantity: Measure;
};
