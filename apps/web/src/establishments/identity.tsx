import { visibilities, wastePayers } from "@simbiosi/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, got, problemOf } from "../api/client.ts";
import type { paths } from "../api/schema.ts";
import { flowWords } from "../flows/words.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Button, ProblemNote } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { typedNumber, typedQuantity } from "../words/typed-number.ts";
import { establishmentWords } from "./words.ts";

export type Site =
  paths["/api/v1/territories/{territory}/establishments"]["get"]["responses"][200]["content"]["application/json"]["establishments"][number];
type Field = keyof (typeof establishmentWords)["fr"]["fields"];
type Value = string | number | null;

const shown: readonly Field[] = [
  "name",
  "siret",
  "naf",
  "staff",
  "zone",
  "insee",
  "lon",
  "lat",
  "waste_payer",
  "roof_m2",
  "visibility",
];
const counted = new Set<Field>(["lon", "lat", "roof_m2"]);

/** Empty is not known; a name is never empty; a place may lie west or south. Undefined: not understood. */
function read(field: Field, words: string): Value | undefined {
  const typed = words.trim();
  if (typed === "") return field === "name" ? undefined : null;
  if (field === "siret") return typed.replace(/\s/g, "");
  if (field === "staff") return typedQuantity(typed) ?? typed;
  if (!counted.has(field)) return typed;
  return (field === "roof_m2" ? typedQuantity(typed) : typedNumber(typed)) ?? undefined;
}

/** Who the company is, each value corrected where it stands. */
export function Identity({ territory, site }: { readonly territory: string; readonly site: Site }) {
  const say = useCatalogue(establishmentWords);
  const flowSay = useCatalogue(flowWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Field>();
  const [conflict, setConflict] = useState<{ field: Field; mine: Value; current: Site }>();
  const save = useMutation({
    mutationFn: ({ field, value, version }: { field: Field; value: Value; version: number }) =>
      got(
        api.PATCH("/api/v1/territories/{territory}/establishments/{establishment}", {
          params: { path: { territory, establishment: site.id } },
          body: { version, fields: { [field]: value } },
        }),
      ),
    onSettled: () =>
      Promise.all(
        ["establishments", "history"].map((key) => queries.invalidateQueries({ queryKey: [territory, key] })),
      ),
  });
  const keep = (field: Field, value: Value, version: number): void => {
    const was = site[field];
    setEditing(undefined);
    if (value === was) return;
    save.mutate(
      { field, value, version },
      {
        onSuccess: (now) =>
          toast(say.saved, () =>
            save.mutate({ field, value: was, version: now.version }, { onSuccess: () => toast(say.undone) }),
          ),
        onError: (error) => {
          const problem = problemOf(error);
          if (problem.code === "CHANGED_MEANWHILE") {
            setConflict({ field, mine: value, current: problem.current as Site });
            save.reset();
          }
        },
      },
    );
  };
  const choices = (field: Field): Readonly<Record<string, string>> | undefined =>
    field === "waste_payer"
      ? Object.fromEntries(wastePayers.map((value) => [value, flowSay.payers[value]]))
      : field === "visibility"
        ? Object.fromEntries(visibilities.map((value) => [value, flowSay.visibilities[value]]))
        : undefined;
  const told = (field: Field, value: Value): string =>
    value === null ? "–" : (choices(field)?.[String(value)] ?? String(value));
  return (
    <>
      {save.isError && <ProblemNote error={save.error} />}
      <Dialog title={say.conflict} open={conflict !== undefined} onClose={() => setConflict(undefined)}>
        {conflict !== undefined && (
          <>
            <dl className="facts">
              <dt>{say.yours}</dt>
              <dd>{told(conflict.field, conflict.mine)}</dd>
              <dt>{say.theirs}</dt>
              <dd>{told(conflict.field, conflict.current[conflict.field])}</dd>
            </dl>
            <div className="row">
              <Button look="main" onPress={() => setConflict(undefined)}>
                {say.keepTheirs}
              </Button>
              <Button
                onPress={() => {
                  setConflict(undefined);
                  keep(conflict.field, conflict.mine, conflict.current.version);
                }}
              >
                {say.putMine}
              </Button>
            </div>
          </>
        )}
      </Dialog>
      <p className="soft no-print">{say.editHelp}</p>
      <dl className="facts">
        {shown.map((field) => (
          <div key={field} className="fact">
            <dt>{say.fields[field]}</dt>
            <dd>
              {editing === field ? (
                <Editor
                  label={say.fields[field]}
                  value={site[field]}
                  choices={choices(field)}
                  wrong={say.bad}
                  read={(words) => read(field, words)}
                  onKeep={(value) => keep(field, value, site.version)}
                  onGiveUp={() => setEditing(undefined)}
                />
              ) : (
                <Button
                  look="quiet"
                  aria-label={`${say.edit(say.fields[field])}, ${told(field, site[field])}`}
                  onPress={() => setEditing(field)}
                >
                  {told(field, site[field])}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Editor({
  label,
  value,
  choices,
  wrong,
  read: understand,
  onKeep,
  onGiveUp,
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: Readonly<Record<string, string>> | undefined;
  readonly wrong: string;
  readonly read: (words: string) => Value | undefined;
  readonly onKeep: (value: Value) => void;
  readonly onGiveUp: () => void;
}) {
  const [words, setWords] = useState(value === null ? "" : String(value));
  const understood = understand(words);
  if (choices !== undefined)
    return (
      <select
        className="plain-select"
        // biome-ignore lint/a11y/noAutofocus: the person asked to edit this very value
        autoFocus
        aria-label={label}
        value={words}
        onChange={(event) => onKeep(event.target.value === "" ? null : event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onGiveUp()}
        onBlur={onGiveUp}
      >
        <option value="">–</option>
        {Object.entries(choices).map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    );
  return (
    <>
      <input
        className="plain-select"
        // biome-ignore lint/a11y/noAutofocus: the person asked to edit this very value
        autoFocus
        aria-label={label}
        aria-invalid={understood === undefined}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onGiveUp();
          if (event.key === "Enter" && understood !== undefined) onKeep(understood);
        }}
        onBlur={() => (understood === undefined ? onGiveUp() : onKeep(understood))}
      />
      {understood === undefined && <span className="wrong">{wrong}</span>}
    </>
  );
}
