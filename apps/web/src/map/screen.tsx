import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import { establishmentsQuery, flowsQuery, leadsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { outlineQuery } from "../insight/queries.ts";
import { CsvButton } from "../ui/chart.tsx";
import { shortNumber } from "../ui/figure.tsx";
import { Button, Empty, Loading, Select } from "../ui/index.tsx";
import { useDark } from "../ui/use-dark.ts";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { type MapLead, type Pair, pairsOf, placesOf } from "./gather.ts";
import "./map.css";
import { Metabolism } from "./metabolism.tsx";
import { mapWords } from "./words.ts";

const MapCanvas = lazy(async () => ({ default: (await import("./canvas.tsx")).MapCanvas }));

/** More links than this are a ball of wool. */
const most = 60;

/** The map, its table and the metabolism: three views of one address. A lead of the territory sees who is where. */
export function MapScreen() {
  const { territory, role } = useHere();
  const { lang } = useWords();
  const say = useCatalogue(mapWords);
  useTitle(say.title);
  const search = useSearch({ strict: false });
  const view = search.vue ?? "carte";
  const tabs = [
    { id: "carte", label: say.map },
    { id: "tableau", label: say.table },
    ...(role === "lead" ? [] : [{ id: "metabolisme", label: say.metabolism }]),
  ];
  return (
    <>
      <h1>{say.title}</h1>
      <nav className="tabs no-print" aria-label={say.title}>
        {tabs.map(({ id, label }) => (
          <Link
            key={id}
            to="."
            search={(old) => ({ ...old, vue: id })}
            aria-current={view === id ? "page" : undefined}
            activeProps={{ "aria-current": view === id ? "page" : undefined }}
          >
            {label}
          </Link>
        ))}
      </nav>
      {view === "metabolisme" && role !== "lead" ? (
        <Metabolism territory={territory} />
      ) : role === "lead" ? (
        <Places territory={territory} leads={none} view={view} />
      ) : (
        <Leads territory={territory} lang={lang} view={view} />
      )}
    </>
  );
}

const none: readonly MapLead[] = [];

function Leads({
  territory,
  lang,
  view,
}: {
  readonly territory: string;
  readonly lang: "fr" | "en";
  readonly view: string;
}) {
  const [leads, flows] = useSuspenseQueries({ queries: [leadsQuery(territory, lang), flowsQuery(territory)] });
  const own = useMemo(() => {
    const siteOf = new Map(flows.data.flows.map(({ id, establishment }) => [id, establishment]));
    return leads.data.leads.map((lead): MapLead => {
      const [offer = "", need = ""] = [lead.offers[0], lead.needs[0]];
      const directed = lead.kind !== "mutualisation";
      return {
        id: lead.id,
        title: lead.title,
        gain: lead.gain_eur_per_year.value,
        from: directed ? (siteOf.get(offer) ?? null) : null,
        to: directed ? (siteOf.get(need) ?? null) : null,
        establishments: lead.establishments,
      };
    });
  }, [leads.data, flows.data]);
  return <Places territory={territory} leads={own} view={view} />;
}

function Places({
  territory,
  leads,
  view,
}: {
  readonly territory: string;
  readonly leads: readonly MapLead[];
  readonly view: string;
}) {
  const { lang } = useWords();
  const say = useCatalogue(mapWords);
  const dark = useDark();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data: outline } = useSuspenseQuery(outlineQuery(territory));
  const {
    data: { establishments },
  } = useSuspenseQuery(establishmentsQuery(territory));
  const set = (key: string, value: string): void =>
    void navigate({ to: ".", search: (old) => ({ ...old, [key]: value === "" ? undefined : value }), replace: true });
  const site = search.entreprise ?? "";
  const least = Number(search.seuil ?? "0") || 0;
  const places = useMemo(() => placesOf(establishments), [establishments]);
  const gathered = useMemo(
    () => pairsOf(places, site === "" ? leads : leads.filter((lead) => lead.establishments.includes(site))),
    [places, leads, site],
  );
  const shown = useMemo(
    () => gathered.pairs.filter(({ best }) => least === 0 || (best ?? 0) >= least).slice(0, most),
    [gathered, least],
  );
  const unplaced = establishments.filter(({ lon, lat }) => lon === null || lat === null).length;
  const top = Math.max(0, ...gathered.pairs.map(({ best }) => best ?? 0));
  const hidden = gathered.pairs.length - shown.length;
  if (places.length === 0)
    return (
      <Empty title={say.empty}>
        <p>{say.emptyHelp}</p>
      </Empty>
    );
  return (
    <>
      {leads.length > 0 && (
        <>
          <p className="soft">{say.help}</p>
          <div className="map-tools no-print">
            <Select
              label={say.site}
              value={site}
              onChange={(value) => set("entreprise", value)}
              options={[
                { value: "", label: say.everyone },
                ...establishments.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <label className="field">
              <span className="label">
                {say.threshold} : {shortNumber(least, lang)} €
              </span>
              <input
                type="range"
                min={0}
                max={Math.ceil(top / 1000) * 1000}
                step={Math.max(100, Math.ceil(top / 40 / 100) * 100)}
                value={least}
                onChange={(event) => set("seuil", event.target.value === "0" ? "" : event.target.value)}
              />
            </label>
          </div>
          <p role="status">
            {[
              say.shown(shown.length),
              hidden > 0 ? say.hidden(hidden) : "",
              gathered.inside > 0 ? say.inside(gathered.inside) : "",
              gathered.undirected > 0 ? say.undirected(gathered.undirected) : "",
              gathered.unplaced > 0 ? say.unplaced(gathered.unplaced) : "",
              unplaced > 0 ? say.noPlace(unplaced) : "",
            ]
              .filter((words) => words !== "")
              .join(" · ")}
          </p>
        </>
      )}
      {view === "tableau" ? (
        <PairTable territory={territory} pairs={shown} />
      ) : (
        <div className="map-side">
          <section aria-label={say.region}>
            <Suspense fallback={<Loading />}>
              <MapCanvas
                places={places}
                pairs={shown}
                outline={outline}
                dark={dark}
                label={`${say.region}. ${say.regionHelp}`}
                onPick={(place) => set("entreprise", place.sites[0]?.id ?? "")}
              />
            </Suspense>
            <p className="soft">
              {say.roads}. {say.regionHelp}
            </p>
          </section>
          {/* A list that scrolls and may hold nothing to press: the keyboard reaches it by itself. */}
          <section
            className="place-list no-print"
            aria-label={say.places}
            tabIndex={leads.length === 0 ? 0 : undefined}
          >
            <h2>{say.places}</h2>
            <ul>
              {establishments.map((one) => (
                <li key={one.id}>
                  {leads.length === 0 ? (
                    one.name
                  ) : (
                    <Button
                      look="quiet"
                      aria-pressed={site === one.id}
                      onPress={() => set("entreprise", site === one.id ? "" : one.id)}
                    >
                      {site === one.id ? "● " : ""}
                      {one.name}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
      <p className="row no-print">
        <CsvButton
          name="liaisons"
          of={say.links}
          header={[say.from, say.to, say.leads, say.best]}
          rows={shown.map((pair) => [pair.from.name, pair.to.name, pair.leads.length, pair.best])}
        />
        <CsvButton
          name="lieux"
          of={say.places}
          header={[say.site, "lon", "lat"]}
          rows={establishments.map(({ name, lon, lat }) => [name, lon, lat])}
        />
      </p>
    </>
  );
}

function PairTable({ territory, pairs }: { readonly territory: string; readonly pairs: readonly Pair[] }) {
  const { lang, words } = useWords();
  const say = useCatalogue(mapWords);
  return (
    <div className="scroll">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say.from}</th>
            <th scope="col">{say.to}</th>
            <th scope="col">{say.leads}</th>
            <th scope="col" className="number">
              {say.best}
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.id}>
              <td>{pair.from.name}</td>
              <td>{pair.to.name}</td>
              <td>
                <ul className="plain">
                  {pair.leads.slice(0, 5).map((lead) => (
                    <li key={lead.id}>
                      <Link to="/t/$territory/synergies/$lead" params={{ territory, lead: lead.id }}>
                        {lead.title}
                      </Link>
                    </li>
                  ))}
                  {pair.leads.length > 5 && <li className="soft">+ {pair.leads.length - 5}</li>}
                </ul>
              </td>
              <td className="number">{pair.best === null ? words.app.unknown : shortNumber(pair.best, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
