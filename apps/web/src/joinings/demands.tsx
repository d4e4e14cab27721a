import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, got } from "../api/client.ts";
import { useHere } from "../frame/here.ts";
import { Button, Note, ProblemNote } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { joiningWords } from "./words.ts";

// Under the key "establishments": the news of a demand makes them stale.
const demandsQuery = (territory: string) =>
  queryOptions({
    queryKey: [territory, "establishments", "joinings"],
    queryFn: () => got(api.GET("/api/v1/territories/{territory}/joinings", { params: { path: { territory } } })),
  });

/** Companies of other démarches that ask to take part, each with what it told and what accepting does; nothing when none asks. */
export function Demands() {
  const { territory } = useHere();
  const say = useCatalogue(joiningWords);
  const toast = useToast();
  const queries = useQueryClient();
  // What the page is for does not wait for it, nor for the network.
  const { data } = useQuery(demandsQuery(territory));
  const answer = useMutation({
    mutationFn: ({ establishment, answer }: { establishment: string; name: string; answer: "accepted" | "declined" }) =>
      got(
        api.POST("/api/v1/territories/{territory}/joinings/{establishment}/answer", {
          params: { path: { territory, establishment } },
          body: { answer },
        }),
      ),
    onSuccess: (_, { name, answer }) => toast(say[answer](name)),
    onSettled: () =>
      Promise.all(["establishments", "flows"].map((key) => queries.invalidateQueries({ queryKey: [territory, key] }))),
  });
  if (data === undefined || data.joinings.length === 0) return null;
  return (
    <Note tone="doing">
      <strong>{say.waiting(data.joinings.length)}</strong>
      {answer.isError && <ProblemNote error={answer.error} />}
      <ul className="plain">
        {data.joinings.map(({ establishment, name, siret, naf, known }) => (
          <li key={establishment}>
            <p>
              <strong>{name}</strong> {[siret, naf].filter((one) => one !== null).join(" · ")}
            </p>
            <p>{known === null ? say.shared : say.known(known.name, known.flows)}</p>
            <div className="row">
              <Button
                look="main"
                isDisabled={answer.isPending}
                onPress={() => answer.mutate({ establishment, name, answer: "accepted" })}
              >
                {say.accept}
              </Button>
              <Button
                isDisabled={answer.isPending}
                onPress={() => answer.mutate({ establishment, name, answer: "declined" })}
              >
                {say.decline}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Note>
  );
}
