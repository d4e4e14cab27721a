import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, got } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { Badge, Button, ProblemNote, Select, TextField } from "../ui/index.tsx";
import { useToast } from "../ui/toasts.tsx";
import { useCatalogue } from "../words/catalogue.ts";
import { useWords } from "../words/words.tsx";
import { membersQuery } from "./queries.ts";
import { settingsWords } from "./words.ts";

const roles = ["facilitator", "adviser", "lead"] as const;
type Role = (typeof roles)[number];

export function Members({ territory, mayChange }: { readonly territory: string; readonly mayChange: boolean }) {
  const { day } = useWords();
  const say = useCatalogue(settingsWords);
  const toast = useToast();
  const queries = useQueryClient();
  const { data: me } = useSuspenseQuery(meQuery);
  const {
    data: { members },
  } = useSuspenseQuery(membersQuery(territory));
  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: [territory, "members"] });
  const inviteAgain = (one: (typeof members)[number]): void => {
    const { email, name, role, ends_on } = one;
    void got(
      api.POST("/api/v1/territories/{territory}/members", {
        params: { path: { territory } },
        body: { email, name, role, ends_on },
      }),
    ).then(read);
  };
  const revoke = useMutation({
    mutationFn: (one: (typeof members)[number]) =>
      got(
        api.DELETE("/api/v1/territories/{territory}/members/{account}", {
          params: { path: { territory, account: one.account } },
        }),
      ),
    onSuccess: async (_, one) => {
      await read();
      toast(say.removed(one.name), () => inviteAgain(one));
    },
  });
  const mandate = useMutation({
    mutationFn: ({ account, ends_on }: { readonly account: string; readonly ends_on: string | null }) =>
      got(
        api.PATCH("/api/v1/territories/{territory}/members/{account}", {
          params: { path: { territory, account } },
          body: { ends_on },
        }),
      ),
    onSuccess: async () => {
      await read();
      toast(say.saved);
    },
  });
  const invitation = useMutation({
    mutationFn: async ({
      one,
      how,
    }: {
      readonly one: (typeof members)[number];
      readonly how: "again" | "withdraw";
    }) => {
      const path = "/api/v1/territories/{territory}/members/{account}/invitation";
      const sent = { params: { path: { territory, account: one.account } } };
      await (how === "again" ? got(api.POST(path, sent)) : got(api.DELETE(path, sent)));
    },
    onSuccess: async (_, { one, how }) => {
      await read();
      toast(how === "again" ? say.sentAgain(one.name) : say.withdrawn(one.name));
    },
  });
  const now = new Date().toISOString();
  const today = now.slice(0, 10);
  const problem = revoke.error ?? mandate.error ?? invitation.error;
  return (
    <>
      {problem !== null && <ProblemNote error={problem} />}
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say.member}</th>
              <th scope="col">{say.role}</th>
              <th scope="col">{say.since}</th>
              <th scope="col">{say.until}</th>
              {mayChange && <th scope="col">{say.action}</th>}
            </tr>
          </thead>
          <tbody>
            {members.map((one) => {
              const gone = one.revoked || (one.ends_on !== null && one.ends_on < today);
              return (
                <tr key={one.account}>
                  <td>
                    {one.name}
                    <br />
                    <span className="soft">{one.email}</span>
                  </td>
                  <td>
                    {say.roles[one.role]} {gone && <Badge>{one.revoked ? say.revoked : say.ended}</Badge>}
                    {!gone && !one.open && (
                      <Badge tone="doing">
                        {one.invited_until === null
                          ? say.notInvited
                          : one.invited_until < now
                            ? say.tooLate(day(one.invited_until.slice(0, 10)))
                            : say.waiting(day(one.invited_until.slice(0, 10)))}
                      </Badge>
                    )}
                  </td>
                  <td>{day(one.starts_on)}</td>
                  <td>
                    {mayChange && !one.revoked ? (
                      <input
                        className="plain-select"
                        type="date"
                        aria-label={`${say.until} : ${one.name}`}
                        defaultValue={one.ends_on ?? ""}
                        onBlur={({ target: { value } }) => {
                          const ends_on = value === "" ? null : value;
                          if (ends_on !== one.ends_on) mandate.mutate({ account: one.account, ends_on });
                        }}
                      />
                    ) : one.ends_on === null ? (
                      say.noEnd
                    ) : (
                      day(one.ends_on)
                    )}
                  </td>
                  {mayChange && (
                    <td>
                      {!gone && !one.open && (
                        <Button
                          look="quiet"
                          aria-label={`${say.inviteAgain} : ${one.name}`}
                          onPress={() => invitation.mutate({ one, how: "again" })}
                          isDisabled={invitation.isPending}
                        >
                          {say.inviteAgain}
                        </Button>
                      )}
                      {!gone && !one.open && one.invited_until !== null && (
                        <Button
                          look="quiet"
                          aria-label={`${say.withdraw} : ${one.name}`}
                          onPress={() => invitation.mutate({ one, how: "withdraw" })}
                          isDisabled={invitation.isPending}
                        >
                          {say.withdraw}
                        </Button>
                      )}
                      {!one.revoked && one.account !== me.account?.id && (
                        <Button
                          look="quiet"
                          aria-label={`${say.revoke} : ${one.name}`}
                          onPress={() => revoke.mutate(one)}
                        >
                          {say.revoke}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {mayChange && <Invite territory={territory} />}
    </>
  );
}

function Invite({ territory }: { readonly territory: string }) {
  const say = useCatalogue(settingsWords);
  const toast = useToast();
  const queries = useQueryClient();
  const empty = { name: "", email: "", role: "adviser" as Role, ends_on: "" };
  const [wish, setWish] = useState(empty);
  const invite = useMutation({
    mutationFn: () =>
      got(
        api.POST("/api/v1/territories/{territory}/members", {
          params: { path: { territory } },
          body: { ...wish, ends_on: wish.ends_on === "" ? null : wish.ends_on },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [territory, "members"] });
      toast(say.invited(wish.name));
      setWish(empty);
    },
  });
  return (
    <section aria-label={say.invite}>
      <h2>{say.invite}</h2>
      <p className="soft">{say.inviteHelp}</p>
      <form
        className="cards"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <TextField
          label={say.name}
          value={wish.name}
          isRequired
          onChange={(name) => setWish((old) => ({ ...old, name }))}
        />
        <TextField
          label={say.email}
          type="email"
          value={wish.email}
          isRequired
          onChange={(email) => setWish((old) => ({ ...old, email }))}
        />
        <Select
          label={say.role}
          value={wish.role}
          onChange={(role) => setWish((old) => ({ ...old, role }))}
          options={roles.map((value) => ({ value, label: say.roles[value] }))}
        />
        <label className="field">
          <span className="label">{say.until}</span>
          <input
            type="date"
            value={wish.ends_on}
            required={wish.role === "adviser"}
            onChange={({ target }) => setWish((old) => ({ ...old, ends_on: target.value }))}
          />
        </label>
        <div>
          <Button look="main" type="submit" isDisabled={invite.isPending}>
            {say.invite}
          </Button>
        </div>
      </form>
      {invite.isError && <ProblemNote error={invite.error} />}
    </section>
  );
}
