import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef, useState } from "react";
import { Badge, Button } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { CellEditor } from "./cell.tsx";
import type { Column } from "./columns.ts";
import { usePrinting } from "./printing.ts";
import type { FlowFields, FlowRow } from "./rows.ts";
import { flowWords } from "./words.ts";

const rowHeight = 38;
type Place = { readonly row: number; readonly column: number };

type Props = {
  readonly rows: readonly FlowRow[];
  readonly columns: readonly Column[];
  readonly sort: { readonly id: string; readonly way: string };
  readonly onSort: (id: string) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
  readonly onChooseAll: () => void;
  readonly onHistory: (row: FlowRow) => void;
  readonly onSave: (row: FlowRow, fields: FlowFields) => void;
};

/** The cell that is typed in, and the order that rows keep meanwhile: what others save moves no row under the hand. */
type Editing = { readonly flow: string; readonly column: number; readonly order: readonly string[] };

function inOrder(rows: readonly FlowRow[], order: readonly string[]): readonly FlowRow[] {
  const known = new Map(rows.map((row) => [row.flow.id, row]));
  return order.flatMap((id) => known.get(id) ?? []);
}

/** Only the rows in sight are drawn, and all of them on paper. One cell at a time takes the focus. */
export function FlowTable({
  rows: given,
  columns,
  sort,
  onSort,
  chosen,
  onChoose,
  onChooseAll,
  onHistory,
  onSave,
}: Props) {
  const { number } = useWords();
  const say = useCatalogue(flowWords);
  const printing = usePrinting();
  const place = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Editing>();
  const rows = editing === undefined ? given : inOrder(given, editing.order);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = printing ? rows.map((_, index) => ({ index, start: 0, end: 0 })) : virtual.getVirtualItems();
  const above = printing ? 0 : (items[0]?.start ?? 0);
  const below = printing ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  const go = (row: number, column: number): void => {
    const to = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    };
    setActive(to);
    virtual.scrollToIndex(to.row);
    // The row may have to be drawn first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        place.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus(),
      ),
    );
  };
  const nextEditable = (from: Place, step: -1 | 1): Place | undefined => {
    for (
      let at = from.row * columns.length + from.column + step;
      at >= 0 && at < rows.length * columns.length;
      at += step
    ) {
      const to = { row: Math.floor(at / columns.length), column: at % columns.length };
      if (columns[to.column]?.edit !== undefined) return to;
    }
    return undefined;
  };
  const begin = (at: Place): void => {
    if (columns[at.column]?.edit === undefined) return;
    setActive(at);
    virtual.scrollToIndex(at.row);
    const order = rows.map(({ flow }) => flow.id);
    setEditing({ flow: order[at.row] ?? "", column: at.column, order });
  };
  const onKeyDown = (event: KeyboardEvent, at: Place): void => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0],
      Home: [0, -columns.length],
      End: [0, columns.length],
    };
    const move = moves[event.key];
    if (move !== undefined) go(at.row + move[0], at.column + move[1]);
    else if (event.key === "Enter" || event.key === "F2") begin(at);
    else if (event.key === " ") onChoose(rows[at.row]?.flow.id ?? "");
    else return;
    event.preventDefault();
  };
  return (
    <div className="scroll grid-place" ref={place}>
      <table
        className="list grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved through and edited is a grid
        role="grid"
        aria-label={say.title}
        aria-describedby="grid-help"
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="no-print">
              <input
                type="checkbox"
                aria-label={say.selectAll}
                checked={rows.every(({ flow }) => chosen.has(flow.id))}
                onChange={onChooseAll}
              />
            </th>
            {columns.map(({ id, label, number: counted }) => (
              <th
                key={id}
                scope="col"
                className={counted === true ? "number" : ""}
                aria-sort={sort.id === id ? (sort.way === "up" ? "ascending" : "descending") : "none"}
              >
                <button type="button" onClick={() => onSort(id)}>
                  {label}
                  <span aria-hidden="true">{sort.id === id ? (sort.way === "up" ? " ▲" : " ▼") : ""}</span>
                </button>
              </th>
            ))}
            <th scope="col" className="no-print">
              {say.history}
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} />}
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr key={row.flow.id} aria-rowindex={index + 2} aria-selected={chosen.has(row.flow.id)}>
                <td className="no-print">
                  <input
                    type="checkbox"
                    aria-label={say.select(row.flow.label)}
                    checked={chosen.has(row.flow.id)}
                    onChange={() => onChoose(row.flow.id)}
                  />
                </td>
                {columns.map((column, i) => {
                  const at = { row: index, column: i };
                  const here = active.row === index && active.column === i;
                  if (editing?.flow === row.flow.id && editing.column === i)
                    return (
                      <td key={column.id} className="editing">
                        <CellEditor
                          row={row}
                          column={column}
                          wrong={say.badNumber}
                          onKeep={(fields, move, from) => {
                            if (fields !== undefined) onSave(from, fields);
                            const next = move === 0 ? undefined : nextEditable(at, move);
                            if (next === undefined) {
                              setEditing(undefined);
                              if (document.activeElement?.closest(".editing") !== null) go(index, i);
                            } else begin(next);
                          }}
                          onGiveUp={() => {
                            setEditing(undefined);
                            go(index, i);
                          }}
                        />
                      </td>
                    );
                  return (
                    <td
                      key={column.id}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are moved through and edited is a grid
                      role="gridcell"
                      className={`${column.number === true ? "number" : ""}${column.edit === undefined ? "" : " open-to-edit"}`}
                      data-cell={`${index}-${i}`}
                      aria-readonly={column.edit === undefined}
                      tabIndex={here ? 0 : -1}
                      onFocus={() => setActive(at)}
                      onKeyDown={(event) => onKeyDown(event, at)}
                      onDoubleClick={() => begin(at)}
                    >
                      <Shown row={row} column={column} number={number} />
                    </td>
                  );
                })}
                <td className="no-print">
                  <Button look="quiet" aria-label={say.historyOf(row.flow.label)} onPress={() => onHistory(row)}>
                    ⏱
                  </Button>
                </td>
              </tr>
            );
          })}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </table>
    </div>
  );
}

/** The height of the rows that are not drawn. */
const Spacer = ({ height }: { readonly height: number }) => (
  <tr className="spacer">
    <td style={{ height }} />
  </tr>
);

function Shown({
  row,
  column,
  number,
}: {
  readonly row: FlowRow;
  readonly column: Column;
  readonly number: (value: number, digits?: number) => string;
}) {
  const say = useCatalogue(flowWords);
  if (column.id === "resource") {
    if (row.confidence === null) return <span className="soft">{say.reading}</span>;
    return (
      <>
        {row.resource ?? <span className="soft">{say.notUnderstood}</span>}{" "}
        {row.question !== null && row.resource !== null && <Badge tone="doing">{say.doubt}</Badge>}
      </>
    );
  }
  const value = column.value(row);
  if (value === null) return <span className="soft">–</span>;
  if (column.id === "confidence") return <>{value} %</>;
  return <>{typeof value === "number" ? number(value, 2) : value}</>;
}
