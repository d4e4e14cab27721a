import { useCatalogue } from "../words/catalogue.ts";
import { importWords } from "./words.ts";
import "./imports.css";

/** Where one is in an import, from 0. */
export function Steps({ at }: { readonly at: number }) {
  const say = useCatalogue(importWords);
  return (
    <ol className="import-steps" aria-label={say.steps}>
      {say.step.map((name, i) => (
        <li key={name} aria-current={i === at ? "step" : undefined} data-done={i < at ? "" : undefined}>
          <span className="import-step-number">{i + 1}</span> {name}
        </li>
      ))}
    </ol>
  );
}
