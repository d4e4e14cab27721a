import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ImportFirst } from "../establishments/start.tsx";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Button, Empty, ProblemNote, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import "../flows/grid.css";
import { CompanyFilter, type Encounter, today, useCompanies } from "./filter.tsx";
import { LogDialog } from "./log-dialog.tsx";
import { PaperState } from "./people.tsx";
import { useLog } from "./save.ts";
import { contactWords } from "./words.ts";

/** As many companies as a screen draws at once; the rest come when asked. */
const page = 200;

/** Who is known in each company, who has been silent, who signed, who came. */
export function Contacts() {
  const { territory } = useHere();
  const { day } = useWords();
  const say = useCatalogue(contactWords);
  useTitle(say.title);
  const { contacts, encounters, companies, shown } = useCompanies(territory);
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const n = Math.max(page, Number(search.n) || 0);
  const people = new Map<string, string[]>();
  for (const { establishment, name } of contacts)
    people.set(establishment, [...(people.get(establishment) ?? []), name]);
  const [logging, setLogging] = useState<{ readonly id: string; readonly name: string }>();
  const [meeting, setMeeting] = useState(false);
  if (companies.length === 0)
    return (
      <>
        <h1>{say.title}</h1>
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
          <ImportFirst territory={territory} />
        </Empty>
      </>
    );
  return (
    <>
      <div className="row between">
        <h1>{say.title}</h1>
        <div className="row no-print">
          <Link className="button main" to="/t/$territory/contacts/courrier" params={{ territory }} search={search}>
            {say.invite}
          </Link>
          <Button onPress={() => setMeeting(true)}>{say.meeting}</Button>
          <ExportMenu list="contacts" filters={{ q: search.q, quiet: search.quiet, charter: search.charter }} />
        </div>
      </div>
      <p>{say.help}</p>
      <CompanyFilter />
      <p className="soft" role="status">
        {say.count(shown.length)}
      </p>
      <LogDialog territory={territory} company={logging} contacts={contacts} onClose={() => setLogging(undefined)} />
      <MeetingDialog territory={territory} companies={companies} open={meeting} onClose={() => setMeeting(false)} />
      {shown.length === 0 ? (
        <p>{say.noneHere}</p>
      ) : (
        <div className="scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{say.company}</th>
                <th scope="col">{say.people}</th>
                <th scope="col">{say.last}</th>
                <th scope="col">{say.charter}</th>
                <th scope="col">{say.confidentiality}</th>
                <th scope="col" className="no-print">
                  {say.log}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, n).map((one) => (
                <tr key={one.establishment}>
                  <td>
                    <Link
                      to="/t/$territory/entreprises/$establishment"
                      params={{ territory, establishment: one.establishment }}
                    >
                      {one.name}
                    </Link>
                  </td>
                  <td>{people.get(one.establishment)?.join(", ") || <span className="soft">–</span>}</td>
                  <td>
                    {one.last_contact === null ? <span className="soft">{say.never}</span> : day(one.last_contact)}
                  </td>
                  <td>
                    <PaperState company={one} paper="charter" />
                  </td>
                  <td>
                    <PaperState company={one} paper="confidentiality" />
                  </td>
                  <td className="no-print">
                    <Button
                      aria-label={say.logTitle(one.name)}
                      onPress={() => setLogging({ id: one.establishment, name: one.name })}
                    >
                      {say.log}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length > n && (
        <Button
          onPress={() => void navigate({ to: ".", search: (old) => ({ ...old, n: String(n + page) }), replace: true })}
        >
          {say.more(Math.min(page, shown.length - n))}
        </Button>
      )}
      <Meetings encounters={encounters} names={new Map(companies.map((one) => [one.establishment, one.name]))} />
    </>
  );
}

/** Companies that came to the same meeting of the same day, together. */
function Meetings({
  encounters,
  names,
}: {
  readonly encounters: readonly Encounter[];
  readonly names: ReadonlyMap<string, string>;
}) {
  const { day } = useWords();
  const say = useCatalogue(contactWords);
  const meetings = new Map<string, Encounter[]>();
  for (const one of encounters)
    if (one.kind === "workshop") {
      const key = `${one.on_day} ${one.title ?? ""}`;
      meetings.set(key, [...(meetings.get(key) ?? []), one]);
    }
  return (
    <section>
      <h2>{say.meetings}</h2>
      {meetings.size === 0 && <p className="soft">{say.noMeeting}</p>}
      {[...meetings].map(([key, present]) => (
        <details key={key}>
          <summary>
            {day(present[0]?.on_day ?? "")} – {present[0]?.title ?? say.kinds.workshop} : {say.attended(present.length)}
          </summary>
          <ul>
            {present.map((one) => (
              <li key={one.id}>{names.get(one.establishment)}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function MeetingDialog({
  territory,
  companies,
  open,
  onClose,
}: {
  readonly territory: string;
  readonly companies: readonly { readonly establishment: string; readonly name: string }[];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const say = useCatalogue(contactWords);
  const { log } = useLog(territory);
  const [title, setTitle] = useState("");
  const [day, setDay] = useState(today());
  const [present, setPresent] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const ready = title.trim() !== "" && present.length > 0 && day !== "";
  return (
    <Dialog title={say.meeting} open={open} onClose={onClose}>
      {log.isError && <ProblemNote error={log.error} />}
      {tried && !ready && <p role="alert">{say.meetingNeeded}</p>}
      <TextField label={say.meetingName} value={title} onChange={setTitle} />
      <TextField label={say.day} type="date" value={day} onChange={setDay} />
      <fieldset className="many">
        <legend>{say.present}</legend>
        <div className="choices">
          {companies.map(({ establishment, name }) => (
            <label key={establishment} className="check">
              <input
                type="checkbox"
                checked={present.includes(establishment)}
                onChange={(event) =>
                  setPresent(
                    event.target.checked ? [...present, establishment] : present.filter((one) => one !== establishment),
                  )
                }
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Button
          look="main"
          isDisabled={log.isPending}
          onPress={() => {
            setTried(true);
            if (ready)
              log.mutate(
                { establishments: present, kind: "workshop", on_day: day, title },
                {
                  onSuccess: () => {
                    setTitle("");
                    setPresent([]);
                    setTried(false);
                    onClose();
                  },
                },
              );
          }}
        >
          {words.app.save}
        </Button>
        <Button onPress={onClose}>{words.app.cancel}</Button>
      </div>
    </Dialog>
  );
}
