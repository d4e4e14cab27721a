import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, got } from "../api/client.ts";
import { useHere } from "../frame/here.ts";
import { Button, ProblemNote, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { companyWords } from "./words.ts";

/** Sends a company the link to its own sheet. */
export function GiveLink({ establishment }: { readonly establishment: string }) {
  const { territory } = useHere();
  const say = useCatalogue(companyWords);
  const toast = useToast();
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const give = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/company-links", {
          params: { path: { territory } },
          body: { establishment, email },
        }),
      ),
    onSuccess: () => {
      toast(say.linkSent(email));
      setEmail("");
      return queries.invalidateQueries({ queryKey: [territory, "links"] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <section aria-label={say.giveLink}>
      <h2>{say.giveLink}</h2>
      {give.isError && <ProblemNote error={give.error} />}
      <form onSubmit={submit}>
        <TextField
          label={say.linkEmail}
          help={say.giveLinkHelp}
          type="email"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <Button type="submit" isDisabled={give.isPending || email === ""}>
          {say.sendLink}
        </Button>
      </form>
    </section>
  );
}
