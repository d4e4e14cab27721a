import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CsvButton } from "../ui/chart.tsx";
import { Button, Note } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { auditQuery } from "./queries.ts";
import { settingsWords } from "./words.ts";

/** The sealed trail, newest first, and whether every seal holds. */
export function Trail({ territory }: { readonly territory: string }) {
  const { moment } = useWords();
  const say = useCatalogue(settingsWords);
  const { avant } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(auditQuery(territory, avant === undefined ? undefined : Number(avant)));
  const last = data.entries.at(-1)?.seq;
  const before = (seq: number | undefined): void =>
    void navigate({ to: ".", search: (old) => ({ ...old, avant: seq === undefined ? undefined : String(seq) }) });
  return (
    <>
      <h2>{say.trail}</h2>
      <Note tone={data.whole ? "plain" : "bad"}>{data.broken === null ? say.whole : say.broken(data.broken.seq)}</Note>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col" className="number">
                N°
              </th>
              <th scope="col">{say.when}</th>
              <th scope="col">{say.who}</th>
              <th scope="col">{say.action}</th>
              <th scope="col">{say.object}</th>
            </tr>
          </thead>
          <tbody>
            {data.entries.map((one) => (
              <tr key={one.seq}>
                <td className="number">{one.seq}</td>
                <td>{moment(one.at)}</td>
                <td>{one.who ?? say.someone}</td>
                <td>
                  <code>{one.action}</code>
                </td>
                <td>
                  <code className="soft">{one.object}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="row no-print">
        {avant !== undefined && <Button onPress={() => before(undefined)}>{say.newest}</Button>}
        {data.entries.length === 100 && last !== undefined && <Button onPress={() => before(last)}>{say.older}</Button>}
        <CsvButton
          name="journal"
          header={["N°", say.when, say.who, say.action, say.object]}
          rows={data.entries.map((one) => [one.seq, one.at, one.who, one.action, one.object])}
        />
      </p>
    </>
  );
}
