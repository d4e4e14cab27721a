import { type KeyboardEvent, useState } from "react";
import type { Column } from "./columns.ts";
import type { FlowFields, FlowRow } from "./rows.ts";

/** The field of one cell: Enter and Tab keep, Escape gives up. What cannot be understood stays open, marked. */
export function CellEditor({
  row,
  column,
  wrong,
  onKeep,
  onGiveUp,
}: {
  readonly row: FlowRow;
  readonly column: Column;
  readonly wrong: string;
  /**
   * `move`: which way to go on, 0 to stay. `from`: the flow as it was when the words were typed over it, where somebody
   * else changed this very cell meanwhile; as it stands otherwise.
   */
  readonly onKeep: (fields: FlowFields | undefined, move: -1 | 0 | 1, from: FlowRow) => void;
  readonly onGiveUp: () => void;
}) {
  const { edit } = column;
  const [begun] = useState(row);
  const [words, setWords] = useState(edit?.now(row.flow) ?? "");
  const [refused, setRefused] = useState(false);
  if (edit === undefined) return null;
  const keep = (move: -1 | 0 | 1): void => {
    const was = edit.now(begun.flow);
    const same = words === was;
    const fields = same ? undefined : edit.write(row.flow, words);
    if (!same && fields === undefined) setRefused(true);
    else onKeep(fields, move, edit.now(row.flow) === was ? row : begun);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Escape") onGiveUp();
    else if (event.key === "Enter") keep(0);
    else if (event.key === "Tab") keep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const name = `${column.label}, ${row.flow.label}`;
  return edit.kind === "choice" ? (
    <select
      // biome-ignore lint/a11y/noAutofocus: the person asked to edit this very cell
      autoFocus
      aria-label={name}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => keep(0)}
    >
      {edit.choices?.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  ) : (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person asked to edit this very cell
      autoFocus
      aria-label={name}
      inputMode={edit.kind === "number" ? "decimal" : "text"}
      aria-invalid={refused}
      title={refused ? wrong : undefined}
      value={words}
      onChange={(event) => {
        setWords(event.target.value);
        setRefused(false);
      }}
      onFocus={(event) => event.target.select()}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (edit.write(row.flow, words) === undefined) onGiveUp();
        else keep(0);
      }}
    />
  );
}
