import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Text as AriaText,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  TextArea,
} from "react-aria-components";
import { type Problem, problemOf } from "../api/client.ts";
import { useWords } from "../words/words.tsx";
import "./ui.css";

type ButtonProps = AriaButtonProps & {
  readonly look?: "main" | "quiet" | "danger" | "plain";
  readonly children: ReactNode;
};

export const Button = ({ look = "plain", children, ...props }: ButtonProps) => (
  <AriaButton {...props} className={`button ${look}`}>
    {children}
  </AriaButton>
);

type TextFieldProps = AriaTextFieldProps & {
  readonly label: string;
  readonly help?: string | undefined;
  readonly wrong?: string | undefined;
  readonly lines?: number;
  readonly placeholder?: string;
};

/** A labelled field; what is wrong with it is read out with it. */
export const TextField = ({ label, help, wrong, lines, placeholder = "", ...props }: TextFieldProps) => (
  <AriaTextField {...props} className="field" isInvalid={wrong !== undefined}>
    <Label>{label}</Label>
    {lines === undefined ? <Input placeholder={placeholder} /> : <TextArea rows={lines} placeholder={placeholder} />}
    {help !== undefined && (
      <AriaText slot="description" className="help">
        {help}
      </AriaText>
    )}
    {wrong !== undefined && <FieldError className="wrong">{wrong}</FieldError>}
  </AriaTextField>
);

type SelectProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  /** Only read out: the place says what it is. */
  readonly silentLabel?: boolean;
};

/** A choice among few: the browser's own, which every phone and reader knows. */
export function Select<T extends string>({ label, value, options, onChange, silentLabel = false }: SelectProps<T>) {
  return (
    <label className="field">
      <span className={silentLabel ? "only-read" : "label"}>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

type Tone = "plain" | "good" | "doing" | "bad" | "petrol";
export const Badge = ({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`badge ${tone}`}>{children}</span>
);

export const Note = ({
  tone = "plain",
  children,
}: {
  readonly tone?: "plain" | "doing" | "bad";
  readonly children: ReactNode;
}) => <div className={`note ${tone}`}>{children}</div>;

/** What went wrong, in a sentence that says what to do, and the fields it is about. */
export function ProblemNote({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { of, words } = useWords();
  const problem: Problem = problemOf(error);
  return (
    <div className="note bad" role="alert">
      <p>{of(problem)}</p>
      {problem.fields !== undefined && (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.path}>
              <code>{field.path}</code> : {of(field)}
            </li>
          ))}
        </ul>
      )}
      {retry !== undefined && <Button onPress={retry}>{words.app.retry}</Button>}
    </div>
  );
}

/** A state with nothing to show, which says how to begin. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <h2>{title}</h2>
    {children}
  </div>
);

export function Loading() {
  const { words } = useWords();
  return (
    <p className="soft" role="status">
      {words.app.loading}
    </p>
  );
}
