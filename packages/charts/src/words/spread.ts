/** A label of a column: the middle that it would like, and its height. */
type Label = { readonly middle: number; readonly height: number };

/**
 * Moves labels of one column as little as needed so that none covers another and none leaves the drawing.
 *
 * @returns the middle given to each, in the order given; squeezed evenly when there is no room for all
 */
export function spread(labels: readonly Label[], top: number, bottom: number): readonly number[] {
  const all = labels.reduce((sum, { height }) => sum + height, 0);
  const share = Math.min(1, all > 0 ? (bottom - top) / all : 1);
  const order = labels
    .map(({ middle, height }, i) => ({ y: middle, half: (height * share) / 2, i }))
    .sort((a, b) => a.y - b.y || a.i - b.i);
  const placed = labels.map(({ middle }) => middle);
  let floor = top;
  for (const one of order) {
    one.y = Math.max(one.y, floor + one.half);
    floor = one.y + one.half;
  }
  let ceiling = bottom;
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, ceiling - one.half);
    ceiling = one.y - one.half;
    placed[one.i] = one.y;
  }
  return placed;
}
