/** In the order of one column; what is not known comes last, whichever way. Ties keep their order. */
export function sortRows<T>(
  rows: readonly T[],
  value: (row: T) => string | number | null,
  down: boolean,
): readonly T[] {
  const compare = new Intl.Collator("fr", { numeric: true, sensitivity: "base" }).compare;
  return rows
    .map((row) => ({ row, at: value(row) }))
    .sort((a, b) => {
      if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null);
      const order =
        typeof a.at === "number" && typeof b.at === "number" ? a.at - b.at : compare(String(a.at), String(b.at));
      return down ? -order : order;
    })
    .map(({ row }) => row);
}
