import { families, shownFlows, sortRows } from "@simbiosi/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { ProblemError } from "../api/client.ts";
import { HistoryList } from "../changes/history-list.tsx";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Badge, Button, Empty, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { AddCard } from "./add-card.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { CellEditor } from "./cell.tsx";
import { type Column, columnsOf } from "./columns.ts";
import { ConflictDialog } from "./conflict.tsx";
import "./grid.css";
import { usePrinting } from "./printing.ts";
import { type FlowFields, type FlowRow, useFlowRows } from "./rows.ts";
import { useSaveFlows } from "./save.ts";
import { flowWords } from "./words.ts";

const rowHeight = 38;
const hiddenAtFirst = ["family", "supplier", "season", "evidence"];
type Place = { readonly row: number; readonly column: number };

/** Every flow of the territory in one grid: filtered by the address, corrected in place, alone or many at once. */
export function FlowGrid() {
  const { territory } = useHere();
  const { lang, words } = useWords();
  const say = useCatalogue(flowWords);
  useTitle(say.title);
  const { rows, establishments } = useFlowRows(territory, lang);
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (key: string) => (value: string) =>
    void navigate({ to: ".", search: (old) => ({ ...old, [key]: value }), replace: true });
  const saving = useSaveFlows(territory);
  const [adding, setAdding] = useState(false);
  const [looking, setLooking] = useState<FlowRow>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => columnsOf(say), [say]);
  const hidden = search.cols === undefined ? hiddenAtFirst : search.cols.split(".").filter(Boolean);
  const columns = all.filter(({ id }) => !hidden.includes(id));
  const [sortId = "company", way = "up"] = (search.sort ?? "").split(".").filter(Boolean);
  const sorter = all.find(({ id }) => id === sortId);
  const { q = "", direction = "", family = "", company = "", doubtful, empty } = search;
  const shown = useMemo(
    () =>
      sortRows(
        shownFlows(rows, { q, direction, family, company, doubtful, empty }),
        (row) => sorter?.value(row) ?? null,
        way === "down",
      ),
    [rows, q, direction, family, company, doubtful, empty, sorter, way],
  );
  const picked = shown.filter(({ flow }) => chosen.has(flow.id));
  const flip = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <div className="row between">
        <h1>{say.title}</h1>
        <div className="row no-print">
          <Button look="main" onPress={() => setAdding(true)}>
            {say.add}
          </Button>
          <ExportMenu
            list="flows"
            filters={{ q, direction, family, company, doubtful, empty, sort: `${sortId}.${way}` }}
          />
          <Button onPress={() => print()}>{say.print}</Button>
        </div>
      </div>
      <AddCard
        territory={territory}
        companies={establishments}
        company={company}
        open={adding}
        onClose={() => setAdding(false)}
      />
      <ConflictDialog
        conflict={saving.conflict}
        onTheirs={saving.settle}
        onMine={(edits) => {
          saving.settle();
          void saving.save(edits, say.changed(edits.length));
        }}
      />
      <Dialog
        title={say.historyOf(looking?.flow.label ?? "")}
        open={looking !== undefined}
        onClose={() => setLooking(undefined)}
      >
        {looking !== undefined && <HistoryList territory={territory} object="flow" id={looking.flow.id} />}
        <Button onPress={() => setLooking(undefined)}>{words.app.close}</Button>
      </Dialog>
      {rows.length === 0 ? (
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
        </Empty>
      ) : (
        <>
          <div className="filters no-print">
            <TextField label={say.search} type="search" value={q} onChange={set("q")} />
            <Select
              label={say.columns.direction}
              value={direction}
              onChange={set("direction")}
              options={[
                { value: "", label: say.allDirections },
                { value: "out", label: say.directions.out },
                { value: "in", label: say.directions.in },
              ]}
            />
            <Select
              label={say.columns.family}
              value={family}
              onChange={set("family")}
              options={[
                { value: "", label: say.allFamilies },
                ...families.map((value) => ({ value, label: say.families[value] })),
              ]}
            />
            <Select
              label={say.columns.company}
              value={company}
              onChange={set("company")}
              options={[
                { value: "", label: say.allCompanies },
                ...establishments.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            {(
              [
                ["doubtful", say.doubtful, doubtful],
                ["empty", say.noQuantity, empty],
              ] as const
            ).map(([key, label, on]) => (
              <label key={key} className="check">
                <input
                  type="checkbox"
                  checked={on === "1"}
                  onChange={(event) => set(key)(event.target.checked ? "1" : "")}
                />
                {label}
              </label>
            ))}
          </div>
          <details className="choice-of-columns no-print">
            <summary>{say.columnsChoice}</summary>
            <div className="choices">
              {all.map(({ id, label }) => (
                <label key={id} className="check">
                  <input
                    type="checkbox"
                    checked={!hidden.includes(id)}
                    onChange={(event) =>
                      // A point alone: no column is hidden.
                      set("cols")(
                        (event.target.checked ? hidden.filter((one) => one !== id) : [...hidden, id]).join(".") || ".",
                      )
                    }
                  />
                  {label}
                </label>
              ))}
            </div>
          </details>
          <p className="soft" role="status">
            {say.count(shown.length, rows.length)}
          </p>
          <p className="soft no-print" id="grid-help">
            {say.help}
          </p>
          {saving.problem !== undefined && <ProblemNote error={new ProblemError(saving.problem)} />}
          {shown.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <Grid
              rows={shown}
              columns={columns}
              sort={{ id: sortId, way }}
              onSort={(id) => set("sort")(sortId === id && way === "up" ? `${id}.down` : `${id}.up`)}
              chosen={chosen}
              onChoose={flip}
              onChooseAll={() =>
                setChosen(picked.length === shown.length ? new Set() : new Set(shown.map(({ flow }) => flow.id)))
              }
              onHistory={setLooking}
              onSave={(row, fields) => void saving.save([{ flow: row.flow, fields }], say.changed(1))}
            />
          )}
          {picked.length > 0 && (
            <BulkBar
              rows={picked}
              columns={all}
              busy={saving.isPending}
              onApply={(edits) => void saving.save(edits, say.changed(edits.length))}
              onRemove={() =>
                void saving
                  .save(
                    picked.map(({ flow }) => ({ flow, present: false })),
                    say.removed(picked.length),
                  )
                  .then((done) => done && setChosen(new Set()))
              }
              onUnselect={() => setChosen(new Set())}
            />
          )}
        </>
      )}
    </>
  );
}

type GridProps = {
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
function Grid({ rows: given, columns, sort, onSort, chosen, onChoose, onChooseAll, onHistory, onSave }: GridProps) {
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
