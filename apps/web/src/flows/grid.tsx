import { shownFlows, sortRows } from "@simbiosi/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ProblemError } from "../api/client.ts";
import { HistoryList } from "../changes/history-list.tsx";
import { ImportFirst } from "../establishments/start.tsx";
import { ExportMenu } from "../exports/export-menu.tsx";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Button, Empty, ProblemNote } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { AddCard } from "./add-card.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { columnsOf } from "./columns.ts";
import { ConflictDialog } from "./conflict.tsx";
import "./grid.css";
import { FlowFilters } from "./grid-filters.tsx";
import { FlowTable } from "./grid-table.tsx";
import { type FlowRow, useFlowRows } from "./rows.ts";
import { useSaveFlows } from "./save.ts";
import { flowWords } from "./words.ts";

const hiddenAtFirst = ["family", "supplier", "season", "evidence"];

/** Every flow of the territory in one grid: filtered by the address, corrected in place, alone or many at once. */
export function FlowGrid() {
  const { territory } = useHere();
  const { lang, words } = useWords();
  const say = useCatalogue(flowWords);
  useTitle(say.title);
  const { rows, establishments } = useFlowRows(territory, lang);
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (key: string) => (value: string) =>
    void navigate({ to: ".", search: (old) => ({ ...old, [key]: value }), replace: true });
  const saving = useSaveFlows(territory);
  const [adding, setAdding] = useState(false);
  const [looking, setLooking] = useState<FlowRow>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => columnsOf(say), [say]);
  const hidden = search.cols === undefined ? hiddenAtFirst : search.cols.split(".").filter(Boolean);
  const columns = all.filter(({ id }) => !hidden.includes(id));
  const [sortId = "company", way = "up"] = (search.sort ?? "").split(".").filter(Boolean);
  const sorter = all.find(({ id }) => id === sortId);
  const { q = "", direction = "", family = "", company = "", doubtful, empty } = search;
  const shown = useMemo(
    () =>
      sortRows(
        shownFlows(rows, { q, direction, family, company, doubtful, empty }),
        (row) => sorter?.value(row) ?? null,
        way === "down",
      ),
    [rows, q, direction, family, company, doubtful, empty, sorter, way],
  );
  const picked = shown.filter(({ flow }) => chosen.has(flow.id));
  const flip = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <div className="row between">
        <h1>{say.title}</h1>
        <div className="row no-print">
          <Button look="main" onPress={() => setAdding(true)}>
            {say.add}
          </Button>
          <ExportMenu
            list="flows"
            filters={{ q, direction, family, company, doubtful, empty, sort: `${sortId}.${way}` }}
          />
          <Button onPress={() => print()}>{say.print}</Button>
        </div>
      </div>
      <AddCard
        territory={territory}
        companies={establishments}
        company={company}
        open={adding}
        onClose={() => setAdding(false)}
      />
      <ConflictDialog
        conflict={saving.conflict}
        onTheirs={saving.settle}
        onMine={(edits) => {
          saving.settle();
          void saving.save(edits, say.changed(edits.length));
        }}
      />
      <Dialog
        title={say.historyOf(looking?.flow.label ?? "")}
        open={looking !== undefined}
        onClose={() => setLooking(undefined)}
      >
        {looking !== undefined && <HistoryList territory={territory} object="flow" id={looking.flow.id} />}
        <Button onPress={() => setLooking(undefined)}>{words.app.close}</Button>
      </Dialog>
      {rows.length === 0 ? (
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
          <ImportFirst territory={territory} />
        </Empty>
      ) : (
        <>
          <FlowFilters search={search} set={set} columns={all} hidden={hidden} establishments={establishments} />
          <p className="soft" role="status">
            {say.count(shown.length, rows.length)}
          </p>
          <p className="soft no-print" id="grid-help">
            {say.help}
          </p>
          {saving.problem !== undefined && <ProblemNote error={new ProblemError(saving.problem)} />}
          {shown.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <FlowTable
              rows={shown}
              columns={columns}
              sort={{ id: sortId, way }}
              onSort={(id) => set("sort")(sortId === id && way === "up" ? `${id}.down` : `${id}.up`)}
              chosen={chosen}
              onChoose={flip}
              onChooseAll={() =>
                setChosen(picked.length === shown.length ? new Set() : new Set(shown.map(({ flow }) => flow.id)))
              }
              onHistory={setLooking}
              onSave={(row, fields) => void saving.save([{ flow: row.flow, fields }], say.changed(1))}
            />
          )}
          {picked.length > 0 && (
            <BulkBar
              rows={picked}
              columns={all}
              busy={saving.isPending}
              onApply={(edits) => void saving.save(edits, say.changed(edits.length))}
              onRemove={() =>
                void saving
                  .save(
                    picked.map(({ flow }) => ({ flow, present: false })),
                    say.removed(picked.length),
                  )
                  .then((done) => done && setChosen(new Set()))
              }
              onUnselect={() => setChosen(new Set())}
            />
          )}
        </>
      )}
    </>
  );
}
