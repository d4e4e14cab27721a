import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { Button, ProblemNote } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { leadActionsQuery, useActionsAgain } from "./queries.ts";
import { ActionLink } from "./shown.tsx";
import { actionWords } from "./words.ts";
import "./actions.css";

/** The action sheets that a lead asks for, chosen and put into the plan; those that carry it already. */
export function LeadActions({
  territory,
  lead,
  kept,
}: {
  readonly territory: string;
  readonly lead: string;
  readonly kept: boolean;
}) {
  const { lang } = useWords();
  const say = useCatalogue(actionWords);
  const toast = useToast();
  const again = useActionsAgain(territory);
  const {
    data: { proposals, linked },
  } = useSuspenseQuery(leadActionsQuery(territory, lead, lang));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const keys = proposals.map(({ key }) => key).filter((key) => !left.has(key));
  const plan = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/leads/{lead}/actions", {
          params: { path: { territory, lead }, query: { lang } },
          body: { keys },
        }),
      ),
    onSuccess: (done) => toast(say.proposals.planned(done.made.length, done.linked.length)),
    onSettled: again,
  });
  return (
    <>
      <h2>{say.proposals.title}</h2>
      {linked.length > 0 && (
        <>
          <p>{say.proposals.linked}</p>
          <ul>
            {linked.map((action) => (
              <li key={action.id}>
                <ActionLink action={action} />
              </li>
            ))}
          </ul>
        </>
      )}
      {proposals.length > 0 && (
        <>
          <p className="soft">{say.proposals.help}</p>
          {plan.isError && <ProblemNote error={plan.error} />}
          <ol className="proposals">
            {proposals.map((one) => (
              <li key={one.key}>
                <input
                  type="checkbox"
                  aria-label={say.choose(one.title)}
                  disabled={!kept}
                  checked={!left.has(one.key)}
                  onChange={({ target }) =>
                    setLeft(
                      (old) => new Set(target.checked ? [...old].filter((key) => key !== one.key) : [...old, one.key]),
                    )
                  }
                />
                <div>
                  <strong>{one.title}</strong> <span className="soft">{one.axis}</span>
                  <div>{one.why}</div>
                  <div className="soft">
                    {[one.owner, say.proposals.months(one.months)].filter((part) => part !== "").join(" · ")}
                  </div>
                  {one.standing !== null && <div className="soft">{say.proposals.standing(one.standing.title)}</div>}
                </div>
              </li>
            ))}
          </ol>
          {kept ? (
            <Button look="main" onPress={() => plan.mutate()} isDisabled={keys.length === 0 || plan.isPending}>
              {say.proposals.plan}
            </Button>
          ) : (
            <p className="soft">{say.proposals.keepFirst}</p>
          )}
        </>
      )}
    </>
  );
}
