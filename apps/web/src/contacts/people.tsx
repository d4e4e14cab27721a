import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { contactsQuery } from "../api/queries.ts";
import { HistoryList } from "../changes/history-list.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Badge, Button, ProblemNote, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { type Company, type Contact, today } from "./filter.tsx";
import { LogDialog } from "./log-dialog.tsx";
import { useLog } from "./save.ts";
import { contactWords } from "./words.ts";

/** The people of one company, its papers and its log: what the sheet and the list open to. */
export function People({ territory, establishment }: { readonly territory: string; readonly establishment: string }) {
  const { words, day } = useWords();
  const say = useCatalogue(contactWords);
  const { data } = useSuspenseQuery(contactsQuery(territory));
  const company = data.companies.find((one) => one.establishment === establishment);
  const people = data.contacts.filter((one) => one.establishment === establishment);
  const journal = data.encounters.filter((one) => one.establishment === establishment);
  const [editing, setEditing] = useState<Contact | "new">();
  const [looking, setLooking] = useState<Contact>();
  const [logging, setLogging] = useState(false);
  const { remove } = useLog(territory);
  if (company === undefined) return null;
  return (
    <>
      <h2>{say.people}</h2>
      {people.length === 0 && <p className="soft">{say.noPeople}</p>}
      <ul>
        {people.map((one) => (
          <li key={one.id}>
            <strong>{one.name}</strong>
            {[one.position, one.phone].filter(Boolean).map((words) => `, ${words}`)}{" "}
            {one.email !== null && <a href={`mailto:${one.email}`}>{one.email}</a>}{" "}
            {one.opted_out && <Badge tone="doing">{say.optedOut}</Badge>}
            <span className="no-print">
              <Button look="quiet" aria-label={`${say.edit} ${one.name}`} onPress={() => setEditing(one)}>
                {say.edit}
              </Button>
              <Button look="quiet" aria-label={say.historyOf(one.name)} onPress={() => setLooking(one)}>
                {say.history}
              </Button>
              <RemovePerson territory={territory} person={one} />
            </span>
          </li>
        ))}
      </ul>
      <div className="row no-print">
        <Button onPress={() => setEditing("new")}>{say.addPerson}</Button>
        <Button onPress={() => setLogging(true)}>{say.log}</Button>
      </div>
      <PersonDialog
        territory={territory}
        establishment={establishment}
        person={editing}
        onClose={() => setEditing(undefined)}
      />
      <Dialog
        title={say.historyOf(looking?.name ?? "")}
        open={looking !== undefined}
        onClose={() => setLooking(undefined)}
      >
        {looking !== undefined && <HistoryList territory={territory} object="contact" id={looking.id} />}
        <Button onPress={() => setLooking(undefined)}>{words.app.close}</Button>
      </Dialog>
      <LogDialog
        territory={territory}
        company={logging ? { id: establishment, name: company.name } : undefined}
        contacts={data.contacts}
        onClose={() => setLogging(false)}
      />
      <dl className="facts">
        {(["charter", "confidentiality"] as const).map((paper) => (
          <PaperLine key={paper} territory={territory} company={company} paper={paper} />
        ))}
      </dl>
      <h2>{say.journal}</h2>
      {journal.length === 0 && <p className="soft">{say.noJournal}</p>}
      <ul>
        {journal.map((one) => (
          <li key={one.id}>
            {day(one.on_day)} : <strong>{say.kinds[one.kind]}</strong>
            {one.title !== null && <> – {one.title}</>}{" "}
            <span className="soft">
              {people.find(({ id }) => id === one.contact)?.name} {one.who !== null && say.by(one.who)}
            </span>{" "}
            <span className="no-print">
              <Button
                look="quiet"
                aria-label={say.removeLine(`${say.kinds[one.kind]} ${day(one.on_day)}`)}
                onPress={() => remove.mutate(one.id)}
              >
                {say.remove}
              </Button>
            </span>
            {one.notes !== "" && <p>{one.notes}</p>}
          </li>
        ))}
      </ul>
      {remove.isError && <ProblemNote error={remove.error} />}
    </>
  );
}

/** Where a paper stands, and the next step in one press. */
export function PaperLine({
  territory,
  company,
  paper,
}: {
  readonly territory: string;
  readonly company: Company;
  readonly paper: "charter" | "confidentiality";
}) {
  const say = useCatalogue(contactWords);
  const { log } = useLog(territory);
  const note = (step: "sent" | "signed") =>
    log.mutate({ establishments: [company.establishment], kind: `${paper}-${step}`, on_day: today() });
  const { state } = company[paper];
  return (
    <>
      <dt>{say[paper]}</dt>
      <dd className="row">
        <PaperState company={company} paper={paper} />
        <span className="no-print row">
          {state === "not-sent" && (
            <Button aria-label={say.markSent(say[paper])} isDisabled={log.isPending} onPress={() => note("sent")}>
              {say.sent}
            </Button>
          )}
          {state !== "signed" && (
            <Button aria-label={say.markSigned(say[paper])} isDisabled={log.isPending} onPress={() => note("signed")}>
              {say.signed}
            </Button>
          )}
        </span>
      </dd>
    </>
  );
}

