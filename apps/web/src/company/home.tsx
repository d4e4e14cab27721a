import { useSuspenseQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { flowsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { NotFound } from "../frame/not-found.tsx";
import { useTitle } from "../frame/title.ts";
import { keepData } from "../offline/kept-data.ts";
import { Badge } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { useOwnSite } from "./own-site.ts";
import { proposalsQuery } from "./queries.ts";
import { companyWords } from "./words.ts";
import "./company.css";

/** What a company finds when it opens its link: six doors, and what is left to do behind each. */
export function CompanyHome() {
  const { territory } = useHere();
  const { lang, words } = useWords();
  const say = useCatalogue(companyWords);
  useTitle(words.nav.mySheet);
  useEffect(() => void keepData(), []);
  const site = useOwnSite();
  const [flows, proposals] = useSuspenseQueries({ queries: [flowsQuery(territory), proposalsQuery(territory, lang)] });
  if (site === undefined) return <NotFound />;
  const filled = site.staff !== null && site.waste_payer !== null;
  const open = proposals.data.proposals.filter(({ answer }) => answer === null).length;
  const doors = [
    { to: "/mon-site", title: words.nav.mySite, help: say.siteHelp, badge: filled ? say.done : say.todo, good: filled },
    {
      to: "/mes-flux",
      title: words.nav.myFlows,
      help: say.flowsHelp,
      badge: say.flowCount(flows.data.flows.length),
      good: flows.data.flows.length > 0,
    },
    {
      to: "/propositions",
      title: words.nav.proposals,
      help: say.proposalsHelp,
      badge: open === 0 ? null : say.toAnswer(open),
      good: false,
    },
    { to: "/obligations", title: words.nav.duties, help: say.dutiesHelp, badge: null, good: true },
    { to: "/confidentialite", title: words.nav.privacy, help: say.privacyHelp, badge: null, good: true },
    { to: "/mes-donnees", title: words.nav.myData, help: say.dataHelp, badge: null, good: true },
  ];
  return (
    <div className="thumb">
      <h1>{say.welcome(site.name)}</h1>
      <p>{say.tenMinutes}</p>
      <ul className="tiles">
        {doors.map(({ to, title, help, badge, good }) => (
          <li key={to}>
            <Link to={`/t/$territory${to}` as "/t/$territory"} params={{ territory }}>
              <span>
                <strong>{title}</strong>
                <small>{help}</small>
              </span>
              {badge !== null && <Badge tone={good ? "good" : "doing"}>{badge}</Badge>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
