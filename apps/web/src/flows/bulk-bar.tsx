import { useState } from "react";
import { Button, Select } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { bulkFields, type Column } from "./columns.ts";
import type { FlowRow } from "./rows.ts";
import type { FlowEdit } from "./save.ts";
import { flowWords } from "./words.ts";

/** What is done with the flows that were chosen: one field given to all, or all taken away. */
export function BulkBar({
  rows,
  columns,
  busy,
  onApply,
  onRemove,
  onUnselect,
}: {
  readonly rows: readonly FlowRow[];
  readonly columns: readonly Column[];
  readonly busy: boolean;
  readonly onApply: (edits: readonly FlowEdit[]) => void;
  readonly onRemove: () => void;
  readonly onUnselect: () => void;
}) {
  const say = useCatalogue(flowWords);
  const [field, setField] = useState<(typeof bulkFields)[number]>("unit");
  const [value, setValue] = useState("");
  const edit = columns.find(({ id }) => id === field)?.edit;
  return (
    <section className="bulk row no-print" aria-label={say.selected(rows.length)}>
      <strong>{say.selected(rows.length)}</strong>
      <Select
        label={say.change}
        value={field}
        onChange={(next) => {
          setField(next);
          setValue("");
        }}
        options={bulkFields.map((one) => ({ value: one, label: say.columns[one] }))}
      />
      <Select label={say.into} value={value} onChange={setValue} options={edit?.choices ?? []} />
      <Button
        look="main"
        isDisabled={busy}
        onPress={() =>
          onApply(
            rows.flatMap(({ flow }) => {
              const fields = edit?.write(flow, value);
              return fields === undefined ? [] : [{ flow, fields }];
            }),
          )
        }
      >
        {say.apply}
      </Button>
      <Button look="danger" isDisabled={busy} onPress={onRemove}>
        {say.remove}
      </Button>
      <Button look="quiet" onPress={onUnselect}>
        {say.unselect}
      </Button>
    </section>
  );
}
