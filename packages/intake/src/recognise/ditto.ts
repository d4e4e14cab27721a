import { type Cell, clean } from "../cells/cell.ts";

/** "idem", "id.", ditto marks and arrows, by which people repeat the cell above. */
export const isDitto = (cell: Cell): boolean =>
  typeof cell === "string" &&
  cell.length <= 24 &&
  /^(idem|id\.|ditto|do\.|["”»“]|''|〃|-?\s?["”″]\s?-?|-\/\/-|↓|idem (ci-)?dessus)$/i.test(clean(cell));
