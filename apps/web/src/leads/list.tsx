import { stageNames } from "@simbiosi/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { leadsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { FigureValue } from "../ui/figure.tsx";
import { Badge, Empty, Select } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { leadWords } from "./words.ts";

const verdictTone = { ok: "good", check: "plain", procedure: "doing", forbidden: "bad" } as const;

/** Suggestions in order of worth; the filter is in the address. */
export function LeadList() {
  const { territory } = useHere();
  const { words, lang, of, number } = useWords();
  const say = useCatalogue(leadWords);
  useTitle(say.title);
  const { data } = useSuspenseQuery(leadsQuery(territory, lang));
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (key: string) => (value: string) =>
    void navigate({ to: ".", search: (old) => ({ ...old, [key]: value }), replace: true });
  const kind = search.kind ?? "";
  const shown = data.leads.filter((lead) => kind === "" || lead.kind === kind).slice(0, 200);
  return (
    <>
      <h1>{say.title}</h1>
      {data.run === null && <Badge tone="doing">{say.matching}</Badge>}
      {data.leads.length === 0 ? (
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
        </Empty>
      ) : (
        <>
          <Select
            label={say.kind}
            value={kind}
            onChange={set("kind")}
            options={[
              { value: "", label: say.all },
              ...Object.entries(say.kinds).map(([value, label]) => ({ value, label })),
            ]}
          />
          <p className="soft" role="status">
            {words.counts.leads(shown.length)}
          </p>
          <div className="scroll">
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{say.lead}</th>
                  <th scope="col">{say.kind}</th>
                  <th scope="col" className="number">
                    {say.gain}
                  </th>
                  <th scope="col" className="number">
                    {say.co2}
                  </th>
                  <th scope="col" className="number">
                    {say.ease}
                  </th>
                  <th scope="col">{say.verdict}</th>
                  <th scope="col">{say.state}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((lead) => (
                  <tr key={lead.id}>
                    <td>
                      <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: lead.id }}>
                        {lead.title}
                      </Link>
                    </td>
                    <td>{say.kinds[lead.kind]}</td>
                    <td className="number">
                      <FigureValue figure={lead.gain_eur_per_year} />
                    </td>
                    <td className="number">
                      <FigureValue figure={lead.co2e_t_per_year} />
                    </td>
                    <td className="number">{number(lead.ease * 100)} %</td>
                    <td>
                      <Badge tone={verdictTone[lead.verdict]}>{say.verdicts[lead.verdict]}</Badge>
                    </td>
                    <td>
                      <Badge tone={lead.decision === null ? "plain" : "petrol"}>
                        {lead.decision === null ? say.undecided : of(stageNames[lead.decision.stage])}
                      </Badge>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
