import { type ActionStatus, actionStatuses, priorities, standingNames } from "@simbiosi/domain";
import { useState } from "react";
import { useHere } from "../frame/here.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Button, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { namesIn } from "./names.ts";
import { type Action, type ManyFields, useChangeMany } from "./queries.ts";
import { useToldMany } from "./shown.tsx";
import { actionWords } from "./words.ts";

type Priority = (typeof priorities)[number];

/** What several sheets are given at once; what is left empty stays. */
export function ChangeMany({
  open,
  actions,
  axes,
  onClose,
}: {
  readonly open: boolean;
  readonly actions: readonly Action[];
  readonly axes: readonly string[];
  readonly onClose: (done: boolean) => void;
}) {
  const say = useCatalogue(actionWords);
  return (
    <Dialog title={say.changeTitle} open={open} onClose={() => onClose(false)}>
      {open && <Form actions={actions} axes={axes} onClose={onClose} />}
    </Dialog>
  );
}

function Form({
  actions,
  axes,
  onClose,
}: {
  readonly actions: readonly Action[];
  readonly axes: readonly string[];
  readonly onClose: (done: boolean) => void;
}) {
  const { territory } = useHere();
  const { words, of } = useWords();
  const say = useCatalogue(actionWords);
  const change = useChangeMany(territory);
  const told = useToldMany();
  const [status, setStatus] = useState<ActionStatus | "">("");
  const [priority, setPriority] = useState<Priority | "">("");
  const [axis, setAxis] = useState("");
  const [pilots, setPilots] = useState("");
  const [starts, setStarts] = useState("");
  const [ends, setEnds] = useState("");
  const fields: ManyFields = {
    ...(status === "" ? {} : { status }),
    ...(priority === "" ? {} : { priority }),
    ...(axis.trim() === "" ? {} : { axis: axis.trim() }),
    ...(namesIn(pilots).length === 0 ? {} : { pilots: namesIn(pilots) }),
    ...(starts === "" ? {} : { starts }),
    ...(ends === "" ? {} : { ends }),
  };
  const keep = { value: "" as const, label: say.keep };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { actions, fields },
          {
            onSuccess: (answer) => {
              told(answer);
              onClose(true);
            },
          },
        );
      }}
    >
      <p className="soft">
        {say.chosen(actions.length)}. {say.changeHelp}
      </p>
      {change.isError && <ProblemNote error={change.error} />}
      <Select
        label={say.status}
        value={status}
        onChange={setStatus}
        options={[keep, ...actionStatuses.map((value) => ({ value, label: of(standingNames[value]) }))]}
      />
      <Select
        label={say.priority}
        value={priority}
        onChange={setPriority}
        options={[keep, ...priorities.map((value) => ({ value, label: say.priorities[value] }))]}
      />
      <Select
        label={say.axis}
        value={axis}
        onChange={setAxis}
        options={[keep, ...axes.map((value) => ({ value, label: value }))]}
      />
      <TextField label={say.pilots} help={say.pilotsHelp} value={pilots} onChange={setPilots} />
      <TextField label={say.starts} type="date" value={starts} onChange={setStarts} />
      <TextField label={say.ends} type="date" value={ends} onChange={setEnds} />
      <div className="row">
        <Button look="main" type="submit" isDisabled={change.isPending || Object.keys(fields).length === 0}>
          {words.app.save}
        </Button>
        <Button onPress={() => onClose(false)}>{words.app.cancel}</Button>
      </div>
    </form>
  );
}
