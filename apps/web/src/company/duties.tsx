import { useSuspenseQuery } from "@tanstack/react-query";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useHere } from "../frame/here.ts";
import { NotFound } from "../frame/not-found.tsx";
import { useTitle } from "../frame/title.ts";
import { Badge, Empty } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { dutyWords } from "./duty-words.ts";
import { useOwnSite } from "./own-site.ts";
import { dutiesQuery } from "./queries.ts";
import "./company.css";

/** What the law asks of the company, by date, with why and what to do next. */
export function CompanyDuties() {
  const { words } = useWords();
  useTitle(words.nav.duties);
  const site = useOwnSite();
  if (site === undefined) return <NotFound />;
  return (
    <div className="thumb stack">
      <div className="row between">
        <h1>{words.nav.duties}</h1>
        <ExportMenu list="obligations" filters={{ establishment: site.id }} />
      </div>
      <Duties establishment={site.id} />
    </div>
  );
}

/** The calendar of duties of one establishment. */
function Duties({ establishment }: { readonly establishment: string }) {
  const { territory } = useHere();
  const { of, day } = useWords();
  const say = useCatalogue(dutyWords);
  const { data } = useSuspenseQuery(dutiesQuery(territory, establishment));
  const { obligations, unsettled } = data;
  return (
    <>
      <p className="soft">{of(data.disclaimer)}</p>
      {obligations.length === 0 && <Empty title={say.noDuty} />}
      {obligations.map((one) => (
        <details key={one.id} className="card duty">
          <summary>
            <strong>{of(one.title)}</strong>
            <span className="row">
              <Badge tone={one.applies === "applies" ? "petrol" : "plain"}>
                {one.applies === "applies" ? say.applies : say.mayApply}
              </Badge>
              <span className="soft">{one.due === null ? say.noDate : `${say.due} : ${day(one.due.on)}`}</span>
            </span>
          </summary>
          <p>{of(one.sentence)}</p>
          <dl className="facts">
            {one.due?.what !== undefined && one.due.what !== null && (
              <>
                <dt>{say.due}</dt>
                <dd>{of(one.due.what)}</dd>
              </>
            )}
            {one.every_months !== null && (
              <>
                <dt>{say.due}</dt>
                <dd>{one.every_months === 12 ? say.everyYear : say.everyMonths(one.every_months)}</dd>
              </>
            )}
            <dt>{say.nextStep}</dt>
            <dd>{of(one.next_step)}</dd>
            {one.why.length > 0 && (
              <>
                <dt>{say.because}</dt>
                <dd>{one.why.map(of).join(" ; ")}</dd>
              </>
            )}
            {one.asks.length > 0 && (
              <>
                <dt>{say.asks}</dt>
                <dd>{one.asks.map(of).join(" ; ")}</dd>
              </>
            )}
            <dt>{say.basis}</dt>
            <dd>
              {one.basis} <span className="soft">({say.checkedOn(day(one.checked_on))})</span>
            </dd>
          </dl>
          {one.passed.map((due) => (
            <p key={due.on} className="soft">
              {say.passedOn(day(due.on))}
            </p>
          ))}
        </details>
      ))}
      {unsettled.count > 0 && (
        <section>
          <p>{say.unsettled(unsettled.count)}</p>
          <ul>
            {unsettled.asks.map((asked) => (
              <li key={asked.fr}>{of(asked)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
