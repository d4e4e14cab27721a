export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where a label goes, and on which side of its box the mark is. */
export type Place = Box & { readonly align: "start" | "middle" | "end" };

export type Labelled = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Finds a place beside its point for each label, first come first served, so the order given is the order of
 * importance. A label never covers a mark, another label or an obstacle, and never leaves `bounds`.
 *
 * @param points centre of each mark and size of its label, in user units
 * @param radius half the size of a mark
 * @returns top left corner and size per label; null when every place around the point is taken
 */
export function placeLabels(
  points: readonly Labelled[],
  radius: number,
  bounds: Box,
  obstacles: readonly Box[] = [],
): readonly (Place | null)[] {
  const marks = points.map((point) => markBox(point, radius));
  const placed: Box[] = [];
  return points.map((point) => {
    const free = candidates(point, radius + 4).find(
      (box) =>
        inside(box, bounds) &&
        !marks.some((mark) => overlap(box, mark)) &&
        !placed.some((other) => overlap(box, other)) &&
        !obstacles.some((obstacle) => overlap(box, obstacle)),
    );
    if (free !== undefined) placed.push(free);
    return free ?? null;
  });
}

/** Beside first, then above and below, then the corners: the order in which a reader looks. */
function candidates({ x, y, width, height }: Labelled, gap: number): readonly Place[] {
  const [left, right, centre] = [x - gap - width, x + gap, x - width / 2];
  const [above, below, middle] = [y - gap - height, y + gap, y - height / 2];
  const near = gap * 0.6;
  const places: readonly (readonly [number, number, Place["align"]])[] = [
    [right, middle, "start"],
    [left, middle, "end"],
    [centre, above, "middle"],
    [centre, below, "middle"],
    [x + near, above + near / 2, "start"],
    [x + near, below - near / 2, "start"],
    [x - near - width, above + near / 2, "end"],
    [x - near - width, below - near / 2, "end"],
  ];
  return places.map(([bx, by, align]) => ({ x: bx, y: by, width, height, align }));
}

const inside = (box: Box, bounds: Box): boolean =>
  box.x >= bounds.x &&
  box.y >= bounds.y &&
  box.x + box.width <= bounds.x + bounds.width &&
  box.y + box.height <= bounds.y + bounds.height;

/** The square that a mark stands in. */
export const markBox = ({ x, y }: { readonly x: number; readonly y: number }, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});
