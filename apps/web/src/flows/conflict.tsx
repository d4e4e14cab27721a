import { Dialog } from "../ui/dialog.tsx";
import { Button } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { columnsOf } from "./columns.ts";
import type { StoredFlow } from "./rows.ts";
import type { Conflict, FlowEdit } from "./save.ts";
import { flowWords } from "./words.ts";

/** Both versions side by side; the person chooses. */
export function ConflictDialog({
  conflict,
  onMine,
  onTheirs,
}: {
  readonly conflict: Conflict | undefined;
  readonly onMine: (edits: readonly FlowEdit[]) => void;
  readonly onTheirs: () => void;
}) {
  const say = useCatalogue(flowWords);
  const columns = columnsOf(say).filter(({ edit }) => edit !== undefined);
  const saved = new Map(conflict?.current.map((flow) => [flow.id, flow]));
  const shown = (flow: StoredFlow) =>
    columns.map(({ value }) =>
      value({ flow, company: "", resource: null, confidence: null, question: null, found: "" }),
    );
  return (
    <Dialog title={say.conflict} open={conflict !== undefined} onClose={onTheirs}>
      <p>{say.conflictHelp}</p>
      {conflict?.edits
        .filter(({ flow }) => saved.has(flow.id))
        .slice(0, 5)
        .map(({ flow, fields }) => {
          const theirs = saved.get(flow.id) ?? flow;
          const [mine, now] = [shown({ ...flow, ...fields } as StoredFlow), shown(theirs)];
          return (
            <table className="list" key={flow.id}>
              <caption>{flow.label}</caption>
              <thead>
                <tr>
                  <td />
                  <th scope="col">{say.yours}</th>
                  <th scope="col">{say.theirs}</th>
                </tr>
              </thead>
              <tbody>
                {columns.flatMap(({ id, label }, i) =>
                  mine[i] === now[i]
                    ? []
                    : [
                        <tr key={id}>
                          <th scope="row">{label}</th>
                          <td>{mine[i] ?? "–"}</td>
                          <td>{now[i] ?? "–"}</td>
                        </tr>,
                      ],
                )}
              </tbody>
            </table>
          );
        })}
      <div className="row">
        <Button look="main" onPress={onTheirs}>
          {say.keepTheirs}
        </Button>
        <Button
          onPress={() =>
            conflict !== undefined &&
            onMine(conflict.edits.map((edit) => ({ ...edit, flow: saved.get(edit.flow.id) ?? edit.flow })))
          }
        >
          {say.putMine}
        </Button>
      </div>
    </Dialog>
  );
}
