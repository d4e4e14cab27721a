import { maySee, type Subject, secretFields, type Viewer } from "@simbiosi/domain";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { totalsQuery } from "../insight/queries.ts";
import { Select } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { settingsWords } from "./words.ts";

const today = "2000-01-01";
const [own, partner] = ["own", "partner"];
const fields = ["name", "quantity", "gain"] as const;
const visibilities = ["facilitator", "territory", "public"] as const;

/** Who sees what of a flow, asked of the rule itself for each reader, by visibility and consent. */
export function Confidentiality({ territory }: { readonly territory: string }) {
  const { words } = useWords();
  const say = useCatalogue(settingsWords);
  const [visibility, setVisibility] = useState<(typeof visibilities)[number]>("facilitator");
  const [consent, setConsent] = useState(false);
  const {
    data: { totals },
  } = useSuspenseQuery(totalsQuery(territory));
  const agreed = (to: readonly string[]): Subject["consents"] =>
    consent ? to.map((one) => ({ to: one, fields: [...fields], date: today })) : [];
  const subject: Subject = {
    establishment: own ?? "",
    visibility,
    consents: agreed([partner ?? "", "funder", "public"]),
    stage: "realised",
  };
  const viewers: readonly { readonly key: keyof typeof say.viewers; readonly viewer: Viewer }[] = [
    { key: "facilitator", viewer: { kind: "facilitator" } },
    { key: "own", viewer: { kind: "company", id: own ?? "", lead: null } },
    { key: "partner", viewer: { kind: "company", id: partner ?? "", lead: { consents: agreed([own ?? ""]) } } },
    { key: "funder", viewer: { kind: "funder" } },
    { key: "public", viewer: { kind: "public" } },
  ];
  return (
    <>
      <h2>{say.secrecy}</h2>
      <p>{say.secrecyHelp}</p>
      <div className="row">
        <Select
          label={say.visibility}
          value={visibility}
          onChange={setVisibility}
          options={visibilities.map((value) => ({ value, label: say.visibilities[value] }))}
        />
        <label className="row">
          <input type="checkbox" checked={consent} onChange={({ target }) => setConsent(target.checked)} />
          {say.consent}
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="scroll" tabIndex={0} aria-label={say.secrecy}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.field}</th>
              {viewers.map(({ key }) => (
                <th scope="col" key={key}>
                  {say.viewers[key]}
                </th>
              ))}
              <th scope="col">{say.lead}</th>
            </tr>
          </thead>
          <tbody>
            {secretFields.map((field) => (
              <tr key={field}>
                <th scope="row">{say.fields[field]}</th>
                {viewers.map(({ key, viewer }) => (
                  <td key={key}>{maySee(viewer, field, subject, today) ? words.app.yes : words.app.no}</td>
                ))}
                <td>{field === "name" ? words.app.yes : field === "quantity" ? say.onlyTotals : words.app.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {totals !== null && <p>{say.leadHelp(totals.rule.units, Math.round(totals.rule.share * 100))}</p>}
    </>
  );
}
