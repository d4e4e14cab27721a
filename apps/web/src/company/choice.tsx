import { useId } from "react";

type Option<T extends string> = { readonly value: T; readonly label: string; readonly help?: string };

/** One among a few, each large enough for a thumb. */
export function Choice<T extends string>({
  legend,
  value,
  options,
  onChange,
  two = false,
}: {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly two?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      <div className={two ? "choice two" : undefined}>
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
            <span>
              {option.label}
              {option.help !== undefined && <small>{option.help}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
