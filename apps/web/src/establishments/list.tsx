import { shownCompanies, sortRows, type Visibility, visibilities } from "@simbiosi/domain";
import { useMutation, useQueryClient, useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { establishmentsQuery, flowsQuery, understandingQuery } from "../api/queries.ts";
import type { paths } from "../api/schema.ts";
import { ExportMenu } from "../exports/export-menu.tsx";
import "../flows/grid.css";
import { flowWords } from "../flows/words.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Demands } from "../joinings/demands.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Button, Empty, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { completeness } from "./completeness.ts";
import { ImportFirst } from "./start.tsx";
import { establishmentWords } from "./words.ts";

type Site =
  paths["/api/v1/territories/{territory}/establishments"]["get"]["responses"][200]["content"]["application/json"]["establishments"][number];
type Line = { readonly site: Site; readonly known: number | null; readonly next: string | null };

/** The establishments of the territory: to its workers with what is known of them, to others by name. */
export function EstablishmentList() {
  const { role } = useHere();
  return role === "facilitator" || role === "adviser" ? <ForWorkers /> : <ByName />;
}

function ByName() {
  const { territory } = useHere();
  const { data } = useSuspenseQuery(establishmentsQuery(territory));
  return <List lines={data.establishments.map((site) => ({ site, known: null, next: null }))} working={false} />;
}

function ForWorkers() {
  const { territory } = useHere();
  const { lang } = useWords();
  const [establishments, flows, understanding] = useSuspenseQueries({
    queries: [establishmentsQuery(territory), flowsQuery(territory), understandingQuery(territory, lang)],
  });
  const check = understanding.data.check;
  const doubtful = new Set(check?.flows.flatMap(({ id, question }) => (question === null ? [] : [id])));
  const of = new Map(flows.data.flows.map((flow) => [flow.id, flow]));
  const own = new Map<string, (typeof flows.data.flows)[number][]>();
  for (const flow of flows.data.flows) {
    const there = own.get(flow.establishment);
    if (there === undefined) own.set(flow.establishment, [flow]);
    else there.push(flow);
  }
  // The first question of each company is the one worth most.
  const asked = new Map<string, string>();
  for (const { flow, why } of check?.missing ?? []) {
    const site = of.get(flow)?.establishment;
    if (site !== undefined && !asked.has(site)) asked.set(site, `${of.get(flow)?.label ?? ""} : ${why}`);
  }
  const lines = establishments.data.establishments.map((site) => ({
    site,
    known: completeness(site, own.get(site.id) ?? [], doubtful),
    next: asked.get(site.id) ?? null,
  }));
  return <List lines={lines} working />;
}

/** As many rows as a screen draws at once; the rest come when asked. */
const page = 200;

/** The filter is in the address, and the export is what is filtered. */
function List({ lines, working }: { readonly lines: readonly Line[]; readonly working: boolean }) {
  const { territory } = useHere();
  const { words } = useWords();
  const say = useCatalogue(establishmentWords);
  useTitle(say.title);
  const { q = "", zone = "", sort = "name.up", n: asked } = useSearch({ strict: false });
  const n = Math.max(page, Number(asked) || 0);
  const navigate = useNavigate();
  const set = (key: string) => (value: string) =>
    void navigate({ to: ".", search: (old) => ({ ...old, [key]: value }), replace: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const [sortId = "name", way = "up"] = sort.split(".");
  const columns = [
    { id: "name", label: say.name, number: false, value: ({ site }: Line) => site.name },
    { id: "naf", label: say.activity, number: false, value: ({ site }: Line) => site.naf },
    { id: "zone", label: say.zone, number: false, value: ({ site }: Line) => site.zone },
    // What elected members are not told of one company has no column for them.
    ...(working
      ? [
          { id: "staff", label: say.staff, number: true, value: ({ site }: Line) => site.staff },
          { id: "offers", label: say.offers, number: true, value: ({ site }: Line) => site.offers },
          { id: "needs", label: say.needs, number: true, value: ({ site }: Line) => site.needs },
          {
            id: "known",
            label: say.known,
            number: true,
            value: ({ known }: Line) => (known === null ? null : Math.round(known * 100)),
          },
          { id: "next", label: say.next, number: false, value: ({ next }: Line) => next },
        ]
      : []),
  ];
  const kept = new Set(
    shownCompanies(
      lines.map(({ site }) => site),
      { q, zone },
    ),
  );
  const filtered = lines.filter(({ site }) => kept.has(site));
  const sorter = columns.find(({ id }) => id === sortId);
  const shown = sortRows(filtered, (line) => sorter?.value(line) ?? null, way === "down");
  const picked = shown.filter(({ site }) => chosen.has(site.id));
  const zones = [...new Set(lines.flatMap(({ site }) => site.zone ?? []))].sort();
  return (
    <>
      <div className="row between">
        <h1>{say.title}</h1>
        <div className="row no-print">
          {working && (
            <Button look="main" onPress={() => setAdding(true)}>
              {say.add}
            </Button>
          )}
          <ExportMenu list="companies" filters={{ q, zone, sort }} />
          {working && <ExportMenu list="obligations" filters={{ q, zone }} label={say.duties} />}
        </div>
      </div>
      {working && <Demands />}
      <AddDialog open={adding} onClose={() => setAdding(false)} />
      {lines.length === 0 ? (
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
          {working && <ImportFirst territory={territory} />}
        </Empty>
      ) : (
        <>
          <div className="filters">
            <TextField label={say.filter} type="search" value={q} onChange={set("q")} />
            <Select
              label={say.zone}
              value={zone}
              onChange={set("zone")}
              options={[{ value: "", label: say.allZones }, ...zones.map((value) => ({ value, label: value }))]}
            />
          </div>
          <p className="soft" role="status">
            {words.counts.establishments(shown.length)}
          </p>
          {shown.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <div className="scroll">
              <table className="list">
                <thead>
                  <tr>
                    {working && (
                      <th scope="col" className="no-print">
                        <input
                          type="checkbox"
                          aria-label={say.selectAll}
                          checked={picked.length === shown.length}
                          onChange={() =>
                            setChosen(
                              picked.length === shown.length ? new Set() : new Set(shown.map(({ site }) => site.id)),
                            )
                          }
                        />
                      </th>
                    )}
                    {columns.map(({ id, label, number }) => (
                      <th
                        key={id}
                        scope="col"
                        className={number ? "number" : ""}
                        aria-sort={sortId === id ? (way === "up" ? "ascending" : "descending") : "none"}
                      >
                        <button
                          type="button"
                          onClick={() => set("sort")(sortId === id && way === "up" ? `${id}.down` : `${id}.up`)}
                        >
                          {label}
                          <span aria-hidden="true">{sortId === id ? (way === "up" ? " ▲" : " ▼") : ""}</span>
                        </button>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {shown.slice(0, n).map(({ site, known, next }) => (
                    <tr key={site.id}>
                      {working && (
                        <td className="no-print">
                          <input
                            type="checkbox"
                            aria-label={say.select(site.name)}
                            checked={chosen.has(site.id)}
                            onChange={() => {
                              const now = new Set(chosen);
                              if (!now.delete(site.id)) now.add(site.id);
                              setChosen(now);
                            }}
                          />
                        </td>
                      )}
                      <td>
                        <Link
                          to="/t/$territory/entreprises/$establishment"
                          params={{ territory, establishment: site.id }}
                        >
                          {site.name}
                        </Link>
                      </td>
                      <td>{site.naf ?? words.app.none}</td>
                      <td>{site.zone ?? words.app.none}</td>
                      {working && (
                        <>
                          <td className="number">{site.staff ?? words.app.none}</td>
                          <td className="number">{site.offers ?? words.app.none}</td>
                          <td className="number">{site.needs ?? words.app.none}</td>
                          <td className="number">{known === null ? say.noFlow : `${Math.round(known * 100)} %`}</td>
                          <td>
                            {next === null ? (
                              words.app.none
                            ) : (
                              <Link to="/t/$territory/questions" params={{ territory }} search={{ company: site.id }}>
                                {next}
                              </Link>
                            )}
                          </td>
                        </>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {shown.length > n && (
            <Button onPress={() => set("n")(String(n + page))}>{say.more(Math.min(page, shown.length - n))}</Button>
          )}
          {picked.length > 0 && <Together sites={picked.map(({ site }) => site)} done={() => setChosen(new Set())} />}
        </>
      )}
    </>
  );
}

/** What is done with the companies that were chosen. */
function Together({ sites, done }: { readonly sites: readonly Site[]; readonly done: () => void }) {
  const { territory } = useHere();
  const say = useCatalogue(establishmentWords);
  const flowSay = useCatalogue(flowWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [visibility, setVisibility] = useState<Visibility>("facilitator");
  const write = useMutation({
    mutationFn: async (edits: readonly { readonly site: Site; readonly visibility: Visibility | null }[]) => {
      const after: Site[] = [];
      for (const { site, visibility: value } of edits) {
        const { version } = await got(
          api.PATCH("/api/v1/territories/{territory}/establishments/{establishment}", {
            params: { path: { territory, establishment: site.id } },
            body: { version: site.version, fields: { visibility: value } },
          }),
        );
        after.push({ ...site, version });
      }
      return after;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [territory, "establishments"] }),
  });
  return (
    <section className="bulk row no-print" aria-label={say.selected(sites.length)}>
      <strong>{say.selected(sites.length)}</strong>
      <Link
        className="button main"
        to="/t/$territory/contacts/courrier"
        params={{ territory }}
        search={{ ids: sites.map(({ id }) => id).join(".") }}
      >
        {say.invite}
      </Link>
      <Select
        label={say.setVisibility}
        value={visibility}
        onChange={setVisibility}
        options={visibilities.map((value) => ({ value, label: flowSay.visibilities[value] }))}
      />
      <Button
        isDisabled={write.isPending}
        onPress={() =>
          write.mutate(
            sites.map((site) => ({ site, visibility })),
            {
              onSuccess: (after) =>
                toast(say.changed(after.length), () =>
                  write.mutate(after.map((site) => ({ site, visibility: site.visibility }))),
                ),
            },
          )
        }
      >
        {say.apply}
      </Button>
      <Button look="quiet" onPress={done}>
        {say.unselect}
      </Button>
      {write.isError && <ProblemNote error={write.error} />}
    </section>
  );
}

function AddDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { territory } = useHere();
  const { words } = useWords();
  const say = useCatalogue(establishmentWords);
  const toast = useToast();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [siret, setSiret] = useState("");
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/establishments", {
          params: { path: { territory } },
          body: { name: name.trim(), siret: siret.trim() === "" ? null : siret.replace(/\s/g, "") },
        }),
      ),
    onSuccess: async ({ id }) => {
      toast(say.added);
      await queries.invalidateQueries({ queryKey: [territory, "establishments"] });
      await navigate({ to: "/t/$territory/entreprises/$establishment", params: { territory, establishment: id } });
    },
  });
  return (
    <Dialog title={say.add} open={open} onClose={onClose}>
      {add.isError && <ProblemNote error={add.error} />}
      <TextField
        label={say.addName}
        value={name}
        onChange={setName}
        wrong={tried && name.trim() === "" ? say.nameNeeded : undefined}
      />
      <TextField label={say.fields.siret} value={siret} onChange={setSiret} />
      <div className="row">
        <Button
          look="main"
          isDisabled={add.isPending}
          onPress={() => {
            setTried(true);
            if (name.trim() !== "") add.mutate();
          }}
        >
          {words.app.save}
        </Button>
        <Button onPress={onClose}>{words.app.cancel}</Button>
      </div>
    </Dialog>
  );
}
