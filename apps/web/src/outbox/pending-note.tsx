import { Note } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useOutbox } from "./outbox.ts";
import { outboxWords } from "./words.ts";

/** Before signing in: that what was typed on this device is still there, and will leave. */
export default function PendingNote() {
  const say = useCatalogue(outboxWords);
  const waiting = useOutbox().filter(({ state }) => state !== "sent").length;
  return waiting === 0 ? null : (
    <Note tone="doing">
      <p>{say.pending(waiting)}</p>
    </Note>
  );
}
