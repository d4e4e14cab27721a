/**
 * The rows of a list from the best down, one at a time: whoever needs ten of a thousand does not sort a thousand.
 * A binary heap, built in linear time.
 * @param rows is reordered
 * @param better a strict order, without ties
 * @returns the best row that is left each time it is called; −1 when none is
 */
export function bestFirst(rows: Int32Array, better: (a: number, b: number) => boolean): () => number {
  const sink = (from: number, size: number): void => {
    let at = from;
    const moved = rows[at] ?? 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && better(rows[child + 1] ?? 0, rows[child] ?? 0)) child += 1;
      if (!better(rows[child] ?? 0, moved)) break;
      rows[at] = rows[child] ?? 0;
      at = child;
    }
    rows[at] = moved;
  };
  for (let i = (rows.length >> 1) - 1; i >= 0; i--) sink(i, rows.length);
  let size = rows.length;
  return () => {
    if (size === 0) return -1;
    const best = rows[0] ?? -1;
    size -= 1;
    rows[0] = rows[size] ?? 0;
    sink(0, size);
    return best;
  };
}
