/**
 * The rows of a list from the best down, one at a time: whoever needs ten of a thousand does not sort a thousand.
 * A binary heap, built in linear time.
 * @param better a strict order, without ties
 */
export function* bestFirst(rows: readonly number[], better: (a: number, b: number) => boolean): Generator<number> {
  const heap = [...rows];
  const sink = (from: number, size: number): void => {
    let at = from;
    const moved = heap[at] ?? 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && better(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1;
      if (!better(heap[child] ?? 0, moved)) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = moved;
  };
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(i, heap.length);
  for (let size = heap.length; size > 0; size--) {
    yield heap[0] ?? 0;
    heap[0] = heap[size - 1] ?? 0;
    sink(0, size - 1);
  }
}
