import { useSuspenseQueries } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { establishmentsQuery } from "../api/queries.ts";
import { FlowList } from "../company/flow-list.tsx";
import { useOwner } from "../company/use-flows.ts";
import { companyWords } from "../company/words.ts";
import { SendLink } from "../establishments/send-link.tsx";
import { establishmentWords } from "../establishments/words.ts";
import { useHere } from "../frame/here.ts";
import { NotFound } from "../frame/not-found.tsx";
import { useTitle } from "../frame/title.ts";
import { useDraft } from "../outbox/draft.ts";
import { send, useOutbox } from "../outbox/outbox.ts";
import { Badge, Button, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { visitsQuery } from "./queries.ts";
import { fieldWords } from "./words.ts";

const today = (): string => new Date().toLocaleDateString("sv-SE");

/** One company, standing in its yard: its flows, what was said, and the form under the thumb. */
export function FieldVisit() {
  const { territory } = useHere();
  const { establishment = "" } = useParams({ strict: false });
  const { saisie } = useSearch({ strict: false });
  const { day, words } = useWords();
  const say = useCatalogue(fieldWords);
  const links = useCatalogue(establishmentWords);
  const navigate = useNavigate();
  const [{ data }, encounters] = useSuspenseQueries({
    queries: [establishmentsQuery(territory), visitsQuery(territory)],
  });
  const pending = useOutbox();
  const site = data.establishments.find(({ id }) => id === establishment);
  useTitle(site?.name ?? "");
  if (site === undefined) return <NotFound />;
  const open = (what: string | undefined): void =>
    void navigate({ to: ".", search: (old) => ({ ...old, saisie: what }) });
  const waiting = pending.filter(
    (one) => one.kind === "encounter" && one.establishment === establishment && one.state !== "sent",
  );
  const noted = encounters.data.encounters.filter((one) => one.establishment === establishment);
  const typing = saisie !== undefined && saisie !== "";
  return (
    <div className="thumb stack">
      <div>
        {!typing && (
          <Link to={"/t/$territory/terrain" as "/t/$territory"} params={{ territory }}>
            ← {say.back}
          </Link>
        )}
        <h1>{site.name}</h1>
        <p className="soft">
          {[site.zone, site.naf, site.staff === null ? null : say.staff(String(site.staff))]
            .filter(Boolean)
            .join(" · ") || words.app.none}
        </p>
      </div>
      {saisie === "visite" ? (
        <VisitForm establishment={establishment} name={site.name} onDone={() => open(undefined)} />
      ) : (
        <FlowList establishment={establishment} visibility={site.visibility ?? "facilitator"} />
      )}
      {!typing && (
        <>
          <section>
            <h2>{say.visits}</h2>
            <Button look="main" onPress={() => open("visite")}>
              + {say.addVisit}
            </Button>
            {noted.length + waiting.length === 0 && <p className="soft">{say.noVisit}</p>}
            <ul>
              {waiting.map((one) => (
                <li key={one.id}>
                  {day(String(one.body.on_day))} · {say.kinds[one.body.kind as keyof typeof say.kinds]} ·{" "}
                  {String(one.body.notes ?? "")} <Badge tone="doing">{say.pending}</Badge>
                </li>
              ))}
              {noted.map((one) => (
                <li key={one.id}>
                  {day(one.on_day)} · {say.kinds[one.kind]}
                  {one.notes !== "" && ` · ${one.notes}`}
                </li>
              ))}
            </ul>
          </section>
          <section aria-label={links.link}>
            <h2>{links.link}</h2>
            <SendLink territory={territory} establishment={establishment} />
          </section>
        </>
      )}
    </div>
  );
}

function VisitForm({
  establishment,
  name,
  onDone,
}: {
  readonly establishment: string;
  readonly name: string;
  readonly onDone: () => void;
}) {
  const { territory } = useHere();
  const { words } = useWords();
  const say = useCatalogue(fieldWords);
  const company = useCatalogue(companyWords);
  const toast = useToast();
  const owner = useOwner();
  const { value, change, clear } = useDraft(`${owner}.${establishment}.visit`, {
    kind: "visit" as keyof typeof say.kinds,
    on_day: today(),
    notes: "",
  });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const id = crypto.randomUUID();
    await send({
      owner,
      territory,
      kind: "encounter",
      object: id,
      establishment,
      title: name,
      method: "POST",
      path: `/api/v1/territories/${territory}/visits`,
      body: { id, establishment, ...value },
      before: null,
    });
    clear();
    toast(navigator.onLine ? company.saved : company.savedLater);
    onDone();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <h2>{say.addVisit}</h2>
      <Select
        label={say.kind}
        value={value.kind}
        options={Object.entries(say.kinds).map(([one, label]) => ({ value: one as keyof typeof say.kinds, label }))}
        onChange={(kind) => change({ ...value, kind })}
      />
      <TextField
        label={say.onDay}
        type="date"
        value={value.on_day}
        onChange={(on_day) => change({ ...value, on_day })}
        isRequired
      />
      <TextField
        label={say.notes}
        help={say.notesHelp}
        lines={5}
        value={value.notes}
        onChange={(notes) => change({ ...value, notes })}
      />
      <div className="row">
        <Button look="main" type="submit">
          {words.app.save}
        </Button>
        <Button
          onPress={() => {
            clear();
            onDone();
          }}
        >
          {words.app.cancel}
        </Button>
      </div>
    </form>
  );
}
