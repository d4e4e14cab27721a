import { Badge, Button } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { euros } from "./money.ts";
import type { actionQuery, SheetFields } from "./queries.ts";
import { actionWords } from "./words.ts";

type Schemes = Awaited<ReturnType<NonNullable<ReturnType<typeof actionQuery>["queryFn"]>>>["aid"];
const tones = { possible: "good", check: "doing", excluded: "plain" } as const;

/** What schemes might pay of an action, why, and why not; one is taken over among the funders as still to be asked for. */
export function Aid({
  aid,
  taken,
  onAdd,
}: {
  readonly aid: Schemes;
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (funder: SheetFields["funders"][number]) => void;
}) {
  const { lang, of } = useWords();
  const say = useCatalogue(actionWords);
  const excluded = aid.filter(({ outcome }) => outcome === "excluded");
  const open = aid.filter(({ outcome }) => outcome !== "excluded");
  const list = (schemes: Schemes) => (
    <ul>
      {schemes.map((one) => (
        <li key={one.scheme}>
          <Badge tone={tones[one.outcome]}>{say.outcomes[one.outcome]}</Badge> <strong>{of(one.name)}</strong>
          {one.amount !== null && `, ${say.atMost(euros(one.amount, lang))}`}
          {one.outcome !== "excluded" && !taken.has(one.scheme) && (
            <span className="no-print">
              {" "}
              <Button
                look="quiet"
                aria-label={say.addAid(of(one.name))}
                onPress={() =>
                  onAdd({ name: of(one.name).slice(0, 300), scheme: one.scheme, amount: one.amount, state: "to-ask" })
                }
              >
                {say.add}
              </Button>
            </span>
          )}
          <ul className="soft">
            {one.reasons
              .filter(({ holds }) => (one.outcome === "excluded" ? holds === "no" : true))
              .map((reason) => (
                <li key={reason.fr}>{of(reason)}</li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <h2>{say.aid}</h2>
      <p className="soft">
        {say.aidHelp} {say.disclaimer}
      </p>
      {open.length === 0 ? <p className="soft">{say.noAid}</p> : list(open)}
      {excluded.length > 0 && (
        <details>
          <summary>{say.excludedAid(excluded.length)}</summary>
          {list(excluded)}
        </details>
      )}
    </>
  );
}
