import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, got } from "../api/client.ts";
import { enterWithKey } from "../passkeys/use-key.ts";
import { passkeyWords } from "../passkeys/words.ts";
import { Button, ProblemNote } from "../ui/index.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { ticketKey } from "./ticket.ts";
import { otherWayWords } from "./words.ts";

const waysQuery = queryOptions({
  queryKey: ["ways"],
  queryFn: () => got(api.GET("/api/v1/sign-in/ways")),
  staleTime: Number.POSITIVE_INFINITY,
});

/**
 * The ways in beside the password, where the platform offers them: a provider of identity, a passkey.
 * @param keys whether a passkey may serve: nobody has one before the account is open
 */
export function OtherWays({ keys }: { readonly keys: boolean }) {
  const say = useCatalogue(otherWayWords);
  const { signIn } = useCatalogue(passkeyWords);
  const queries = useQueryClient();
  const ways = useQuery(waysQuery);
  const leave = useMutation({
    mutationFn: () => got(api.POST("/api/v1/sign-in/oidc")),
    onSuccess: ({ url, ticket }) => {
      // Of this tab: what comes back is taken only from where it was asked.
      sessionStorage.setItem(ticketKey, ticket);
      location.assign(url);
    },
  });
  const enter = useMutation({
    mutationFn: enterWithKey,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["me"] }),
  });
  const oidc = ways.data?.oidc ?? null;
  const withKeys = keys && ways.data?.passkeys === true && "PublicKeyCredential" in window;
  if (oidc === null && !withKeys) return null;
  const problem = leave.error ?? enter.error;
  return (
    <section aria-label={say.title}>
      <p className="soft">{say.or}</p>
      {problem !== null && <ProblemNote error={problem} />}
      <p className="row">
        {oidc !== null && (
          <Button onPress={() => leave.mutate()} isDisabled={leave.isPending || leave.isSuccess}>
            {say.with(oidc.name)}
          </Button>
        )}
        {withKeys && (
          <Button onPress={() => enter.mutate()} isDisabled={enter.isPending}>
            {signIn}
          </Button>
        )}
      </p>
    </section>
  );
}
