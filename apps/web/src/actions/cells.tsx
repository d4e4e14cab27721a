import { useState } from "react";
import { typedCents, typedNumber } from "../words/typed-number.ts";
import { typedOfCents } from "./money.ts";

/** Fields inside a table, whose label is only read out: the column says it. */
export const WordsCell = ({
  label,
  value,
  onChange,
  type = "text",
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "date";
}) => (
  <span className="field">
    <input aria-label={label} type={type} value={value} onChange={(event) => onChange(event.target.value)} />
  </span>
);

export const ChoiceCell = <T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}) => (
  <span className="field">
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value as T)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </span>
);

/** How a number is typed and read back: hundredths of a unit, never negative, or a number as it is measured. */
const ways = {
  amount: { read: typedCents, write: typedOfCents },
  number: {
    read: typedNumber,
    write: (value: number | null): string => (value === null ? "" : String(value).replace(".", ",")),
  },
} as const;

/** A number typed in place; what is none is kept as typed, told, and not handed on. */
export function NumberCell({
  label,
  value,
  wrong,
  as = "number",
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  /** What to say of what is no number. */
  readonly wrong: string;
  readonly as?: keyof typeof ways;
  readonly onChange: (value: number | null) => void;
}) {
  const { read, write } = ways[as];
  const [typed, setTyped] = useState(write(value));
  const meant = read(typed);
  // A value that came from elsewhere, after an undo or an answer, stands in for what was typed.
  const shown = meant !== undefined && meant !== value ? write(value) : typed;
  return (
    <span className="field">
      <input
        aria-label={label}
        inputMode="decimal"
        value={shown}
        aria-invalid={meant === undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = read(event.target.value);
          if (next !== undefined) onChange(next);
        }}
      />
      {meant === undefined && <span className="wrong">{wrong}</span>}
    </span>
  );
}
