import { useState } from "react";
import { useFieldWords } from "../company/field-words.ts";
import { useOwner } from "../company/use-flows.ts";
import { useTitle } from "../frame/title.ts";
import { Badge, Button, Empty, Note } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { type Command, clashes } from "./command.ts";
import { giveUp, settle, tryAgain, useOutbox } from "./outbox.ts";
import { outboxWords } from "./words.ts";
import "../company/company.css";

/** Everything that waits: what it says, why it waits, and what its author can do about it. */
export function OutboxScreen() {
  const say = useCatalogue(outboxWords);
  useTitle(say.title);
  const owner = useOwner();
  const mine = useOutbox().filter((one) => one.owner === owner && one.state !== "sent");
  return (
    <div className="thumb stack">
      <h1>{say.title}</h1>
      {mine.length === 0 ? (
        <Empty title={say.none}>
          <p>{say.noneHelp}</p>
        </Empty>
      ) : (
        mine.map((one) => <Waiting key={one.seq ?? one.id} command={one} all={mine} />)
      )}
    </div>
  );
}

function Waiting({ command, all }: { readonly command: Command; readonly all: readonly Command[] }) {
  const { moment, of } = useWords();
  const say = useCatalogue(outboxWords);
  const field = useFieldWords();
  const toast = useToast();
  const { state, problem } = command;
  const held =
    state === "waiting" &&
    all.some((one) => one.object === command.object && (one.state === "conflict" || one.state === "refused"));
  const typed = command.body.fields ?? command.body;
  return (
    <article className="card" aria-label={command.title}>
      <h2>
        {say.kind[command.kind]} : {command.title}
      </h2>
      <p className="row">
        <Badge tone={state === "waiting" ? "doing" : "bad"}>
          {state === "conflict" ? say.conflict : state === "refused" ? say.refusal : say.action[command.method]}
        </Badge>
        <span className="soft">{say.typedAt(moment(command.at))}</span>
      </p>
      {held && <p>{say.held}</p>}
      {problem !== undefined && (
        <Note tone="bad">
          <p>{of(problem)}</p>
        </Note>
      )}
      {state === "conflict" ? (
        <Versions command={command} />
      ) : (
        <>
          <dl className="facts">
            {Object.entries(typed)
              .filter(([name, value]) => field.shown(name) && value !== null)
              .map(([name, value]) => (
                <div key={name} className="pair">
                  <dt>{field.name(name)}</dt>
                  <dd>{field.value(name, value)}</dd>
                </div>
              ))}
          </dl>
          {state === "refused" && <Button onPress={() => void tryAgain(command)}>{say.again}</Button>}
        </>
      )}
      <Button
        look="quiet"
        onPress={() => {
          void giveUp(command);
          toast(say.gaveUp);
        }}
      >
        {say.giveUp}
      </Button>
    </article>
  );
}

/** Both versions side by side, and a choice for each field that both changed. */
function Versions({ command }: { readonly command: Command }) {
  const say = useCatalogue(outboxWords);
  const field = useFieldWords();
  const { fields: mine = {} } = command.body;
  const { current = {} } = command;
  const before = command.before ?? {};
  const both = clashes(before, mine, current);
  const [choices, setChoices] = useState<Readonly<Record<string, "mine" | "theirs">>>({});
  return (
    <>
      <p>{say.conflictHelp}</p>
      {both.map((name) => (
        <fieldset key={name} className="choice">
          <legend>{field.name(name)}</legend>
          <p className="soft">
            {say.before} : {field.value(name, before[name]) || say.empty}
          </p>
          <div className="choice two">
            {(["mine", "theirs"] as const).map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`${command.id}.${name}`}
                  checked={choices[name] === side}
                  onChange={() => setChoices((all) => ({ ...all, [name]: side }))}
                />
                <span>
                  {side === "mine" ? say.mine : say.theirs}
                  <strong>{field.value(name, (side === "mine" ? mine : current)[name]) || say.empty}</strong>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <Button
        look="main"
        isDisabled={both.some((name) => choices[name] === undefined)}
        onPress={() => void settle(command, choices)}
      >
        {say.keepChoice}
      </Button>
    </>
  );
}
