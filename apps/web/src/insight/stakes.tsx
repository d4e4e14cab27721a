import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { CsvButton } from "../ui/chart.tsx";
import { Badge } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { WithInsight } from "./whole.tsx";
import { insightWords } from "./words.ts";

const levels = ["company", "territory"] as const;

/** The stakes of the call, with what shows each; what nothing shows says what to gather. */
export function Stakes() {
  const { territory } = useHere();
  const { of } = useWords();
  const say = useCatalogue(insightWords);
  useTitle(say.stakes);
  return (
    <>
      <h1>{say.stakes}</h1>
      <p>{say.stakesHelp}</p>
      <WithInsight territory={territory}>
        {({ stakes }) => (
          <>
            <div className="row between">
              <p>{say.documented(stakes.filter(({ todo }) => todo === null).length, stakes.length)}</p>
              <CsvButton
                name="enjeux"
                header={[say.stake, say.shows]}
                rows={stakes.map((one) => [
                  of(one.title),
                  one.todo === null ? one.evidence.map(of).join(" ; ") : of(one.todo),
                ])}
              />
            </div>
            {levels.map((level) => (
              <section key={level} aria-label={say[level]}>
                <h2>{say[level]}</h2>
                <div className="cards">
                  {stakes
                    .filter((one) => one.level === level)
                    .map((one) => (
                      <article className="card" key={one.id}>
                        <h3>{of(one.title)}</h3>
                        {one.todo === null ? (
                          <ul>
                            {one.evidence.map((words) => (
                              <li key={words.fr}>{of(words)}</li>
                            ))}
                          </ul>
                        ) : (
                          <p className="soft">
                            <Badge tone="doing">{say.toDocument}</Badge> {of(one.todo).replace(/^[^:]+: ?/, "")}
                          </p>
                        )}
                      </article>
                    ))}
                </div>
              </section>
            ))}
          </>
        )}
      </WithInsight>
    </>
  );
}
