import { useState } from "react";
import { shortNumber, unitWords } from "../ui/figure.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { leadWords } from "./words.ts";

export type Explanation = {
  readonly label: string;
  readonly formula: string | null;
  readonly inputs: readonly string[];
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly state: string;
  readonly source: string | null;
  readonly date: string | null;
};

/**
 * A figure down to its sources: each line opens on what it was worked out from. What a line rests on is written only
 * once it is opened: a shared figure appears under many others, and a pool of 25 would be 50,000 elements at once.
 */
export function ExplanationTree({
  id,
  all,
}: {
  readonly id: string;
  readonly all: Readonly<Record<string, Explanation>>;
}) {
  const { lang, words } = useWords();
  const say = useCatalogue(leadWords);
  const [opened, setOpened] = useState(false);
  const one = all[id];
  if (one === undefined) return null;
  const value =
    one.value === null ? words.app.unknown : `${shortNumber(one.value, lang)} ${unitWords(one.unit, lang, one.value)}`;
  const interval =
    one.low !== null && one.high !== null && one.low !== one.high
      ? ` (${shortNumber(one.low, lang)} – ${shortNumber(one.high, lang)})`
      : "";
  const head = (
    <>
      {one.label} : <strong>{value}</strong>
      <span className="soft">{interval}</span>
    </>
  );
  const foot = (
    <>
      {one.formula !== null && <div className="soft">{one.formula}</div>}
      {one.source !== null && (
        <div className="soft">
          {say.source} : {one.source}
          {one.date !== null && `, ${one.date}`}
        </div>
      )}
    </>
  );
  if (one.inputs.length === 0)
    return (
      <div>
        {head}
        {foot}
      </div>
    );
  return (
    <details className="explanation" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{head}</summary>
      {foot}
      {opened && (
        <ul>
          {one.inputs.map((input) => (
            <li key={input}>
              <ExplanationTree id={input} all={all} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
