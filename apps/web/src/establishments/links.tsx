import { useMutation, useQueryClient, useSuspenseQueries } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { contactsQuery, linksQuery } from "../api/queries.ts";
import { Badge, Button, Note, ProblemNote } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { SendLink, useMakeLink } from "./send-link.tsx";
import { establishmentWords } from "./words.ts";

/** The personal links of one company: made, copied or sent, revoked. */
export function Links({ territory, establishment }: { readonly territory: string; readonly establishment: string }) {
  const { day } = useWords();
  const say = useCatalogue(establishmentWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [links, contacts] = useSuspenseQueries({ queries: [linksQuery(territory), contactsQuery(territory)] });
  const [url, setUrl] = useState<string>();
  const make = useMakeLink({ territory, establishment });
  const revoke = useMutation({
    mutationFn: (link: string) =>
      got(
        api.DELETE("/api/v1/territories/{territory}/company-links/{link}", { params: { path: { territory, link } } }),
      ),
    onSuccess: () => {
      toast(say.revoked);
      return queries.invalidateQueries({ queryKey: [territory, "links"] });
    },
  });
  const own = links.data.links.filter((link) => link.establishment === establishment);
  const addresses = contacts.data.contacts.flatMap((one) =>
    one.establishment === establishment && one.email !== null && !one.opted_out ? [one.email] : [],
  );
  const dayOf = (moment: string): string => day(moment.slice(0, 10));
  return (
    <section className="no-print">
      <h2>{say.link}</h2>
      <p className="soft">{say.linkHelp}</p>
      {make.isError && <ProblemNote error={make.error} />}
      {revoke.isError && <ProblemNote error={revoke.error} />}
      <div className="row">
        <Button
          isDisabled={make.isPending}
          onPress={() => make.mutate(null, { onSuccess: (made) => setUrl(made.url) })}
        >
          {say.makeLink}
        </Button>
        {addresses.map((email) => (
          <Button key={email} isDisabled={make.isPending} onPress={() => make.mutate(email)}>
            {say.sendLink} {email}
          </Button>
        ))}
      </div>
      <SendLink territory={territory} establishment={establishment} />
      {url !== undefined && (
        <Note>
          <div className="row">
            <input className="plain-select" readOnly aria-label={say.newLink} value={url} />
            <Button look="main" onPress={() => void navigator.clipboard.writeText(url).then(() => toast(say.copied))}>
              {say.copy}
            </Button>
          </div>
        </Note>
      )}
      {own.length === 0 && <p className="soft">{say.noLink}</p>}
      <ul>
        {own.map((link) => (
          <li key={link.id}>
            {say.linkOf(dayOf(link.created_at), dayOf(link.expires_at))}
            {link.email !== null && ` (${link.email})`}{" "}
            <Badge tone={link.used_at === null ? "plain" : "good"}>
              {link.used_at === null ? say.unused : say.used(dayOf(link.used_at))}
            </Badge>{" "}
            {link.revoked ? (
              <Badge tone="bad">{say.isRevoked}</Badge>
            ) : (
              <Button
                look="quiet"
                aria-label={say.revokeOf(dayOf(link.created_at))}
                isDisabled={revoke.isPending}
                onPress={() => revoke.mutate(link.id)}
              >
                {say.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