const tones = { "not-sent": "plain", sent: "doing", signed: "good" } as const;
export function PaperState({
  company,
  paper,
}: {
  readonly company: Company;
  readonly paper: "charter" | "confidentiality";
}) {
  const { day } = useWords();
  const say = useCatalogue(contactWords);
  const { state, sent_on, signed_on } = company[paper];
  const on = state === "signed" ? signed_on : sent_on;
  return <Badge tone={tones[state]}>{on === null ? say.states[state] : say.on(say.states[state], day(on))}</Badge>;
}

function RemovePerson({ territory, person }: { readonly territory: string; readonly person: Contact }) {
  const say = useCatalogue(contactWords);
  const toast = useToast();
  const queries = useQueryClient();
  const fresh = () => queries.invalidateQueries({ queryKey: [territory, "contacts"] });
  const path = { territory, contact: person.id };
  const remove = useMutation({
    mutationFn: () => got(api.DELETE("/api/v1/territories/{territory}/contacts/{contact}", { params: { path } })),
    onSuccess: () => {
      toast(
        say.removed,
        () =>
          void got(api.POST("/api/v1/territories/{territory}/contacts/{contact}/restore", { params: { path } })).then(
            fresh,
          ),
      );
      return fresh();
    },
  });
  return (
    <Button
      look="quiet"
      aria-label={`${say.remove} ${person.name}`}
      isDisabled={remove.isPending}
      onPress={() => remove.mutate()}
    >
      {say.remove}
    </Button>
  );
}

function PersonDialog({
  territory,
  establishment,
  person,
  onClose,
}: {
  readonly territory: string;
  readonly establishment: string;
  readonly person: Contact | "new" | undefined;
  readonly onClose: () => void;
}) {
  const say = useCatalogue(contactWords);
  return (
    <Dialog title={person === "new" ? say.addPerson : say.editPerson} open={person !== undefined} onClose={onClose}>
      {person !== undefined && (
        <PersonForm
          territory={territory}
          establishment={establishment}
          person={person === "new" ? undefined : person}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function PersonForm({
  territory,
  establishment,
  person,
  onClose,
}: {
  readonly territory: string;
  readonly establishment: string;
  readonly person: Contact | undefined;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const say = useCatalogue(contactWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [name, setName] = useState(person?.name ?? "");
  const [position, setPosition] = useState(person?.position ?? "");
  const [email, setEmail] = useState(person?.email ?? "");
  const [phone, setPhone] = useState(person?.phone ?? "");
  const [note, setNote] = useState(person?.note ?? "");
  const [optedOut, setOptedOut] = useState(person?.opted_out ?? false);
  const [tried, setTried] = useState(false);
  const orNull = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());
  const save = useMutation({
    mutationFn: async () => {
      const fields = {
        name: name.trim(),
        position: orNull(position),
        email: orNull(email),
        phone: orNull(phone),
        note: orNull(note),
        opted_out: optedOut,
      };
      await (person === undefined
        ? got(
            api.POST("/api/v1/territories/{territory}/contacts", {
              params: { path: { territory } },
              body: { establishment, ...fields },
            }),
          )
        : got(
            api.PATCH("/api/v1/territories/{territory}/contacts/{contact}", {
              params: { path: { territory, contact: person.id } },
              body: { version: person.version, fields },
            }),
          ));
    },
    onSuccess: () => {
      toast(say.saved);
      onClose();
      return queries.invalidateQueries({ queryKey: [territory, "contacts"] });
    },
  });
  return (
    <>
      {save.isError && <ProblemNote error={save.error} />}
      <TextField
        label={say.name}
        value={name}
        onChange={setName}
        wrong={tried && name.trim() === "" ? say.nameNeeded : undefined}
      />
      <TextField label={say.position} value={position} onChange={setPosition} />
      <TextField label={say.email} type="email" value={email} onChange={setEmail} />
      <TextField label={say.phone} type="tel" value={phone} onChange={setPhone} />
      <TextField label={say.note} lines={2} value={note} onChange={setNote} />
      <label className="check">
        <input type="checkbox" checked={optedOut} onChange={(event) => setOptedOut(event.target.checked)} />
        {say.optedOut}
      </label>
      <div className="row">
        <Button
          look="main"
          isDisabled={save.isPending}
          onPress={() => {
            setTried(true);
            if (name.trim() !== "") save.mutate();
          }}
        >
          {words.app.save}
        </Button>
        <Button onPress={onClose}>{words.app.cancel}</Button>
      </div>
    </>
  );
}
