import { useState } from "react";
import { centsOf, typedOf } from "./money.ts";

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

/** An amount in hundredths, typed in units; what is no amount is kept as typed, told, and not handed on. */
export function AmountCell({
  label,
  value,
  wrong,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  /** What to say of what is no amount. */
  readonly wrong: string;
  readonly onChange: (value: number | null) => void;
}) {
  const [typed, setTyped] = useState(typedOf(value));
  const meant = centsOf(typed);
  // Somebody else's value, or the one before, stands in again.
  const shown = meant !== undefined && meant !== value ? typedOf(value) : typed;
  return (
    <span className="field">
      <input
        aria-label={label}
        inputMode="decimal"
        value={shown}
        aria-invalid={meant === undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const cents = centsOf(event.target.value);
          if (cents !== undefined) onChange(cents);
        }}
      />
      {meant === undefined && <span className="wrong">{wrong}</span>}
    </span>
  );
}

const numberOf = (typed: string): number | null | undefined => {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (plain === "") return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
};
const numberTyped = (value: number | null): string => (value === null ? "" : String(value).replace(".", ","));

/** A number as it is measured. */
export function NumberCell({
  label,
  value,
  wrong,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly wrong: string;
  readonly onChange: (value: number | null) => void;
}) {
  const [typed, setTyped] = useState(numberTyped(value));
  const meant = numberOf(typed);
  const shown = meant !== undefined && meant !== value ? numberTyped(value) : typed;
  return (
    <span className="field">
      <input
        aria-label={label}
        inputMode="decimal"
        value={shown}
        aria-invalid={meant === undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = numberOf(event.target.value);
          if (number !== undefined) onChange(number);
        }}
      />
      {meant === undefined && <span className="wrong">{wrong}</span>}
    </span>
  );
}
