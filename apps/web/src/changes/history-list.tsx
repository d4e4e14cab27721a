import { useQuery } from "@tanstack/react-query";
import { historyQuery } from "../api/queries.ts";
import { useFieldWords } from "../company/field-words.ts";
import { Loading, ProblemNote } from "../ui/index.tsx";
import { catalogue, useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";

const historyWords = catalogue(
  {
    none: "Rien n'a encore été modifié.",
    company: "l'entreprise, par son lien",
    system: "Simbiosi",
    actions: { created: "créé", changed: "modifié", removed: "retiré", restored: "remis" },
    sources: {
      screen: "à l'écran",
      import: "par un import",
      demonstration: "avec la démonstration",
      mailing: "par un publipostage",
    } as Readonly<Record<string, string>>,
  },
  {
    none: "Nothing was changed yet.",
    company: "the company, by its link",
    system: "Simbiosi",
    actions: { created: "created", changed: "changed", removed: "removed", restored: "brought back" },
    sources: {
      screen: "on screen",
      import: "by an import",
      demonstration: "with the demonstration",
      mailing: "by a mailing",
    },
  },
);

/** Fields that differ, as words: what it was, what it became. */
export function differences(before: unknown, after: unknown): readonly (readonly [string, string, string])[] {
  const flat = (value: unknown, path = ""): readonly (readonly [string, string])[] => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (typeof value !== "object" || Array.isArray(value))
      return [[path, Array.isArray(value) ? JSON.stringify(value) : String(value)]];
    return Object.entries(value).flatMap(([key, inner]) => flat(inner, path === "" ? key : `${path}.${key}`));
  };
  const [was, is] = [new Map(flat(before)), new Map(flat(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => [key, was.get(key) ?? "–", is.get(key) ?? "–"] as const)
    .filter(([, one, other]) => one !== other);
}

const last = (path: string): string => path.split(".").at(-1) ?? path;

/** Who did what, when, from which source; what it was before. */
export function HistoryList({
  territory,
  object,
  id,
}: {
  readonly territory: string;
  readonly object: "flow" | "establishment" | "contact" | "encounter" | "action";
  readonly id: string;
}) {
  const { moment } = useWords();
  const say = useCatalogue(historyWords);
  const fields = useFieldWords();
  const { data, error } = useQuery(historyQuery(territory, object, id));
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Loading />;
  if (data.changes.length === 0) return <p className="soft">{say.none}</p>;
  return (
    <ol className="history">
      {data.changes.map((change) => (
        <li key={change.id}>
          <strong>{change.who ?? (change.by_company ? say.company : say.system)}</strong> {say.actions[change.action]}{" "}
          <span className="soft">
            {moment(change.at)}, {say.sources[change.source] ?? change.source}
          </span>
          {change.action === "changed" && (
            <ul>
              {differences(change.before, change.after).map(([field, was, is]) => (
                <li key={field}>
                  {fields.name(field.split(".")[0] ?? field)} : {fields.value(last(field), was)} →{" "}
                  {fields.value(last(field), is)}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
