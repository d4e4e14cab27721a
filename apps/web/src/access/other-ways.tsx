import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { enterWithKey } from "../passkeys/use-key.ts";
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
export default function OtherWays({ keys }: { readonly keys: boolean }) {
  const say = useCatalogue(otherWayWords);
  const queries = useQueryClient();
  const ways = useQuery(waysQuery);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const start = (way: () => Promise<void>): void => {
    setBusy(true);
    setError(undefined);
    way().catch((failed: unknown) => {
      setError(failed);
      setBusy(false);
    });
  };
  const leave = async (): Promise<void> => {
    const { url, ticket } = await got(api.POST("/api/v1/sign-in/oidc"));
    // Of this tab: what comes back is taken only from where it was asked.
    sessionStorage.setItem(ticketKey, ticket);
    location.assign(url);
  };
  const enter = async (): Promise<void> => {
    await enterWithKey();
    await queries.invalidateQueries({ queryKey: ["me"] });
  };
  const oidc = ways.data?.oidc ?? null;
  const withKeys = keys && ways.data?.passkeys === true && "PublicKeyCredential" in window;
  if (oidc === null && !withKeys) return null;
  return (
    <section className="other-ways" aria-label={say.title}>
      <p className="soft">{say.or}</p>
      {error !== undefined && <ProblemNote error={error} />}
      <p className="row">
        {oidc !== null && (
          <Button onPress={() => start(leave)} isDisabled={busy}>
            {say.with(oidc.name)}
          </Button>
        )}
        {withKeys && (
          <Button onPress={() => start(enter)} isDisabled={busy}>
            {say.key}
          </Button>
        )}
      </p>
    </section>
  );
}
