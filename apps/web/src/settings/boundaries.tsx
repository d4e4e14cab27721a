import { useMutation, useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { api, got } from "../api/client.ts";
import { establishmentsQuery } from "../api/queries.ts";
import { outlineQuery } from "../insight/queries.ts";
import { placesOf } from "../map/gather.ts";
import "../map/map.css";
import { Button, Loading, Note, ProblemNote } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useDark } from "../ui/use-dark.ts";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { settingsWords } from "./words.ts";

const MapCanvas = lazy(async () => ({ default: (await import("../map/canvas.tsx")).MapCanvas }));
const most = 5 * 1024 * 1024;

/** Boundaries that the territory imported, with what they look like on its map. */
export function Boundaries({ territory }: { readonly territory: string }) {
  const { moment } = useWords();
  const say = useCatalogue(settingsWords);
  const toast = useToast();
  const dark = useDark();
  const queries = useQueryClient();
  const [{ data: outline }, { data: sites }] = useSuspenseQueries({
    queries: [outlineQuery(territory), establishmentsQuery(territory)],
  });
  const places = useMemo(() => placesOf(sites.establishments), [sites]);
  const [file, setFile] = useState<File | null>(null);
  const tooBig = file !== null && file.size > most;
  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: [territory, "outline"] });
  const upload = useMutation({
    mutationFn: (chosen: File) => {
      const body = new FormData();
      body.append("data", "{}");
      body.append("file", chosen);
      return got(
        api.POST("/api/v1/territories/{territory}/boundaries", {
          params: { path: { territory } },
          body: body as never,
          bodySerializer: (form: unknown) => form as FormData,
        }),
      );
    },
    onSuccess: async ({ shapes }) => {
      await read();
      setFile(null);
      toast(say.boundaryAdded(shapes));
    },
  });
  const remove = useMutation({
    mutationFn: (boundary: string) =>
      got(
        api.DELETE("/api/v1/territories/{territory}/boundaries/{boundary}", {
          params: { path: { territory, boundary } },
        }),
      ),
    onSuccess: async (_, boundary) => {
      await read();
      toast(say.boundaryRemoved, () => {
        void got(
          api.POST("/api/v1/territories/{territory}/boundaries/{boundary}/restore", {
            params: { path: { territory, boundary } },
          }),
        ).then(read);
      });
    },
  });
  return (
    <>
      <h2>{say.boundaries}</h2>
      <p>{say.boundariesHelp}</p>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== null && !tooBig) upload.mutate(file);
        }}
      >
        <label className="field">
          <span className="label">{say.file}</span>
          <input
            type="file"
            accept=".geojson,.json,application/geo+json,application/json"
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
        </label>
        <Button look="main" type="submit" isDisabled={file === null || tooBig || upload.isPending}>
          {say.upload}
        </Button>
      </form>
      {tooBig && <Note tone="bad">{say.tooBig}</Note>}
      {(upload.error ?? remove.error) !== null && <ProblemNote error={upload.error ?? remove.error} />}
      {outline.boundaries.length === 0 ? (
        <p className="soft">{say.noBoundary}</p>
      ) : (
        <ul className="plain">
          {outline.boundaries.map((one) => (
            <li key={one.id} className="row">
              <strong>{one.name}</strong> {moment(one.at)} · {say.shapes} : {one.shapes}
              <Button look="quiet" aria-label={`${say.remove} : ${one.name}`} onPress={() => remove.mutate(one.id)}>
                {say.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <section>
        <h3>{say.preview}</h3>
        <Suspense fallback={<Loading />}>
          <MapCanvas places={places} pairs={none} outline={outline} dark={dark} label={say.preview} />
        </Suspense>
      </section>
    </>
  );
}

const none: readonly never[] = [];
