import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { runQuery } from "../api/queries.ts";
import { shortNumber } from "../ui/figure.tsx";
import { Badge } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { leadWords } from "./words.ts";

type Change = {
  readonly id: string;
  readonly title: string;
  readonly before?: number | null;
  readonly now?: number | null;
  readonly why: readonly {
    readonly id: string;
    readonly object: "flow" | "establishment";
    readonly name: string | null;
    readonly company: string | null;
  }[];
};

/** What the last search changed against the one before, and which edits it comes from; a search under way is said. */
export function Changes({ territory }: { readonly territory: string }) {
  const { lang, moment } = useWords();
  const say = useCatalogue(leadWords);
  const { data } = useSuspenseQuery(runQuery(territory, lang));
  const { run, matching } = data;
  const counts = run?.changes.counts ?? { found: 0, gone: 0, moved: 0 };
  const any = counts.found + counts.gone + counts.moved > 0;
  return (
    <div className="changes no-print">
      <p className="row" role="status">
        {matching && <Badge tone="doing">{run === null ? say.matching : say.matchingNow}</Badge>}
        {run !== null && !any && <span className="soft">{say.unchanged}</span>}
      </p>
      {run !== null && any && (
        <details className="card">
          <summary>
            <strong>{say.changed}</strong> <span className="soft">{say.asOf(moment(run.at))}</span>{" "}
            {counts.found > 0 && (
              <Badge tone="good">
                {say.found} : {counts.found}
              </Badge>
            )}{" "}
            {counts.gone > 0 && (
              <Badge tone="bad">
                {say.gone} : {counts.gone}
              </Badge>
            )}{" "}
            {counts.moved > 0 && (
              <Badge tone="doing">
                {say.moved} : {counts.moved}
              </Badge>
            )}
          </summary>
          {(["found", "gone", "moved"] as const).map(
            (sort) =>
              run.changes[sort].length > 0 && (
                <section key={sort}>
                  <h3>{say[sort]}</h3>
                  <ul>
                    {run.changes[sort].slice(0, 12).map((one: Change) => (
                      <li key={one.id}>
                        {sort === "gone" ? (
                          one.title
                        ) : (
                          <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: one.id }}>
                            {one.title}
                          </Link>
                        )}
                        {typeof one.now === "number" && typeof one.before === "number" && (
                          <>
                            {" "}
                            : {shortNumber(one.before, lang)} → {shortNumber(one.now, lang)} €
                          </>
                        )}
                        <Why change={one} />
                      </li>
                    ))}
                  </ul>
                </section>
              ),
          )}
        </details>
      )}
    </div>
  );
}

function Why({ change }: { readonly change: Change }) {
  const say = useCatalogue(leadWords);
  const names = change.why.map(({ name, company }) =>
    name === null ? say.someFlow : name === company || company === null ? name : say.flowOf(name, company),
  );
  return (
    <span className="soft">
      {", "}
      {names.length === 0 ? say.becauseOther : `${say.because} ${[...new Set(names)].join(", ")}`}
    </span>
  );
}
