import { useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { establishmentsQuery, flowsQuery, meQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { keepData } from "../offline/kept-data.ts";
import { useOutbox } from "../outbox/outbox.ts";
import { Badge, Empty, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { visitsQuery } from "./queries.ts";
import { fieldWords } from "./words.ts";
import "../company/company.css";

const fold = (words: string): string => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Which company is visited: the whole list, kept on the device once this screen was opened with a network. */
export function FieldCompanies() {
  const { territory } = useHere();
  const say = useCatalogue(fieldWords);
  useTitle(say.title);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { q = "" } = useSearch({ strict: false });
  const [{ data }] = useSuspenseQueries({
    queries: [establishmentsQuery(territory), flowsQuery(territory), visitsQuery(territory)],
  });
  const pending = useOutbox();
  useEffect(() => {
    // Read once more, now that the device keeps what is read.
    void keepData().then(() => {
      if (!navigator.onLine) return;
      for (const query of [meQuery, establishmentsQuery(territory), flowsQuery(territory), visitsQuery(territory)])
        void queries.invalidateQueries({ queryKey: query.queryKey });
    });
  }, [queries, territory]);
  const wanted = fold(q);
  const shown = data.establishments.filter(({ name, zone }) => fold(`${name} ${zone ?? ""}`).includes(wanted));
  return (
    <div className="thumb">
      <h1>{say.title}</h1>
      {data.establishments.length === 0 ? (
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
        </Empty>
      ) : (
        <>
          <p>{say.intro}</p>
          <p className="soft" role="status">
            {say.kept(data.establishments.length)}
          </p>
          <TextField
            label={say.search}
            type="search"
            value={q}
            onChange={(value) => void navigate({ to: ".", search: (old) => ({ ...old, q: value }), replace: true })}
          />
          {shown.length === 0 && <p>{say.none}</p>}
          <ul className="tiles">
            {shown.map((one) => (
              <li key={one.id}>
                <Link
                  to={"/t/$territory/terrain/$establishment" as "/t/$territory/entreprises/$establishment"}
                  params={{ territory, establishment: one.id }}
                >
                  <span>
                    <strong>{one.name}</strong>
                    <small>{[one.zone, say.flows(one.offers ?? 0, one.needs ?? 0)].filter(Boolean).join(" · ")}</small>
                  </span>
                  {pending.some(({ establishment, state }) => establishment === one.id && state !== "sent") && (
                    <Badge tone="doing">{say.pending}</Badge>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
