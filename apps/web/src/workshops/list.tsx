import { useMutation, useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { establishmentsQuery, workshopsQuery } from "../api/queries.ts";
import { useHere } from "../frame/here.ts";
import { useTitle } from "../frame/title.ts";
import { Button, Empty, ProblemNote, TextField } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { workshopWords } from "./words.ts";
import "./workshops.css";

/** The workshops, and the form that prepares one. */
export function WorkshopList() {
  const { territory } = useHere();
  const { day } = useWords();
  const say = useCatalogue(workshopWords);
  useTitle(say.title);
  const [workshops, sites] = useSuspenseQueries({
    queries: [workshopsQuery(territory), establishmentsQuery(territory)],
  });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [place, setPlace] = useState("");
  const [participants, setParticipants] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/workshops", {
          params: { path: { territory } },
          body: { name, on, place, participants: [...participants] },
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: [territory, "workshops"] });
      await navigate({ to: "/t/$territory/ateliers/$workshop", params: { territory, workshop: id } });
    },
  });
  return (
    <>
      <h1>{say.title}</h1>
      <p>{say.intro}</p>
      {workshops.data.workshops.length === 0 ? (
        <Empty title={say.empty}>
          <p>{say.emptyHelp}</p>
        </Empty>
      ) : (
        <div className="cards">
          {workshops.data.workshops.map((one) => (
            <section key={one.id} className="card">
              <Link to="/t/$territory/ateliers/$workshop" params={{ territory, workshop: one.id }}>
                <strong>{one.name}</strong>
              </Link>
              <div className="soft">{[day(one.on), one.place].filter((part) => part !== "").join(" · ")}</div>
              <div>
                {say.people(one.participants.length)} · {say.cards(one.cards)}
              </div>
            </section>
          ))}
        </div>
      )}
      <h2>{say.create}</h2>
      <form
        className="card prepare"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name.trim() !== "" && on !== "") create.mutate();
        }}
      >
        {create.isError && <ProblemNote error={create.error} />}
        <TextField
          label={say.name}
          value={name}
          onChange={setName}
          wrong={tried && name.trim() === "" ? say.nameMissing : undefined}
        />
        <TextField label={say.on} type="date" value={on} onChange={setOn} isRequired />
        <TextField label={say.place} value={place} onChange={setPlace} />
        <fieldset>
          <legend>
            {say.participants} ({participants.length})
          </legend>
          <p className="soft">{say.participantsHelp}</p>
          <div className="pick-list">
            {sites.data.establishments.map((site) => (
              <label key={site.id} className="tick">
                <input
                  type="checkbox"
                  checked={participants.includes(site.id)}
                  onChange={(event) =>
                    setParticipants((old) =>
                      event.target.checked ? [...old, site.id] : old.filter((id) => id !== site.id),
                    )
                  }
                />
                {site.name}
              </label>
            ))}
          </div>
        </fieldset>
        <Button look="main" type="submit" isDisabled={create.isPending}>
          {say.create}
        </Button>
      </form>
    </>
  );
}
