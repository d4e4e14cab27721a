import { type Financing, financingOf, fundingStateNames } from "@simbiosi/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { CsvButton } from "../ui/chart.tsx";
import { Empty, Note } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { euros } from "./money.ts";
import { actionsQuery } from "./queries.ts";
import { ActionLink } from "./shown.tsx";

import { actionWords } from "./words.ts";
import "./actions.css";

const plannedIn = ({ investment, running }: Pick<Financing, "investment" | "running">): number =>
  investment.planned + running.planned;

/** Who pays the whole plan: what is hoped for, granted and paid, side by side, and what is left. */
export function FinancingScreen() {
  const { territory } = useHere();
  const { lang } = useWords();
  const say = useCatalogue(actionWords);
  useTitle(say.money.title);
  const {
    data: { actions, financing },
  } = useSuspenseQuery(actionsQuery(territory));
  const amount = (cents: number): string => euros(cents, lang);
  const live = actions.filter(({ status }) => status !== "abandoned");
  if (financing.byYear.length === 0 && financing.byFunder.length === 0)
    return (
      <>
        <h1>{say.money.title}</h1>
        <Empty title={say.money.empty}>
          <p>{say.money.emptyHelp}</p>
          <Link className="button plain" to="/t/$territory/plan" params={{ territory }}>
            {say.title}
          </Link>
        </Empty>
      </>
    );
  const rows = live
    .map((action) => ({ action, own: financingOf([action]) }))
    .filter(({ action: { budget, funders } }) => budget.length + funders.length > 0);
  return (
    <>
      <h1>{say.money.title}</h1>
      <p className="soft">{say.money.help}</p>
      <FinancingTotals financing={financing} />
      <h2>{say.money.byFunder}</h2>
      <FunderTable financing={financing} />
      <h2>{say.money.byYear}</h2>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.year}</th>
              <th scope="col" className="number">
                {say.money.investment}
              </th>
              <th scope="col" className="number">
                {say.money.running}
              </th>
              <th scope="col" className="number">
                {say.actual}
              </th>
            </tr>
          </thead>
          <tbody>
            {financing.byYear.map(({ year, investment, running }) => (
              <tr key={year}>
                <td>{year}</td>
                <td className="number">{amount(investment.planned)}</td>
                <td className="number">{amount(running.planned)}</td>
                <td className="number">{amount(investment.actual + running.actual)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say.money.total}</th>
              <td className="number">{amount(financing.investment.planned)}</td>
              <td className="number">{amount(financing.running.planned)}</td>
              <td className="number">{amount(financing.investment.actual + financing.running.actual)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <h2>{say.money.byAction}</h2>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.money.action}</th>
              <th scope="col" className="number">
                {say.cost}
              </th>
              <th scope="col" className="number">
                {say.money.hoped}
              </th>
              <th scope="col" className="number">
                {say.money.sure}
              </th>
              <th scope="col" className="number">
                {say.money.ownHoped}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ action, own }) => (
              <tr key={action.id}>
                <td>
                  <ActionLink action={action} />
                </td>
                <td className="number">{amount(plannedIn(own))}</td>
                <td className="number">{amount(own.funding["to-ask"] + own.funding.asked)}</td>
                <td className="number">{amount(own.funding.agreed + own.funding.paid)}</td>
                <td className="number">{amount(own.ownIfHoped)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row after-table no-print">
        <CsvButton
          name="financement"
          header={[say.money.action, say.cost, say.money.hoped, say.money.sure, say.money.ownHoped]}
          rows={rows.map(({ action, own }) => [
            action.title,
            plannedIn(own) / 100,
            (own.funding["to-ask"] + own.funding.asked) / 100,
            (own.funding.agreed + own.funding.paid) / 100,
            own.ownIfHoped / 100,
          ])}
        />
      </div>
    </>
  );
}

/** The money of a sheet or of the plan, in tiles that never mix what is hoped for with what is granted. */
export function FinancingTotals({ financing }: { readonly financing: Financing }) {
  const { lang, number } = useWords();
  const say = useCatalogue(actionWords);
  const { investment, running, time, funding, ownIfSure, ownIfHoped, unknownFunding } = financing;
  const amount = (cents: number): string => euros(cents, lang);
  const unknown = investment.unknown + running.unknown;
  const tiles: readonly (readonly [string, string, string | null])[] = [
    [
      say.money.investment,
      amount(investment.planned),
      investment.actual > 0 ? say.money.spent(amount(investment.actual)) : null,
    ],
    [say.money.running, amount(running.planned), running.actual > 0 ? say.money.spent(amount(running.actual)) : null],
    ...(time.planned > 0 ? [[say.money.time, say.money.fte(number(time.planned / 100, 2)), null] as const] : []),
    [say.money.hoped, amount(funding["to-ask"] + funding.asked), null],
    [say.money.sure, amount(funding.agreed + funding.paid), null],
    [say.money.ownSure, amount(ownIfSure), null],
    [say.money.ownHoped, amount(ownIfHoped), null],
  ];
  return (
    <>
      <div className="cards">
        {tiles.map(([label, value, more]) => (
          <section key={label} className="card" aria-label={label}>
            <div className="soft">{label}</div>
            <div className="kpi">{value}</div>
            {more !== null && <div className="soft">{more}</div>}
          </section>
        ))}
      </div>
      <div className="after-table">
        {ownIfHoped < 0 && <Note tone="bad">{say.money.over}</Note>}
        {unknown + unknownFunding > 0 && <Note tone="doing">{say.money.unknown(unknown, unknownFunding)}</Note>}
      </div>
    </>
  );
}

/** Funders with what each gives by state, what is left, and the sum, which is the planned cost. */
export function FunderTable({ financing }: { readonly financing: Financing }) {
  const { lang, of } = useWords();
  const say = useCatalogue(actionWords);

  const amount = (cents: number): string => euros(cents, lang);
  const columns = ["to-ask", "asked", "agreed", "paid"] as const;
  const sum = (amounts: Financing["funding"]): number => columns.reduce((all, state) => all + amounts[state], 0);
  return (
    <>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.funder}</th>
              {columns.map((state) => (
                <th key={state} scope="col" className="number">
                  {of(fundingStateNames[state])}
                </th>
              ))}
              <th scope="col" className="number">
                {say.money.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {financing.byFunder.map(({ name, amounts }) => (
              <tr key={name}>
                <td>{name}</td>
                {columns.map((state) => (
                  <td key={state} className="number">
                    {amounts[state] === 0 ? "" : amount(amounts[state])}
                  </td>
                ))}
                <td className="number">{amount(sum(amounts))}</td>
              </tr>
            ))}
            <tr>
              <td>{say.money.own}</td>
              {columns.map((state) => (
                <td key={state} />
              ))}
              <td className="number">{amount(financing.ownIfHoped)}</td>
            </tr>
            <tr>
              <th scope="row">{say.money.total}</th>
              {columns.map((state) => (
                <td key={state} className="number">
                  {amount(financing.funding[state])}
                </td>
              ))}
              <td className="number">{amount(sum(financing.funding) + financing.ownIfHoped)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="soft">{say.money.sums}</p>
    </>
  );
}
