import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { establishmentsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { csvOf, saveAs } from "../ui/csv.ts";
import { Button, Empty, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { establishmentWords } from "./words.ts";

const fold = (words: string): string => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The establishments of the territory; the filter is in the address, and the export is what is filtered. */
export function EstablishmentList() {
  const { territory } = useHere();
  const { words } = useWords();
  const say = useCatalogue(establishmentWords);
  useTitle(say.title);
  const { data } = useSuspenseQuery(establishmentsQuery(territory));
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const q = search.q ?? "";
  const wanted = fold(q);
  const shown = data.establishments.filter(({ name, naf, zone }) =>
    fold(`${name} ${naf ?? ""} ${zone ?? ""}`).includes(wanted),
  );
  return (
    <>
      <div className="row between">
        <h1>{say.title}</h1>
        <Button
          onPress={() =>
            saveAs(
              "entreprises.csv",
              csvOf(
                [say.name, say.activity, say.staff, say.zone, say.offers, say.needs],
                shown.map((one) => [one.name, one.naf, one.staff, one.zone, one.offers, one.needs]),
              ),
            )
          }
        >
          {say.export}
        </Button>
      </div>
      {data.establishments.length === 0 ? (
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
          <Link className="button main" to="/t/$territory/imports/nouveau" params={{ territory }}>
            {say.import}
          </Link>
        </Empty>
      ) : (
        <>
          <TextField
            label={say.filter}
            type="search"
            value={q}
            onChange={(value) => void navigate({ to: ".", search: (old) => ({ ...old, q: value }), replace: true })}
          />
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
                    <th scope="col">{say.name}</th>
                    <th scope="col">{say.activity}</th>
                    <th scope="col" className="number">
                      {say.staff}
                    </th>
                    <th scope="col">{say.zone}</th>
                    <th scope="col" className="number">
                      {say.offers}
                    </th>
                    <th scope="col" className="number">
                      {say.needs}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((one) => (
                    <tr key={one.id}>
                      <td>
                        <Link
                          to="/t/$territory/entreprises/$establishment"
                          params={{ territory, establishment: one.id }}
                        >
                          {one.name}
                        </Link>
                      </td>
                      <td>{one.naf ?? words.app.none}</td>
                      <td className="number">{one.staff ?? words.app.none}</td>
                      <td>{one.zone ?? words.app.none}</td>
                      <td className="number">{one.offers ?? words.app.none}</td>
                      <td className="number">{one.needs ?? words.app.none}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </>
  );
}
