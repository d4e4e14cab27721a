/**
 * Moves labels of one column as little as needed so that none covers another and none leaves the drawing.
 *
 * @param wanted middle of each label, in any order
 * @param height of a label, in the same unit
 * @returns the middle given to each, in the order of `wanted`; squeezed evenly when there is no room for all
 */
export function spread(wanted: readonly number[], height: number, top: number, bottom: number): readonly number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  const step = Math.min(height, (bottom - top) / Math.max(1, order.length));
  const placed = [...wanted];
  let floor = top + step / 2;
  for (const one of order) {
    one.y = Math.max(one.y, floor);
    floor = one.y + step;
  }
  let ceiling = bottom - step / 2;
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, ceiling);
    ceiling = one.y - step;
    placed[one.i] = one.y;
  }
  return placed;
}
