import { type ActionStatus, standingNames } from "@simbiosi/domain";
import { useHere } from "../frame/here.ts";
import { Badge, ProblemNote, Select } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { type Action, useChangeMany } from "./queries.ts";
import { ActionLink, standingTone, useDates, useToldMany } from "./shown.tsx";
import { actionWords } from "./words.ts";
import "../leads/leads.css";

/** Actions by the status that people say, each moved by the menu of its card. */
export function ActionBoard({
  actions,
  statuses,
}: {
  readonly actions: readonly Action[];
  readonly statuses: readonly ActionStatus[];
}) {
  const { territory } = useHere();
  const { of } = useWords();
  const say = useCatalogue(actionWords);
  const dates = useDates();
  const change = useChangeMany(territory);
  const told = useToldMany();
  return (
    <>
      {change.isError && <ProblemNote error={change.error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className="board plan-board" aria-label={say.view.board} tabIndex={0}>
        {statuses.map((status) => {
          const here = actions.filter((action) => action.status === status);
          return (
            <div key={status} className="column">
              <h2>
                {of(standingNames[status])} <span className="soft">({here.length})</span>
              </h2>
              <ul>
                {here.map((action) => (
                  <li key={action.id}>
                    <article className={action.standing === "late" ? "card late" : "card"} aria-label={action.title}>
                      <ActionLink action={action} />
                      {action.standing === "late" && (
                        <div>
                          <Badge tone={standingTone.late}>{of(standingNames.late)}</Badge>
                        </div>
                      )}
                      <div className="soft">
                        {[action.pilots.join(", "), dates(action)].filter((part) => part !== "").join(" · ")}
                      </div>
                      <Select<ActionStatus>
                        label={`${say.move} : ${action.title}`}
                        silentLabel
                        value={status}
                        onChange={(to) =>
                          change.mutate({ actions: [action], fields: { status: to } }, { onSuccess: told })
                        }
                        options={statuses.map((value) => ({ value, label: of(standingNames[value]) }))}
                      />
                    </article>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </section>
    </>
  );
}
