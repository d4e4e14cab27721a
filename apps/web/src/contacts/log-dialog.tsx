import { useState } from "react";
import { Dialog } from "../ui/dialog.tsx";
import { Button, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { type Contact, type Encounter, today } from "./filter.tsx";
import { useLog } from "./save.ts";
import { contactWords } from "./words.ts";

/** One exchange with one company, in two lines. */
export function LogDialog({
  territory,
  company,
  contacts,
  onClose,
}: {
  readonly territory: string;
  readonly company: { readonly id: string; readonly name: string } | undefined;
  readonly contacts: readonly Contact[];
  readonly onClose: () => void;
}) {
  const say = useCatalogue(contactWords);
  return (
    <Dialog title={say.logTitle(company?.name ?? "")} open={company !== undefined} onClose={onClose}>
      {company !== undefined && (
        <Form
          territory={territory}
          establishment={company.id}
          contacts={contacts.filter(({ establishment }) => establishment === company.id)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function Form({
  territory,
  establishment,
  contacts,
  onClose,
}: {
  readonly territory: string;
  readonly establishment: string;
  readonly contacts: readonly Contact[];
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const say = useCatalogue(contactWords);
  const { log } = useLog(territory);
  const [kind, setKind] = useState<Encounter["kind"]>("call");
  const [day, setDay] = useState(today());
  const [title, setTitle] = useState("");
  const [notes, setNotes] = useState("");
  const [contact, setContact] = useState(contacts[0]?.id ?? "");
  return (
    <>
      {log.isError && <ProblemNote error={log.error} />}
      <Select
        label={say.what}
        value={kind}
        onChange={setKind}
        options={(Object.keys(say.kinds) as Encounter["kind"][]).map((value) => ({ value, label: say.kinds[value] }))}
      />
      <TextField label={say.day} type="date" value={day} onChange={setDay} />
      <Select
        label={say.with}
        value={contact}
        onChange={setContact}
        options={[{ value: "", label: say.nobody }, ...contacts.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <TextField label={say.subject} value={title} onChange={setTitle} />
      <TextField label={say.notes} lines={4} value={notes} onChange={setNotes} />
      <div className="row">
        <Button
          look="main"
          isDisabled={log.isPending || day === ""}
          onPress={() =>
            log.mutate(
              {
                establishments: [establishment],
                kind,
                on_day: day,
                title: title.trim() === "" ? null : title,
                notes,
                contact: contact === "" ? null : contact,
              },
              { onSuccess: onClose },
            )
          }
        >
          {words.app.save}
        </Button>
        <Button onPress={onClose}>{words.app.cancel}</Button>
      </div>
    </>
  );
}
