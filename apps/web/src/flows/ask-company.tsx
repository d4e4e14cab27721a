import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { contactsQuery } from "../api/queries.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Button, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { questionWords } from "./question-words.ts";

export type ToAsk = {
  readonly establishment: string;
  readonly company: string;
  readonly questions: readonly string[];
};

/** A letter to a company, ready to be read again; the person sends it herself. */
export function AskCompany({
  territory,
  ask,
  onClose,
}: {
  readonly territory: string;
  readonly ask: ToAsk | undefined;
  readonly onClose: () => void;
}) {
  const say = useCatalogue(questionWords);
  return (
    <Dialog title={say.askTitle(ask?.company ?? "")} open={ask !== undefined} onClose={onClose}>
      {ask !== undefined && <Letter territory={territory} ask={ask} onClose={onClose} />}
    </Dialog>
  );
}

function Letter({
  territory,
  ask,
  onClose,
}: {
  readonly territory: string;
  readonly ask: ToAsk;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const say = useCatalogue(questionWords);
  const toast = useToast();
  const contact = useQuery(contactsQuery(territory)).data?.contacts.find(
    ({ establishment, opted_out }) => establishment === ask.establishment && !opted_out,
  );
  const [typed, setTyped] = useState<string>();
  const text = typed ?? say.mail(contact?.name ?? "", ask.questions.join("\n"));
  const subject = say.mailSubject(ask.company);
  return (
    <>
      <p>{say.askHelp}</p>
      <TextField label={subject} lines={12} value={text} onChange={setTyped} />
      <div className="row">
        <Button look="main" onPress={() => void navigator.clipboard.writeText(text).then(() => toast(say.copied))}>
          {say.copy}
        </Button>
        <a
          className="button"
          href={`mailto:${encodeURIComponent(contact?.email ?? "")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`}
        >
          {say.open}
        </a>
        <Button look="quiet" onPress={onClose}>
          {words.app.close}
        </Button>
      </div>
    </>
  );
}
