/**
 * Strongly connected components of a directed graph (Tarjan, 1972), without recursion so that long chains are safe.
 *
 * @param count number of vertices      @param next vertices reached from each
 * @returns the component number of each vertex; a component is numbered after those it reaches
 */
export function strongComponents(count: number, next: (vertex: number) => readonly number[]): Int32Array {
  const component = new Int32Array(count).fill(-1);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const open: number[] = [];
  let visited = 0;
  let found = 0;
  const at = (array: Int32Array, i: number): number => array[i] ?? 0;

  for (let root = 0; root < count; root++) {
    if (at(order, root) !== -1) continue;
    const path: { vertex: number; neighbours: readonly number[]; tried: number }[] = [];
    const enter = (vertex: number): void => {
      order[vertex] = visited;
      low[vertex] = visited++;
      open.push(vertex);
      path.push({ vertex, neighbours: next(vertex), tried: 0 });
    };
    enter(root);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { vertex } = step;
      const neighbour = step.neighbours[step.tried++];
      if (neighbour !== undefined) {
        if (at(order, neighbour) === -1) enter(neighbour);
        else if (at(component, neighbour) === -1) low[vertex] = Math.min(at(low, vertex), at(order, neighbour));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent.vertex] = Math.min(at(low, parent.vertex), at(low, vertex));
      if (at(low, vertex) !== at(order, vertex)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = found;
        if (member === vertex) break;
      }
      found++;
    }
  }
  return component;
}
