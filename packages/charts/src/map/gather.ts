import { byCodeUnit } from "@simbiosi/domain";

export type Spot<P> = { readonly x: number; readonly y: number; readonly members: readonly P[] };

/**
 * Marks that would cover one another become one spot with its members: the first point in the order given takes
 * in every later one nearer than `reach`. A spot stands where its first member is.
 */
export function gather<P extends { readonly id: string; readonly x: number; readonly y: number }>(
  points: readonly P[],
  reach: number,
): readonly Spot<P>[] {
  const spots: { x: number; y: number; members: P[] }[] = [];
  for (const point of points.toSorted((a, b) => byCodeUnit(a.id, b.id))) {
    const near = spots.find(({ x, y }) => Math.hypot(x - point.x, y - point.y) < reach);
    if (near === undefined) spots.push({ x: point.x, y: point.y, members: [point] });
    else near.members.push(point);
  }
  return spots;
}
