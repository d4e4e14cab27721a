import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, got } from "../api/client.ts";
import { Button, ProblemNote, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { establishmentWords } from "./words.ts";

type Whose = { readonly territory: string; readonly establishment: string };

/** Makes the personal link of a company: sent to an address, or given back where there is none. */
export function useMakeLink({ territory, establishment }: Whose) {
  const say = useCatalogue(establishmentWords);
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (email: string | null) =>
      got(
        api.POST("/api/v1/territories/{territory}/company-links", {
          params: { path: { territory } },
          body: { establishment, email },
        }),
      ),
    onSuccess: (_, email) => {
      if (email !== null) toast(say.sent(email));
      return queries.invalidateQueries({ queryKey: [territory, "links"] });
    },
  });
}

/** Sends the link to an address that is typed. */
export function SendLink(whose: Whose) {
  const say = useCatalogue(establishmentWords);
  const [email, setEmail] = useState("");
  const make = useMakeLink(whose);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate(email, { onSuccess: () => setEmail("") });
  };
  return (
    <form className="row" onSubmit={submit}>
      {make.isError && <ProblemNote error={make.error} />}
      <TextField label={say.linkEmail} type="email" value={email} onChange={setEmail} isRequired />
      <Button type="submit" isDisabled={make.isPending || email === ""}>
        {say.send}
      </Button>
    </form>
  );
}
